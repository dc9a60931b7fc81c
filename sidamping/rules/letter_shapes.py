"""The shape of a letter's file: the facts it uses, its text with named places, who signs and who acknowledges it."""

from __future__ import annotations

from sidamping.domain.letters.forms import KINDS, LAYOUTS
from sidamping.rules.shapes import Maybe, Shape, choice, code, each, flag, maybe, table, text

FACT = table(key=code, id=text, en=text, kind=choice(*KINDS), sample=text, optional=maybe(flag))
PARTS: dict[str, Shape | Maybe] = {
    "heading": text, "layout": choice(*LAYOUTS), "number": text, "facts": each(FACT), "subject": text,
    "opening": maybe(text), "body": each(text), "closing": maybe(text), "signers": each(code), "signer": text,
    "copies": maybe(each(text)), "acknowledged_by": maybe(each(code)),
    "reserved": maybe(flag),
}  # fmt: skip
