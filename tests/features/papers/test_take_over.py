"""The draft of a mentor who left passes to the one who answers for the period now; a numbered paper never does."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from sidamping.domain.problems import Refused
from sidamping.features.papers import queries, services
from sidamping.features.papers.models import Draft, Paper
from sidamping.features.programmes.models import Assignment
from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from tests import people
from tests.features.papers import desk
from tests.people import Cast


def followed(cast: Cast) -> User:
    """Ratna leaves on 20 October; Nona carries Merah Putih from the 21st."""
    nona = people.user("nona", "Nona Lay")
    people.appoint(nona, roles.MENTOR, area="53.01", starts=date(2026, 10, 21))
    Assignment.objects.filter(engagement=cast.engagement).update(ends=date(2026, 10, 20))
    Assignment.objects.create(engagement=cast.engagement, mentor=nona, starts=date(2026, 10, 21))
    return nona


def test_the_draft_passes_with_its_words_and_only_once(cast: Cast) -> None:
    paper = desk.opened(cast, "lap-perkembangan")
    ratna = people.look(cast.ratna)
    services.save_draft(by=ratna, paper=paper, seen=0, narrative={}, figures=desk.figures(7), on=people.TODAY)
    nona = followed(cast)
    assert [desk.opened(cast, "lap-perkembangan", who=nona) for _ in range(2)] == [paper, paper]
    assert Paper.objects.get(pk=paper).mentor == nona
    assert Draft.objects.get(paper=paper).figures["now"]["members"] == 7
    told = Activity.objects.get(action="papers.taken_over")
    assert (told.subject_id, told.data["before"]) == (paper, str(cast.ratna.pk))
    assert queries.edit_page(people.look(nona), paper) is not None
    assert queries.edit_page(ratna, paper) is None


def test_who_left_and_strangers_take_nothing_over(cast: Cast) -> None:
    nona = followed(cast)
    paper = desk.opened(cast, who=nona)
    for who in (cast.ratna, cast.maria):
        with pytest.raises(Refused) as refused:
            desk.opened(cast, who=who)
        assert refused.value.codes == ["PAPERS_002"]
    assert Paper.objects.get(pk=paper).mentor == nona


def test_what_was_handed_in_stays_with_who_handed_it_in(cast: Cast) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.submitted(cast)
    nona = followed(cast)
    with pytest.raises(Refused) as refused:
        desk.opened(cast, who=nona)
    assert refused.value.codes == ["PAPERS_033"]
    with pytest.raises(DatabaseError, match="SEALED"), transaction.atomic():
        Paper.objects.filter(pk=paper).update(mentor=nona)


def test_the_database_keeps_everything_else_of_a_draft(cast: Cast) -> None:
    paper = desk.opened(cast)
    for change in ({"period_start": date(2026, 9, 1)}, {"regency": "53.02"}, {"mentor": cast.maria, "number": "1"}):
        with pytest.raises(DatabaseError, match="SEALED"), transaction.atomic():
            Paper.objects.filter(pk=paper).update(**change)
