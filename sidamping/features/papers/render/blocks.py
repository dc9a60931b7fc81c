"""What stands around the tables, as plain lines shared by both renderers: headings, signature blocks, acts, copies."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.utils import timezone

from sidamping.domain.periods import long_day
from sidamping.domain.signatures.names import same_name
from sidamping.features.papers.render.sheet import Drawn, Sheet, Stamp
from sidamping.features.papers.render.words import moment, words

DOTS = "." * 28


@dataclass(frozen=True)
class Block:
    """One signature block: two lines above, what was drawn and the stamp of an act if there is one, name and NIP below.

    `drawn` names the file of a signature drawn on a phone, `drawn_note` says by whom and when.
    """

    lead: str
    role: str
    stamp: tuple[str, ...]
    name: str
    nip: str
    returned: bool
    drawn: str = ""
    drawn_note: str = ""


def period_line(sheet: Sheet) -> str:
    """'Bulan: Oktober 2026', or nothing when the subtitle or the heading already names the period."""
    period: Any = sheet.content["period"]
    pairs: Any = sheet.content.get("heading", ())
    if period["label"] in str(sheet.content.get("subtitle", "")) or any(value == period["label"] for _, value in pairs):
        return ""
    long = (date.fromisoformat(period["end"]) - date.fromisoformat(period["start"])).days > 31
    return f"{words(sheet.language)['year' if long else 'month']}: {period['label']}"


def signature_blocks(sheet: Sheet) -> tuple[Block, ...]:
    """The blocks from left to right, as the format lists them; place and date stand above the mentor's."""
    signers: Any = sheet.content.get("signers", ())
    dated = next((one["slot"] for one in signers if one["slot"] == "mentor"), signers[-1]["slot"] if signers else "")
    return tuple(_block(sheet, signer, with_place=signer["slot"] == dated) for signer in signers)


def drawn_name(slot: str) -> str:
    """The file beside the template that holds the signature drawn for a block."""
    return f"signed-{slot}.svg"


def act_lines(sheet: Sheet) -> tuple[str, ...]:
    """Acts that no signature block tells in full: those without a block, and every remark."""
    said = words(sheet.language)
    slots = {one["slot"] for one in _list(sheet, "signers")}
    return tuple(
        f"{_verb(said, one)} {said['by']} {one.name} ({one.role_label}), {_recorded(said, one, sheet.language)}"
        f"{moment(_here(one.at), sheet.language)}" + (f": {one.remark}" if one.remark else "")
        for one in sheet.stamps
        if one.remark or one.slot not in slots
    )


def copy_lines(sheet: Sheet) -> tuple[str, ...]:
    """'Rangkap 1: Kepala Dinas …'."""
    said = words(sheet.language)
    return tuple(f"{said['copy']} {one['no']}: {one['recipient']}" for one in _list(sheet, "copies"))


def small_print(sheet: Sheet) -> tuple[str, ...]:
    """Number, revision and state; the address that proves the paper; the hash of its content."""
    said = words(sheet.language)
    number = f"{said['number']} {sheet.number}" if sheet.number else said["no_number"]
    state = said["draft_note"] if sheet.draft else sheet.state_label
    revision = f" · {said['revision']} {sheet.revision}" if sheet.revision else ""
    first = f"{number}{revision} · {said['state']}: {state}"
    second = f"{said['check']}: {sheet.check_url}" if sheet.check_url else ""
    third = f"{said['content']}: {sheet.sha256}" if sheet.sha256 else ""
    return tuple(line for line in (first, second, third) if line)


def dated(sheet: Sheet) -> datetime:
    """The only date inside the files: the last act, or the end of the period for a draft."""
    if sheet.stamps:
        return max(stamp.at for stamp in sheet.stamps)
    period: Any = sheet.content["period"]
    return datetime.fromisoformat(period["end"]).replace(tzinfo=UTC)


def is_appendix(section: Mapping[str, Any]) -> bool:
    """What calls itself an annex stands behind the signatures, on a page of its own."""
    return str(section.get("title", "")).startswith("Lampiran")


