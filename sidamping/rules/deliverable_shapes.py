"""The shape of a deliverable's file: cells, the columns of its tables, the place of a cell on the printed grid."""

from __future__ import annotations

from sidamping.domain.deliverables.kinds import CELLS, COLUMNS
from sidamping.rules.programme_shapes import LABEL
from sidamping.rules.shapes import Maybe, Shape, choice, code, each, flag, maybe, number, table, text

LAYOUTS = ("grid", "map", "catalogue", "list", "checklist")
FACTS = ("identity", "board", "figures", "observation", "problems", "visits")
TONES = ("teal", "leaf", "sand", "amber")
OPTION = table(code=code, id=text, en=text)
COLUMN = table(key=code, id=text, en=text, kind=choice(*COLUMNS), required=maybe(flag), options=maybe(each(OPTION)))
CELL = table(key=code, id=text, en=text, kind=choice(*CELLS), required=maybe(flag), hint=maybe(LABEL),
             place=maybe(each(number)), tone=maybe(choice(*TONES)), columns=maybe(each(COLUMN)))
SUM = table(key=code, id=text, en=text, plus=each(text), minus=maybe(each(text)))
PARTS: dict[str, Shape | Maybe] = {
    "purpose": LABEL, "about": each(code), "layout": choice(*LAYOUTS),
    "orientation": choice("portrait", "landscape"), "cells": each(CELL), "sums": maybe(each(SUM)),
    "repeats": maybe(choice("month")),
    "facts": maybe(each(choice(*FACTS))),
}
