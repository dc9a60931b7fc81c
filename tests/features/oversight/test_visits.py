"""Triangulation of visits (B10): what confirms each, what is missing, shares with their whole, the month's sample."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused
from sidamping.features.oversight import queries, services
from sidamping.features.oversight.models import VisitCheck
from sidamping.features.oversight.queries.sampling import sample_of
from sidamping.features.papers import services as papers
from sidamping.platform.access.models import User
from sidamping.platform.attachments.pictures import read_picture
from sidamping.platform.attachments.store import keep_picture
from tests import people
from tests.features.oversight.monitored import CALLED, call, check, named, photo, visit
from tests.people import Cast, look

OCTOBER = Month.parse("2026-10")
SignIn = Callable[[User], Client]


def states(cast: Cast, word: str = "visit") -> dict[str, str]:
    rows = queries.evidence_of(look(cast.yosef), OCTOBER).rows
    return dict(next(one for one in rows if one.visit.id == named(word)).states)


def test_a_bare_visit_names_what_is_missing(cast: Cast) -> None:
    visit(cast.ratna, cast.engagement)
    assert states(cast) == {
        "attendance": "confirmed", "photo": "missing", "place": "missing", "time": "confirmed", "paper": "missing",
        "spot_call": "missing", "office_visit": "missing",
    }


def test_a_visit_at_night_speaks_against_itself(cast: Cast) -> None:
    visit(cast.ratna, cast.engagement, starts_at=time(2), ends_at=time(3))
    assert states(cast)["time"] == "against"


def test_a_telephone_call_of_the_mentor_is_asked_for_no_place_and_no_photo(cast: Cast) -> None:
    visit(cast.ratna, cast.engagement, mode="phone")
    assert set(states(cast)) == {"attendance", "time", "paper", "spot_call"}


def test_a_photo_used_for_two_visits_confirms_neither(cast: Cast) -> None:
    for word, day in (("one", 6), ("two", 13), ("three", 20)):
        visit(cast.ratna, cast.engagement, word, date(2026, 10, day))
    for word, colour in (("one", "teal"), ("two", "teal"), ("three", "navy")):
        keep_picture(read_picture("foto.png", photo(colour)), subject=named(word), by=cast.ratna.pk)
    assert [states(cast, word)["photo"] for word in ("one", "two", "three")] == ["against", "against", "confirmed"]


def test_the_place_is_compared_with_where_the_mentee_is_usually_met(cast: Cast) -> None:
    bolok = {"latitude": Decimal("-10.189000"), "longitude": Decimal("123.577000")}
    far = {"latitude": Decimal("-9.446700"), "longitude": Decimal("124.478100")}
    for day, word, point in ((6, "one", bolok), (13, "two", bolok), (20, "far", far)):
        visit(cast.ratna, cast.engagement, word, date(2026, 10, day), **point)
    assert (states(cast, "two")["place"], states(cast, "far")["place"]) == ("confirmed", "against")


def test_a_report_the_chair_acknowledged_confirms_the_visits_of_its_month(cast: Cast) -> None:
    visit(cast.ratna, cast.engagement)
    on, now = date(2026, 11, 3), timezone.make_aware(datetime(2026, 11, 3, 9))
    by = look(cast.ratna, on)
    sent = papers.open_paper(by=by, kind="lap-kegiatan", period="2026-10", on=on, engagement=cast.engagement.pk)
    revision = papers.submit_paper(by=by, paper=sent, on=on, now=now)
    assert states(cast)["paper"] == "missing"
    papers.act(by=look(cast.ujang, on), paper=sent, revision=revision, ordinal=2, action="acknowledged", now=now)
    assert states(cast)["paper"] == "confirmed"


def test_the_last_call_decides_and_nobody_reached_says_nothing(cast: Cast) -> None:
    seen = visit(cast.ratna, cast.engagement)
    for word, day, result, state in (
        ("a", 20, "confirmed", "confirmed"), ("b", 21, "denied", "against"), ("c", 22, "unreached", "against"),
    ):
        draft = check(seen, word, result=result, checked_on=date(2026, 10, day))
        services.check_visit(by=look(cast.paulus), draft=draft, on=people.TODAY)
        assert states(cast)["spot_call"] == state
    services.record_contact(
        by=look(cast.dominggus), on=people.TODAY,
        draft=call(cast.engagement, kind="visit", answers=(services.Answer(seen.pk, "confirmed"),)),
    )
    assert states(cast)["office_visit"] == "confirmed"


def test_shares_per_mentor_stand_with_their_whole(cast: Cast) -> None:
    """Three visits: one confirmed by a call, one photographed telephone contact is not asked, one bare."""
    first = visit(cast.ratna, cast.engagement, "one", date(2026, 10, 6))
    visit(cast.ratna, cast.engagement, "two", date(2026, 10, 13))
    visit(cast.ratna, cast.engagement, "three", date(2026, 10, 20), mode="phone")
    services.check_visit(by=look(cast.paulus), draft=check(first), on=people.TODAY)
    month = queries.evidence_of(look(cast.yosef), OCTOBER)
    (ratna,) = month.mentors
    assert (ratna.outside.part, ratna.outside.whole) == (1, 3)
    assert (ratna.each["spot_call"].part, ratna.each["spot_call"].whole) == (1, 3)
    assert (ratna.each["photo"].part, ratna.each["photo"].whole) == (0, 2)
    assert (ratna.checked.part, ratna.checked.whole) == (1, 3)
    weak = queries.narrowed(month.rows, "kurang")
    assert {one.visit.id for one in weak} == {named("two"), named("three")}
    assert {one.visit.id for one in queries.narrowed(month.rows, "spot_call")} == {named("two"), named("three")}


def test_the_sample_is_the_same_for_whoever_looks_and_one_in_ten(cast: Cast) -> None:
    for number in range(21):
        visit(cast.ratna, cast.engagement, f"v{number}", date(2026, 10, 1 + number))
    drawn = sample_of(OCTOBER, [cast.engagement.regency])
    assert len(drawn) == 3, "21 visits, one in ten, rounded up"
    assert drawn == sample_of(OCTOBER, [cast.engagement.regency])
    for who in (cast.yosef, cast.paulus, cast.dominggus):
        seen = {one.visit.id for one in queries.evidence_of(look(who), OCTOBER).rows if one.sampled}
        assert seen == drawn


def test_another_server_draws_another_sample(cast: Cast, settings: object) -> None:
    for number in range(21):
        visit(cast.ratna, cast.engagement, f"v{number}", date(2026, 10, 1 + number))
    first = sample_of(OCTOBER, [cast.engagement.regency])
    settings.SECRET_KEY = "lain-sekali-kuncinya"  # type: ignore[attr-defined]  # the fixture of the settings
    assert sample_of(OCTOBER, [cast.engagement.regency]) != first


def test_a_check_of_the_sample_needs_a_drawn_visit(cast: Cast) -> None:
    rows = [visit(cast.ratna, cast.engagement, f"v{n}", date(2026, 10, 1 + n)) for n in range(12)]
    drawn = sample_of(OCTOBER, [cast.engagement.regency])
    inside = next(one for one in rows if one.pk in drawn)
    outside = next(one for one in rows if one.pk not in drawn)
    by = look(cast.paulus)
    services.check_visit(by=by, draft=check(inside, of_sample=True), on=people.TODAY)
    assert VisitCheck.objects.get().sample == "2026-10"
    month = queries.evidence_of(by, OCTOBER)
    assert (month.drawn.part, month.drawn.whole) == (1, 2)
    with pytest.raises(Refused) as refused:
        services.check_visit(by=by, draft=check(outside, "other", of_sample=True), on=people.TODAY)
    assert refused.value.codes == ["OVERSIGHT_012"]


def test_a_check_is_refused_with_every_reason_and_kept_once(cast: Cast) -> None:
    seen = visit(cast.ratna, cast.engagement)
    by = look(cast.paulus)
    services.check_visit(by=by, draft=check(seen), on=people.TODAY)
    services.check_visit(by=by, draft=check(seen), on=people.TODAY)
    assert VisitCheck.objects.count() == 1
    with pytest.raises(Refused) as changed:
        services.check_visit(by=by, draft=check(seen, result="denied"), on=people.TODAY)
    assert changed.value.codes == ["OVERSIGHT_007"]
    with pytest.raises(Refused) as refused:
        draft = check(seen, "b", way="owl", result="", checked_on=date(2026, 10, 5), note="x" * 401)
        services.check_visit(by=by, draft=draft, on=people.TODAY)
    assert refused.value.codes == ["GENERAL_002", "GENERAL_001", "OVERSIGHT_010", "OVERSIGHT_006"]
    for who, codes in ((cast.maria, ["OVERSIGHT_013"]), (cast.ratna, ["OVERSIGHT_004"])):
        with pytest.raises(Refused) as stranger:
            services.check_visit(by=look(who), draft=check(seen, "c"), on=people.TODAY)
        assert stranger.value.codes == codes
    people.appoint(cast.ratna, "coordinator", area="53.01")
    with pytest.raises(Refused) as own:
        services.check_visit(by=look(cast.ratna), draft=check(seen, "c"), on=people.TODAY)
    assert "OVERSIGHT_014" in own.value.codes


def test_the_pages_list_filter_and_check(
    cast: Cast, sign_in: SignIn, at_most_queries: Callable[[int], object]
) -> None:
    seen = visit(cast.ratna, cast.engagement)
    client = sign_in(cast.paulus)
    url = reverse("visit_proofs") + "?bulan=2026-10"
    client.get(url)
    with at_most_queries(10):  # type: ignore[attr-defined]  # a context manager
        page = client.get(url).content.decode()
    assert "Merah Putih" in page and "Ratna Tefa" in page
    assert "Merah Putih" not in client.get(url + "&saring=bertentangan").content.decode()
    one = reverse("visit_check", args=[seen.pk])
    assert client.post(one, {"way": "call", "result": "", "checked_on": "20/10/2026"}).status_code == 422
    assert client.post(one, {"way": "call", "result": "denied", "checked_on": "20/10/2026"}).status_code == 303
    assert "Merah Putih" in client.get(url + "&saring=bertentangan").content.decode()
    assert sign_in(cast.maria).get(url).status_code == 403
    assert sign_in(cast.yosef).post(one, {}).status_code == 422, "reads, but does not check"
    assert VisitCheck.objects.get().checked_on == CALLED


def test_the_api_lists_what_is_missing(cast: Cast, sign_in: SignIn) -> None:
    visit(cast.ratna, cast.engagement)
    client = sign_in(cast.yosef)
    (row,) = client.get("/api/v1/monitoring/visits?month=2026-10&only=kurang").json()
    assert row["missing"] == ["photo", "place", "paper", "spot_call", "office_visit"]
    wrong = client.get("/api/v1/monitoring/visits?month=kemarin")
    assert wrong.status_code == 422 and wrong.json()["problems"][0]["code"] == "GENERAL_004"
