"""Forms of outcomes: a meeting with its attendees by party, an intervention, result and verdict, follow-ups."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, problem
from sidamping.features.outcomes.services import InterventionDraft, MeetingDraft
from sidamping.platform.attachments.documents import LARGEST_FILE
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import codes_of, labels

ARROW = re.compile(r"^(?P<name>[^:]{1,80}):\s*(?P<before>.{0,60}?)\s*(?:->|→)\s*(?P<now>.{1,60})$")
PARTIES_OF = {
    "three_party": ("ministry", "cooperative", "mentor", "dinas", "other"),
    "confirmation": ("ministry", "cooperative", "dinas"),
    "presentation": ("ministry", "cooperative", "mentor", "dinas", "other"),
}


def _lines(rows: int = 2) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _choose(field: Any, offered: Iterable[tuple[str, str]]) -> None:
    field.choices = list(offered)


def words_of(text: str) -> tuple[str, ...]:
    """One entry a line; blank lines fall away."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


class OwnForm(forms.Form):
    """`id` is made with the form: sent twice, it happens once. `override_why` stays only where a gate is shut."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    override_why = forms.CharField(
        label=_("Alasan melangkahi urutan"), required=False, max_length=240,
        help_text=_("Hanya bila langkah sebelumnya belum selesai."),
    )  # fmt: skip

    use_required_attribute = False

    def __init__(self, data: Any = None, files: Any = None, *, shut: bool = False, initial: Any = None) -> None:
        super().__init__(data, files, initial=initial)
        if not shut:
            del self.fields["override_why"]
        else:
            self.order_fields([name for name in self.fields if name != "override_why"])

    @property
    def override(self) -> str:
        return str(self.cleaned_data.get("override_why", ""))


class MeetingForm(OwnForm):
    """When and where, who of each party, what was said, found and agreed, and the file."""

    replaces = forms.UUIDField(widget=forms.HiddenInput, required=False)
    held_on = forms.DateField(label=_("Tanggal pertemuan"), widget=forms.DateInput)
    place = forms.CharField(label=_("Tempat"), max_length=120, required=False)
    minutes = forms.CharField(label=_("Notula"), max_length=6000, widget=_lines(6))
    findings = forms.CharField(label=_("Temuan"), max_length=6000, required=False, widget=_lines(3))
    agreements = forms.CharField(label=_("Kesepakatan"), max_length=6000, required=False, widget=_lines(3))
    file = forms.FileField(
        label=_("Berkas"), required=False, help_text=_("PDF atau foto."),
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,image/*"}),
    )  # fmt: skip

    def __init__(self, kind: str, *args: Any, today: date, **kwargs: Any) -> None:
        self.kind = kind
        kwargs["initial"] = {"held_on": today, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        words = labels("meeting-parties", reader_language())
        for party in PARTIES_OF[kind]:
            self.fields[f"attendees_{party}"] = forms.CharField(
                label=words[party], required=False, max_length=1000, widget=_lines(),
                help_text=_("Satu nama pada tiap baris."),
            )  # fmt: skip
        if kind == "presentation":
            self.fields["minutes"].required = False
            self.fields["file"].label = _("Berkas paparan")

    @property
    def parties(self) -> list[forms.BoundField]:
        return [self[f"attendees_{party}"] for party in PARTIES_OF[self.kind]]

    def draft(self, engagement: UUID) -> MeetingDraft:
        """What to record, from a valid form."""
        said = self.cleaned_data
        attended = {party: words_of(said[f"attendees_{party}"]) for party in PARTIES_OF[self.kind]}
        plain = {name: said[name] for name in ("id", "held_on", "place", "minutes", "findings", "agreements")}
        return MeetingDraft(
            engagement=engagement, kind=self.kind, attendees=attended, replaces=said["replaces"],
            override_why=self.override, **plain,
        )

    def sent(self) -> tuple[str, bytes] | None:
        """The file's name and bytes, if one was sent."""
        file = self.cleaned_data.get("file")
        return (str(file.name), file.read(LARGEST_FILE + 1)) if file else None


