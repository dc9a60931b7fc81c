"""Kinds of letters as the rulebook describes them on a day, and what is wrong with a letter's file (B3, B12)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from sidamping.domain.letters.forms import Fact, LetterForm, LetterText
from sidamping.domain.letters.wording import text_faults
from sidamping.domain.problems import Problem, Refused, problem
from sidamping.rules.in_force import NotInForce, in_force, names
from sidamping.rules.loader import Book, RuleFile
from sidamping.rules.references import codes_in, known, twice

KIND = "letters"


def letter_forms(on: date) -> tuple[LetterForm, ...]:
    """Every kind in force on a day, by name."""
    found: list[LetterForm] = []
    for name in names(KIND):
        try:
            found.append(built(in_force(name, on=on, kind=KIND)))
        except NotInForce:
            continue
    return tuple(found)


def letter_form(name: str, on: date) -> LetterForm:
    """The kind as it stood on a day; Refused when there is none of that name."""
    if name not in names(KIND):
        raise Refused(problem("LETTERS_001", "kind", seen=name[:60], known=", ".join(names(KIND))))
    return built(in_force(name, on=on, kind=KIND))


@lru_cache(maxsize=64)
def built(file: RuleFile) -> LetterForm:
    """The kind a file describes."""
    data = file.data
    text = LetterText(
        data["number"], data["subject"], data.get("opening", "").strip(),
        "\n\n".join(one.strip() for one in data["body"]), data.get("closing", "").strip(), data["signer"],
        "\n".join(data.get("copies", ())),
    )
    facts = tuple(
        Fact(row["key"], row["id"], row["en"], row["kind"], row["sample"], row.get("optional", False))
        for row in data["facts"]
    )
    return LetterForm(
        file.name, file.path, file.sha256, file.status, file.cite(), data["title"]["id"], data["title"]["en"],
        data["heading"], data["layout"], facts, text, tuple(data["signers"]), tuple(data.get("acknowledged_by", ())),
        data.get("reserved", False),
    )


def letter_faults(book: Book, file: RuleFile) -> Iterator[Problem]:
    """What the shape cannot tell: an unknown kind or role, facts twice, names in the text that lead nowhere."""
    yield from known(file, "name", [file.name], codes_in(book, "programme-letters"), "lists/programme-letters")
    roles = [*file.data["signers"], *file.data.get("acknowledged_by", ())]
    yield from known(file, "signers, acknowledged_by", roles, codes_in(book, "roles"), "lists/roles")
    yield from twice(file, "facts", [row["key"] for row in file.data["facts"]])
    form = built(file)
    for fault in text_faults(form, form.text):
        yield problem("RULEBOOK_005", file.path, file=file.path, key=fault.where, seen=fault.text("id"))
