"""A letter as PDF/A: frozen content to the typst template beside this file. Reads nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sidamping.platform.documents.glyphs import all_printable
from sidamping.platform.documents.qr import qr_picture
from sidamping.platform.documents.typst import compile_pdf

TEMPLATE = Path(__file__).parent / "letter.typ"
ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)
ROOM = 660
LARGEST, SMALLEST = 13.0, 8.5


@dataclass(frozen=True)
class Sheet:
    """A letter to print: its content, hash and check address; a sample carries neither."""

    content: Mapping[str, Any]
    sha256: str
    check_url: str
    void: bool
    issued_at: datetime | None
    sample: bool = False


def pdf_of(sheet: Sheet) -> bytes:
    """The PDF file."""
    files = {"qr.svg": qr_picture(sheet.check_url)} if sheet.check_url else {}
    return compile_pdf(TEMPLATE, all_printable(_data(sheet)), files, dated=sheet.issued_at or ALWAYS)


def _data(sheet: Sheet) -> dict[str, Any]:
    content = sheet.content
    return {
        "letterhead": letterhead(content["letterhead"]), "layout": content["layout"], "heading": content["heading"],
        "number": content["number"], "day": content["day"], "sent-from": content["sent_from"],
        "subject": content["subject"], "recipient": content["recipient"], "place": content["place"],
        "paragraphs": content["paragraphs"], "signer": content["signer"], "copies": content["copies"],
        "stamp": _stamp(content["signer"]), "small": _small(sheet), "qr": bool(sheet.check_url),
        "mark": "BATAL" if sheet.void else "CONTOH" if sheet.sample else "",
        "title": f"{content['heading'].capitalize()} {content['number']}", "author": content["programme"],
    }  # fmt: skip


def letterhead(lines: Any) -> list[dict[str, Any]]:
    """Names of the office in capitals are bold and on one line each, the last one largest; address lines are small."""
    names = [line for line in lines if line.isupper()]
    last = min(LARGEST, ROOM / len(names[-1])) if names else 0.0
    return [
        {"text": line, "bold": line in names,
         "size": max(last if line == names[-1] else min(last * 0.88, ROOM / len(line)), SMALLEST)
         if line in names else SMALLEST}
        for line in lines
    ]  # fmt: skip


def _stamp(signer: Mapping[str, Any]) -> list[str]:
    return ["Diterbitkan secara elektronik", f"oleh {signer['name']}"] if signer["electronic"] else []


def _small(sheet: Sheet) -> list[str]:
    if sheet.sample:
        return ["Pratinjau dengan data contoh. Bukan surat."]
    lines = [f"Periksa keaslian: {sheet.check_url}", f"Sidik isi SHA-256 {sheet.sha256}"]
    return ["Surat ini sudah dibatalkan.", *lines] if sheet.void else lines
