"""What is signed on a phone: the hash is made again, what is no signature is refused, later changes show (F1)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from sidamping.domain.problems import Refused
from sidamping.edges.sync.kinds import KINDS
from sidamping.edges.sync.payloads import BODIES
from sidamping.edges.sync.tray import words
from sidamping.features.oversight import services as oversight
from sidamping.features.oversight.intake import SealIn
from sidamping.features.oversight.models import CodeEntry
from sidamping.features.oversight.queries.codes import code_of
from sidamping.features.papers import queries as papers
from sidamping.features.papers.render.blocks import signature_blocks
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from sidamping.platform.signatures.models import Seal
from tests import people, places
from tests.edges.sync.phones import Envelope, Phone, hash_of, visit_body
from tests.features.papers import desk
from tests.people import Cast

SignIn = Callable[[User], Client]
STROKES = [[100, 200, 300, 120, 480, 260], [520, 200, 700, 200]]
DAY = date(2026, 11, 4)


def canonical(content: Any) -> str:
    """The canonical text as docs/sync.md tells it."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def visit_said(id: str, engagement: UUID, **changes: Any) -> dict[str, Any]:
    """What the phone shows the signer of `visit_body`."""
    plain = {
        "visit": id,
        "visited_on": "2026-11-04",
        "starts_at": "09:00",
        "ends_at": "10:30",
        "mode": "onsite",
        "place": "",
        "activity": "Pendampingan pembukuan",
        "purpose": "Buku kas terisi",
        "material": "",
        "materials": [],
        "topics": [],
        "roles": [],
        "result": "Buku Oktober disalin",
        "obstacles": "",
        "advice": "",
        "cost": None,
        "remarks": "",
        "presences": [{"engagement": str(engagement), "attendees": ["Ujang Mantap"], "headcount": 1}],
    }
    return plain | changes


def signed(content: dict[str, Any], **changes: Any) -> dict[str, Any]:
    plain = {
        "content": content,
        "sha256": hash_of(canonical(content)),
        "signer": "Ujang Mantap",
        "capacity": "chair",
        "strokes": STROKES,
    }
    return plain | changes


def codes(result: dict[str, Any]) -> list[str]:
    return [one["code"] for one in result["problems"]]


@pytest.fixture
def sealed(cast: Cast, phone: Phone, now: datetime) -> Callable[..., tuple[Envelope, dict[str, Any]]]:
    """A visit on record and a seal on it, with changes: the seal's envelope and its result."""

    def send(**changes: Any) -> tuple[Envelope, dict[str, Any]]:
        visit = phone.seal("fieldwork.visit", visit_body(cast.engagement))
        body = {"visit": visit["id"], **signed(visit_said(visit["id"], cast.engagement.pk)), **changes}
        seal = phone.seal("oversight.seal", body, after=[visit["id"]])
        return seal, phone.send(visit, seal, now=now)[1]

    return send


def test_a_signature_drawn_without_a_signal_stands_on_the_page_of_the_visit(
    cast: Cast, phone: Phone, now: datetime, sealed: Any, sign_in: SignIn, at_most_queries: Callable
) -> None:
    seal, result = sealed()
    assert (result["state"], codes(result)) == ("accepted", [])
    assert phone.send(seal, now=now)[0] == result, "twice is once"
    row = Seal.objects.get()
    assert (row.sealed_on, row.by_id, row.content) == (
        DAY,
        cast.ratna.pk,
        canonical(json.loads(seal["body"])["content"]),
    )
    assert Activity.objects.filter(action="oversight.seal_kept", subject_id=row.subject_id).count() == 1
    for who in (cast.ratna, cast.yosef):
        client = sign_in(who)
        with at_most_queries(10):
            page = client.get(reverse("visit", args=[row.subject_id])).content.decode()
        assert "M100 200L300 120 480 260M520 200L700 200" in page and "Segel cocok" in page
        assert "Ujang Mantap" in page and row.sha256 in page
    assert sign_in(cast.maria).get(reverse("visit", args=[row.subject_id])).status_code == 404


