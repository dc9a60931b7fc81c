"""The long work of parties: reading a workbook of one register, showing what it would do, and doing it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sidamping.features.parties.forms.sheets import sheet_of
from sidamping.features.parties.services import Row, apply_rows, judge, read_upload
from sidamping.features.parties.services.importing import ALIKE, FAULTY, KNOWN, NEW, Verdict
from sidamping.platform.jobs.registry import Run, job
from sidamping.platform.jobs.running import plain
from sidamping.platform.xlsx.read import read_table

KIND = "parties.import"
ORDER = (FAULTY, ALIKE, KNOWN)
MOST_LINES = 5000
"""So many lines of a preview are kept for its page and its list of faults; the counts are of all rows."""


@job(KIND)
def import_register(run: Run) -> dict[str, Any]:
    """Arguments: kind, file (hash), name, apply, keep. Without `apply` nothing is written."""
    kind, name = run.arguments["kind"], run.arguments["name"]
    sheet = sheet_of(kind)
    read = read_table(read_upload(run.arguments["file"]), sheet.columns, name=name)
    rows = list(_drafts(run, len(read), (sheet.row_of(one) for one in read)))
    if run.arguments.get("apply"):
        counts = apply_rows(by=run.by, import_id=run.job_id, rows=rows, keep=bool(run.arguments.get("keep")))
        return {"counts": counts, "applied": True, "rows": len(rows)}
    judged = judge(by=run.by, rows=rows)
    run.progress(len(rows), len(rows))
    lines = [one for one in judged.verdicts if one.state != NEW]
    lines.sort(key=lambda one: (ORDER.index(one.state), one.number))
    shown = [_line(one) for one in lines[:MOST_LINES]]
    return {
        "counts": judged.counts(), "applied": False, "rows": len(rows), "owners": len(judged.owners),
        "lines": shown, "more": len(lines) - len(shown),
    }


def _drafts(run: Run, total: int, rows: Iterator[Row]) -> Iterator[Row]:
    for done, row in enumerate(rows):
        if done % 2000 == 0:
            run.progress(done // 2, total)  # reading is the first half; judging ends it
        yield row


def _line(verdict: Verdict) -> dict[str, Any]:
    return {
        "row": verdict.number, "name": verdict.name, "state": verdict.state, "problems": plain(verdict.problems),
        "found": str(verdict.found or ""),
    }
