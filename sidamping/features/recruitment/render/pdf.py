"""The ranked list and the attendance sheet as PDF/A: plain values to the templates beside this file."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from django.utils.translation import gettext as _

from sidamping.features.recruitment.render.shown import ShownRanking, ShownSession
from sidamping.platform.documents.glyphs import all_printable
from sidamping.platform.documents.typst import compile_pdf

HERE = Path(__file__).parent


def ranking_pdf(shown: ShownRanking, author: str) -> bytes:
    """The ranked list on landscape paper with room for signatures of the panel."""
    heads = [_("Peringkat"), _("Nama"), _("Posisi"), *(one.label for one in shown.aspects), _("Jumlah"), _("Hasil")]
    data = {
        "document-title": _("Daftar peringkat"), "author": author, "heading": _("Daftar peringkat calon pendamping"),
        "cohort": shown.cohort, "title": shown.title, "day": shown.day, "heads": heads,
        "shares": ["", "", "", *(one.share for one in shown.aspects), "", ""], "notice": shown.notice,
        "rows": [
            {"cells": [str(one.rank), one.name, one.position, *one.marks, one.total, one.state], "how": one.how,
             "within": one.within} for one in shown.rows
        ],
        "rule": _("Dicari %(places)s orang. %(rule)s") % {"places": shown.places, "rule": shown.tie_rule},
        "words": {"page": _("Halaman"), "of": _("dari"), "sign": _("Tim seleksi")},
    }  # fmt: skip
    return compile_pdf(HERE / "ranking.typ", all_printable(data))


def attendance_pdf(shown: ShownSession) -> bytes:
    """The sheet on which those present sign."""
    data = {
        **asdict(shown), "document-title": _("Daftar hadir"), "author": shown.programme,
        "heading": _("Daftar hadir pembekalan"),
        "words": {"page": _("Halaman"), "of": _("dari"), "number": _("No."), "name": _("Nama"),
                  "sign": _("Tanda tangan"), "leader": _("Penyelenggara")},
    }  # fmt: skip
    return compile_pdf(HERE / "attendance.typ", all_printable(data))
