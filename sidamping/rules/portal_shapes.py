"""The shape of a layout of another system: whose rows, what they are matched by, and each column with its meaning."""

from __future__ import annotations

from sidamping.domain.portals import FACTS, KINDS
from sidamping.rules.programme_shapes import LABEL
from sidamping.rules.shapes import Maybe, Shape, choice, code, each, flag, maybe, table, text

FACT = choice(*dict.fromkeys(fact for facts in FACTS.values() for fact in facts))
COLUMN = table(
    key=code, id=text, en=text, kind=choice(*KINDS), fact=maybe(FACT), compared=maybe(flag), meaning=LABEL,
    reference=maybe(text), satu_data=maybe(text),
)  # fmt: skip
"""`fact`: what we know of it, none where it is filled in by hand; `satu_data`: its code once the custodian gave one."""
PARTS: dict[str, Shape | Maybe] = {
    "of": choice(*FACTS), "system": text, "how": LABEL, "keys": each(code), "columns": each(COLUMN),
    "programmes": maybe(each(code)), "satu_data": maybe(text),
}  # fmt: skip
