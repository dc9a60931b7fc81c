"""A programme whose steps cannot all be reached is found out before anybody walks it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.workflow import Flaw, Link, flaws


def test_a_sound_line_has_no_flaw() -> None:
    assert flaws([Link("a"), Link("b", ("a",), after="a"), Link("c", ("b",), after="a")]) == ()


def test_steps_that_wait_for_one_another_are_named_once_as_a_circle() -> None:
    found = flaws([Link("a", ("c",)), Link("b", ("a",)), Link("c", ("b",))])
    assert found == (Flaw("cycle", "a", ("a", "b", "c")),)


def test_a_step_that_waits_for_itself_is_a_circle() -> None:
    assert flaws([Link("a", ("a",))]) == (Flaw("cycle", "a", ("a",)),)


def test_a_step_behind_a_circle_is_unreachable() -> None:
    found = flaws([Link("a", ("b",)), Link("b", ("a",)), Link("c", ("b",)), Link("d", ("c",))])
    assert [(one.kind, one.step) for one in found] == [("cycle", "a"), ("behind", "c"), ("behind", "d")]


def test_a_step_behind_one_that_nobody_can_do_is_unreachable() -> None:
    found = flaws([Link("a", doable=False), Link("b", ("a",))])
    assert found == (Flaw("behind", "b", ("a",)), Flaw("nobody", "a"))


def test_a_step_behind_a_need_that_is_no_step_is_unreachable() -> None:
    assert flaws([Link("a", ("lost",)), Link("b", ("a",))]) == (
        Flaw("behind", "a", ("lost",)), Flaw("behind", "b", ("lost",)),
    )


def test_a_step_may_not_wait_for_a_later_stage() -> None:
    found = flaws([Link("a", ("b",), "pre"), Link("b", (), "post")], ("pre", "post"))
    assert found == (Flaw("stage", "a", ("b",)),)


def test_a_due_date_that_counts_from_a_step_not_needed_may_never_come() -> None:
    assert flaws([Link("a"), Link("b", after="a")]) == (Flaw("due", "b", ("a",)),)


EDGES = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8)


@given(EDGES)
def test_a_net_without_flaws_can_be_walked_to_its_end_and_one_with_circles_cannot(edges: set[tuple[int, int]]) -> None:
    links = [Link(str(at), tuple(str(need) for step, need in sorted(edges) if step == at)) for at in range(6)]
    done: set[str] = set()
    while ready := [one for one in links if one.code not in done and set(one.needs) <= done]:
        done.update(one.code for one in ready)
    assert (len(done) == len(links)) == (not flaws(links))
