"""One of everything that an address can name, twice: Ratna's in Kupang (own), Maria's elsewhere (foreign)."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from uuid import UUID

from django.utils import timezone
from PIL import Image

from sidamping.edges.exchange.models import DevicePassword
from sidamping.edges.exchange.openrosa.passwords import make_password
from sidamping.features.assessments import services as assessing
from sidamping.features.assessments.queries.scope import is_drawn
from sidamping.features.deliverables import services as sheets
from sidamping.features.fieldwork.models import FollowUp, PlanItem, Presence, Problem, Visit, VisitRevision
from sidamping.features.letters import services as letters
from sidamping.features.letters.models import Letter
from sidamping.features.papers import services
from sidamping.features.papers.models import Paper
from sidamping.features.parties.models import BoardTerm, Cooperative
from sidamping.features.programmes.models import Engagement
from sidamping.platform.access.models import User
from sidamping.platform.attachments.pictures import read_picture
from sidamping.platform.attachments.store import keep_picture
from sidamping.platform.database.ids import uuid7
from sidamping.platform.jobs.models import Job
from tests import people
from tests.habits.applicants import applicant
from tests.habits.assembled import assembled
from tests.habits.books import book_of
from tests.habits.borrowers import borrowed
from tests.habits.founded import founded
from tests.habits.guided import guided
from tests.habits.handed import handed_in
from tests.habits.library import shelved
from tests.habits.outcomes import judged
from tests.habits.progress_objects import progress_objects
from tests.habits.published import published
from tests.habits.recruiting import recruiting
from tests.habits.savers import saved
from tests.habits.supervised import supervised
from tests.habits.walked import walked
from tests.habits.watched import watched
from tests.people import Cast

DAY = date(2026, 10, 6)
Objects = dict[str, Any]


def own(cast: Cast) -> Objects:
    """What belongs to Ratna's mentoring of Merah Putih."""
    return _objects(cast.ratna, cast.engagement, cast.merah_putih, "own")


def foreign(cast: Cast) -> Objects:
    """What belongs to Maria's mentoring of Kuatae Maju."""
    return _objects(cast.maria, cast.foreign_engagement, cast.foreign_cooperative, "foreign")


def _objects(mentor: User, host: Engagement, cooperative: Cooperative, word: str) -> Objects:
    visit = _visit(mentor, host)
    register = _register(host.village_id, word, cooperative)
    book = book_of(cooperative, word)
    work = {"visit": visit, "photo": _photo(mentor, visit, word), **_field_work(mentor, host)}
    return {
        "engagement": host.pk,
        "cooperative": cooperative.pk,
        "portal": "simkopdes",
        "row": cooperative.pk,
        "user": mentor.pk,
        "mentor": mentor.pk,
        "appointment": mentor.appointments.get().pk,
        "job": Job.objects.create(kind="parties.import", owner=mentor, arguments={"kind": "person"}).pk,
        **register,
        **work,
        **_papers(mentor, host),
        **_rounds(mentor, cooperative),
        "sheet": _sheet(mentor, host),
        **progress_objects(mentor, host),
        **watched(mentor, host, word),
        **supervised(cooperative, word),
        **guided(mentor, host, cooperative, _png(word)),
        **book,
        **saved(book["book"], book["member"]),
        **assembled(book["book"]),
        **borrowed(book["book"], book["member"], mentor),
        **judged(mentor, host, _png(word)),
        **applicant(mentor, host, _drawing(word)),
        **_letter(mentor, host),
        **shelved(mentor, visit, host.regency, _png(word)),
        "file": uuid7(),
        "device_password": _device_password(mentor),
        **handed_in(mentor),
        **recruiting(host),
        **walked(mentor, host, _png(word)),
        **published(mentor, word),
        **founded(mentor, cooperative, word),
    }


def _register(village: str, word: str, cooperative: Cooperative) -> Objects:
    person = people.person(f"Orang {word}", village)
    term = BoardTerm.objects.create(
        cooperative=cooperative, person=person, organ="supervision", position="supervisor",
        starts=date(2025, 1, 1), ends=date(2027, 12, 31),
    )
    return {"person": person.pk, "business": people.business(f"Usaha {word}", person, village).pk, "term": term.pk}


def _visit(mentor: User, host: Engagement) -> UUID:
    visit = Visit.objects.create(mentor=mentor, programme=host.programme, regency=host.regency)
    revision = VisitRevision.objects.create(
        visit=visit, mentor=mentor, regency=host.regency, number=1, visited_on=DAY, starts_at=time(9), ends_at=time(11),
        mode="onsite", village_id=host.village_id, activity="Pendampingan", purpose="Pembukuan", result="Buku kas",
        by=mentor,
    )
    Presence.objects.create(revision=revision, engagement=host, visited_on=DAY, attendees=["Ujang"])
    return visit.pk


def _photo(mentor: User, visit: UUID, word: str) -> UUID:
    kept, _ = keep_picture(read_picture("foto.png", _png(word)), subject=visit, by=mentor.pk)
    return kept.id


