"""Who sees supervision: the office that examines and the board once reported; mentors, other offices nothing (C33)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sidamping.features.letters import queries as letters
from sidamping.features.letters.models import Letter
from sidamping.features.supervision import queries, services
from sidamping.platform.access import roles
from sidamping.platform.activity import journal
from tests import places
from tests.features.supervision.examining import FIRST, OPENED, assigned, at, found, office, reported, warned
from tests.people import TODAY, Cast, User, appoint, look, user

SignIn = Callable[[User], Client]
NEVER = ("ratna", "maria", "yosef", "petronela", "sarlin", "paulus", "agnes", "anton")


@pytest.mark.parametrize("name", NEVER)
def test_everybody_else_sees_nothing_of_it(cast: Cast, name: str) -> None:
    id, finding = reported(cast)
    warned(cast, id)
    viewer = look(getattr(cast, name))
    assert queries.examination(viewer, id) is None
    assert queries.finding_of(viewer, finding) is None
    assert queries.examinations_page(viewer).rows == ()
    assert queries.report_content(viewer, id) is None
    assert letters.letters_page(viewer).rows == ()
    assert all(letters.letter_card(viewer, one.pk) is None for one in Letter.objects.all())


def test_the_board_reads_it_once_the_report_is_issued(cast: Cast) -> None:
    early, _ = found(cast)
    assert queries.examination(look(cast.ujang), early) is None
    id, _ = reported(cast)
    for one in (cast.ujang, cast.wati):
        card = queries.examination(look(one), id)
        assert card is not None and card.answers and not card.keeps
        assert [line.id for line in queries.examinations_page(look(one)).rows] == [id]


def test_the_office_of_another_regency_and_of_the_province_keep_their_own(cast: Cast) -> None:
    id, _ = reported(cast)
    there = user("office_tts", "Dinas TTS")
    appoint(there, roles.DINAS_REGENCY, area=places.TTS)
    assert queries.examination(look(there), id) is None
    above = look(cast.petronela, OPENED)
    own = assigned(cast, above)
    assert queries.examination(office(cast), own) is None
    found_card = queries.examination(above, own)
    assert found_card is not None and (found_card.office, found_card.area) == (roles.DINAS_PROVINCE, places.NTT)


def test_reserved_letters_stand_in_no_list_even_of_the_issuing_office(cast: Cast, sign_in: SignIn) -> None:
    id, _ = reported(cast)
    sanction = warned(cast, id)
    letter = Letter.objects.get(kind="supervision-warning")
    assert letters.letters_page(office(cast)).rows == ()
    office_page = sign_in(cast.dominggus)
    assert office_page.get(reverse("letter", args=[letter.pk])).status_code == 404
    assert office_page.get(reverse("sanction_pdf", args=[sanction])).content.startswith(b"%PDF")
    assert sign_in(cast.ujang).get(reverse("sanction_pdf", args=[sanction])).content.startswith(b"%PDF")
    check = letters.public_check(letter.token)
    assert check is not None and check.valid


def test_the_history_on_the_cooperatives_card_tells_nothing_of_it(cast: Cast) -> None:
    """Mentors and neighbours read that history (C33)."""
    id, _ = reported(cast)
    warned(cast, id)
    services.close_examination(by=office(cast, FIRST), examination=id, why="Pindah kantor", now=at(FIRST))
    told = journal.history([cast.merah_putih.party_id])
    assert [one.action for one in told if one.action.startswith(("supervision.", "letters."))] == []


def test_the_letter_of_a_sanction_is_found_for_its_readers_in_one_question(cast: Cast) -> None:
    id, _ = reported(cast)
    sanction, board = warned(cast, id), look(cast.ujang)
    with CaptureQueriesContext(connection) as asked:
        found = queries.sanction_letter(board, sanction)
    assert (found, len(asked)) == (Letter.objects.get(kind="supervision-warning").pk, 1)
    assert queries.sanction_letter(look(cast.ratna), sanction) is None


def test_how_much_waits_is_counted_for_each_side(cast: Cast) -> None:
    reported(cast)
    assert (queries.to_answer(look(cast.ujang)), queries.to_judge(look(cast.dominggus))) == (1, 0)
    assert (queries.to_answer(look(cast.ratna)), queries.to_judge(look(cast.ratna, TODAY))) == (0, 0)
