"""Registers are kept once, checked whole, and only by those who may write them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sidamping.domain.problems import Refused
from sidamping.features.parties import queries, services
from sidamping.features.parties.models import BoardTerm, Party
from sidamping.features.parties.services import BusinessDraft, CooperativeDraft, PersonDraft, TermDraft
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.people import Cast

MARSELINUS = PersonDraft("Marselinus Tefa", places.BOLOK, nik="5301 0501 0180 0001", sex="L", phone="0812-3456-7891")
MEKAR = CooperativeDraft(
    "KSP Mekar", places.BOLOK, kind="savings_loan", legal_number="518/bh/xxi.3/2016", legal_date=date(2016, 3, 21),
    nik_koperasi="5301050010001", serves=(places.TABLOLONG,),
)


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return refused.value.codes


def test_a_person_is_kept_tidy_with_one_activity_row(cast: Cast) -> None:
    ratna = people.look(cast.ratna)
    party = services.add_person(by=ratna, draft=MARSELINUS)
    held = Party.objects.get(pk=party).person
    assert (held.nik, held.phone) == ("5301050101800001", "081234567891")
    row = Activity.objects.get(subject_id=party)
    assert (row.action, row.actor_id, row.regency) == ("parties.person_added", cast.ratna.pk, places.KUPANG)
    assert "5301050101800001" not in str(row.data)


def test_the_same_sending_twice_is_one_record(cast: Cast) -> None:
    ratna, new = people.look(cast.ratna), uuid7()
    for _ in range(2):
        assert services.add_cooperative(by=ratna, draft=MEKAR, party_id=new) == new
    assert Activity.objects.filter(subject_id=new).count() == 1


def test_the_same_id_with_other_content_is_refused(cast: Cast) -> None:
    ratna, new = people.look(cast.ratna), uuid7()
    services.add_cooperative(by=ratna, draft=MEKAR, party_id=new)
    with pytest.raises(Refused) as refused:
        services.add_cooperative(by=ratna, draft=replace(MEKAR, name="KSP Lain"), party_id=new)
    assert codes(refused) == ["PARTIES_010"]


def test_all_faults_of_a_draft_are_told_at_once(cast: Cast) -> None:
    draft = CooperativeDraft(
        "", "53.01.05.9999", kind="dagang", legal_number="abcd", nib="12", npwp="1", nik_koperasi="9", phone="1",
        founded_on=date(2027, 1, 1), serves=("99.99.99.9999",),
    )
    with pytest.raises(Refused) as refused:
        services.add_cooperative(by=people.look(cast.ratna), draft=draft)
    assert sorted(codes(refused)) == [
        "AREAS_001", "AREAS_001", "GENERAL_001", "GENERAL_002", "PARTIES_002", "PARTIES_003", "PARTIES_004",
        "PARTIES_005", "PARTIES_006", "PARTIES_015",
    ]
    assert not Party.objects.filter(village_id="53.01.05.9999").exists()


@pytest.mark.parametrize("who", ["maria", "ujang", "dominggus", "petronela", "paulus", "agnes"])
def test_readers_and_other_districts_may_not_write(cast: Cast, who: str) -> None:
    with pytest.raises(Refused) as refused:
        services.add_person(by=people.look(getattr(cast, who)), draft=MARSELINUS)
    assert codes(refused) == ["AREAS_005" if who == "maria" else "PARTIES_021"]


def test_who_lives_in_another_district_is_not_told_by_a_look_alike(cast: Cast) -> None:
    services.add_person(by=people.look(cast.ratna), draft=MARSELINUS)
    with pytest.raises(Refused) as refused:
        services.add_person(by=people.look(cast.maria), draft=PersonDraft("Marselinus TEFA", places.BOLOK))
    assert codes(refused) == ["AREAS_005"]


@pytest.mark.parametrize("who", ["ratna", "yosef", "sarlin", "anton"])
def test_mentor_coordinator_secretariat_and_admin_write_in_their_area(cast: Cast, who: str) -> None:
    assert services.add_person(by=people.look(getattr(cast, who)), draft=MARSELINUS)


def test_a_nik_is_recorded_once_and_a_stranger_learns_no_name(cast: Cast) -> None:
    services.add_person(by=people.look(cast.ratna), draft=MARSELINUS)
    for who, name in ((cast.ratna, "Marselinus Tefa"), (cast.maria, "(wilayah lain)")):
        village = places.BOLOK if who is cast.ratna else places.KUATAE
        with pytest.raises(Refused) as refused:
            services.add_person(by=people.look(who), draft=replace(MARSELINUS, name="Orang Lain", village=village))
        assert codes(refused) == ["PARTIES_007"]
        assert refused.value.problems[0].values["name"] == name


def test_numbers_of_a_cooperative_are_recorded_once(cast: Cast) -> None:
    ratna = people.look(cast.ratna)
    services.add_cooperative(by=ratna, draft=MEKAR)
    with pytest.raises(Refused) as refused:
        other = replace(MEKAR, name="Bunga Baru", legal_number="518 / BH / XXI.3 / 2016")
        services.add_cooperative(by=ratna, draft=other)
    assert codes(refused) == ["PARTIES_008", "PARTIES_009"]


def test_a_name_that_looks_alike_asks_before_it_is_kept(cast: Cast) -> None:
    ratna = people.look(cast.ratna)
    draft = CooperativeDraft("Koperasi MERAH PUTIH", places.BOLOK, kind="village")
    with pytest.raises(Refused) as refused:
        services.add_cooperative(by=ratna, draft=draft)
    assert codes(refused) == ["PARTIES_011"]
    assert services.add_cooperative(by=ratna, draft=draft, keep=True)


def test_a_change_counts_its_revision_and_names_the_fields(cast: Cast) -> None:
    ratna = people.look(cast.ratna)
    party = services.add_person(by=ratna, draft=MARSELINUS)
    services.change_person(by=ratna, party_id=party, draft=replace(MARSELINUS, address="RT 03"), seen=0)
    assert Party.objects.get(pk=party).revised == 1
    assert Activity.objects.get(subject_id=party, action="parties.person_changed").data == {"fields": ["address"]}


def test_a_change_of_something_changed_meanwhile_is_refused(cast: Cast) -> None:
    ratna = people.look(cast.ratna)
    party = services.add_person(by=ratna, draft=MARSELINUS)
    services.change_person(by=ratna, party_id=party, draft=replace(MARSELINUS, address="RT 03"), seen=0)
    with pytest.raises(Refused) as refused:
        services.change_person(by=ratna, party_id=party, draft=replace(MARSELINUS, address="RT 04"), seen=0)
    assert codes(refused) == ["GENERAL_003"]


def test_the_same_change_twice_happens_once(cast: Cast) -> None:
    ratna = people.look(cast.ratna)
    party = services.add_person(by=ratna, draft=MARSELINUS)
    for _ in range(2):
        services.change_person(by=ratna, party_id=party, draft=replace(MARSELINUS, address="RT 03"), seen=0)
    assert Activity.objects.filter(subject_id=party, action="parties.person_changed").count() == 1


def test_a_mask_sent_back_leaves_the_number_as_it_was(cast: Cast) -> None:
    ratna = people.look(cast.ratna)
    party = services.add_person(by=ratna, draft=MARSELINUS)
    draft, revised = services.stored_draft(by=ratna, party_id=party, kind="person") or (MARSELINUS, 0)
    assert isinstance(draft, PersonDraft) and draft.nik == "5301••••••••0001"
    services.change_person(by=ratna, party_id=party, draft=replace(draft, address="RT 05"), seen=revised)
    assert Party.objects.get(pk=party).person.nik == "5301050101800001"


def test_a_business_needs_an_owner_and_a_cooperative_in_sight(cast: Cast) -> None:
    draft = BusinessDraft(
        "Tenun Kuatae", places.KUATAE, owner=cast.keripik.owner_id, sector="weaving", cooperative=cast.merah_putih.pk
    )
    with pytest.raises(Refused) as refused:
        services.add_business(by=people.look(cast.maria), draft=draft)
    assert codes(refused) == ["PARTIES_018", "PARTIES_019"]


def test_a_term_of_five_years_is_kept_and_one_day_more_is_refused_with_its_article(cast: Cast) -> None:
    yosef = people.look(cast.yosef)
    agustina = services.add_person(by=yosef, draft=PersonDraft("Agustina Tefa", places.BOLOK))
    term = TermDraft(agustina, "management", "secretary", date(2026, 1, 1), date(2031, 1, 1))
    with pytest.raises(Refused) as refused:
        services.add_term(by=yosef, cooperative_id=cast.merah_putih.pk, draft=term)
    assert codes(refused) == ["PARTIES_012"]
    assert refused.value.problems[0].values["cite"] == "uu-25-1992#pasal-29-4"
    assert refused.value.problems[0].values["latest"] == date(2030, 12, 31)
    assert "1 Jan 2031" in str(refused.value.problems[0])
    kept, new = replace(term, ends=date(2030, 12, 31)), uuid7()
    for _ in range(2):
        services.add_term(by=yosef, cooperative_id=cast.merah_putih.pk, draft=kept, term_id=new)
    assert BoardTerm.objects.filter(person_id=agustina).count() == 1
    assert Activity.objects.filter(action="parties.board_term_added").count() == 1


def test_two_chairs_at_once_and_an_end_before_the_start_are_refused(cast: Cast) -> None:
    yosef = people.look(cast.yosef)
    agustina = services.add_person(by=yosef, draft=PersonDraft("Agustina Tefa", places.BOLOK))
    chair = TermDraft(agustina, "management", "chair", date(2026, 1, 1), date(2027, 1, 1))
    with pytest.raises(Refused) as refused:
        services.add_term(by=yosef, cooperative_id=cast.merah_putih.pk, draft=chair)
    assert codes(refused) == ["PARTIES_014"]
    backwards = replace(chair, position="secretary", ends=date(2025, 12, 31))
    with pytest.raises(Refused) as refused:
        services.add_term(by=yosef, cooperative_id=cast.merah_putih.pk, draft=backwards)
    assert codes(refused) == ["PARTIES_013"]


def test_an_office_stands_in_its_own_organ(cast: Cast) -> None:
    """'Ketua' of the supervisors is another office: as 'chair' she would be printed as the chair on papers."""
    yosef = people.look(cast.yosef)
    agustina = services.add_person(by=yosef, draft=PersonDraft("Agustina Tefa", places.BOLOK))
    term = TermDraft(agustina, "supervision", "chair", date(2025, 1, 1), date(2027, 1, 1))
    with pytest.raises(Refused) as refused:
        services.add_term(by=yosef, cooperative_id=cast.merah_putih.pk, draft=term)
    assert codes(refused) == ["PARTIES_026"]
    services.add_term(by=yosef, cooperative_id=cast.merah_putih.pk, draft=replace(term, position="head_supervisor"))
    chair = queries.chair_on(cast.merah_putih.pk, people.TODAY)
    assert chair is not None and chair.name == "Ujang Mantap"


def test_the_board_is_known_on_a_day_and_warns_before_it_ends(cast: Cast) -> None:
    chair = queries.chair_on(cast.merah_putih.pk, people.TODAY)
    assert chair is not None and chair.name == "Ujang Mantap"
    assert queries.chair_on(cast.merah_putih.pk, date(2029, 1, 1)) is None
    assert not chair.expires_soon(people.TODAY)
    assert chair.expires_soon(date(2028, 11, 1))


def test_revealing_needs_a_reason_and_leaves_a_trace(cast: Cast) -> None:
    ratna, owner = people.look(cast.ratna), cast.keripik.owner_id
    with pytest.raises(Refused) as refused:
        services.reveal(by=ratna, party_id=owner, field="nik", why="cek")
    assert codes(refused) == ["PARTIES_016"]
    assert services.reveal(by=ratna, party_id=owner, field="nik", why="Mengurus NIB di OSS") == "5301052301800001"
    row = Activity.objects.get(action="parties.revealed")
    assert (row.why, row.data) == ("Mengurus NIB di OSS", {"field": "nik"})


@pytest.mark.parametrize("who", ["maria", "ujang", "dominggus", "paulus", "agnes"])
def test_strangers_and_readers_reveal_nothing(cast: Cast, who: str) -> None:
    with pytest.raises(Refused) as refused:
        services.reveal(
            by=people.look(getattr(cast, who)), party_id=cast.keripik.owner_id, field="nik", why="Ingin tahu saja"
        )
    assert codes(refused) == ["PARTIES_021"]
    assert not Activity.objects.filter(action="parties.revealed").exists()


@pytest.mark.parametrize("field", ["account_number", "user", "password"])
def test_an_empty_or_unknown_field_is_not_revealed(cast: Cast, field: str) -> None:
    with pytest.raises(Refused) as refused:
        services.reveal(
            by=people.look(cast.ratna), party_id=cast.keripik.owner_id, field=field, why="Mengurus NIB di OSS"
        )
    assert codes(refused) == ["PARTIES_017"]


@pytest.mark.parametrize(("who", "names"), [
    ("ratna", ["Keripik Mantap Jaya", "Merah Putih", "Ujang Mantap"]),
    ("ujang", ["Keripik Mantap Jaya", "Merah Putih", "Ujang Mantap"]),
    ("maria", ["Kuatae Maju"]),
    ("sarlin", ["Keripik Mantap Jaya", "Kuatae Maju", "Merah Putih", "Ujang Mantap"]),
    ("anton", ["Keripik Mantap Jaya", "Kuatae Maju", "Merah Putih", "Ujang Mantap"]),
])
def test_each_sees_the_parties_of_the_own_area(cast: Cast, who: str, names: list[str]) -> None:
    seen = queries.visible(people.look(getattr(cast, who))).order_by("name").values_list("name", flat=True)
    assert list(seen) == names


def test_who_holds_no_role_sees_nothing(cast: Cast) -> None:
    nobody = people.look(people.user("nobody", "Tanpa Peran"))
    assert not queries.visible(nobody).exists()


def test_names_for_other_features_carry_their_places(cast: Cast) -> None:
    name = queries.party_names([cast.merah_putih.pk])[cast.merah_putih.pk]
    assert (name.village_name, name.district, name.regency, name.province) == (
        "Bolok", "Kupang Barat", "Kabupaten Kupang", "Nusa Tenggara Timur"
    )
