"""Calls and visits of the office (B10): written once, by whom it may be, seen by whom it should be; what is due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from sidamping.domain.problems import Refused
from sidamping.features.oversight import queries, services
from sidamping.features.oversight.models import Contact, VisitCheck
from sidamping.features.oversight.services import Answer
from sidamping.features.programmes.models import Engagement, Path
from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from tests import people
from tests.features.oversight.monitored import CALLED, call, visit
from tests.people import Cast, look

TODAY = people.TODAY
MODERN = "koperasi-modern-usulan"
HIDING = f"{MODERN}/2024-01-01"
SignIn = Callable[[User], Client]


def told(cast: Cast, **changes: Any) -> UUID:
    return services.record_contact(by=look(cast.paulus), draft=call(cast.engagement, **changes), on=TODAY)


def test_the_office_keeps_a_call_with_what_was_said_of_each_visit(cast: Cast) -> None:
    seen = visit(cast.ratna, cast.engagement)
    told(cast, answers=(Answer(seen.pk, "confirmed"),))
    row = Contact.objects.get()
    assert (row.kind, row.held_on, row.spoke_with, row.by_id) == ("call", CALLED, "Ujang Mantap", cast.paulus.pk)
    answer = VisitCheck.objects.get()
    assert (answer.visit_id, answer.result, answer.way, answer.checked_on) == (seen.pk, "confirmed", "call", CALLED)
    assert Activity.objects.filter(action="oversight.contact_recorded", subject_id=row.pk).count() == 1


def test_a_call_sent_twice_is_kept_once_and_other_content_is_refused(cast: Cast) -> None:
    assert told(cast) == told(cast)
    assert Contact.objects.count() == 1
    with pytest.raises(Refused) as refused:
        told(cast, findings="Lain sekali.")
    assert refused.value.codes == ["OVERSIGHT_007"]


def test_only_the_office_of_the_area_writes_it(cast: Cast) -> None:
    for who, codes in (
        (cast.ratna, ["OVERSIGHT_004"]), (cast.yosef, ["OVERSIGHT_004"]), (cast.maria, ["OVERSIGHT_001"]),
    ):
        with pytest.raises(Refused) as refused:
            services.record_contact(by=look(who), draft=call(cast.engagement), on=TODAY)
        assert refused.value.codes == codes
    services.record_contact(by=look(cast.dominggus), draft=call(cast.engagement), on=TODAY)
    with pytest.raises(Refused) as refused:
        services.record_contact(by=look(cast.dominggus), draft=call(cast.foreign_engagement, "other"), on=TODAY)
    assert refused.value.codes == ["OVERSIGHT_001"]


def test_everything_wrong_with_a_call_is_told_at_once(cast: Cast) -> None:
    foreign = visit(cast.maria, cast.foreign_engagement)
    with pytest.raises(Refused) as refused:
        told(cast, kind="pigeon", held_on=date(2026, 11, 6), spoke_with=" ", findings="",
             answers=(Answer(foreign.pk, "maybe"),))
    assert refused.value.codes == [
        "GENERAL_002", "OVERSIGHT_002", "GENERAL_001", "GENERAL_001", "GENERAL_002", "OVERSIGHT_005",
    ]
    with pytest.raises(Refused) as early:
        told(cast, held_on=date(2026, 1, 4), capacity="x" * 61)
    assert early.value.codes == ["OVERSIGHT_003", "OVERSIGHT_010"]


def test_a_visit_after_the_call_cannot_be_confirmed_by_it(cast: Cast) -> None:
    later = visit(cast.ratna, cast.engagement, on=date(2026, 10, 21))
    with pytest.raises(Refused) as refused:
        told(cast, answers=(Answer(later.pk, "confirmed"),))
    assert refused.value.codes == ["OVERSIGHT_006"]


def test_the_database_keeps_a_call_as_it_was_written(cast: Cast) -> None:
    told(cast)
    for change in (lambda: Contact.objects.update(findings="Baik"), lambda: Contact.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_mentor_reads_the_call_but_not_the_words_where_the_programme_hides_them(cast: Cast) -> None:
    shown = queries.contact(look(cast.ratna), told(cast))
    assert shown is not None and shown.said == "Pendamping datang dua kali." and not shown.hidden
    host = _hiding(cast)
    id = services.record_contact(by=look(cast.paulus), draft=call(host, "hidden"), on=TODAY)
    mentor, office = queries.contact(look(cast.ratna), id), queries.contact(look(cast.paulus), id)
    assert mentor is not None and office is not None
    assert (mentor.said, mentor.spoke_with, mentor.hidden) == ("", "", True)
    assert mentor.findings == "Pembukuan berjalan."
    assert office.said == "Pendamping datang dua kali."
    assert queries.contact(look(cast.maria), id) is None


@pytest.mark.parametrize(("role", "area"), [(roles.COORDINATOR, "53.02"), (roles.COORDINATOR, "53"), (roles.CHAIR, "")])
def test_a_further_role_opens_hidden_words_to_no_mentor_of_that_mentee(cast: Cast, role: str, area: str) -> None:
    """Neither elsewhere, nor over the same area, nor as the chair of another cooperative."""
    host = _hiding(cast)
    id = services.record_contact(by=look(cast.paulus), draft=call(host, "hidden"), on=TODAY)
    reach: dict[str, Any] = {"area": area} if area else {"subject": cast.foreign_cooperative.pk}
    people.appoint(cast.ratna, role, programme=MODERN, **reach)
    shown = queries.contact(look(cast.ratna), id)
    (line,) = [one for one in queries.contacts_of(look(cast.ratna)).rows if one.id == id]
    assert shown is not None and (shown.said, shown.spoke_with, shown.hidden) == ("", "", True)
    assert (line.said, line.spoke_with, line.hidden) == ("", "", True)


def test_what_the_programme_asks_of_the_office_is_due_after_its_days(cast: Cast) -> None:
    """koperasi-modern-usulan asks for a call every 30 days; the mentoring began on 5 January."""
    host = _hiding(cast)
    (due,) = queries.due_contacts(look(cast.paulus))
    assert (due.engagement_id, due.kind, due.last_on, due.due_on) == (host.pk, "call", None, date(2026, 2, 4))
    assert due.days_late == (TODAY - date(2026, 2, 4)).days
    services.record_contact(by=look(cast.paulus), draft=call(host, "now", held_on=TODAY), on=TODAY)
    (later,) = queries.due_contacts(look(cast.paulus))
    assert (later.last_on, later.due_on, later.late) == (TODAY, date(2026, 12, 5), False)


def test_the_pages_write_show_and_refuse(cast: Cast, sign_in: SignIn) -> None:
    seen = visit(cast.ratna, cast.engagement)
    client, url = sign_in(cast.paulus), reverse("contact_add", args=[cast.engagement.pk])
    assert f'name="visit-{seen.pk}"' in client.get(url).content.decode()
    sent = {
        "kind": "call", "held_on": "20/10/2026", "spoke_with": "Ujang", "findings": "Baik",
        f"visit-{seen.pk}": "denied",
    }
    wrong = client.post(url, {**sent, "held_on": "31/31/2026"})
    assert wrong.status_code == 422 and "GENERAL_004" in wrong.content.decode()
    empty = client.post(url, {**sent, "findings": ""})
    assert empty.status_code == 422 and "GENERAL_001" in empty.content.decode()
    made = client.post(url, sent)
    assert made.status_code == 303
    assert "Tidak dibenarkan" in client.get(made["Location"]).content.decode()
    assert sign_in(cast.maria).get(made["Location"]).status_code == 404
    assert sign_in(cast.ratna).get(url).status_code == 403
    assert sign_in(cast.dominggus).get(reverse("contact_add", args=[cast.foreign_engagement.pk])).status_code == 404


def test_the_page_of_what_is_due_asks_the_database_little(
    cast: Cast, sign_in: SignIn, at_most_queries: Callable[[int], object]
) -> None:
    _hiding(cast)
    client = sign_in(cast.paulus)
    with at_most_queries(10):  # type: ignore[attr-defined]  # a context manager
        page = client.get(reverse("monitoring"))
    assert "Merah Putih" in page.content.decode()


def test_the_api_writes_a_call_once(cast: Cast, sign_in: SignIn) -> None:
    draft = call(cast.engagement)
    body = {
        "id": str(draft.id), "engagement": str(cast.engagement.pk), "kind": "call", "held_on": "2026-10-20",
        "spoke_with": "Ujang", "findings": "Baik",
    }
    client, url = sign_in(cast.paulus), "/api/v1/monitoring/contacts"
    answers = [client.post(url, body, "application/json").status_code for _ in range(2)]
    assert answers == [201, 201] and Contact.objects.count() == 1
    assert sign_in(cast.maria).get(url).json()["rows"] == []
    assert sign_in(cast.ujang).get(url).status_code == 403


def _hiding(cast: Cast) -> Engagement:
    """A mentoring of Merah Putih in the programme that keeps the cooperative's word from the mentor."""
    for who, role, area in ((cast.ratna, roles.MENTOR, "53.01"), (cast.paulus, roles.PMO, "53")):
        people.appoint(who, role, area=area, programme=MODERN)
    values = {"programme": MODERN, "pinned": HIDING, "starts": people.START}
    path = Path.objects.create(subject="mentee", **values)
    host = Engagement.objects.create(
        path=path, mentee=cast.merah_putih.party, village_id=cast.merah_putih.party.village_id,
        regency=cast.merah_putih.party.village_id[:5], **values,
    )
    host.assignments.create(mentor=cast.ratna, starts=people.START)
    return host


