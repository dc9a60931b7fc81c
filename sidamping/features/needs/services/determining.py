"""Determines what a mentee needs: a new version each time, priority kept in step, the programme's step marked (B2)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.papers.words import day
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.needs.models import Need
from sidamping.features.needs.queries import FIELDS, STEP, choices, level_of, may_determine, owners_of
from sidamping.features.programmes import services as programmes
from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels, pinned_programme

NEEDED = ("types", "themes", "objectives", "strategies", "methods")
SAID = (*FIELDS, "priority")


@transaction.atomic
def determine(
    *, by: Viewer, id: UUID, engagement: UUID, types: Collection[str], themes: Collection[str], priority: int, on: date,
    areas: Collection[str] = (), objectives: Collection[str] = (), strategies: Collection[str] = (),
    methods: Collection[str] = (), remark: str = "", override_why: str = "",
) -> UUID:
    """The needs as of a day; what stood before stays readable. Sent twice, it happens once."""
    take_turns(engagement)
    card = engagement_card(by, engagement)
    if card is None:
        raise Refused(problem("PROGRAMMES_001", "engagement"))
    row = Need(id=id, engagement_id=engagement, determined_on=on, priority=priority, remark=remark.strip())
    row.types, row.themes, row.areas = list(types), list(themes), list(areas)
    row.objectives, row.strategies, row.methods = list(objectives), list(strategies), list(methods)
    if (there := Need.objects.filter(pk=id).first()) is not None:
        return _again(there, row)
    last = Need.objects.filter(engagement=engagement).order_by("-number").first()
    refuse_if([*_who(by, card), *_choices(card, row), *_when(by, card, row, last), *_change(row, last)])
    row.number, row.by_id = (last.number if last else 0) + 1, by.user_id
    row.save(force_insert=True)
    _keep_in_step(by, card, row)
    _mark(by, card, row, override_why)
    journal.record(
        "needs.determined", by=by.user_id, subject=card.id, why=row.remark, regency=card.regency_code, need=str(id),
        number=row.number, themes=row.themes, types=row.types,
    )
    return id


def _again(there: Need, row: Need) -> UUID:
    if any(getattr(there, part) != getattr(row, part) for part in (*SAID, "engagement_id", "determined_on")):
        raise Refused(problem("NEEDS_007", "id"))
    return there.pk


def _who(by: Viewer, card: EngagementCard) -> Iterator[Problem]:
    if not may_determine(by, card):
        book = pinned_programme(card.pinned)
        named = [book.role(one, reader_language()) for one in owners_of(card) if one in book.roles]
        yield problem("NEEDS_001", "engagement", owners=", ".join(named))


def _choices(card: EngagementCard, row: Need) -> Iterator[Problem]:
    known, language = choices(pinned_programme(card.pinned)), reader_language()
    for part, name in FIELDS.items():
        chosen, words = getattr(row, part), labels(name, language)
        if part in NEEDED and not chosen:
            yield problem("NEEDS_002", part, label=part_word(part))
        for one in dict.fromkeys(chosen):
            if one not in known[part]:
                offered = ", ".join(words[code] for code in known[part])
                yield problem("NEEDS_003", part, label=part_word(part), seen=one[:40], known=offered)
    for area in row.areas:
        if area in known["areas"] and level_of(area) != str(row.priority):
            yield problem("NEEDS_004", "areas", area=labels(FIELDS["areas"], language)[area], priority=row.priority)
    if not 1 <= row.priority <= 5:
        yield problem("PROGRAMMES_020", "priority", seen=row.priority)


def _when(by: Viewer, card: EngagementCard, row: Need, last: Need | None) -> Iterator[Problem]:
    if row.determined_on > by.on or (last and row.determined_on < last.determined_on):
        before = day(last.determined_on) if last else "–"
        yield problem("NEEDS_005", "on", day=day(row.determined_on), before=before)
    if row.determined_on < card.starts or (card.ends and row.determined_on > card.ends):
        last_day = day(card.ends) if card.ends else "…"
        yield problem("NEEDS_011", "on", day=day(row.determined_on), first=day(card.starts), last=last_day)


def _change(row: Need, last: Need | None) -> Iterator[Problem]:
    if last and not row.remark:
        yield problem("NEEDS_006", "remark", before=day(last.determined_on))


def _keep_in_step(by: Viewer, card: EngagementCard, row: Need) -> None:
    """The mentoring works on the priority that was determined."""
    why = row.remark or _("Penetapan kebutuhan")
    programmes.set_priority(by=by, engagement=card.id, priority=row.priority, why=why, trusted=True)


def _mark(by: Viewer, card: EngagementCard, row: Need, override_why: str) -> None:
    """The programme's step, the first time; a shut gate refuses unless an overriding role gives a reason."""
    stop = next((one for one in card.path if one.code == STEP), None)
    if stop is None or stop.done_on is not None:
        return
    programmes.record_step(
        by=by, engagement=card.id, step=STEP, done_on=row.determined_on, source_id=row.pk, override_why=override_why
    )


def part_word(part: str) -> str:
    """What a part of a determination is called."""
    words = {
        "types": _("Jenis kebutuhan"), "themes": _("Tema"), "areas": _("Bidang prioritas"), "objectives": _("Tujuan"),
        "strategies": _("Strategi"), "methods": _("Metode"),
    }
    return words[part]
