"""Any form of the subset is read, leaves again, converts elsewhere and comes back the same, whatever its texts hold."""

from __future__ import annotations

import io
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from pyxform.xls2xform import convert

from sidamping.edges.exchange.xlsform.read import read_workbook
from sidamping.edges.exchange.xlsform.write import ANSWERS, SETTINGS, YES_NO, Cells, workbook_of, written

SPACES = str.maketrans(dict.fromkeys("\u0085\u00a0\u2028\u2029\ufeff", " "))
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1, max_size=40).map(
    lambda text: " ".join(text.translate(SPACES).replace("${", "$").split())
).filter(lambda text: text and not text.startswith("#"))
WEIGHTS = st.decimals("0.01", 50, places=2)
LOW = st.integers(-50, 50)


@st.composite
def items(draw: st.DrawFn, number: int) -> tuple[list[Cells], Decimal]:
    """One question, mark or group of questions, with its weight."""
    weight, text = draw(WEIGHTS), draw(TEXTS)
    shared = {"name": f"q{number}", "label.id": text, "label.en": draw(TEXTS), "weight": f"{weight}"}
    kind = draw(st.sampled_from(["yes", "mark", "group"]))
    if kind == "yes":
        return [{**shared, "type": f"select_one {YES_NO}", "hint.id": draw(TEXTS)}], weight
    if kind == "mark":
        low = draw(LOW)
        within = f". >= {low} and . < {low + draw(st.integers(1, 100))}"
        return [{**shared, "type": "decimal", "constraint": within}], weight
    asked: list[Cells] = [
        {"type": f"select_one {YES_NO}", "name": f"q{number}_{at}", "label.id": draw(TEXTS)} for at in range(2)
    ]
    return [{**shared, "type": "begin_group"}, *asked, {"type": "end_group"}], weight


@st.composite
def forms(draw: st.DrawFn) -> bytes:
    """A workbook of one to three aspects whose weights add up."""
    survey: list[Cells] = [{"type": "note", "name": "n", "label.id": draw(TEXTS)}]
    number = 0
    for aspect in range(draw(st.integers(1, 3))):
        drawn = [draw(items(number + at)) for at in range(draw(st.integers(1, 3)))]
        number += len(drawn)
        total = sum((weight for _, weight in drawn), Decimal(0))
        label = {"label.id": draw(TEXTS), "label.en": draw(TEXTS)}
        survey.append({"type": "begin_group", "name": f"a{aspect}", **label, "weight": f"{total}"})
        survey += [row for rows, _ in drawn for row in rows]
        survey.append({"type": "end_group"})
    choices = [{"list_name": YES_NO, "name": name, "label.id": id_, "score": score} for name, id_, _, score in ANSWERS]
    sheet = {"form_title": draw(TEXTS), "form_id": "uji", "version": "2026-01-31"}
    more = {"total": "100"} if draw(st.booleans()) else {}
    return written({"survey": survey, "choices": choices, SETTINGS: [{**sheet, **more}]})


@settings(max_examples=60, deadline=None)
@given(forms())
def test_it_is_read_and_comes_back_the_same(workbook: bytes) -> None:
    once = read_workbook("uji.xlsx", workbook)
    left = workbook_of(once.instrument)
    back = read_workbook("uji.xlsx", left)
    assert [(one.key, one.label, one.max, one.within) for one in back.instrument.components] == [
        (one.key, one.label, one.max, one.within) for one in once.instrument.components
    ]
    assert [one.weight for one in back.instrument.aspects] == [one.weight for one in once.instrument.aspects]
    assert convert(xlsform=io.BytesIO(left), validate=False).xform
