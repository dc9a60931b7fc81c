"""Profiles, certificates and interests of mentors: who writes what, what is masked, what runs out (issue 4, C13)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test import Client

from sidamping.domain.problems import Refused
from sidamping.features.mentors import queries, services
from sidamping.features.mentors.models import Certificate, Interest, MentorProfile
from sidamping.features.mentors.services import CertificateDraft, OwnDraft, ProfileDraft
from sidamping.platform.access import roles
from sidamping.platform.activity.models import Activity
from tests import people, places
from tests.people import Cast, look

ID = UUID("0190e7a0-0000-7000-8000-0000000000a1")
NIK = "5301052301800009"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
DRAFT = ProfileDraft(
    nik=NIK, village=places.BOLOK, themes=("governance", "accounting"), sectors=("food",), languages=("dawan",),
)


def codes(caught: pytest.ExceptionInfo[Refused]) -> set[str]:
    return set(caught.value.codes)


def certificate(cast: Cast, **changes: object) -> UUID:
    told = {"scheme": "Pendamping UMKM", "number": "LSP-1", "issued": date(2024, 1, 10), "expires": date(2027, 1, 9)}
    draft = CertificateDraft(**{**told, **changes})  # type: ignore[arg-type]
    return services.add_certificate(by=look(cast.ratna), id=ID, user=cast.ratna.id, draft=draft)


def test_the_office_keeps_the_profile_and_the_nik_is_shown_masked(cast: Cast) -> None:
    for _ in range(2):
        services.keep_profile(by=look(cast.yosef), user=cast.ratna.id, draft=DRAFT)
    card = queries.profile(look(cast.yosef), cast.ratna.id)
    assert card and (card.nik, card.village_code, card.themes) == (
        "5301••••••••0009", places.BOLOK, ("governance", "accounting"),
    )
    row = Activity.objects.get(action="mentors.profile_kept")
    assert NIK not in str(row.data)


def test_the_mask_that_comes_back_leaves_the_number_as_it_was(cast: Cast) -> None:
    services.keep_profile(by=look(cast.yosef), user=cast.ratna.id, draft=DRAFT)
    again = ProfileDraft(nik="5301••••••••0009", village=places.TABLOLONG)
    services.keep_profile(by=look(cast.yosef), user=cast.ratna.id, draft=again)
    assert MentorProfile.objects.get(pk=cast.ratna.id).nik == NIK


def test_mentors_write_contact_themes_and_languages_of_their_own_and_nothing_else(cast: Cast) -> None:
    services.keep_profile(by=look(cast.yosef), user=cast.ratna.id, draft=DRAFT)
    services.keep_own_profile(by=look(cast.ratna), draft=OwnDraft(phone="081234567890", languages=("tetun",)))
    row = MentorProfile.objects.get(pk=cast.ratna.id)
    assert (row.phone, row.languages, row.themes, row.nik) == ("081234567890", ["tetun"], [], NIK)
    with pytest.raises(Refused) as caught:
        services.keep_profile(by=look(cast.ratna), user=cast.ratna.id, draft=DRAFT)
    assert codes(caught) == {"MENTORS_001"}


def test_every_fault_of_a_profile_is_told_at_once(cast: Cast) -> None:
    services.keep_profile(by=look(cast.sarlin), user=cast.maria.id, draft=DRAFT)
    wrong = ProfileDraft(
        nik=NIK, village="53.99.99.9999", themes=("flying",), education="x", capacity=900, phone="12", address="a" * 300
    )
    with pytest.raises(Refused) as caught:
        services.keep_profile(by=look(cast.yosef), user=cast.ratna.id, draft=wrong, seen=4)
    assert codes(caught) == {
        "GENERAL_002", "GENERAL_003", "AREAS_001", "MENTORS_002", "MENTORS_004", "MENTORS_005", "MENTORS_021",
        "PARTIES_006",
    }


@pytest.mark.parametrize("who", ["maria", "ujang", "agnes"])
def test_a_stranger_sees_no_profile(cast: Cast, who: str) -> None:
    assert queries.profile(look(getattr(cast, who)), cast.ratna.id) is None


def test_a_coordinator_keeps_no_mentor_of_another_district(cast: Cast) -> None:
    with pytest.raises(Refused) as caught:
        services.keep_profile(by=look(cast.yosef), user=cast.maria.id, draft=DRAFT)
    assert codes(caught) == {"MENTORS_001"}


def test_the_nik_is_opened_once_with_a_reason_that_stays(cast: Cast) -> None:
    services.keep_profile(by=look(cast.yosef), user=cast.ratna.id, draft=DRAFT)
    with pytest.raises(Refused) as caught:
        services.reveal_nik(by=look(cast.yosef), user=cast.ratna.id, why="mau")
    assert codes(caught) == {"MENTORS_015"}
    assert services.reveal_nik(by=look(cast.yosef), user=cast.ratna.id, why="Menyusun SPK pendamping") == NIK
    assert Activity.objects.get(action="mentors.nik_revealed").why == "Menyusun SPK pendamping"
    with pytest.raises(Refused) as caught:
        services.reveal_nik(by=look(cast.dominggus), user=cast.ratna.id, why="Menyusun SPK pendamping")
    assert codes(caught) == {"MENTORS_001"}


def test_a_certificate_sent_twice_is_there_once_and_checked_by_content(cast: Cast) -> None:
    assert certificate(cast, file_name="s.pdf", content=PDF) == certificate(cast, file_name="s.pdf", content=PDF) == ID
    assert Certificate.objects.count() == 1
    with pytest.raises(Refused) as caught:
        services.add_certificate(
            by=look(cast.ratna), id=UUID(int=7), user=cast.ratna.id,
            draft=CertificateDraft("Pendamping UMKM", "LSP-1", date(2027, 1, 1), date(2026, 1, 1), content=b"EXE"),
        )  # fmt: skip
    assert codes(caught) == {"MENTORS_007", "MENTORS_008", "MENTORS_009", "FILES_005"}


@pytest.mark.parametrize(
    ("on", "state"),
    [(date(2026, 11, 9), "valid"), (date(2026, 11, 10), "expiring"), (date(2027, 1, 9), "expiring"),
     (date(2027, 1, 10), "expired")],
)
def test_a_certificate_is_warned_of_sixty_days_before_its_last_day(cast: Cast, on: date, state: str) -> None:
    certificate(cast)
    assert [one.state for one in queries.certificates_of([cast.ratna.id], on)[cast.ratna.id]] == [state]
    for who in (cast.ratna, cast.yosef):
        assert bool(queries.expiring_certificates(look(who, on), on)) == (state != "valid")
    assert queries.expiring_certificates(look(cast.maria, on), on) == ()


def test_a_newer_certificate_of_the_scheme_silences_the_old_one(cast: Cast) -> None:
    certificate(cast, expires=date(2026, 11, 20))
    draft = CertificateDraft("Pendamping UMKM", "LSP-2", date(2026, 10, 1), date(2029, 9, 30))
    services.add_certificate(by=look(cast.yosef), id=UUID(int=8), user=cast.ratna.id, draft=draft)
    assert queries.expiring_certificates(look(cast.yosef), people.TODAY) == ()


def test_a_withdrawn_certificate_stays_readable_and_is_withdrawn_once(cast: Cast) -> None:
    certificate(cast)
    for _ in range(2):
        services.withdraw_certificate(by=look(cast.yosef), certificate=ID, on=people.TODAY, why="Palsu")
    with pytest.raises(Refused) as caught:
        services.withdraw_certificate(by=look(cast.yosef), certificate=ID, on=people.TODAY, why="Lain")
    assert codes(caught) == {"MENTORS_010"}
    line = queries.certificates_of([cast.ratna.id], people.TODAY)[cast.ratna.id][0]
    assert (line.state, line.withdrawn_why) == ("withdrawn", "Palsu")


def test_an_interest_is_declared_once_and_ended_by_the_office_only(cast: Cast) -> None:
    told = {"user": cast.ratna.id, "party": cast.keripik.pk, "kind": "family", "starts": date(2026, 1, 1)}
    for _ in range(2):
        services.declare_interest(by=look(cast.ratna), id=ID, note="Adik pemilik", **told)
    assert Interest.objects.count() == 1
    with pytest.raises(Refused) as caught:
        services.declare_interest(by=look(cast.ratna), id=UUID(int=9), note="", **{**told, "kind": "family"})
    assert codes(caught) == {"MENTORS_013", "GENERAL_001"}
    with pytest.raises(Refused) as caught:
        services.end_interest(by=look(cast.ratna), interest=ID, ends=people.TODAY, why="Selesai")
    assert codes(caught) == {"MENTORS_012"}
    services.end_interest(by=look(cast.yosef), interest=ID, ends=people.TODAY, why="Usaha dijual")
    assert Interest.objects.get().ends == people.TODAY
    with pytest.raises(Refused) as caught:
        services.end_interest(by=look(cast.yosef), interest=ID, ends=date(2026, 10, 1), why="Lebih awal")
    assert codes(caught) == {"MENTORS_023"}
    for change in ("ends = NULL, ended_why = ''", "ends = '2026-10-01'", "ended_why = 'Lain'"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE mentors_interest SET {change}")


def test_a_conflict_is_decided_in_the_programme_of_the_mentor(cast: Cast) -> None:
    """A13: the office of another programme in the same district neither decides nor reads the request."""
    other = people.user("koordinator_tkm", "Koordinator TKM")
    people.appoint(other, roles.COORDINATOR, area=places.KUPANG, programme="tkm-lanjutan-2024")
    told = {"user": cast.ratna.id, "party": cast.keripik.pk, "kind": "family", "starts": date(2026, 1, 1)}
    services.declare_interest(by=look(cast.ratna), id=ID, note="Adik pemilik", **told)
    asked = {"user": cast.ratna.id, "party": cast.keripik.pk, "why": "Tidak ada pendamping lain"}
    request = services.ask_waiver(by=look(cast.yosef), id=ID, **asked)
    with pytest.raises(Refused) as caught:
        services.waive_conflict(by=look(other), id=UUID(int=8), request=request, **asked)
    assert codes(caught) == {"MENTORS_022"}
    assert (queries.open_requests(look(other)), len(queries.open_requests(look(cast.yosef)))) == ((), 1)
    assert services.waive_conflict(by=look(cast.paulus), id=UUID(int=8), request=request, **asked)


def test_a_profile_page_takes_few_queries_and_shows_the_state(cast: Cast, sign_in, at_most_queries) -> None:  # type: ignore[no-untyped-def]
    certificate(cast, expires=date(2026, 12, 1))
    services.keep_profile(by=look(cast.yosef), user=cast.ratna.id, draft=DRAFT)
    client: Client = sign_in(cast.yosef)
    with at_most_queries(10):
        page = client.get(f"/para-pendamping/{cast.ratna.id}/")
    assert "Habis 26 hari lagi" in page.content.decode()


def test_the_pages_of_a_profile_work_and_keep_the_input(cast: Cast, sign_in) -> None:  # type: ignore[no-untyped-def]
    client: Client = sign_in(cast.yosef)
    address = f"/para-pendamping/{cast.ratna.id}/"
    told = {"seen": 0, "nik": NIK, "village": places.BOLOK, "themes": ["governance"], "languages": ["dawan"]}
    assert client.post(f"{address}ubah/", told).status_code == 303
    wrong = client.post(f"{address}ubah/", {**told, "seen": 1, "capacity": "3"})
    assert wrong.status_code == 422 and "MENTORS_005" in wrong.content.decode()
    file = SimpleUploadedFile("s.pdf", PDF, "application/pdf")
    sent = {"id": str(ID), "scheme": "Pendamping", "number": "1", "issued": "2026-01-01", "file": file}
    assert client.post(f"{address}sertifikat/", sent).status_code == 303
    assert client.get(f"/sertifikat/{ID}/berkas")["Content-Type"] == "application/pdf"
    shown = client.post(f"{address}nik/", {"why": "Menyusun SPK"})
    assert NIK in shown.content.decode()
    assert sign_in(cast.maria).get(address).status_code == 404
