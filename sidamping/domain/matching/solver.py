"""The optimisation under a proposal: a transportation problem handed to HiGHS (docs/decisions).

Its matrix is totally unimodular, so the plain linear program has whole answers: no branching, the same ones every time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Arc = tuple[int, int]
"""Mentee and mentor by number."""
Column = tuple[int, tuple[int, ...], tuple[float, ...]]
"""A price, the rows it enters, and with which factor."""


def cheapest(costs: Mapping[Arc, int], rooms: Sequence[Sequence[int]], unplaced: Sequence[int]) -> dict[int, int]:
    """Mentee → mentor at the least total cost; `rooms` gives each mentor the rising cost of one mentee more.

    `unplaced` is what leaving each mentee out costs. The order of arcs settles equal answers: hand them in sorted.
    """
    if not costs:
        return {}
    arcs, mentees = list(costs), len(unplaced)
    columns: list[Column] = [(costs[arc], (arc[0], mentees + arc[1]), (1.0, 1.0)) for arc in arcs]
    columns += [(price, (mentees + at,), (-1.0,)) for at, prices in enumerate(rooms) for price in prices]
    columns += [(price, (at,), (1.0,)) for at, price in enumerate(unplaced)]
    found = _solved(columns, [1.0] * mentees + [0.0] * len(rooms))
    return {mentee: mentor for (mentee, mentor), value in zip(arcs, found, strict=False) if value > 0.5}


def _solved(columns: Sequence[Column], rows: Sequence[float]) -> list[float]:
    """The values of the columns at the optimum, each between 0 and 1."""
    import highspy  # half a second and 30 MB that only a proposal needs

    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(columns), len(rows)
    model.col_cost_ = [float(price) for price, _, _ in columns]
    model.col_lower_, model.col_upper_ = [0.0] * len(columns), [1.0] * len(columns)
    model.row_lower_ = model.row_upper_ = list(rows)
    starts = [0]
    for _, places, _ in columns:
        starts.append(starts[-1] + len(places))
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kColwise
    matrix.start_ = starts
    matrix.index_ = [place for _, places, _ in columns for place in places]
    matrix.value_ = [value for _, _, values in columns for value in values]
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # the library says nothing of its types
    for option, value in (("output_flag", False), ("threads", 1), ("solver", "simplex"), ("random_seed", 0)):
        solver.setOptionValue(option, value)
    solver.passModel(model)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise RuntimeError(f"no optimum: {solver.getModelStatus()}")
    return list(solver.getSolution().col_value)
