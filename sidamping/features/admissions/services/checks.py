"""Every fault of an application that can be told without looking at others; all of them at once."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sidamping.domain import parties as identity
from sidamping.domain.problems import Problem, problem
from sidamping.features.admissions.models import Application
from sidamping.features.admissions.queries.calls import Call
from sidamping.features.admissions.services.drafts import ApplicationDraft
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.territory import queries as territory
from sidamping.rules.books import listing

COOPERATIVE, BUSINESS, PERSON = "cooperative", "business", "person"
LABELS = {
    "name": gettext_lazy("Nama"), "village": gettext_lazy("Desa"), "phone": gettext_lazy("Telepon"),
    "contact_name": gettext_lazy("Nama yang dapat dihubungi"), "contact_position": gettext_lazy("Jabatan"),
    "statement": gettext_lazy("Alasan ingin didampingi"), "address": gettext_lazy("Alamat"),
    "cooperative_kind": gettext_lazy("Jenis koperasi"), "sector": gettext_lazy("Bidang usaha"),
    "product": gettext_lazy("Produk"), "legal_number": gettext_lazy("Nomor badan hukum"),
    "nik_koperasi": gettext_lazy("NIK koperasi"), "nik": gettext_lazy("NIK"),
    "technology": gettext_lazy("Kecakapan memakai teknologi"), "income": gettext_lazy("Kedudukan usaha"),
}  # fmt: skip
NAMES = {
    COOPERATIVE: gettext_lazy("Nama koperasi"), BUSINESS: gettext_lazy("Nama usaha"),
    PERSON: gettext_lazy("Nama sesuai KTP"),
}  # fmt: skip
REQUIRED = {
    COOPERATIVE: ("name", "village", "cooperative_kind", "phone", "contact_name", "contact_position", "statement"),
    BUSINESS: ("name", "village", "nik", "phone", "contact_name", "statement"),
    PERSON: ("name", "village", "nik", "phone", "contact_name", "statement"),
}
MOST_WORDS = 4000


def draft_faults(draft: ApplicationDraft, call: Call, by: Viewer | None) -> list[Problem]:
    """All faults of a tidied draft for a call."""
    return [
        *_kind(draft, call), *_filled(draft), *_place(draft, call), *_lengths(draft), *_numbers(draft),
        *_codes(draft, call), *_answers(draft, call), *_party(draft, by),
        *([] if draft.consent else [problem("ADMISSIONS_004", "consent")]),
    ]


def _kind(draft: ApplicationDraft, call: Call) -> Iterator[Problem]:
    if draft.kind not in call.kinds:
        known = ", ".join(map(str, call.kinds.values()))
        yield problem("ADMISSIONS_002", "kind", seen=draft.kind or "-", known=known)


def _filled(draft: ApplicationDraft) -> Iterator[Problem]:
    for field in REQUIRED.get(draft.kind, ()):
        if not getattr(draft, field):
            yield problem("GENERAL_001", field, label=NAMES[draft.kind] if field == "name" else LABELS[field])
    if draft.kind == COOPERATIVE and not (draft.legal_number or draft.nik_koperasi):
        yield problem("ADMISSIONS_016", "legal_number")


def _place(draft: ApplicationDraft, call: Call) -> Iterator[Problem]:
    if not draft.village:
        return
    if draft.village not in territory.known_villages([draft.village]):
        yield problem("AREAS_001", "village", seen=draft.village)
    elif not draft.village.startswith(call.area):
        place = territory.path_of([draft.village])[draft.village]
        yield problem("ADMISSIONS_003", "village", place=place, area=call.place or _("Indonesia"))


def _lengths(draft: ApplicationDraft) -> Iterator[Problem]:
    for field in Application._meta.fields:
        value, most = getattr(draft, field.name, None), field.max_length
        if isinstance(value, str) and most and len(value) > most and field.name in LABELS and field.name != "nik":
            yield problem("ADMISSIONS_022", field.name, label=LABELS[field.name], count=len(value), most=most)
    if len(draft.statement) > MOST_WORDS:
        seen = {"label": LABELS["statement"], "count": len(draft.statement), "most": MOST_WORDS}
        yield problem("ADMISSIONS_022", "statement", **seen)


def _numbers(draft: ApplicationDraft) -> Iterator[Problem]:
    yield from identity.nik_faults(draft.nik)
    yield from identity.cooperative_number_faults(draft.nik_koperasi)
    yield from identity.legal_number_faults(draft.legal_number)
    yield from identity.phone_faults(draft.phone)


def _codes(draft: ApplicationDraft, call: Call) -> Iterator[Problem]:
    if draft.kind == COOPERATIVE and draft.cooperative_kind:
        yield from _listed("cooperative_kind", "cooperative-kinds", draft.cooperative_kind)
    if draft.sector:
        yield from _listed("sector", "business-sectors", draft.sector)
    for fact, known in call.facts.items():
        seen = draft.facts.get(fact, "")
        if not seen:
            yield problem("GENERAL_001", f"fact_{fact}", label=LABELS[fact])
        elif seen not in known:
            yield problem("GENERAL_002", f"fact_{fact}", label=LABELS[fact], seen=seen)
    unknown = set(draft.priorities) - {one.code for one in call.priorities}
    for code in sorted(unknown):
        yield problem("GENERAL_002", "priorities", label=_("Prioritas"), seen=code)


def _listed(field: str, name: str, seen: str) -> Iterator[Problem]:
    if seen not in {one.code for one in listing(name) if not one.retired}:
        yield problem("GENERAL_002", field, label=LABELS[field], seen=seen)


def _answers(draft: ApplicationDraft, call: Call) -> Iterator[Problem]:
    """Empty is not 'no': a question that was not answered is asked again."""
    for one in call.questions:
        if draft.answers.get(one.code) is None:
            yield problem("ADMISSIONS_019", f"answer_{one.code}", question=one.label)


def _party(draft: ApplicationDraft, by: Viewer | None) -> Iterator[Problem]:
    """Only the chair speaks for a cooperative of the register."""
    own: tuple[UUID, ...] = by.subjects(roles.CHAIR) if by else ()
    if draft.party is not None and draft.party not in own:
        yield problem("ADMISSIONS_025", "party", kind=_("koperasi Anda"))
