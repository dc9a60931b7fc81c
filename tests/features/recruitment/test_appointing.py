"""Letters, account, role, profile and certificates of chosen candidates; induction with attendance (B3, B4)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sidamping.domain.problems import Refused
from sidamping.features.letters.queries import letter_card, letters_of
from sidamping.features.mentors.queries import certificates_of, profiles_of
from sidamping.features.programmes.models import StepRecord
from sidamping.features.programmes.queries import path_stations, path_view
from sidamping.features.recruitment import queries, services
from sidamping.features.recruitment.models import Candidacy
from sidamping.platform.access.models import Appointment, User
from tests import places
from tests.features.recruitment import calling
from tests.features.recruitment.calling import OPENS, TODAY, look
from tests.people import Cast

FIRST_DAY, SECOND_DAY = date(2026, 10, 12), date(2026, 10, 14)


def test_a_chosen_candidate_gets_letters_an_account_and_the_role(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.chosen(cast, call)
    made = calling.appointed(cast, call, id)
    assert set(made.letters) == {"sk", "spk"} and made.one_time_password
    user = User.objects.get(pk=made.user)
    assert (user.username, user.full_name, user.password_once) == ("melki", "Melkianus Bire", True)
    role = Appointment.objects.get(user=user)
    assert (role.role, role.programme, role.area_id) == ("mentor", calling.MODERN, places.KUPANG)
    decree = letter_card(look(cast.paulus), made.letters["sk"])
    assert decree is not None and role.letter == decree.line.number
    assert decree.content["facts"]["score"] == "78,53"
    stops = {one.code: one for one in path_stations(id, TODAY)}
    assert stops["appoint"].passed
    facts = profiles_of([user.pk])[user.pk]
    assert (facts.village_code, facts.themes) == (places.BOLOK, {"accounting"})
    assert [one.number for one in certificates_of([user.pk], TODAY)[user.pk]] == ["PU-1"]
    assert Candidacy.objects.get(pk=id).path.person_id == user.pk


def test_the_office_is_told_once_of_everybody_in_the_batch(cast: Cast) -> None:
    call = calling.called(cast)
    first, second = calling.chosen(cast, call), calling.chosen(cast, call, "5301056111910005", name="Novita Ledoh")
    drafts = (services.AppointmentDraft(first, "melki"), services.AppointmentDraft(second, "novita"))
    day = OPENS + timedelta(days=25)
    for _ in range(2):
        services.appoint(by=look(cast.paulus), call=call, chosen=drafts, on=day, starts=day, place="Kupang")
    host = Candidacy.objects.get(pk=first).call.cohort_id
    letters = letters_of(look(cast.paulus), cohort=host)
    assert sorted(one.kind for one in letters) == ["dinas-notice", "sk", "sk", "spk", "spk"]
    notice = letter_card(look(cast.paulus), next(one.id for one in letters if one.kind == "dinas-notice"))
    assert notice is not None and sorted(notice.content["facts"]["names"]) == ["Melkianus Bire", "Novita Ledoh"]
    assert StepRecord.objects.filter(step="appoint").count() == 2
    assert User.objects.filter(username__in=("melki", "novita")).count() == 2


def test_what_recruiters_remarked_stays_off_the_path_that_the_candidate_reads(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.applied(call, by=look(cast.ratna, OPENS), name="Ratna Tefa")
    calling.decided(cast.paulus, id, "administrative", on=OPENS, remark="Ijazah belum dilegalisasi.")
    view = path_view(look(cast.ratna), id)
    (stop,) = [one for one in view.stops if one.record and one.outcome]  # type: ignore[union-attr]  # the own path
    assert (stop.outcome, stop.remark) == ("passed", "")
    (line,) = queries.candidate_card(look(cast.paulus), id).decisions  # type: ignore[union-attr]  # leads
    assert line.remark == "Ijazah belum dilegalisasi."


def test_who_has_an_account_keeps_it(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.chosen(cast, call, by=look(cast.ratna, OPENS), name="Ratna Tefa")
    made = calling.appointed(cast, call, id, "")
    assert (made.user, made.one_time_password) == (cast.ratna.pk, "")
    roles = Appointment.objects.filter(user=cast.ratna).values_list("programme", flat=True)
    assert sorted(roles) == [calling.MODERN, "tpk-ntt-2018"]


def test_nobody_is_appointed_before_every_stage_is_passed(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.applied(call)
    with pytest.raises(Refused) as refusal:
        calling.appointed(cast, call, id)
    assert refusal.value.codes == ["RECRUITMENT_022"]
    assert not User.objects.filter(username="melki").exists()


def test_a_user_name_in_use_leaves_nothing_behind(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.chosen(cast, call)
    with pytest.raises(Refused) as refusal:
        calling.appointed(cast, call, id, "ratna")
    assert refusal.value.codes == ["ACCESS_008"]
    assert letters_of(look(cast.paulus), path=id) == ()


def test_the_step_is_recorded_by_itself_when_every_required_session_was_attended(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.chosen(cast, call)
    calling.appointed(cast, call, id)
    host = Candidacy.objects.get(pk=id).call.cohort_id
    first = calling.session(cast, host, "outputs", FIRST_DAY)
    second = calling.session(cast, host, "reporting", SECOND_DAY, place="", link="https://rapat.example/1")
    by = look(cast.paulus)
    assert services.record_attendance(by=by, session=first, present={id}, on=TODAY) == ()
    shown = queries.induction_of(by, host)
    assert shown is not None and shown.people[0].missing == ("Petunjuk pelaporan kegiatan",)
    assert services.record_attendance(by=by, session=second, present={id}, on=TODAY) == (id,)
    stop = next(one for one in path_stations(id, TODAY) if one.code == "induction")
    assert (stop.state, stop.done_on) == ("done", SECOND_DAY)
    assert services.record_attendance(by=by, session=second, present={id}, on=TODAY) == ()
    assert StepRecord.objects.filter(step="induction").count() == 1


def test_a_tick_on_which_the_step_stands_cannot_be_cleared(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.chosen(cast, call)
    calling.appointed(cast, call, id)
    host = Candidacy.objects.get(pk=id).call.cohort_id
    for code, day in (("outputs", FIRST_DAY), ("reporting", SECOND_DAY)):
        held = calling.session(cast, host, code, day)
        services.record_attendance(by=look(cast.paulus), session=held, present={id}, on=TODAY)
    with pytest.raises(Refused) as refusal:
        services.record_attendance(by=look(cast.paulus), session=held, present=set(), on=TODAY)
    assert refusal.value.codes == ["RECRUITMENT_028"]


def test_sharing_during_the_mentoring_marks_the_step_that_repeats(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.chosen(cast, call)
    calling.appointed(cast, call, id)
    host = Candidacy.objects.get(pk=id).call.cohort_id
    days = (("outputs", FIRST_DAY), ("reporting", SECOND_DAY), ("sharing", date(2026, 10, 28)),
            ("sharing", date(2026, 11, 4)))
    for code, day in days:
        held = calling.session(cast, host, code, day)
        services.record_attendance(by=look(cast.paulus), session=held, present={id}, on=TODAY)
    assert StepRecord.objects.filter(path=id, step="sharing").count() == 2


def test_attendance_waits_for_the_day_and_knows_its_people(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.applied(call)
    host = Candidacy.objects.get(pk=id).call.cohort_id
    later = calling.session(cast, host, "outputs", TODAY + timedelta(days=3))
    with pytest.raises(Refused) as refusal:
        services.record_attendance(by=look(cast.paulus), session=later, present={id}, on=TODAY)
    assert refusal.value.codes == ["RECRUITMENT_026", "RECRUITMENT_027"]
    with pytest.raises(Refused) as refusal:
        calling.session(cast, host, "singing", TODAY, place="")
    assert refusal.value.codes == ["RECRUITMENT_024", "RECRUITMENT_025"]
    assert queries.induction_of(look(cast.maria), host) is None
