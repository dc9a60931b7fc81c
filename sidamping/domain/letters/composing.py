"""A letter from its text and facts: checked, worded in Indonesian, and laid out as plain values that can be frozen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sidamping.domain.letters.forms import COUNT, DAY, LINES, RUPIAH, TEXT, Fact, LetterForm, LetterText
from sidamping.domain.letters.wording import NAME, Value, filled, used_names
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, problem, refuse_if

MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
          "November", "Desember")  # fmt: skip
PAIR = re.compile(r"([^:{}]{1,40}):\s+(\S.*)")
"""'Nama: Ratna': two such lines or more stand as a table."""
LONGEST_FACT = 2000
MOST_LINES = 200


@dataclass(frozen=True)
class Frame:
    """What stands around the words: who sends it to whom, when, and under which number."""

    programme: str
    letterhead: tuple[str, ...]
    recipient: str
    place: str
    region: str
    cohort: str
    sent_from: str
    on: date
    number: str
    role: str = ""
    signer_name: str = ""
    signer_nip: str = ""
    electronic: bool = False


def long_day(value: date) -> str:
    """'5 November 2026'."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def fact_faults(form: LetterForm, facts: Mapping[str, Any]) -> Iterator[Problem]:
    """Facts that are missing, not known to the letter, or of another kind."""
    known = {one.key: one for one in form.facts}
    for key in facts:
        if key not in known:
            yield problem("LETTERS_003", key, seen=key, letter=form.title_id, known=", ".join(known))
    for one in form.facts:
        value = facts.get(one.key)
        if _empty(value):
            if not one.optional:
                yield problem("LETTERS_002", one.key, letter=form.title_id, fact=one.id, key=one.key)
        elif not _fits(one, value):
            seen, kind = str(value)[:60], KIND_WORDS[one.kind]
            yield problem("LETTERS_004", one.key, fact=one.id, key=one.key, seen=seen, kind=kind)


def plain_facts(form: LetterForm, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts as JSON keeps them: days as 2026-11-05, lists of lines, empty ones left out."""
    found = ((one, facts.get(one.key)) for one in form.facts)
    return {one.key: _plain(value) for one, value in found if not _empty(value)}


def compose(form: LetterForm, text: LetterText, facts: Mapping[str, Any], frame: Frame) -> dict[str, Any]:
    """The whole letter as plain values. Refuses with every fault of the facts at once."""
    refuse_if(fact_faults(form, facts))
    values = _values(form, facts, frame)
    return {
        "layout": form.layout, "heading": form.heading, "letterhead": list(frame.letterhead),
        "programme": frame.programme, "number": frame.number, "on": frame.on.isoformat(), "day": long_day(frame.on),
        "sent_from": frame.sent_from, "recipient": frame.recipient, "place": frame.place,
        "subject": " ".join(part for part in _lines(text.subject, values)),
        "paragraphs": [*_paragraphs(text.opening, values), *_paragraphs(text.body, values),
                       *_paragraphs(text.closing, values)],
        "signer": {"label": filled(text.signer, values), "name": frame.signer_name, "nip": frame.signer_nip,
                   "electronic": frame.electronic},
        "copies": list(_lines(text.copies, values)),
        "facts": plain_facts(form, facts), "status": form.status, "cite": form.cite,
    }  # fmt: skip


def _values(form: LetterForm, facts: Mapping[str, Any], frame: Frame) -> dict[str, Value]:
    common: dict[str, Value] = {
        "programme": frame.programme, "office": frame.letterhead[-1] if frame.letterhead else frame.programme,
        "role": frame.role, "recipient": frame.recipient, "place": frame.place, "region": frame.region,
        "cohort": frame.cohort, "day": long_day(frame.on), "number": frame.number,
    }  # fmt: skip
    told = {one.key: _worded(one, facts.get(one.key)) for one in form.facts}
    return {**common, **told}


def _paragraphs(text: str, values: Mapping[str, Value]) -> Iterator[dict[str, Any]]:
    for block in re.split(r"\n\s*\n", text.strip()):
        yield from _paragraph([line.strip() for line in block.splitlines() if line.strip()], values)


def _paragraph(lines: list[str], values: Mapping[str, Value]) -> Iterator[dict[str, Any]]:
    """A table where every line is 'name: value', a list where a line is one list alone, else running text.

    Words that lead to a list are left out with it.
    """
    said = [line for line in lines if _has_values(line, values)]
    if not said or any(NAME.fullmatch(line) and line not in said for line in lines):
        return
    if len(lines) > 1 and all(PAIR.fullmatch(line) or _is_pair(line) for line in lines):
        rows = [[part.strip() for part in filled(line, values).split(":", 1)] for line in said]
        yield {"type": "rows", "rows": rows}
        return
    running: list[str] = []
    for line in said:
        alone = NAME.fullmatch(line)
        value = values[alone.group(1)] if alone else ""
        if isinstance(value, tuple):
            yield from _running(running)
            running = []
            yield {"type": "list", "items": list(value)}
        else:
            running.append(filled(line, values))
    yield from _running(running)


def _running(lines: list[str]) -> Iterator[dict[str, Any]]:
    if lines:
        yield {"type": "text", "text": " ".join(lines)}


def _is_pair(line: str) -> bool:
    label, colon, value = line.partition(":")
    return bool(colon and value.strip()) and 0 < len(label) <= 40 and "{" not in label


def _lines(text: str, values: Mapping[str, Value]) -> Iterator[str]:
    for line in text.splitlines():
        if line.strip() and _has_values(line, values):
            yield filled(line.strip(), values)


def _has_values(line: str, values: Mapping[str, Value]) -> bool:
    return all(values[name] for name in used_names(line))


def _worded(one: Fact, value: Any) -> Value:
    if _empty(value):
        return () if one.kind == LINES else ""
    if one.kind == DAY:
        return long_day(value)
    if one.kind == LINES:
        return tuple(" ".join(str(line).split()) for line in value if str(line).strip())
    if one.kind == RUPIAH:
        return rupiah(value)
    return " ".join(str(value).split())


def _empty(value: Any) -> bool:
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, list | tuple):
        return not any(str(line).strip() for line in value)
    return value is None


def _fits(one: Fact, value: Any) -> bool:
    if one.kind == DAY:
        return isinstance(value, date)
    if one.kind in (COUNT, RUPIAH):
        return isinstance(value, int) and not isinstance(value, bool)
    if one.kind == LINES:
        return isinstance(value, list | tuple) and len(value) <= MOST_LINES and all(_short(line) for line in value)
    return _short(value)


def _short(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_FACT


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


KIND_WORDS = {TEXT: "teks pendek", DAY: "tanggal", LINES: "daftar baris", COUNT: "bilangan bulat",
              RUPIAH: "jumlah rupiah"}  # fmt: skip
