"""The shape of an indicator's file: whom it counts among whom, in words and by measure, and its set relations."""

from __future__ import annotations

from sidamping.domain.indicators.definitions import ABSENCES, COUNTED, MEASURES, OVERS, POPULATIONS
from sidamping.rules.programme_shapes import LABEL
from sidamping.rules.shapes import Maybe, Shape, choice, code, each, maybe, number, table

GROUPS = ("compliance", "intensity", "outcome", "papers", "health", "pipeline", "profile")
OPENS = ("visits", "progress", "papers", "health", "path")
"""Which records of a mentoring stand behind the figure."""
MEASURE = choice(*MEASURES)
PARTS: dict[str, Shape | Maybe] = {
    "group": choice(*GROUPS), "order": number, "numerator": LABEL, "denominator": LABEL, "origin": LABEL,
    "unit": choice(*COUNTED), "population": choice(*POPULATIONS), "whole": maybe(MEASURE),
    "part": table(measure=MEASURE, over=choice(*OVERS), least=maybe(number), most=maybe(number), months=maybe(number),
                  absent=maybe(choice(*ABSENCES))),
    "opens": choice(*OPENS), "programmes": maybe(each(code)), "mentee_kinds": maybe(each(code)),
    "part_of": maybe(each(code)), "intersection_of": maybe(each(code)), "complements": maybe(each(code)),
}  # fmt: skip
