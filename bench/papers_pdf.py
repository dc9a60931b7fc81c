"""Papers per second: 200 pages of activity reports printed as PDF/A-2a, and the same papers as spreadsheets.

Run from the checkout: `python -m bench.papers_pdf`. The target is 200 pages in less than 5 s; WeasyPrint needed 66 s.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

PAGES = 200


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sidamping.config.settings")
    import django

    django.setup()
    from pypdf import PdfReader

    from sidamping.features.papers.render.pdf import pdf_of
    from sidamping.features.papers.render.xlsx import xlsx_of
    from tests.features.papers import sample_sheets

    pdf_of(sample_sheets.work_plan(1))
    one_page = [sample_sheets.activity_report(rows) for rows in (2, 3, 4, 5) for _ in range(PAGES // 4)]
    for no, sheet in enumerate(one_page):
        object.__setattr__(sheet, "number", f"{no:03d}/LBK-TPK/53.01/XI/2026")
    papers, seconds = _timed(lambda: [pdf_of(sheet) for sheet in one_page])
    pages = sum(len(PdfReader(BytesIO(paper)).pages) for paper in papers)
    with ThreadPoolExecutor(2) as people:
        _, shared_seconds = _timed(lambda: list(people.map(pdf_of, one_page)))
    journal, journal_seconds = _timed(lambda: pdf_of(sample_sheets.journal(60)))
    sheets, sheet_seconds = _timed(lambda: [xlsx_of(sheet) for sheet in one_page])

    print(f"{'what':<44}{'pages':>8}{'seconds':>10}{'per second':>12}{'kB each':>10}")
    _line("activity reports, one paper a page, PDF", pages, seconds, sum(map(len, papers)) / len(papers))
    _line("the same, two people at once", pages, shared_seconds, sum(map(len, papers)) / len(papers))
    _line("one journal of 60 visits, PDF", len(PdfReader(BytesIO(journal)).pages), journal_seconds, len(journal))
    _line("activity reports, XLSX", len(sheets), sheet_seconds, sum(map(len, sheets)) / len(sheets))
    best = min(seconds, shared_seconds) * PAGES / pages
    print(f"\n{PAGES} pages in {best:.1f} s; the target is 5 s. Load of the machine: {os.getloadavg()[0]:.1f}.")


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    made = work()
    return made, time.perf_counter() - start


def _line(what: str, pages: int, seconds: float, size: float) -> None:
    print(f"{what:<44}{pages:>8}{seconds:>10.2f}{pages / seconds:>12.1f}{size / 1000:>10.0f}")


if __name__ == "__main__":
    main()
