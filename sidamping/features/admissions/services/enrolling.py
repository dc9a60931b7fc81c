"""Takes somebody who passed every stage in as a mentee: registered or linked, with the path that goes on (B1, E20)."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid5

from django.db import transaction

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.admissions.models import Application, Enrolment
from sidamping.features.admissions.queries.intake import kind_word, role_words, word
from sidamping.features.admissions.queries.scope import ENROLLERS
from sidamping.features.admissions.queries.standing import CHOSEN, OPEN
from sidamping.features.admissions.services.letters import accepted_letter
from sidamping.features.admissions.services.taking import Taken, closed_faults, taken, tell
from sidamping.features.parties import queries as registers
from sidamping.features.parties import services as parties
from sidamping.features.parties.services import BusinessDraft, CooperativeDraft, PersonDraft
from sidamping.features.programmes import services as programmes
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Grant, Viewer

SECTORS = {"food": "food", "creative": "craft", "trade": "trade", "fishery": "fishery", "farming": "farming"}
"""The register's line of business where the application told only the programme's sector."""


@transaction.atomic
def accept(
    *, by: Viewer, id: UUID, application: UUID, on: date, party: UUID | None = None, keep: bool = False,
    sector: str = "",
) -> UUID:
    """The engagement opened; `id` is its id. `party` links a record there already, `keep` registers a look-alike."""
    found = taken(by, application)
    held = getattr(found.row, "enrolment", None)
    if held is not None:
        if held.engagement_id == id:
            return id
        raise Refused(problem("ADMISSIONS_024", "", name=found.row.name, day=held.on))
    refuse_if(_faults(by, found, on))
    clerk = _clerk(by, found.row)
    mentee = party or found.row.party_id
    mentee = _linked(found.row, mentee) if mentee else _registered(clerk, found.row, keep, sector)
    programmes.open_engagement(
        by=clerk, id=id, mentee_id=mentee, programme=found.row.programme, starts=on, path=found.row.path_id,
        cohort=found.row.cohort_id,
    )
    Enrolment.objects.create(application=found.row, party_id=mentee, engagement_id=id, on=on, by_id=by.user_id)
    tell("enrolled", by, found.row, engagement=str(id), party=str(mentee), linked=party is not None)
    accepted_letter(by=by, row=found.row, enrolled=id, on=on)
    return id


def _faults(by: Viewer, found: Taken, on: date) -> list[Problem]:
    row, state = found.row, found.standing.state
    faults = []
    if not found.held & set(ENROLLERS):
        faults.append(problem("ADMISSIONS_027", "", owners=role_words(row.path.pinned, ENROLLERS)))
    if state == OPEN:
        faults.append(problem("ADMISSIONS_015", "", stage=word(row.path.pinned, found.standing.stage)))
    elif state != CHOSEN:
        faults += closed_faults(found)
    if on > by.on or on < (found.standing.since or row.applied_on):
        faults.append(problem("ADMISSIONS_021", "on", seen=on, since=found.standing.since or row.applied_on))
    return faults


def _clerk(by: Viewer, row: Application) -> Viewer:
    """The same person, for the registers and the list of mentorings in the applicant's regency.

    Who may enrol was checked above; those features know only the roles that keep them day by day.
    """
    own = Grant(roles.COORDINATOR, row.programme, row.village_id[:5])
    return Viewer(by.user_id, by.name, by.on, (*by.grants, own))


def _linked(row: Application, party: UUID) -> UUID:
    known = registers.party_names([party]).get(party)
    if known is None or known.kind != row.kind:
        raise Refused(problem("ADMISSIONS_025", "party", kind=kind_word(row.kind)))
    return party


def _registered(by: Viewer, row: Application, keep: bool, sector: str) -> UUID:
    """A new record, through the register's own checks; its faults come back as they are."""
    new = uuid5(row.pk, "party")
    try:
        if row.kind == "cooperative":
            return parties.add_cooperative(by=by, draft=_cooperative(row), party_id=new, keep=keep)
        if row.kind == "person":
            return parties.add_person(by=by, draft=_person(row, row.name), party_id=new, keep=keep)
        return parties.add_business(by=by, draft=_business(by, row, keep, sector), party_id=new, keep=keep)
    except Refused as refused:
        raise Refused([_tickable(one) for one in refused.problems]) from None


def _cooperative(row: Application) -> CooperativeDraft:
    return CooperativeDraft(
        name=row.name, village=row.village_id, kind=row.cooperative_kind, legal_number=row.legal_number,
        nik_koperasi=row.nik_koperasi, phone=row.phone, address=row.address,
    )


def _person(row: Application, name: str) -> PersonDraft:
    return PersonDraft(name=name, village=row.village_id, nik=row.nik, phone=row.phone, address=row.address)


def _business(by: Viewer, row: Application, keep: bool, sector: str) -> BusinessDraft:
    """The business of the person whose NIK was given, who is registered first where that is new."""
    known = registers.holders_of_nik([row.nik]).get(row.nik)
    owner = known.id if known else parties.add_person(
        by=by, draft=_person(row, row.contact_name), party_id=uuid5(row.pk, "owner"), keep=keep
    )
    line = sector or row.sector or SECTORS.get(row.facts.get("sector", ""), "")
    return BusinessDraft(
        name=row.name, village=row.village_id, owner=owner, sector=line, product=row.product, address=row.address
    )


def _tickable(one: Problem) -> Problem:
    """A look-alike is let in by ticking a box here, not by a button."""
    if one.code != "PARTIES_011":
        return one
    return problem("PARTIES_024", "keep", found=dict(one.values).get("found", ""))