class InterventionForm(OwnForm):
    """Help from others."""

    kind = forms.ChoiceField(label=_("Jenis"), widget=forms.RadioSelect)
    held_on = forms.DateField(label=_("Tanggal"), widget=forms.DateInput)
    who = forms.CharField(label=_("Dari siapa"), max_length=160, help_text=_("Dinas, lembaga, pembeli, atau orangnya."))
    note = forms.CharField(label=_("Catatan"), max_length=400, required=False, widget=_lines())

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"held_on": today}, **kwargs)
        words = labels("intervention-kinds", reader_language())
        _choose(self.fields["kind"], [(one, words[one]) for one in codes_of("intervention-kinds")])

    def draft(self, engagement: UUID) -> InterventionDraft:
        said = {name: self.cleaned_data[name] for name in ("id", "kind", "held_on", "who", "note")}
        return InterventionDraft(engagement=engagement, **said)


class ResultForm(OwnForm):
    """The result of the mentoring in words."""

    on = forms.DateField(label=_("Dinilai pada"), widget=forms.DateInput)
    summary = forms.CharField(
        label=_("Ringkasan hasil"), max_length=4000, widget=_lines(5),
        help_text=_("Apa yang berubah pada koperasi, dan dari catatan mana terlihat."),
    )  # fmt: skip


class VerdictForm(OwnForm):
    """The verdict, the version of the criteria, a reason where it differs, and who carries open promises on."""

    on = forms.DateField(label=_("Diputuskan pada"), widget=forms.DateInput)
    verdict = forms.ChoiceField(label=_("Predikat"), widget=forms.RadioSelect)
    criteria = forms.ChoiceField(label=_("Kriteria yang dipakai menilai"))
    reason = forms.CharField(
        label=_("Alasan"), required=False, max_length=4000, widget=_lines(3),
        help_text=_("Wajib bila predikatnya berbeda dari syarat program."),
    )  # fmt: skip
    carried_by = forms.CharField(
        label=_("Yang meneruskan tindak lanjut terbuka"), required=False, max_length=120,
        help_text=_("Nama orang atau kantor; hanya bila masih ada janji yang terbuka."),
    )  # fmt: skip

    def __init__(self, *args: Any, verdicts: str, versions: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self.fields["verdict"], labels(verdicts, reader_language()).items())
        _choose(self.fields["criteria"], [("", "—"), *((code, f"{title} ({code})") for code, title in versions)])


class CopyForm(OwnForm):
    """What is sent to the local office."""

    on = forms.DateField(label=_("Tanggal surat"), widget=forms.DateInput)
    documents = forms.CharField(
        label=_("Laporan yang ditembuskan"), widget=_lines(3), max_length=2000,
        help_text=_("Satu laporan pada tiap baris."),
    )  # fmt: skip
    outcome = forms.CharField(label=_("Ringkasan hasil"), required=False, max_length=400, widget=_lines())
    follow_ups = forms.CharField(
        label=_("Yang perlu dilanjutkan Dinas"), required=False, max_length=2000, widget=_lines(3),
        help_text=_("Satu hal pada tiap baris."),
    )  # fmt: skip


class LookBackForm(OwnForm):
    """What was found after so many months."""

    month = forms.IntegerField(widget=forms.HiddenInput)
    on = forms.DateField(label=_("Dilihat pada"), widget=forms.DateInput)
    outcome = forms.ChoiceField(label=_("Keadaan dibanding akhir pendampingan"), widget=forms.RadioSelect)
    indicators = forms.CharField(
        label=_("Indikator"), required=False, max_length=2000, widget=_lines(4),
        help_text=_("Satu pada tiap baris, misalnya: Anggota aktif: 120 -> 145"),
    )  # fmt: skip
    note = forms.CharField(label=_("Catatan"), required=False, max_length=4000, widget=_lines(3))

    def __init__(self, *args: Any, outcomes: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = labels("step-outcomes", reader_language())
        _choose(self.fields["outcome"], [(one, words.get(one, one)) for one in outcomes])

    def indicators_read(self) -> tuple[list[tuple[str, str, str]], list[Problem]]:
        """The lines as (name, before, now), and those that cannot be read."""
        found, faults = [], []
        for line in words_of(self.cleaned_data["indicators"]):
            match = ARROW.match(line)
            if match is None:
                faults.append(problem("OUTCOMES_012", "indicators", line=line[:80]))
            else:
                found.append((match["name"].strip(), match["before"].strip(), match["now"].strip()))
        return found, faults


class ContinuationForm(OwnForm):
    """Which office carries it on."""

    owner = forms.ChoiceField(label=_("Diteruskan oleh"), widget=forms.RadioSelect)
    starts = forms.DateField(label=_("Mulai"), widget=forms.DateInput)
    why = forms.CharField(label=_("Alasan"), max_length=400, widget=_lines())

    def __init__(self, *args: Any, owners: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self.fields["owner"], owners)