def test_a_visit_corrected_after_it_was_signed_says_that_the_seal_no_longer_fits(
    cast: Cast, phone: Phone, now: datetime, sealed: Any, client: Client
) -> None:
    seal, _ = sealed()
    visit = seal["after"][0]
    body = visit_body(cast.engagement, visit=visit, reason="Salah tulis", result="Buku September disalin", cost=50_000)
    [edit] = phone.send(phone.seal("fieldwork.visit_revision", body, replaces=visit), now=now)
    assert edit["state"] == "accepted"
    page = client.get(reverse("visit", args=[visit])).content.decode()
    assert "Segel tidak cocok" in page and "Yang berbeda: Biaya, Hasil." in page


def test_on_a_joint_visit_a_seal_names_its_signer_only_to_whoever_may_know_everybody_met(
    cast: Cast, phone: Phone, now: datetime, sign_in: SignIn
) -> None:
    second = people.cooperative("Tani Jaya", places.BOLOK)
    theirs = people.engagement(second.party, cast.ratna)
    chair = people.user("yuliana", "Yuliana Tani")
    people.appoint(chair, "chair", area=places.BOLOK, subject=second.pk)
    met = [(cast.engagement.pk, "Ujang Mantap"), (theirs.pk, "Yuliana Tani")]
    presences = [{"engagement": str(one), "attendees": [name]} for one, name in met]
    visit = phone.seal("fieldwork.visit", visit_body(cast.engagement, presences=presences))
    content = visit_said(visit["id"], cast.engagement.pk, presences=[{**one, "headcount": 1} for one in presences])
    seal = phone.seal("oversight.seal", {"visit": visit["id"], **signed(content)}, after=[visit["id"]])
    assert [one["state"] for one in phone.send(visit, seal, now=now)] == ["accepted", "accepted"]
    address, drawn, row = reverse("visit", args=[visit["id"]]), "M100 200L300 120", Seal.objects.get()
    page = sign_in(chair).get(address).content.decode()
    assert "Segel cocok: isi tidak berubah sejak ditandatangani" in page and "Disegel 4 Nov 2026" in page
    assert not [one for one in ("Ujang Mantap", drawn, row.sha256) if one in page]
    for who in (cast.ratna, cast.yosef):
        page = sign_in(who).get(address).content.decode()
        assert "Ujang Mantap" in page and drawn in page and "Segel cocok" in page
    body = visit_body(cast.engagement, visit=visit["id"], reason="Hanya satu", presences=presences[1:])
    phone.send(phone.seal("fieldwork.visit_revision", body, replaces=visit["id"]), now=now)
    page = sign_in(chair).get(address).content.decode()
    assert "Segel tidak cocok" in page and "Ujang Mantap" not in page and drawn not in page


def test_choices_ticked_in_another_order_and_names_counted_by_the_server_change_nothing(
    cast: Cast, phone: Phone, now: datetime, client: Client
) -> None:
    told = {"topics": ["permits", "finance"], "roles": ["motivator", "facilitator"]}
    visit = phone.seal("fieldwork.visit", visit_body(cast.engagement, **told))
    content = visit_said(visit["id"], cast.engagement.pk, **{name: sorted(kept) for name, kept in told.items()})
    seal = phone.seal("oversight.seal", {"visit": visit["id"], **signed(content)}, after=[visit["id"]])
    assert [one["state"] for one in phone.send(visit, seal, now=now)] == ["accepted", "accepted"]
    assert "Segel cocok" in client.get(reverse("visit", args=[visit["id"]])).content.decode()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"sha256": "0" * 64}, ["SIGNATURES_001"]),
        ({"content": {"cost": 1.5}}, ["SIGNATURES_002"]),
        ({"content": "kunjungan"}, ["API_003"]),
        ({"strokes": "iVBORw0KGgo="}, ["API_003"]),
        ({"strokes": [["M0 0"]]}, ["SIGNATURES_003"]),
        ({"strokes": [[0, 0, 1001, 400]]}, ["SIGNATURES_003"]),
        ({"strokes": [[0, 0, 1]]}, ["SIGNATURES_003"]),
        ({"strokes": [[0, 0, True, 400]]}, ["SIGNATURES_003"]),
        ({"strokes": [[0, 0] * 3001]}, ["SIGNATURES_004"]),
        ({"strokes": [[10, 10, 20, 12]]}, ["SIGNATURES_005"]),
        ({"strokes": []}, ["SIGNATURES_005"]),
        ({"strokes": None}, ["SIGNATURES_006"]),
        ({"code": "482 913"}, ["SIGNATURES_006"]),
        ({"strokes": None, "code": "48"}, ["OVERSIGHT_019"]),
        ({"visit": None}, ["SIGNATURES_007"]),
        ({"signer": " ", "capacity": "king"}, ["GENERAL_001", "GENERAL_002"]),
        ({"signer": "U" * 121, "sha256": "x"}, ["SIGNATURES_001", "OVERSIGHT_010"]),
    ],
)
def test_what_is_no_seal_waits_in_quarantine_with_its_code(
    sealed: Any, changes: dict[str, Any], expected: list[str]
) -> None:
    _, result = sealed(**changes)
    assert (result["state"], codes(result)) == ("attention", expected)
    assert not Seal.objects.exists()


