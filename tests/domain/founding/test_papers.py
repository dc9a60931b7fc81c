"""Papers of a founding, made of values alone: who signs the minutes of its meetings (E19)."""

from __future__ import annotations

from datetime import date, time

from sidamping.domain.founding.papers import Member, Met, minutes


def founder(number: int, name: str) -> Member:
    blank = dict.fromkeys(Member.__dataclass_fields__, "")
    return Member(**{**blank, "number": number, "name": name, "signs": False})  # type: ignore[arg-type]  # by name


def test_whoever_led_the_meeting_is_no_witness_of_it() -> None:
    """Two others sign beside the leader, however the name is written; with one other founder it is that one."""
    people = [founder(at, name) for at, name in enumerate(("Yosefina Tefa", "Markus Bano", "Rosa Nino", "Domi Lay"), 1)]
    met = Met(date(2026, 10, 5), time(9), "Balai desa", "yosefina tefa", "", "", "Sepakat mendirikan koperasi.")
    assert minutes("formation", met, people).signers == (
        "Pemimpin rapat: yosefina tefa", "Saksi: Markus Bano", "Saksi: Rosa Nino",
    )  # fmt: skip
    assert minutes("formation", met, people[:2]).signers[1:] == ("Saksi: Markus Bano",)
