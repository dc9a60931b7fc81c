"""Applications: documents and readiness with coded reasons, alumni of training first, nobody twice."""

from __future__ import annotations

from datetime import date

from sidamping.domain.selection.duplicates import Applicant, duplicates, twice_faults
from sidamping.domain.selection.intake import Waiting, missing_documents, queue, reason_counts, screen
from sidamping.rules.books import programme

ON = date(2026, 11, 21)
TKM = programme("tkm-lanjutan-2024", ON).intake
MODERN = programme("koperasi-modern-usulan", ON).intake
WAYS = ("nik", "nik_koperasi", "legal_number", "phone", "name_village")


def test_both_answers_yes_is_ready() -> None:
    assert TKM is not None
    assert screen(TKM.screening, {"primary_income": True, "committed": True}).outcome == "passed"


def test_no_commitment_fails_with_its_reason() -> None:
    assert TKM is not None
    made = screen(TKM.screening, {"primary_income": True, "committed": False})
    assert (made.outcome, made.reasons) == ("failed", ("not_ready",))


def test_a_side_income_is_noted_and_does_not_fail() -> None:
    assert TKM is not None
    made = screen(TKM.screening, {"primary_income": False, "committed": True})
    assert (made.outcome, made.noted, made.reasons) == ("passed", ("secondary_income",), ())


def test_an_unanswered_question_is_not_a_no() -> None:
    assert TKM is not None
    made = screen(TKM.screening, {"primary_income": True, "committed": None})
    assert (made.outcome, made.unanswered) == ("incomplete", ("committed",))


def test_only_required_documents_are_missing() -> None:
    assert MODERN is not None
    held = {"deed", "board", "statements", "statement_of_will"}
    assert missing_documents(MODERN.documents, held) == ("annual_meeting",)


def test_alumni_of_training_go_first_and_then_the_earlier_application() -> None:
    assert TKM is not None
    order = [one.code for one in TKM.priorities]
    made = queue(
        [Waiting("a", date(2026, 1, 1)), Waiting("b", date(2026, 1, 3), frozenset({"training_alumni"})),
         Waiting("c", date(2026, 1, 2), frozenset({"primary_income"})), Waiting("d", date(2026, 1, 2))],
        order,
    )
    assert [(one.id, one.place, one.priorities) for one in made] == [
        ("b", 1, ("training_alumni",)), ("c", 2, ("primary_income",)), ("a", 3, ()), ("d", 4, ()),
    ]


def test_reasons_are_counted_per_application() -> None:
    assert reason_counts([("documents", "twice"), ("documents",), ()]) == {"documents": 2, "twice": 1}


def test_two_applications_agree_in_number_telephone_or_name_and_village() -> None:
    told = [
        Applicant("1", "Koperasi Merah Putih", "53.01.01.2001", nik_koperasi="5301 0101 0001", phone="+62 8123456789"),
        Applicant("2", "Kop. MERAH PUTIH", "53.01.01.2001"),
        Applicant("3", "Sinar", "53.01.01.2002", nik_koperasi="530101010001", phone="08123456789"),
    ]
    assert [(one.first, one.second, one.reasons, one.sure) for one in duplicates(told, WAYS)] == [
        ("1", "2", ("name_village",), False), ("1", "3", ("nik_koperasi", "phone"), True),
    ]


def test_empty_numbers_never_agree() -> None:
    assert duplicates([Applicant("1", "A", ""), Applicant("2", "A", "")], WAYS) == ()


def test_applying_twice_is_refused_with_the_earlier_application() -> None:
    first = Applicant("P-1", "Maria", nik="5301010101010001", programme="tkm-lanjutan-2024")
    again = Applicant("P-2", "Maria K.", nik="5301010101010001", programme="tkm-lanjutan-2024")
    faults = twice_faults(again, [first], WAYS)
    assert [(one.code, one.values["other"]) for one in faults] == [("PROGRAMMES_048", "P-1")]


def test_another_programme_or_only_the_same_name_is_not_applying_twice() -> None:
    first = Applicant("P-1", "Maria", "v", nik="5301010101010001", programme="koperasi-modern-usulan")
    assert twice_faults(Applicant("P-2", "Maria", "v", nik="5301010101010001", programme="tkm"), [first], WAYS) == []
    named = Applicant("P-3", "Maria", "v", programme="koperasi-modern-usulan")
    assert twice_faults(named, [first], WAYS) == []