def spaced_nip(nip: str) -> str:
    """'198704122011012003' → '19870412 201101 2 003', as offices write it."""
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}" if len(nip) == 18 and nip.isdigit() else nip


def column_shares(section: Any) -> tuple[float, ...]:
    """The part of a table's width each column takes; columns without a width share the rest by how much they hold."""
    given = [float(str(one.get("width") or "").rstrip("%") or 0) for one in section["columns"]]
    wanted = [0.0 if share else _wanted(section, one) for share, one in zip(given, section["columns"], strict=True)]
    rest = max(100 - sum(given), 8.0 * given.count(0))
    filled = [share or rest * wish / sum(wanted) for share, wish in zip(given, wanted, strict=True)]
    return tuple(share / sum(filled) for share in filled)


def _wanted(section: Any, column: Any) -> float:
    """The square root of the longest text: long words get more room, but never all of it."""
    cells = (row["cells"].get(column["key"], "") for row in section["rows"])
    texts = (cell["text"] if isinstance(cell, dict) else str(cell) for cell in cells)
    return math.sqrt(min(max(8, len(column["label"]), *map(len, texts)), 80))


def _block(sheet: Sheet, signer: Mapping[str, str], *, with_place: bool) -> Block:
    lead, _, role = signer["label"].rpartition(", ")
    acts = [one for one in sheet.stamps if one.slot == signer["slot"]]
    name, drawn = _signer(signer, acts), sheet.drawn.get(signer["slot"])
    own = drawn if drawn and same_name(drawn.signer, name) else None
    return Block(
        lead=_place_and_day(sheet, signer["slot"]) if with_place else (f"{lead}," if lead else ""),
        role=role,
        stamp=_stamp(sheet, acts[-1]) if acts else (),
        name=name,
        nip=spaced_nip(signer["nip"] or (acts[-1].nip if acts else "")),
        returned=bool(acts) and acts[-1].action == "returned",
        drawn=drawn_name(signer["slot"]) if own else "",
        drawn_note=_drawn_note(sheet, own) if own else "",
    )


def _drawn_note(sheet: Sheet, drawn: Drawn) -> str:
    """'digambar di HP, Ujang Mantap, 4 November 2026'."""
    return f"{words(sheet.language)['drawn_on']}, {drawn.signer}, {long_day(drawn.day, sheet.language)}"


def _stamp(sheet: Sheet, act: Stamp) -> tuple[str, ...]:
    said = words(sheet.language)
    if act.signed_on:
        return (said["on_paper"], long_day(act.signed_on, sheet.language), f"{said['recorded']} {act.recorded_by}")
    verb = f"{said.get(act.action, act.action)} {said['electronically']}"
    return (verb, moment(_here(act.at), sheet.language))


def _signer(signer: Mapping[str, str], acts: list[Stamp]) -> str:
    """The name printed when the paper was frozen; under a signature on paper the name of who signed it."""
    wet = acts[-1].name if acts and acts[-1].signed_on else ""
    return wet or signer["name"] or (acts[-1].name if acts else "")


def _verb(said: Mapping[str, str], act: Stamp) -> str:
    return said["on_paper"] if act.signed_on else said.get(act.action, act.action)


def _recorded(said: Mapping[str, str], act: Stamp, language: str) -> str:
    """The day of a signature on paper and who wrote it down, before the moment of writing."""
    return f"{long_day(act.signed_on, language)}, {said['recorded']} {act.recorded_by}, " if act.signed_on else ""


def _place_and_day(sheet: Sheet, slot: str) -> str:
    """The day of signing is the day of the act; a draft leaves it open, as the annex does."""
    signed = [one.at for one in sheet.stamps if one.slot == slot]
    period: Any = sheet.content["period"]
    day = long_day(_here(signed[-1]), sheet.language) if signed else f"{DOTS} {period['end'][:4]}"
    return f"{sheet.content.get('place') or DOTS}, {day}"


def _here(at: datetime) -> datetime:
    """The moment on the clock of the office that runs this house, whoever prints."""
    return at.astimezone(timezone.get_default_timezone())


def _list(sheet: Sheet, key: str) -> Any:
    return sheet.content.get(key, ())
