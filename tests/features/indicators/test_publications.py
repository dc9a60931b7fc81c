"""Figures of others are kept as printed, contradictions included, and shown with the reason (C4, C5)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from sidamping.domain.problems import Refused
from sidamping.features.indicators.models import Publication, PublishedFigure
from sidamping.features.indicators.queries.publications import publication
from sidamping.features.indicators.services import (
    FigureDraft,
    PublicationDraft,
    enter_publication,
    withdraw_publication,
)
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.features.progress import cases
from tests.people import Cast

TABLE = (
    FigureDraft("turnover-grew", 3000, 1296, place="tabel 1"), FigureDraft("turnover-grew", 3000, None, "37,43"),
    FigureDraft("records-kept", 3000, 1839), FigureDraft("workers-added", 3000, 139),
    FigureDraft("all-three", 3000, 179, "5,97"),
)


@pytest.fixture(autouse=True)
def _appointed(cast: Cast) -> None:
    cases.appoint_all(cast)


def draft(**changes: Any) -> PublicationDraft:
    told = {
        "id": uuid7(), "title": "Kajian TKM Lanjutan", "source": "Kajian kebijakan 2024, tabel 1",
        "published_on": date(2025, 1, 15), "population": "3.000 peserta tahun 2024", "programme": cases.TKM,
        "figures": TABLE,
    }
    return PublicationDraft(**told | changes)


def test_C5_figures_of_2024_are_kept_and_shown_contradictory_with_the_reason(cast: Cast) -> None:
    sarlin = people.look(cast.sarlin)
    found = publication(sarlin, enter_publication(by=sarlin, draft=draft()))
    assert found is not None
    assert sorted(one.code for one in found.disputes) == ["INDICATORS_002", "INDICATORS_007"]
    assert "179" in found.disputes[-1].text() and "139" in found.disputes[-1].text()
    assert (found.figures[1].least, found.figures[1].most) == (1123, 1123)
    assert found.figures[1].percent == "37,43"


def test_sent_twice_it_is_kept_once(cast: Cast) -> None:
    told = draft()
    assert enter_publication(by=people.look(cast.sarlin), draft=told) == enter_publication(
        by=people.look(cast.sarlin), draft=told
    )
    assert Publication.objects.count() == 1


def test_all_faults_are_told_at_once(cast: Cast) -> None:
    wrong = draft(
        title=" ", published_on=date(2030, 1, 1),
        figures=(FigureDraft("nowhere", 10, 1), FigureDraft("visited"), FigureDraft("visited", percent="viel")),
    )
    with pytest.raises(Refused) as refused:
        enter_publication(by=people.look(cast.sarlin), draft=wrong)
    assert sorted(refused.value.codes) == [
        "INDICATORS_010", "INDICATORS_011", "INDICATORS_012", "INDICATORS_013", "INDICATORS_015"
    ]
    with pytest.raises(Refused) as empty:
        enter_publication(by=people.look(cast.sarlin), draft=draft(figures=()))
    assert empty.value.codes == ["INDICATORS_008"]


def test_each_wrong_figure_is_told_at_its_own_field_with_the_other_faults(cast: Cast, sign_in: Any) -> None:
    """A line left empty in between moves none of them; what cannot be read hides nothing that can."""
    sent = {
        "id": str(uuid7()), "title": "", "source": "tabel 1", "published_on": "15/01/2025", "programme": cases.TKM,
        "population": "3.000 peserta", "indicator_1": "workers-added", "count_1": "banyak", "indicator_3": "all-three",
        "percent_3": "lima", "whole_4": "3000", "indicator_6": "visited",
    }
    answer = sign_in(cast.sarlin).post(reverse("publication_add"), sent)
    page = " ".join(answer.content.decode().split())
    assert answer.status_code == 422
    told = dict(re.findall(r'id="id_(\w+)_fault">.*?<small class="code">(\w+)</small>', page))
    assert told == {
        "title": "GENERAL_001", "count_1": "GENERAL_004", "percent_3": "INDICATORS_015",
        "indicator_4": "INDICATORS_026", "count_4": "INDICATORS_013", "count_6": "INDICATORS_013",
    }
    assert page.count('<details class="more" open>') == 5
    assert "banyak" in page and "lima" in page and Publication.objects.count() == 0


def test_mentors_do_not_enter_figures_of_others(cast: Cast, sign_in: Any) -> None:
    with pytest.raises(Refused) as refused:
        enter_publication(by=people.look(cast.ratna), draft=draft())
    assert "INDICATORS_009" in refused.value.codes
    assert sign_in(cast.ratna).get(reverse("publication_add")).status_code == 403


def test_a_publication_of_another_programme_is_not_found(cast: Cast, sign_in: Any) -> None:
    """Paulus holds the programme of cooperatives alone."""
    made = enter_publication(by=people.look(cast.sarlin), draft=draft())
    assert sign_in(cast.paulus).get(reverse("publication", args=[made])).status_code == 404
    assert sign_in(cast.paulus).post(reverse("publication_withdraw", args=[made])).status_code == 404


def test_withdrawn_with_a_reason_it_stays_readable(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.sarlin)
    made = enter_publication(by=people.look(cast.sarlin), draft=draft())
    answer = client.post(reverse("publication_withdraw", args=[made]), {"why": ""})
    assert answer.status_code == 422 and "INDICATORS_014" in answer.content.decode()
    for _ in range(2):
        withdraw_publication(by=people.look(cast.sarlin), publication_id=made, why="salah baca", on=people.TODAY)
    page = client.get(reverse("publication", args=[made])).content.decode()
    assert "salah baca" in page and "INDICATORS_002" in page


def test_the_form_keeps_what_was_typed_and_saves_what_is_printed(cast: Cast, sign_in: Any) -> None:
    client, sent = sign_in(cast.sarlin), {
        "id": str(uuid7()), "title": "Kajian", "source": "tabel 1", "published_on": "15/01/2025",
        "population": "3.000 peserta", "programme": cases.TKM, "indicator_1": "workers-added", "count_1": "139",
        "whole_1": "3000", "indicator_2": "all-three", "count_2": "179", "whole_2": "3000", "percent_2": "5,97",
    }
    refused = client.post(reverse("publication_add"), {**sent, "source": ""})
    assert refused.status_code == 422 and "139" in refused.content.decode()
    saved = client.post(reverse("publication_add"), sent)
    assert saved.status_code == 303
    assert "INDICATORS_002" in client.get(saved["Location"]).content.decode()


def test_the_database_refuses_figures_that_say_nothing_and_changes_of_printed_ones(cast: Cast) -> None:
    made = enter_publication(by=people.look(cast.sarlin), draft=draft())
    for sql in (
        "UPDATE indicators_publishedfigure SET count = 1", "DELETE FROM indicators_publication",
        "INSERT INTO indicators_publishedfigure (id, publication_id, position, indicator, percent, place)"
        f" VALUES (gen_random_uuid(), '{made}', 9, 'visited', '', '')",
        "INSERT INTO indicators_savedview (id, user_id, name, address, created_at)"
        f" VALUES (gen_random_uuid(), '{cast.sarlin.pk}', 'luar', 'https://example.org', now())",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    assert PublishedFigure.objects.count() == len(TABLE)


def test_counts_beyond_all_people_and_areas_nobody_knows_are_refused(cast: Cast, sign_in: Any) -> None:
    sent = {
        "id": str(uuid7()), "title": "Kajian", "source": "tabel 1", "published_on": "15/01/2025", "area": "99.99",
        "population": "3.000 peserta", "programme": cases.TKM, "indicator_1": "workers-added", "count_1": "9" * 20,
        "whole_1": "9" * 20,
    }
    answer = sign_in(cast.sarlin).post(reverse("publication_add"), sent)
    page = answer.content.decode()
    assert answer.status_code == 422 and "INDICATORS_017" in page and "INDICATORS_018" in page
    for area in ("53", "53.01", ""):
        enter_publication(by=people.look(cast.sarlin), draft=draft(area=area))
    with pytest.raises(Refused) as refused:
        enter_publication(by=people.look(cast.sarlin), draft=draft(area="53.0"))
    assert refused.value.codes == ["INDICATORS_018"]


def test_the_id_of_a_publication_one_may_not_see_is_refused(cast: Cast) -> None:
    """Paulus holds the programme of cooperatives alone."""
    told = draft()
    enter_publication(by=people.look(cast.sarlin), draft=told)
    other = replace(told, programme="kdkmp-2025")
    with pytest.raises(Refused) as refused:
        enter_publication(by=people.look(cast.paulus), draft=other)
    assert "INDICATORS_019" in refused.value.codes
