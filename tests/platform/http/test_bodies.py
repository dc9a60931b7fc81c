"""Bodies that do not fit: every fault that a shape can have is told in people's words, never in the library's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ninja import Schema
from pydantic import ValidationError

from sidamping.config.urls import urlpatterns
from sidamping.domain.problems import Refused
from sidamping.features.books.api import LineIn
from sidamping.platform.http.bodies import OTHER, WORDS, misfits, read_body

ODD = (None, 7, -(10**30), 10**30, 10**5000, 1.5, float("nan"), True, "", "teks", "\ud800", "9" * 5000, "2026-13-45",
       "2026-11-05T09:30:00", "25:00", [], [None] * 3000, {}, {str(one): one for one in range(3000)})  # fmt: skip


def shapes(kind: type[Schema] = Schema) -> Iterator[type[Schema]]:
    """What bodies and addresses are read into, once the addresses have brought in every room."""
    assert urlpatterns
    for one in kind.__subclasses__():
        yield from shapes(one)
        if one.__module__.startswith("sidamping.") and not one.__name__.endswith(("Out", "Shape")):
            yield one


def faults(shape: type[Schema]) -> Iterator[str]:
    """What the library calls each fault of odd values in its fields, in lists and by name."""
    for field in shape.model_fields:
        for odd in ODD:
            for value in (odd, [odd], {"a": odd}):
                try:
                    shape.model_validate({field: value})
                except ValidationError as fault:
                    yield from (one["type"] for one in fault.errors())


def test_every_fault_that_a_shape_can_have_is_told_in_words_of_its_reader() -> None:
    found = {name for shape in set(shapes()) for name in faults(shape)}
    assert found - set(WORDS) == set()
    assert found > {"greater_than", "greater_than_equal", "less_than_equal", "string_too_long", "literal_error"}


@pytest.mark.parametrize(("amount", "said"), [(10**30, "terlalu besar"), (-(10**30), "terlalu kecil")])
def test_an_amount_out_of_bounds_is_told_as_such(amount: int, said: str) -> None:
    with pytest.raises(Refused) as refused:
        read_body(LineIn, {"account": "1110", "amount": amount})
    [told] = refused.value.problems
    assert (told.code, told.where) == ("API_003", "amount") and f"{said}." in told.text("id")


def test_a_fault_without_words_is_told_neutrally() -> None:
    [told] = misfits([{"type": "string_pattern_mismatch", "loc": ("body", "code"), "msg": "String should match"}], 1)
    assert told.where == "code" and f"{OTHER}." in told.text("id")
