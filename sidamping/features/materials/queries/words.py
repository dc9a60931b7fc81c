"""The labels of a material's fields and the names of programmes as people read them."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from sidamping.platform.http.language import reader_language
from sidamping.rules.books import programmes

LABELS = {
    "title": _("Judul"), "summary": _("Ringkasan"), "topic": _("Topik"), "format": _("Bentuk"), "level": _("Tingkat"),
    "body": _("Isi"), "programmes": _("Cocok untuk program"), "why": _("Alasan"), "file": _("Berkas"),
    "area": _("Wilayah"),
}  # fmt: skip


def programme_names(on: date) -> dict[str, str]:
    """The programmes in force on a day by code, as the reader calls them."""
    return {one.code: one.title.text(reader_language()) for one in programmes(on)}
