"""Server and phone write on one paper at the same moment, each another part of it, on real connections (F1)."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.test import Client

from sidamping.features.papers.models import Draft
from sidamping.features.papers.queries.carried import written
from sidamping.features.papers.services.words import WordsDraft, write_words
from tests import people
from tests.edges.sync.phones import Phone
from tests.edges.sync.test_paper_words import words
from tests.edges.sync.test_races import at_once
from tests.edges.sync.test_signed import carried
from tests.features.papers import desk
from tests.people import look


@pytest.mark.django_db(transaction=True)
def test_two_parts_written_at_once_on_the_page_and_on_the_phone_both_stand(now: datetime) -> None:
    cast, client = people.gather(), Client()
    client.force_login(cast.ratna)
    desk.visit(cast, date(2026, 10, 12))
    paper, phone, ratna = desk.opened(cast), Phone(cast.ratna).known(now), look(cast.ratna)
    one, other = [row["key"] for row in carried(client, paper)["words"]][:2]
    sent, page = words(phone, paper, (other, "", "Dari HP")), [WordsDraft(one, "Dari web")]
    _, [told] = at_once([
        lambda: write_words(by=ratna, paper=paper, words=page, on=people.TODAY), lambda: phone.send(sent, now=now)
    ])  # fmt: skip
    draft = Draft.objects.get(paper=paper)
    assert (told["state"], written(draft, one), written(draft, other)) == ("accepted", "Dari web", "Dari HP")
