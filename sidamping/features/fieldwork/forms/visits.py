"""The forms of a visit: the entry, the mentees met, what was promised. They build a draft; checks are elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sidamping.domain.fieldwork import FollowUpDraft, PresenceDraft, VisitDraft
from sidamping.domain.problems import Problem
from sidamping.features.fieldwork.forms.lenient import LenientForm, LinesField, RupiahField, Several, words
from sidamping.features.fieldwork.queries.vocabulary import choices, in_words
from sidamping.features.materials.queries import MaterialLine
from sidamping.features.programmes.queries import EngagementCard
from sidamping.platform.territory.picker import AreaPicker, let_pick_within

CHOOSE = ("", _("Pilih…"))
MOST_ROWS = 30
TEXTS = ("place", "activity", "purpose", "material", "result", "obstacles", "advice", "remarks", "source", "mode")


class VisitForm(LenientForm):
    """A logbook entry; the village may stay empty when it is the mentee's own."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    visited_on = forms.DateField()
    starts_at = forms.TimeField(widget=forms.TimeInput)
    ends_at = forms.TimeField(widget=forms.TimeInput)
    mode = forms.ChoiceField(widget=forms.RadioSelect, initial="onsite")
    village = forms.CharField(
        required=False, widget=AreaPicker(level=4),
        help_text=_("Kosongkan bila di desa dampingan. Bila di desa lain, ketik namanya dan pilih."),
    )
    place = forms.CharField(required=False, help_text=_("Misalnya: kantor koperasi, rumah ketua."))
    plan_item = forms.ChoiceField(required=False, help_text=_("Pilih bila kunjungan ini melaksanakan rencana."))
    activity = forms.CharField(help_text=_("Apa yang dikerjakan bersama, dalam beberapa kata."))
    purpose = forms.CharField(widget=words(2))
    material = forms.CharField(required=False)
    materials = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    topics = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    roles = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    result = forms.CharField(widget=words(4), help_text=_("Apa yang sekarang berbeda, dengan angka bila ada."))
    obstacles = forms.CharField(required=False, widget=words(2))
    advice = forms.CharField(required=False, widget=words(2))
    cost = RupiahField(required=False, help_text=_("0 bila tidak ada biaya; kosongkan bila belum diketahui."))
    remarks = forms.CharField(required=False, widget=words(2))
    source = forms.ChoiceField(initial="typed")
    latitude = forms.DecimalField(required=False, widget=forms.HiddenInput, max_digits=9, decimal_places=6)
    longitude = forms.DecimalField(required=False, widget=forms.HiddenInput, max_digits=9, decimal_places=6)
    accuracy_m = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=0)

    def __init__(
        self, *args: Any, plan: Sequence[tuple[str, str]] = (), areas: Sequence[str] = (),
        library: Sequence[MaterialLine] = (), **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        let_pick_within(self, areas)
        self.library = library
        fillings = {
            "mode": choices("visit-modes"),
            "topics": choices("mentoring-topics"),
            "roles": choices("mentor-roles"),
            "source": choices("entry-sources"),
            "plan_item": [CHOOSE, *plan],
            "materials": [(one.code, one.title) for one in library],
        }
        for name, options in fillings.items():
            self.fields[name].choices = options  # type: ignore[attr-defined]  # each is a choice field

    def shelves(self) -> list[tuple[str, list[tuple[MaterialLine, bool]]]]:
        """The library by topic, each piece with whether it is ticked."""
        ticked = set(self["materials"].value() or ())
        found: dict[str, list[tuple[MaterialLine, bool]]] = {code: [] for code, _label in choices("mentoring-topics")}
        for one in self.library:
            found.setdefault(one.topic, []).append((one, one.code in ticked))
        return [(in_words("mentoring-topics", topic), lines) for topic, lines in found.items() if lines]

    def draft(
        self, presences: tuple[PresenceDraft, ...], follow_ups: tuple[FollowUpDraft, ...], village: str, visit: UUID
    ) -> VisitDraft:
        """What the form says, once `problems` is empty; `village` is the mentee's own."""
        data = self.cleaned_data
        return VisitDraft(
            id=visit,
            visited_on=data["visited_on"],
            starts_at=data["starts_at"],
            ends_at=data["ends_at"],
            village=data["village"] or village,
            presences=presences,
            follow_ups=follow_ups,
            topics=tuple(data["topics"]),
            roles=tuple(data["roles"]),
            materials=tuple(data["materials"]),
            cost=data["cost"],
            plan_item=UUID(data["plan_item"]) if data["plan_item"] else None,
            latitude=data["latitude"],
            longitude=data["longitude"],
            accuracy_m=data["accuracy_m"],
            **{name: data[name].strip() for name in TEXTS},
        )


class AddVisitForm(VisitForm):
    """A new entry with its photos."""

    photos = forms.Field(
        label=_("Foto"),
        required=False,
        widget=Several(attrs={"accept": "image/jpeg,image/png,image/webp", "multiple": True}),
        help_text=_("JPG, PNG atau WebP. Foto diperkecil dahulu; datanya hemat."),
    )


class ReviseVisitForm(VisitForm):
    """A correction: why, and against which state it was written."""

    seen = forms.UUIDField(widget=forms.HiddenInput)
    reason = forms.CharField(help_text=_("Tertulis di riwayat bersama nama Anda."))


class PresenceForm(LenientForm):
    """A mentee met and who attended for them."""

    engagement = forms.ChoiceField(label=pgettext_lazy("satu", "Dampingan"))
    attendees = LinesField(required=False, widget=words(2), help_text=_("Satu nama per baris."))
    headcount = forms.IntegerField(
        required=False, widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 1}),
        help_text=_("Kosongkan bila sama dengan banyak nama, atau bila tidak dihitung."),
    )

    def __init__(self, *args: Any, cards: Sequence[EngagementCard] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["engagement"].choices = [  # type: ignore[attr-defined]  # a choice field
            CHOOSE, *((str(card.id), f"{card.mentee_name} — {card.village}") for card in cards)
        ]

    def blank(self) -> bool:
        return not any(self.cleaned_data.get(name) for name in self.fields)

    def draft(self) -> PresenceDraft:
        data = self.cleaned_data
        return PresenceDraft(UUID(data["engagement"]), data["attendees"], data["headcount"])


class FollowUpForm(LenientForm):
    """A promise; an untouched line counts as none."""

    text = forms.CharField(label=_("Yang akan dikerjakan"))
    owner_side = forms.ChoiceField(widget=forms.RadioSelect)
    owner_name = forms.CharField(help_text=_("Siapa yang mengerjakan."))
    due = forms.DateField()
    engagement = forms.ChoiceField(label=pgettext_lazy("satu", "Dampingan"), required=False)

    def __init__(self, *args: Any, cards: Sequence[EngagementCard] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner_side"].choices = choices("follow-up-owners")  # type: ignore[attr-defined]  # a choice field
        self.fields["engagement"].choices = [  # type: ignore[attr-defined]  # a choice field
            ("", _("Dampingan pertama")), *((str(card.id), card.mentee_name) for card in cards)
        ]

    def blank(self) -> bool:
        return not any(self.cleaned_data.get(name) for name in ("text", "owner_name", "due"))

    def draft(self, id: UUID, engagement: UUID) -> FollowUpDraft:
        data = self.cleaned_data
        chosen = UUID(data["engagement"]) if data["engagement"] else engagement
        text, name = data["text"].strip(), data["owner_name"].strip()
        return FollowUpDraft(id, chosen, text, data["owner_side"], name, data["due"])


class Rows:
    """Lines that can be added on the page: how many came is told by a hidden total."""

    def __init__(self, form: type[Any], prefix: str, data: Any = None, initial: Sequence[dict[str, Any]] = (),
                 more: int = 0, **kwargs: Any) -> None:
        self.prefix, self.total_name = prefix, f"{prefix}-TOTAL_FORMS"
        count = self._count(data) + more if data is not None else len(initial)
        values = list(initial) + [{}] * count
        self.rows = [
            form(data, prefix=f"{prefix}-{number}", initial=values[number], **kwargs) for number in range(count)
        ]
        self.empty = form(prefix=f"{prefix}-__prefix__", **kwargs)

    @property
    def total(self) -> int:
        return len(self.rows)

    def _count(self, data: Any) -> int:
        told = str(data.get(self.total_name, "0"))
        return min(int(told), MOST_ROWS) if told.isdigit() else 0

    def filled(self) -> list[tuple[int, Any]]:
        """The lines somebody wrote in, with their number."""
        found = []
        for number, row in enumerate(self.rows):
            row.read()
            if not row.blank():
                found.append((number, row))
        return found

    def problems(self, name: str) -> list[Problem]:
        """The faults of reading, each placed in its line; the line's own fields show them too."""
        found = []
        for number, row in self.filled():
            row.shown = list(row.problems)
            for fault in row.problems:
                found.append(Problem(fault.code, f"{name}-{number + 1}-{fault.where}", fault.values))
        return found

    def show(self, name: str, problems: Sequence[Problem]) -> None:
        """Put the faults of a refusal, which counts the filled lines from 1, at the fields of their line."""
        for place, (_number, row) in enumerate(self.filled(), start=1):
            mark = f"{name}-{place}-"
            own = [one for one in problems if one.where.startswith(mark)]
            row.shown = [*row.shown, *(Problem(one.code, one.where.removeprefix(mark), one.values) for one in own)]


def presences_of(rows: Rows) -> tuple[PresenceDraft, ...]:
    return tuple(row.draft() for _number, row in rows.filled())


def follow_ups_of(rows: Rows, sending: UUID, presences: tuple[PresenceDraft, ...]) -> tuple[FollowUpDraft, ...]:
    """Each promise bears an id made from that of the sending: the visit's own, or the correction's, so that a
    repetition makes no second one and a correction does not meet the promises made before."""
    first = presences[0].engagement_id if presences else sending
    return tuple(row.draft(uuid5(sending, f"follow-up {number}"), first) for number, row in rows.filled())