def test_a_visit_of_another_mentor_cannot_be_sealed(cast: Cast, sealed: Any, now: datetime) -> None:
    seal, _ = sealed()
    strange = Phone(cast.maria).known(now)
    [result] = strange.send(strange.seal("oversight.seal", json.loads(seal["body"])), now=now)
    assert (result["state"], codes(result)) == ("attention", ["SIGNATURES_007"])


def test_a_seal_is_never_changed_nor_taken_back(sealed: Any) -> None:
    sealed()
    for statement in ("UPDATE signatures_seal SET signer = 'Wati'", "DELETE FROM signatures_seal"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_a_code_of_the_sheet_stands_for_the_drawing_and_a_wrong_one_confirms_nothing(
    cast: Cast, sealed: Any, client: Client
) -> None:
    card = oversight.issue_codes(by=people.look(cast.yosef, DAY), id=uuid7(), engagement=cast.engagement.pk, on=DAY)
    right = code_of(card, DAY)
    seal, result = sealed(strokes=None, code=right)
    assert result["state"] == "accepted" and CodeEntry.objects.get().card_id == card
    page = client.get(reverse("visit", args=[seal["after"][0]])).content.decode()
    assert "disetujui dengan kode lembar" in page and right not in page


def test_a_wrong_code_is_kept_shown_and_counted(cast: Cast, sealed: Any, phone: Phone, now: datetime) -> None:
    seal, result = sealed(strokes=None, code="000 000")
    assert result["state"] == "accepted" and not CodeEntry.objects.exists()
    body = json.loads(seal["body"])
    more = [phone.seal("oversight.seal", body) for _ in range(oversight.MOST_WRONG)]
    states = [(one["state"], codes(one)) for one in phone.send(*more, now=now)]
    assert states == [("accepted", [])] * (oversight.MOST_WRONG - 1) + [("attention", ["OVERSIGHT_020"])]


def guess(seal: Envelope, code: str = "000 000") -> Any:
    """The draft of a further seal by code on the same visit."""
    body = json.loads(seal["body"]) | {"strokes": None, "code": code}
    return SealIn(id=uuid7(), **body).draft()


def test_guesses_are_counted_by_the_day_of_the_server_on_page_and_phone_together(cast: Cast, sealed: Any) -> None:
    card = oversight.issue_codes(by=people.look(cast.yosef, DAY), id=uuid7(), engagement=cast.engagement.pk, on=DAY)
    seal, _ = sealed()
    ratna, today = people.look(cast.ratna), people.TODAY
    sent = []
    for claimed in [DAY, *[date(2026, 11, 6 + number) for number in range(3)]]:
        sent.append((guess(seal), claimed))
        oversight.keep_seal(by=ratna, draft=sent[-1][0], on=claimed, now=desk.noon(today))
    typed = {"by": ratna, "visit": UUID(seal["after"][0]), "on": today}
    for _ in range(oversight.MOST_WRONG - len(sent)):
        with pytest.raises(Refused) as refused:
            oversight.enter_code(id=uuid7(), typed="000000", **typed)
        assert refused.value.codes == ["OVERSIGHT_018"]
    right = code_of(card, DAY)
    with pytest.raises(Refused) as refused:
        oversight.enter_code(id=uuid7(), typed=right, **typed)
    assert refused.value.codes == ["OVERSIGHT_020"]
    with pytest.raises(Refused) as refused:
        oversight.keep_seal(by=ratna, draft=guess(seal, right), on=date(2026, 11, 12), now=desk.noon(today))
    assert refused.value.codes == ["OVERSIGHT_020"], "another claimed day opens no further guesses"
    again, claimed = sent[0]
    assert oversight.keep_seal(by=ratna, draft=again, on=claimed, now=desk.noon(today)) == again.id, "twice is once"
    oversight.keep_seal(by=ratna, draft=guess(seal, right), on=DAY, now=desk.noon(date(2026, 11, 6)))
    assert CodeEntry.objects.get(card=card).visit_id == typed["visit"]


def test_a_code_sealed_too_long_after_the_visit_is_refused_right_or_wrong(cast: Cast, sealed: Any) -> None:
    card = oversight.issue_codes(by=people.look(cast.yosef, DAY), id=uuid7(), engagement=cast.engagement.pk, on=DAY)
    seal, _ = sealed()
    late = date(2026, 11, 19)
    for code in (code_of(card, DAY), "000 000"):
        with pytest.raises(Refused) as refused:
            oversight.keep_seal(by=people.look(cast.ratna), draft=guess(seal, code), on=late, now=desk.noon(late))
        assert refused.value.codes == ["OVERSIGHT_017"]
    assert Seal.objects.count() == 1


def paper_seal(phone: Phone, paper: UUID, content: dict[str, Any], **changes: Any) -> Envelope:
    return phone.seal("oversight.seal", {"paper": str(paper), **signed(content), **changes})


def carried(client: Client, paper: UUID | str) -> dict[str, Any]:
    """The paper as the phone holds it."""
    answer = client.get("/sync/v1/changes", {"since": 0, "budget": 2_000_000}).json()
    return next(one["body"] for one in answer["documents"] if one["key"] == f"paper:{paper}")


def test_a_paper_signed_as_the_phone_carries_it_has_the_hash_that_is_printed_on_it(
    cast: Cast, phone: Phone, now: datetime, client: Client
) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.opened(cast)
    content = carried(client, paper)["content"]
    late = paper_seal(phone, paper, content, signer="Wati", capacity="member")
    assert phone.send(seal := paper_seal(phone, paper, content), now=now)[0]["state"] == "accepted"
    assert "Segel cocok" in client.get(reverse("paper", args=[paper])).content.decode()
    desk.submitted(cast)
    [after] = phone.send(late, now=now)
    assert after["state"] == "accepted", "signed before, arrived after it was handed in"
    page = client.get(reverse("paper", args=[paper])).content.decode()
    assert page.count("Segel cocok") == 2 and page.count(json.loads(seal["body"])["sha256"]) == 3
    assert page.count("M100 200L300 120") == 3, "each seal, and the chair's block on the sheet"
    pdf = client.get(reverse("paper_pdf", args=[paper]))
    assert pdf.status_code == 200 and pdf.content == client.get(reverse("paper_pdf", args=[paper])).content


def test_a_paper_that_reads_otherwise_than_it_was_signed_says_so_and_prints_no_signature(
    cast: Cast, phone: Phone, now: datetime, client: Client
) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.opened(cast)
    phone.send(paper_seal(phone, paper, carried(client, paper)["content"]), now=now)
    desk.visit(cast, date(2026, 10, 13), activity="Rapat anggota")
    page = client.get(reverse("paper", args=[paper])).content.decode()
    assert "Segel tidak cocok" in page and page.count("M100 200L300 120") == 1


def test_what_another_drew_is_never_printed_over_the_name_of_the_chair(
    cast: Cast, phone: Phone, now: datetime, client: Client
) -> None:
    desk.visit(cast, date(2026, 10, 12))
    paper = desk.opened(cast)
    content = carried(client, paper)["content"]
    look = people.look(cast.ratna)
    phone.send(paper_seal(phone, paper, content, signer="Markus Liu"), now=now)
    page = client.get(reverse("paper", args=[paper])).content.decode()
    assert page.count("M100 200L300 120") == 1 and "digambar di HP" not in page
    sheet = papers.sheet_of(look, paper)
    assert sheet and not [one.drawn for one in signature_blocks(sheet) if one.drawn]
    other = [[100, 300, 300, 320, 480, 360, 700, 200]]
    for strokes, signer in ((STROKES, "ujang  MANTAP"), (other, "Ujang Mantap")):
        phone.send(paper_seal(phone, paper, content, signer=signer, strokes=strokes), now=now)
    page = client.get(reverse("paper", args=[paper])).content.decode()
    assert "digambar di HP, ujang  MANTAP, 4 Nov 2026" in page and page.count("M100 300L300 320") == 1
    sheet = papers.sheet_of(look, paper)
    assert sheet and sheet.drawn["chair"].path.startswith("M100 200")
    notes = [one.drawn_note for one in signature_blocks(sheet) if one.drawn]
    assert notes == ["digambar di HP, ujang  MANTAP, 4 November 2026"]


def test_a_plan_of_the_mentor_alone_has_nobody_to_sign_it(cast: Cast, phone: Phone, now: datetime) -> None:
    paper = desk.opened(cast, "rencana-kerja", "2026-11")
    [result] = phone.send(paper_seal(phone, paper, {}), now=now)
    assert codes(result) == ["SIGNATURES_007"]


def test_a_paper_that_the_chair_signed_in_time_is_on_time_though_it_is_handed_in_later(
    cast: Cast, phone: Phone, now: datetime, client: Client
) -> None:
    desk.visit(cast, date(2026, 9, 14))
    paper, late = desk.opened(cast, period="2026-09"), date(2026, 11, 5)
    phone.start = datetime.fromisoformat("2026-10-09T16:00:00+08:00")
    [result] = phone.send(paper_seal(phone, paper, carried(client, paper)["content"]), now=now)
    assert (result["counts_on"], result["on_time"]) == ("2026-10-09", True)
    desk.submitted(cast, period="2026-09", on=late)
    assert papers.own_paper(people.look(cast.ratna), paper).late_days == 0, "due on 10 October, signed on the 9th"
    desk.visit(cast, date(2026, 9, 15))
    other = desk.submitted(cast, "jurnal-kerja", period="2026-09", on=late)
    assert papers.own_paper(people.look(cast.ratna), other).late_days == 26


def test_the_name_of_a_seal_is_never_used_for_another_content(cast: Cast, sealed: Any) -> None:
    seal, _ = sealed()
    body, ratna = json.loads(seal["body"]), people.look(cast.ratna)
    draft = SealIn(id=seal["id"], **body).draft()
    assert oversight.keep_seal(by=ratna, draft=draft, on=DAY, now=desk.noon(DAY)) == draft.id
    with pytest.raises(Refused) as refused:
        oversight.keep_seal(by=ratna, draft=replace(draft, signer="Wati"), on=DAY, now=desk.noon(DAY))
    assert refused.value.codes == ["SIGNATURES_008"]


def test_the_reference_tells_the_body_of_each_kind(client: Client) -> None:
    told = client.get("/sync/v1/openapi.json").json()["paths"]["/sync/v1/records"]["post"]["x-record-bodies"]
    assert set(told["oversight.seal"]["required"]) == {"content", "sha256", "signer", "capacity"}
    assert {"visit", "reason"} <= set(told["fieldwork.visit_revision"]["required"])
    assert "id" not in told["fieldwork.visit"]["properties"]
    assert set(told) == {kind for kind, _ in KINDS}


def test_every_kind_has_its_body_and_its_word() -> None:
    kinds = {kind for kind, _ in KINDS}
    assert kinds == set(BODIES) == set(words.KINDS) - {"openrosa.form"}, "a form of another app is not from the phone"
