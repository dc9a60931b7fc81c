"""Words of a paper written on a phone: into the draft, never a figure, never over another's words (F1)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from sidamping.features.papers.models import Draft
from sidamping.platform.activity.models import Activity
from tests.edges.sync.phones import Envelope, Phone
from tests.edges.sync.test_signed import carried, codes
from tests.features.papers import desk
from tests.people import Cast

NOTE = "narrative.note"


@pytest.fixture
def paper(cast: Cast) -> UUID:
    """The activity report of October, open."""
    desk.visit(cast, date(2026, 10, 12))
    return desk.opened(cast)


def words(phone: Phone, paper: UUID, *told: tuple[str, str, str]) -> Envelope:
    """A record of texts: the name of the field, what stood there, what it shall read."""
    lines = [{"key": key, "was": was, "text": text} for key, was, text in told]
    return phone.seal("papers.draft", {"paper": str(paper), "words": lines})


def field(client: Client, paper: UUID | str, key: str) -> dict[str, Any]:
    return next(one for one in carried(client, paper)["words"] if one["key"] == key)


def test_words_written_without_a_signal_stand_in_the_draft_and_come_back(
    paper: UUID, phone: Phone, client: Client, now: datetime
) -> None:
    key = next(one["key"] for one in carried(client, paper)["words"] if one["key"].startswith("narrative."))
    sent = words(phone, paper, (key, "", "Ketua minta jadwal pagi."))
    first, again = phone.send(sent, now=now), phone.send(sent, now=now)
    assert first == again and first[0]["state"] == "accepted"
    assert field(client, paper, key)["text"] == "Ketua minta jadwal pagi."
    assert Activity.objects.filter(action="papers.words_written").count() == 1


def test_the_parts_of_a_paper_are_named_in_both_languages(cast: Cast, client: Client) -> None:
    """Of a draft, and of one that nobody has opened; its sheet stays as its annex prints it."""
    desk.visit(cast, date(2026, 10, 12))
    owed = field(client, f"lap-kegiatan@2026-10@{cast.engagement.pk}", NOTE)
    draft = field(client, desk.opened(cast), NOTE)
    assert owed["heading"] == draft["heading"] == {"id": "Keterangan tambahan", "en": "Further remarks"}


def test_a_paper_that_nobody_has_opened_is_carried_and_opened_once_by_its_first_words(
    cast: Cast, phone: Phone, client: Client, now: datetime
) -> None:
    about = {"kind": "lap-kegiatan", "period": "2026-10", "engagement": str(cast.engagement.pk)}
    desk.visit(cast, date(2026, 10, 12))
    owed = carried(client, "@".join(about.values()))
    assert (owed["content"], owed["opens"]) == (None, {"kind": "lap-kegiatan", "period": "2026-10"})
    key = owed["words"][0]["key"]
    told = {**about, "words": [{"key": key, "was": "", "text": "Ketua minta jadwal pagi."}]}
    sent = phone.seal("papers.draft", told)
    first, again = phone.send(sent, now=now), phone.send(sent, now=now)
    assert first == again and first[0]["state"] == "accepted"
    paper = Draft.objects.get().paper_id
    assert field(client, paper, key)["text"] == "Ketua minta jadwal pagi."
    assert Activity.objects.filter(action="papers.opened").count() == 1
    stranger = Phone(cast.maria).known(now)
    [refused] = stranger.send(stranger.seal("papers.draft", told), now=now)
    assert codes(refused) == ["PAPERS_002"]


def test_two_parts_of_two_phones_merge_and_the_same_part_is_a_conflict(
    cast: Cast, paper: UUID, phone: Phone, client: Client, now: datetime
) -> None:
    one, other = [row["key"] for row in carried(client, paper)["words"]][:2]
    second = Phone(cast.ratna).known(now)
    first = phone.send(words(phone, paper, (one, "", "Dari HP pertama")), now=now)
    merged, told = second.send(
        words(second, paper, (other, "", "Dari HP kedua")),
        words(second, paper, (one, "", "Juga dari HP kedua")),
        now=now,
    )
    assert [first[0]["state"], merged["state"]] == ["accepted", "accepted"]
    assert (told["state"], codes(told)) == ("conflict", ["PAPERS_048"])
    assert field(client, paper, one)["text"] == "Dari HP pertama"


def test_a_remark_on_a_figure_is_words_and_the_figure_itself_is_not(
    cast: Cast, phone: Phone, client: Client, now: datetime
) -> None:
    paper = desk.opened(cast, "lap-perkembangan")
    remark, figure = phone.send(
        words(phone, paper, ("remarks.members", "", "Dua anggota keluar")),
        words(phone, paper, ("now.members", "", "9")),
        now=now,
    )
    assert remark["state"] == "accepted" and field(client, paper, "remarks.members")["text"] == "Dua anggota keluar"
    assert (figure["state"], codes(figure)) == ("attention", ["PAPERS_047"])
    [emptied] = phone.send(words(phone, paper, ("remarks.members", "Dua anggota keluar", "")), now=now)
    assert emptied["state"] == "accepted" and Draft.objects.get(paper=paper).figures == {}


def test_faults_are_told_all_at_once_and_nothing_is_written(paper: UUID, phone: Phone, now: datetime) -> None:
    told = (("narrative.tidak-ada", "", "x"), ("remarks.tidak-ada", "", "y"))
    [result] = phone.send(words(phone, paper, *told), now=now)
    assert codes(result) == ["PAPERS_047", "PAPERS_047"]
    assert Draft.objects.get(paper=paper).narrative == {}


def test_a_remark_that_is_too_long_is_refused(cast: Cast, phone: Phone, now: datetime) -> None:
    paper = desk.opened(cast, "lap-perkembangan")
    [result] = phone.send(words(phone, paper, ("remarks.members", "", "x" * 241)), now=now)
    assert codes(result) == ["PAPERS_049"]


def test_a_phone_is_told_how_long_each_text_may_be(paper: UUID, client: Client) -> None:
    told = {one["key"].partition(".")[0]: one["longest"] for one in carried(client, paper)["words"]}
    assert told["narrative"] == 20_000 and told.get("remarks", 240) == 240


def test_words_that_come_after_the_paper_was_handed_in_wait_in_quarantine(
    cast: Cast, paper: UUID, phone: Phone, now: datetime
) -> None:
    desk.submitted(cast)
    [result] = phone.send(words(phone, paper, (NOTE, "", "Terlambat")), now=now)
    assert (result["state"], codes(result)) == ("attention", ["PAPERS_017"])


def test_nobody_writes_in_the_paper_of_another_mentor(cast: Cast, paper: UUID, now: datetime) -> None:
    strange = Phone(cast.maria).known(now)
    [result] = strange.send(words(strange, paper, (NOTE, "", "Bukan punya saya")), now=now)
    assert (result["state"], codes(result)) == ("attention", ["PAPERS_019"])


def test_a_phone_carries_open_papers_about_mentees_only_and_only_its_own(
    cast: Cast, paper: UUID, client: Client, sign_in: Any
) -> None:
    plan = desk.opened(cast, "rencana-kerja", "2026-11")
    keys = [one["key"] for one in client.get("/sync/v1/changes", {"since": 0}).json()["documents"]]
    assert f"paper:{paper}" in keys and f"paper:{plan}" not in keys
    desk.submitted(cast)
    later = client.get("/sync/v1/changes", {"since": 0}).json()["documents"]
    assert f"paper:{paper}" not in [one["key"] for one in later]
