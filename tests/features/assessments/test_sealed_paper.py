"""The paper of a decided result is sealed with it: the same bytes whatever its subject is called later (B6)."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from sidamping.features.assessments import services
from sidamping.features.assessments.models import Filling, Result
from sidamping.features.parties.models import Party
from sidamping.platform.access.models import User
from tests.features.assessments import rounds
from tests.people import Cast, look

SignIn = Callable[[User], Client]


def test_a_decided_pdf_keeps_the_name_and_place_its_subject_had(cast: Cast, sign_in: SignIn) -> None:
    agnes, yosef = rounds.agnes(cast), look(cast.yosef)
    round_ = rounds.handed_in(agnes, cast.merah_putih.pk)
    services.decide(by=yosef, assessment=round_, seen_ordinal=1, now=rounds.NOW, remark="Neraca saja")
    sealed = Result.objects.get()
    assert sealed.given["subject"]["name"] == "Merah Putih" and "Kab. Kupang" in sealed.given["subject"]["place"]
    assert {**sealed.given, "subject": None} == {**Filling.objects.get().data, "subject": None}
    assert sealed.outcome["total"] == 3
    who, address = sign_in(cast.yosef), reverse("assessment_pdf", args=[round_])
    before = who.get(address).content
    Party.objects.filter(pk=cast.merah_putih.pk).update(name="Nama Baru")
    assert who.get(address).content == before
    services.recompute(
        by=yosef, assessment=round_, version="ksp-health/2016-04-01", method="text", reason="Periksa", now=rounds.NOW
    )
    assert Result.objects.get(decided=False).given == sealed.given