def _png(word: str) -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (8, 8), "teal" if word == "own" else "sandybrown").save(drawn, "PNG")
    return drawn.getvalue()


def _field_work(mentor: User, host: Engagement) -> Objects:
    problem = Problem.objects.create(
        engagement=host, title="Penjualan turun", side="member", category="marketing", found_on=DAY, by=mentor
    )
    item = PlanItem.objects.create(
        engagement=host, mentor=mentor, concern="Penjualan", activity="Kunjungan", purpose="Pasar", target="1 pasar",
        method="coaching", place="Kantor", planned_on=date(2026, 11, 20),
    )
    promise = FollowUp.objects.create(
        engagement=host, text="Kirim contoh", owner_side="mentor", owner_name="Pendamping", due=date(2026, 11, 20),
        by=mentor,
    )
    return {"problem": problem.pk, "item": item.pk, "follow_up": promise.pk}


def _papers(mentor: User, host: Engagement) -> Objects:
    by = people.look(mentor)
    on, now = people.TODAY, timezone.make_aware(datetime(2026, 11, 5, 12))
    sent = services.open_paper(by=by, kind="lap-kegiatan", period="2026-10", on=on, engagement=host.pk)
    services.submit_paper(by=by, paper=sent, on=on, now=now)
    draft = services.open_paper(by=by, kind="lap-kegiatan", period="2026-11", on=on, engagement=host.pk)
    return {"paper": sent, "draft": draft, "paper_check": Paper.objects.get(pk=sent).token}


def _rounds(mentor: User, host: Cooperative) -> Objects:
    """A simulation that was handed in with a file behind an answer, and one that is still filled in."""
    by, now = people.look(mentor), timezone.make_aware(datetime(2026, 11, 5, 12))
    handed, open_ = _undrawn(), _undrawn()
    for id in (handed, open_):
        draft = assessing.AssessmentDraft(id, "ksp-health", date(2025, 12, 31), party_id=host.pk)
        assessing.open_assessment(by=by, draft=draft, on=people.TODAY)
        assessing.save_filling(by=by, assessment=id, values={"answers.mu.1": "ya"}, notes={}, seen=0, now=now)
    drawn = BytesIO()
    Image.new("RGB", (8, 8), "teal").save(drawn, "PNG")
    evidence = assessing.attach_evidence(
        by=by, assessment=handed, item="answers.mu.1", name="visi.png", content=drawn.getvalue()
    )
    assessing.submit_filling(by=by, assessment=handed, now=now)
    return {"assessment": handed, "open_round": open_, "evidence": evidence, "outside": _outside(mentor, host)}


def _outside(mentor: User, host: Cooperative) -> UUID:
    """An official result of somebody else, with its paper."""
    draft = assessing.OutsideDraft(
        uuid7(), host.pk, "ksp-ranking", "LIPK", f"LIPK/{str(host.pk)[-4:]}", date(2026, 3, 1), "AAB"
    )
    paper = ("surat.pdf", b"%PDF-1.4 1 0 obj<<>>endobj trailer<<>> %%EOF")
    return assessing.record_outside(by=people.look(mentor), draft=draft, file=paper, on=people.TODAY)


def _undrawn() -> UUID:
    """The number of a round that is not drawn for a second scoring, which would close it to assessors."""
    return next(id for id in iter(uuid7, None) if not is_drawn(id))


def _sheet(mentor: User, host: Engagement) -> UUID:
    """A canvas that was handed in and waits for its review."""
    by, now = people.look(mentor), timezone.make_aware(datetime(2026, 11, 5, 12))
    filled = {"value": "Renyah", "customers": "Warung", "costs": "Minyak", "revenue": "Penjualan"}
    id = sheets.begin_sheet(by=by, id=uuid7(), engagement_id=host.pk, kind="bmc", on=people.TODAY)
    sheets.save_sheet(by=by, sheet=id, typed=filled, seen=0, now=now)
    sheets.hand_in(by=by, sheet=id, now=now)
    return id


def _letter(mentor: User, host: Engagement) -> Objects:
    """A copy of reports that waits for the office, and the secret of its check page."""
    facts = {"mentee": host.mentee.name, "mentor": str(mentor), "period": "2026", "documents": ["Laporan tahunan"]}
    letter = letters.issue(
        by=people.look(mentor), id=uuid7(), programme=host.programme, kind="handover-copy", recipient="Kepala Dinas",
        place="Kupang", facts=facts, on=people.TODAY, engagement=host.pk,
    )
    return {"letter": letter, "letter_check": Letter.objects.get(pk=letter).token}


def _device_password(mentor: User) -> UUID:
    make_password(by=people.look(mentor), label="HP lama", now=timezone.now())
    return DevicePassword.objects.get(owner=mentor).pk


def _drawing(word: str) -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (9, 9), "navy" if word == "own" else "maroon").save(drawn, "PNG")
    return drawn.getvalue()
