"""An instrument that an office brought: kept once with its hash, never changed, found after those of the rulebook."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from sidamping.domain.problems import Refused
from sidamping.features.assessments.models import UploadedForm
from sidamping.features.assessments.queries.forms import (
    form_lines,
    uploaded,
    uploaded_in_force,
    uploaded_on,
    uploaded_versions,
)
from sidamping.features.assessments.queries.instruments import (
    instrument_for,
    instrument_on,
    instruments_on,
    versions_of,
)
from sidamping.features.assessments.services.forms import NewForm, add_form
from sidamping.platform.activity.models import Activity
from tests.people import Cast, look

TEXT = """
title: {id: Layanan warung, en: Service of a stall}
status: contoh
cite: xlsform#settings.2
code: layanan-2026-01-31
total: 1
aspects: [{key: a, id: Aspek, en: Aspect, weight: 1, cite: "xlsform#survey.2"}]
components:
  - {key: q, id: Tanya, en: Ask, aspect: a, kind: questions, weight: 1, cite: "xlsform#survey.3", questions: [{id: Ya}]}
"""
FORM = NewForm("layanan", date(2026, 1, 31), TEXT, "layanan.xlsx", b"PK")


def test_it_is_kept_once_however_often_it_is_sent(cast: Cast) -> None:
    assert add_form(by=look(cast.agnes), form=FORM) == "layanan/2026-01-31"
    assert add_form(by=look(cast.anton), form=replace(FORM, filename="lain.xlsx")) == "layanan/2026-01-31"
    row = UploadedForm.objects.get()
    assert (row.filename, bytes(row.workbook), row.by_id) == ("layanan.xlsx", b"PK", cast.agnes.pk)
    assert Activity.objects.filter(action="assessments.form_added").count() == 1


def test_the_same_version_with_other_content_is_refused(cast: Cast) -> None:
    add_form(by=look(cast.agnes), form=FORM)
    with pytest.raises(Refused) as refused:
        add_form(by=look(cast.agnes), form=replace(FORM, content=TEXT.replace("Tanya", "Lain")))
    assert refused.value.codes == ["EXCHANGE_030"]
    assert "31 Jan 2026" in str(refused.value)
    assert uploaded("layanan", "2026-01-31").by_key["q"].label.id == "Tanya"  # type: ignore[union-attr]  # it is there


def test_a_name_of_the_rulebook_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        add_form(by=look(cast.paulus), form=replace(FORM, name="ksp-health"))
    assert refused.value.codes == ["EXCHANGE_029"]


@pytest.mark.parametrize("who", ["ratna", "ujang", "yosef", "dominggus", "petronela"])
def test_other_roles_cannot_bring_an_instrument(who: str, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        add_form(by=look(getattr(cast, who)), form=FORM)
    assert refused.value.codes == ["ACCESS_001"]
    assert not UploadedForm.objects.exists()


@pytest.mark.parametrize("old, new, code", [
    ("status: contoh", "status: resmi", "RULEBOOK_005"),
    ("total: 1", "total: 2", "RULEBOOK_020"),
    ("kind: questions", "kind: pertanyaan", "RULEBOOK_005"),
])
def test_a_text_the_rulebook_would_not_take_is_refused(old: str, new: str, code: str, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        add_form(by=look(cast.anton), form=replace(FORM, content=TEXT.replace(old, new)))
    assert refused.value.codes == [code]


def test_the_version_of_a_day_is_found_and_none_before_the_first(cast: Cast) -> None:
    add_form(by=look(cast.agnes), form=FORM)
    add_form(by=look(cast.agnes), form=replace(FORM, starts=date(2026, 6, 1), content=TEXT.replace("Tanya", "Baru")))
    assert uploaded_in_force("layanan", date(2026, 1, 30)) is None
    assert [uploaded_in_force("layanan", day).version for day in (date(2026, 1, 31), date(2026, 6, 1))] == [  # type: ignore[union-attr]  # both are there
        "layanan/2026-01-31", "layanan/2026-06-01",
    ]
    assert [one.version for one in uploaded_versions("layanan")] == ["layanan/2026-01-31", "layanan/2026-06-01"]
    assert [one.version for one in uploaded_on(date(2026, 11, 5))] == ["layanan/2026-06-01"]
    assert [line.by for line in form_lines("layanan")] == ["Agnes Bria", "Agnes Bria"]


@pytest.mark.parametrize("version", ["", "tiada", "2026-02-30", "layanan/2030-01-01", "+1"])
def test_an_unknown_version_is_nobodys(version: str, cast: Cast) -> None:
    add_form(by=look(cast.agnes), form=FORM)
    assert uploaded("layanan", version) is None


def test_the_database_keeps_it_as_it_came(cast: Cast) -> None:
    add_form(by=look(cast.agnes), form=FORM)
    with pytest.raises(DatabaseError), transaction.atomic():
        UploadedForm.objects.update(content="lain")
    with pytest.raises(DatabaseError), transaction.atomic():
        UploadedForm.objects.all().delete()


def test_an_uploaded_instrument_is_found_after_those_of_the_rulebook(cast: Cast) -> None:
    on = date(2026, 11, 5)
    add_form(by=look(cast.agnes), form=FORM)
    assert instrument_for("layanan/2026-01-31", "layanan").title.id == "Layanan warung"
    assert instrument_on("layanan", on).version == "layanan/2026-01-31"
    assert {"layanan", "ksp-health"} <= {head.name for head in instruments_on(on)}
    assert [head.status for head in versions_of("layanan")] == ["contoh"]
    assert instrument_for("2016-04-01", "ksp-health").status == "resmi"
    with pytest.raises(Refused) as refused:
        instrument_for("layanan/2030-01-01", "layanan")
    assert refused.value.codes == ["SCORING_013"]
