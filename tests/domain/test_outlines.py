"""Outlines thinned for the screen: straight coasts lose their points, capes and the largest island stay (F6)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.outlines import outline, thin

COAST = [(120.0, -9.0), (120.5, -9.001), (121.0, -9.0), (121.0, -8.0), (120.0, -8.0), (120.0, -9.0)]
REEF = [(125.0, -9.0), (125.001, -9.0), (125.001, -8.999), (125.0, -9.0)]
corners = st.tuples(st.floats(95, 141), st.floats(-11, 7))


def test_a_point_nearly_on_the_line_goes_and_the_corners_stay() -> None:
    assert thin(COAST, 0.01) == [COAST[0], *COAST[2:]]
    assert thin(COAST, 0.0001) == COAST


def test_islands_smaller_than_the_tolerance_go_unless_they_are_all_there_is() -> None:
    assert outline([COAST, REEF], 0.02).path == outline([COAST], 0.02).path
    assert outline([REEF], 0.02).path


@given(st.lists(corners, min_size=3, max_size=40), st.floats(0.001, 2))
def test_a_thinned_ring_is_closed_and_holds_only_points_of_its_own(points: list[tuple[float, float]], tolerance: float
                                                                   ) -> None:
    ring = [*points, points[0]]
    kept = thin(ring, tolerance)
    assert kept[0] == kept[-1] == ring[0]
    assert set(kept) <= set(ring)
