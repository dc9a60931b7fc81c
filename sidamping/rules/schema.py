"""The shape of every kind of rulebook file: which keys, of what type, which must be there. Returns all faults at once.

Shape only; that citations resolve, codes exist and cases pass is checked in validate.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sidamping.domain.problems import Problem, problem
from sidamping.rules.chart_shapes import PARTS as CHART_PARTS
from sidamping.rules.deliverable_shapes import PARTS as DELIVERABLE_PARTS
from sidamping.rules.founding_shapes import PARTS as FOUNDING_PARTS
from sidamping.rules.indicator_shapes import PARTS as INDICATOR_PARTS
from sidamping.rules.instrument_shapes import PARTS
from sidamping.rules.layout_shapes import PARTS as LAYOUT_PARTS
from sidamping.rules.letter_shapes import PARTS as LETTER_PARTS
from sidamping.rules.material_shapes import PARTS as MATERIAL_PARTS
from sidamping.rules.portal_shapes import PARTS as PORTAL_PARTS
from sidamping.rules.programme_shapes import LABEL, RULE_KEY, STATUS
from sidamping.rules.programme_shapes import PARTS as PROGRAMME_PARTS
from sidamping.rules.register_shapes import PARTS as REGISTER_PARTS
from sidamping.rules.shapes import (
    Maybe,
    Shape,
    anything,
    choice,
    cite,
    code,
    day,
    each,
    flag,
    maybe,
    number,
    table,
    text,
    words,
)

DATED: dict[str, Shape | Maybe] = {
    "title": LABEL, "status": STATUS, "cite": cite, "note": maybe(text), "settled": maybe(text),
    "reason": maybe(text), "ends": maybe(flag),
}
COLUMN = table(key=code, label=text, align=choice("left", "center", "right"), width=text, source=maybe(text),
               narrative=maybe(flag), unit=maybe(choice("rupiah", "times")), en=text)
LINE = table(no=number, code=code, id=text, en=text, unit=choice("people", "rupiah"),
             nature=choice("stock", "flow"), signed=maybe(flag), note=maybe(text))
SECTION = table(key=text, heading=text, en=text, level=number, content=maybe(choice("narrative", "composed")),
                source=maybe(text), required=maybe(flag), hint=maybe(LABEL))
SIGNER = table(slot=code, role=code, label=text, optional=maybe(flag))
ACT = table(action=code, role=code, may_return=maybe(flag))

FLAT = ("sources", "lists", "cases")
"""Kinds kept as one file per name; the others stand as one file per day and may end."""
SHAPES: dict[str, Shape] = {
    "sources": table(
        title=LABEL, number=text, kind=text, signed=maybe(day), in_force=maybe(day), ended=maybe(day),
        replaced_by=maybe(each(text)), amends=maybe(each(text)), link=maybe(text), note=maybe(text),
        articles=words(text),
    ),
    "rules": table(**DATED, values=words(table(value=anything, unit=text, cite=cite, status=maybe(STATUS),
                                               note=maybe(text)))),
    "instruments": table(**DATED, **PARTS),
    "programmes": table(**DATED, **PROGRAMME_PARTS),
    "papers": table(
        **DATED, label=LABEL, printed_title=text, printed_subtitle=maybe(text), programmes=each(text),
        subject=choice("mentor", "engagement"), cadence=choice("month", "quarter", "year", "course"),
        voluntary=maybe(flag),
        orientation=choice("portrait", "landscape"), number=text, due=RULE_KEY,
        heading=each(table(key=code, label=text)),
        columns=maybe(each(COLUMN)), lines=maybe(each(LINE)), sections=maybe(each(SECTION)), signers=each(SIGNER),
        acts=each(ACT), copies=maybe(each(number)), notes=maybe(each(table(code=code, id=text, en=text))),
    ),
    "deliverables": table(**DATED, **DELIVERABLE_PARTS),
    "letters": table(**DATED, **LETTER_PARTS),
    "charts": table(**DATED, **CHART_PARTS),
    "layouts": table(**DATED, **LAYOUT_PARTS),
    "materials": table(**DATED, **MATERIAL_PARTS),
    "indicators": table(**DATED, **INDICATOR_PARTS),
    "registers": table(**DATED, **REGISTER_PARTS),
    "founding": table(**DATED, **FOUNDING_PARTS),
    "portals": table(**DATED, **PORTAL_PARTS),
    "lists": table(
        title=LABEL, cite=maybe(cite), note=maybe(text),
        codes=each(table(code=text, id=text, en=text, retired=maybe(flag), note=maybe(text), parent=maybe(text),
                         cite=maybe(cite), hint=maybe(LABEL))),
    ),
    "cases": table(
        title=LABEL, cite=cite,
        cases=each(table(name=text, on=day, area=maybe(text), given=words(anything), expect=words(anything))),
    ),
}


def faults(kind: str, path: str, data: Any) -> list[Problem]:
    """Everything in the data that does not fit the shape of its kind."""
    return [problem(code, path, file=path, key=key or "(file)", seen=seen) for key, code, seen in _met(kind, data)]


def _met(kind: str, data: Any) -> Iterator[tuple[str, str, str]]:
    if kind not in FLAT and isinstance(data, Mapping) and data.get("ends") is True:
        yield from table(**DATED)("", data)
        return
    yield from SHAPES[kind]("", data)
