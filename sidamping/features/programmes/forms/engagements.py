"""Forms of engagements, assignments and steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sidamping.features.programmes.queries import (
    EngagementFilter,
    Official,
    mentor_loads,
    oversees_more,
    places_of,
    too_many_mentors,
)
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import read_id, uuid7
from sidamping.platform.http.language import reader_language
from sidamping.platform.territory.picker import STEPWISE
from sidamping.rules import books

CHOOSE = ("", _("— pilih —"))
ALL = ("", _("Semua"))


def priorities() -> list[tuple[str, str]]:
    return list(books.labels("priority-levels", reader_language()).items())


def programmes_of(viewer: Viewer) -> list[tuple[str, str]]:
    """The programmes in force today in which the viewer holds any role."""
    held = {grant.programme for grant in viewer.grants}
    found = (one for one in books.programmes(viewer.on) if "" in held or one.code in held)
    return [(one.code, one.title.text(reader_language())) for one in found]


def people_choices(people: Iterable[Official]) -> list[tuple[str, str]]:
    return [(str(one.user_id), one.name) for one in people]


class FilterForm(forms.Form):
    """What a list of engagements is narrowed to; odd values of the address count as empty."""

    text = forms.CharField(label=_("Nama dampingan"), required=False, max_length=80)
    programme = forms.ChoiceField(label=_("Program"), required=False)
    area = forms.ChoiceField(label=pgettext_lazy("satu", "Wilayah"), required=False)
    mentor = forms.ChoiceField(label=_("Pendamping"), required=False)
    mentor_name = forms.CharField(label=_("Nama pendamping"), required=False, max_length=80)
    priority = forms.ChoiceField(label=_("Prioritas"), required=False)
    unassigned = forms.BooleanField(label=_("Belum ada pendamping"), required=False)
    ended = forms.BooleanField(label=_("Sudah berakhir"), required=False)

    def __init__(self, data: Mapping[str, Any], *, viewer: Viewer) -> None:
        super().__init__(data, auto_id="saring_%s")
        wanted = data.get("area", "")
        places = places_of(viewer, wanted)
        area = wanted if wanted in dict(places) else ""
        self.loads = mentor_loads(viewer, area, read_id(data.get("mentor", "")))
        self._offer(area=places, programme=programmes_of(viewer), priority=priorities())
        self._offer_mentors(by_name=too_many_mentors(viewer, area))
        if oversees_more(viewer):
            self.fields["area"].help_text = STEPWISE
        if len(programmes_of(viewer)) < 2:
            del self.fields["programme"]

    @property
    def narrowed(self) -> bool:
        """Whether a filter beyond name and area is set, so that the page shows it."""
        beyond = ("mentor", "mentor_name", "priority", "programme", "unassigned", "ended")
        return any(self.data.get(name) for name in beyond)

    def wanted(self) -> EngagementFilter:
        self.is_valid()
        seen = self.cleaned_data
        told = ("text", "programme", "area", "mentor_name", "unassigned", "ended")
        values = {name: seen[name] for name in told if seen.get(name)}
        priority = int(seen["priority"]) if seen.get("priority") else None
        return EngagementFilter(**values, mentor=seen.get("mentor") or None, priority=priority)

    def _offer(self, **choices: Iterable[tuple[str, str]]) -> None:
        for name, found in choices.items():
            self.fields[name].choices = [ALL, *found]  # type: ignore[attr-defined]  # a ChoiceField

    def _offer_mentors(self, *, by_name: bool) -> None:
        """All of them, or the one that an address told; what was typed stays."""
        told = self.data.get("mentor", "")
        known = [(str(one.mentor_id), one.name) for one in self.loads]
        mentors = [(id, name) for id, name in known if id == told] if by_name else known
        self._offer(mentor=mentors)
        if by_name and not mentors:
            del self.fields["mentor"]
        elif not self.data.get("mentor_name"):
            del self.fields["mentor_name"]


class EngagementForm(forms.Form):
    """A new mentoring: which programme, from when, carried by whom."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    programme = forms.ChoiceField(label=_("Program"))
    starts = forms.DateField(label=_("Tanggal mulai"), widget=forms.DateInput)
    priority = forms.ChoiceField(label=_("Prioritas"), initial="3")
    mentor = forms.ChoiceField(
        label=_("Pendamping"), required=False, help_text=_("Boleh kosong dahulu; tugaskan kemudian.")
    )
    letter = forms.CharField(label=_("Nomor surat tugas"), required=False, max_length=120)
    over_why = forms.CharField(
        label=_("Alasan melebihi batas dampingan"), required=False, max_length=240,
        help_text=_("Hanya bila pendamping yang dipilih sudah penuh."),
    )  # fmt: skip

    def __init__(self, *args: Any, viewer: Viewer, mentors: Iterable[Official], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = {"programme": programmes_of(viewer), "mentor": [CHOOSE, *people_choices(mentors)]}
        for name, found in {**choices, "priority": priorities()}.items():
            self.fields[name].choices = found  # type: ignore[attr-defined]  # a ChoiceField


class _MentorForm(forms.Form):
    """The mentor to be chosen."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    mentor = forms.ChoiceField(label=_("Pendamping"))
    over_why = forms.CharField(
        label=_("Alasan melebihi batas dampingan"), required=False, max_length=240,
        help_text=_("Hanya bila pendamping yang dipilih sudah penuh."),
    )  # fmt: skip

    def __init__(self, *args: Any, mentors: Iterable[Official], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mentor"].choices = [CHOOSE, *people_choices(mentors)]  # type: ignore[attr-defined]  # ChoiceField


class AssignForm(_MentorForm):
    """A mentor for an engagement that nobody carries."""

    starts = forms.DateField(label=_("Mulai tanggal"), widget=forms.DateInput)
    letter = forms.CharField(label=_("Nomor surat tugas"), required=False, max_length=120)


class ReplaceForm(_MentorForm):
    """The mentor who takes over, the last day of the present one, and why."""

    last_day = forms.DateField(
        label=_("Hari terakhir pendamping sekarang"),
        widget=forms.DateInput,
        help_text=_("Pendamping baru mulai pada hari berikutnya."),
    )
    why = forms.CharField(label=_("Alasan"), max_length=240)
    letter = forms.CharField(label=_("Nomor surat tugas"), required=False, max_length=120)
    keep_later = forms.BooleanField(
        label=_("Catatan sesudah hari itu tetap atas nama pendamping lama"), required=False,
        help_text=_("Centang hanya bila hari terakhir memang sudah lewat dan sesudahnya masih ada catatan."),
    )  # fmt: skip


class EndForm(forms.Form):
    """The last day of a mentoring, and why."""

    ends = forms.DateField(label=_("Hari terakhir pendampingan"), widget=forms.DateInput)
    why = forms.CharField(label=_("Alasan"), max_length=240)
    carried_by = forms.CharField(
        label=_("Yang meneruskan tindak lanjut terbuka"), required=False, max_length=120,
        help_text=_("Nama orang atau kantor; hanya bila masih ada janji yang terbuka."),
    )  # fmt: skip


class PriorityForm(forms.Form):
    """The priority a mentoring works on, and why it changes."""

    priority = forms.ChoiceField(label=_("Prioritas"))
    why = forms.CharField(label=_("Alasan"), max_length=240)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["priority"].choices = priorities()  # type: ignore[attr-defined]  # a ChoiceField
