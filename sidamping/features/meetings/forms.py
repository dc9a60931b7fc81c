"""Forms of meetings: calling, putting off, inviting, delivering, attending, deciding, polling, reporting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sidamping.domain.meetings.votes import CONSENSUS, OPEN, SECRET
from sidamping.domain.problems import Problem, problem
from sidamping.features.books.queries import FUNDS
from sidamping.features.meetings.models import CODED, ELECTION, MATTER, PAPER
from sidamping.features.meetings.queries import BLANK, ElectorLine, PollCard
from sidamping.features.meetings.services import Delay, MeetingDraft, PollDraft, Ruling
from sidamping.features.meetings.services.polling import CODE_LENGTH
from sidamping.platform.database.ids import uuid7
from sidamping.rules.books import codes_of, labels

WAYS = ((CONSENSUS, _("Musyawarah mufakat")), (OPEN, _("Suara terbuka")), (SECRET, _("Suara rahasia")))
POLL_WAYS = (
    (PAPER, _("Kertas suara, dihitung panitia")), (CODED, _("Surat suara berkode, dipilih lewat HP atau tablet")),
)  # fmt: skip
BALLOTS = ((MATTER, _("Setuju atau tidak tentang suatu pokok")), (ELECTION, _("Memilih perangkat")))
MANAGEMENT, SUPERVISION = "management", "supervision"
MOST_SEATS = 15


def listed(name: str) -> list[tuple[str, str]]:
    """The codes of a list one may choose, in the reader's words."""
    words = labels(name, get_language() or "id")
    return [(code, words[code]) for code in codes_of(name)]


class MeetingForm(forms.Form):
    """Which meeting, when and where."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    kind = forms.ChoiceField(label=_("Jenis rapat"), choices=lambda: listed("meeting-kinds"))
    year = forms.TypedChoiceField(
        label=_("Tahun buku"), required=False, coerce=int, empty_value=None,
        help_text=_("Untuk RAT: tahun buku yang dipertanggungjawabkan. Rapatnya sesudah tahun itu berakhir."),
    )  # fmt: skip
    day = forms.DateField(label=_("Hari rapat"), widget=forms.DateInput)
    begins = forms.TimeField(label=_("Pukul"), widget=forms.TimeInput(attrs={"type": "time"}))
    place = forms.CharField(label=_("Tempat"), max_length=160)
    purpose = forms.CharField(label=_("Pokok yang dibahas"), required=False, max_length=240)

    def __init__(self, data: Any = None, *, years: Iterable[int], **options: Any) -> None:
        super().__init__(data, **options)
        choices = [("", "–"), *((one, str(one)) for one in years)]
        self.fields["year"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def draft(self) -> MeetingDraft:
        given = self.cleaned_data
        return MeetingDraft(
            given["kind"], given["day"], given["begins"], given["place"], given["year"], given["purpose"]
        )


class ChangeForm(MeetingForm):
    """Another day, hour, place or purpose; kind and book year stay."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, years=(), **options)
        for name in ("id", "kind", "year"):
            del self.fields[name]

    def draft(self) -> MeetingDraft:
        return MeetingDraft("", **self.cleaned_data)


class DelayForm(forms.Form):
    """Another day, why, and when members and office were told."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    now_on = forms.DateField(label=_("Hari rapat yang baru"), widget=forms.DateInput)
    why = forms.CharField(label=_("Alasan penundaan"), max_length=240)
    told_members_on = forms.DateField(label=_("Anggota diberi tahu pada"), widget=forms.DateInput)
    told_office_on = forms.DateField(label=_("Pejabat diberi tahu pada"), widget=forms.DateInput)
    office = forms.CharField(label=_("Pejabat yang diberi tahu"), max_length=160)

    def delay(self) -> Delay:
        return Delay(**{name: self.cleaned_data[name] for name in Delay.__dataclass_fields__})


class SeatForm(forms.Form):
    """A person of the committee."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    name = forms.CharField(label=_("Nama"), max_length=120)
    duty = forms.ChoiceField(label=_("Tugas"), choices=lambda: listed("committee-duties"))


class InviteForm(forms.Form):
    """The day of the invitation."""

    on = forms.DateField(label=_("Hari undangan"), widget=forms.DateInput)


class ElectorsForm(forms.Form):
    """Members ticked in a list."""

    electors = forms.MultipleChoiceField(
        label=_("Anggota"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any = None, *, lines: Iterable[ElectorLine], **options: Any) -> None:
        super().__init__(data, **options)
        choices = [(str(one.id), f"{one.number} · {one.name}") for one in lines]
        self.fields["electors"].choices = choices  # type: ignore[attr-defined]  # a MultipleChoiceField

    def ticked(self) -> list[UUID]:
        return [UUID(one) for one in self.cleaned_data["electors"]]


class SlipsForm(ElectorsForm):
    """Who is handed a slip; printed slips are made void only when that is said."""

    again = forms.BooleanField(
        label=_("Cetak ulang; surat suara yang sudah dicetak tidak berlaku lagi"), required=False
    )


class SomeTicked(forms.MultipleChoiceField):
    """One member at least is ticked."""

    def validate(self, value: list[str]) -> None:
        if not value:
            told = problem("MEETINGS_043")
            raise forms.ValidationError(told.text(get_language() or "id"), code=told.code)
        super().validate(value)


class DeliveryForm(ElectorsForm):
    """Which members got the papers, when and how."""

    electors = SomeTicked(label=_("Anggota"), widget=forms.CheckboxSelectMultiple)
    on = forms.DateField(label=_("Diterima pada"), widget=forms.DateInput)
    way = forms.ChoiceField(label=_("Cara penyerahan"), choices=lambda: listed("invitation-ways"))
    proof = forms.CharField(
        label=_("Bukti"), required=False, max_length=160, help_text=_("Misalnya: tanda terima halaman 1, foto pesan.")
    )


class AttendanceForm(ElectorsForm):
    """Which members came, and how that is known."""

    way = forms.ChoiceField(label=_("Dicatat dari"), choices=lambda: listed("attendance-ways"))
    group = forms.CharField(label=_("Nama kelompok"), required=False, max_length=80)
    shown = forms.MultipleChoiceField(required=False, widget=forms.MultipleHiddenInput)

    def __init__(self, data: Any = None, *, lines: Iterable[ElectorLine], **options: Any) -> None:
        listed_here = list(lines)
        super().__init__(data, lines=listed_here, **options)
        choices = [(str(one.id), one.name) for one in listed_here]
        self.fields["shown"].choices = choices  # type: ignore[attr-defined]  # a MultipleChoiceField

    def shown_ticked(self) -> list[UUID]:
        """Who was ticked already when the page was opened."""
        return [UUID(one) for one in self.cleaned_data["shown"]]


class ConsentForm(ElectorsForm):
    """Who agrees to deal with what the papers, which came late, announced."""


class ItemForm(forms.Form):
    """The item on the screen is done, or not held; a note for the minutes."""

    code = forms.CharField(widget=forms.HiddenInput)
    note = forms.CharField(
        label=_("Catatan untuk risalah"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Wajib diisi bila acara ini tidak dilaksanakan: apa alasannya."),
    )  # fmt: skip


class LeadersForm(forms.Form):
    """Who leads the session, as the members chose."""

    chair = forms.CharField(label=_("Ketua sidang"), max_length=120)
    secretary = forms.CharField(label=_("Sekretaris sidang"), max_length=120)


class ElectedLeadersForm(LeadersForm, ItemForm):
    """The item at which the members choose who leads the session, with whom they chose."""

    field_order = ("code", "chair", "secretary", "note")


class DecisionForm(forms.Form):
    """What was decided, how, and with which votes; a secret one names its counted ballot."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    subject = forms.ChoiceField(label=_("Pokok keputusan"), choices=lambda: listed("decision-subjects"))
    text = forms.CharField(label=_("Isi keputusan"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    way = forms.ChoiceField(label=_("Cara memutuskan"), choices=WAYS)
    poll = forms.ChoiceField(label=_("Pemungutan suara rahasia"), required=False)
    yes = forms.IntegerField(label=_("Setuju"), required=False, min_value=0)
    no = forms.IntegerField(label=_("Tidak setuju"), required=False, min_value=0)
    abstained = forms.IntegerField(label=_("Abstain"), required=False, min_value=0)
    outcome = forms.ChoiceField(label=_("Hasil"), choices=lambda: listed("decision-outcomes"))
    notes = forms.CharField(
        label=_("Catatan pengesahan"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, data: Any = None, *, polls: Iterable[PollCard], **options: Any) -> None:
        super().__init__(data, **options)
        choices = [("", "–"), *((str(one.id), one.question) for one in polls)]
        self.fields["poll"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def ruling(self) -> Ruling:
        given = self.cleaned_data
        return Ruling(
            given["subject"], given["text"], given["way"], given["outcome"], given["yes"] or 0, given["no"] or 0,
            given["abstained"] or 0, given["notes"], UUID(given["poll"]) if given["poll"] else None,
        )  # fmt: skip


class PollForm(ElectorsForm):
    """A ballot: what is asked, or which office is filled among whom."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    kind = forms.ChoiceField(label=_("Tentang"), choices=BALLOTS)
    question = forms.CharField(label=_("Pertanyaan pada surat suara"), max_length=240)
    way = forms.ChoiceField(label=_("Cara memilih"), choices=POLL_WAYS)
    position = forms.ChoiceField(label=_("Jabatan yang dipilih"), required=False)
    seats = forms.IntegerField(label=_("Banyaknya yang dipilih"), initial=1, min_value=1, max_value=MOST_SEATS)

    def __init__(self, data: Any = None, *, lines: Iterable[ElectorLine], positions: Mapping[str, str]) -> None:
        super().__init__(data, lines=lines)
        self.fields["electors"].label = _("Calon")
        words = labels("board-positions", get_language() or "id")
        choices = [("", "–"), *((code, words[code]) for code in positions)]
        self.fields["position"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        self.organs = positions

    def draft(self) -> PollDraft:
        given = self.cleaned_data
        organ = self.organs.get(given["position"], "")
        return PollDraft(
            given["kind"], given["question"], given["way"], organ, given["position"], given["seats"],
            tuple(self.ticked()),
        )  # fmt: skip


class CountForm(forms.Form):
    """Paper slips as the committee counted them, blank and spoilt ones too."""

    def __init__(self, data: Any = None, *, poll: PollCard) -> None:
        super().__init__(data)
        for choice, _votes in poll.shown:
            label = _("Kosong, rusak atau tidak kembali") if choice.key == BLANK else choice.label
            self.fields[choice.key] = forms.IntegerField(label=label, min_value=0, initial=0)


class VoteForm(forms.Form):
    """The code of a slip and the choice.

    The browser asks for both before anything is sent, so that whoever forgot one loses nothing: what was sent is
    never shown again (decision 0034).
    """

    code = forms.CharField(label=_("Kode surat suara"), max_length=20, widget=forms.TextInput(
        attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "minlength": CODE_LENGTH}
    ))  # fmt: skip
    choice = forms.ChoiceField(label=_("Pilihan Anda"), widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, poll: PollCard) -> None:
        super().__init__(data)
        choices = [*((one.key, one.label) for one in poll.choices), (BLANK, _("Tidak memilih (suara kosong)"))]
        self.fields["choice"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def faults(self) -> tuple[Problem, ...]:
        """What is missing or not on the slip, to be told beside an empty form."""
        unknown = [] if "code" not in self.errors or not self.data.get("code") else [problem("MEETINGS_020", "code")]
        left = [name for name in self.errors if name != "code" or not unknown]
        empty = (problem("GENERAL_001", name, label=str(self.fields[name].label)) for name in left)
        return (*unknown, *empty)


class SeatElectedForm(forms.Form):
    """The term of one whom the ballot elected."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    choice = forms.ChoiceField(label=_("Terpilih"))
    starts = forms.DateField(label=_("Mulai menjabat"), widget=forms.DateInput)
    ends = forms.DateField(label=_("Akhir masa jabatan"), widget=forms.DateInput)

    def __init__(self, data: Any = None, *, chosen: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["choice"].choices = list(chosen)  # type: ignore[attr-defined]  # a ChoiceField


class PassageForm(forms.Form):
    """A part of the RAT book in one's own words."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    text = forms.CharField(
        label=_("Isi"), widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Angka dicetak dari buku dan daftar koperasi; di sini hanya penjelasannya."),
    )  # fmt: skip

    def said(self) -> dict[str, Any]:
        """What the service is given."""
        return {"id": self.cleaned_data["id"], "text": self.cleaned_data["text"]}


class SurplusForm(forms.Form):
    """The shares of the surplus that the board proposes."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def __init__(self, data: Any = None, *, kept: Mapping[str, str]) -> None:
        super().__init__(data)
        for key, words, usual in FUNDS:
            self.fields[key] = forms.DecimalField(
                label=words, required=False, min_value=0, max_value=100, decimal_places=2, localize=True,
                initial=kept.get(key, "0") if kept else usual,
            )  # fmt: skip

    def said(self) -> dict[str, Any]:
        """What the service is given."""
        shares = {key: self.cleaned_data[key] for key, *_rest in FUNDS if self.cleaned_data[key]}
        return {"id": self.cleaned_data["id"], "percents": shares}


class ReportForm(forms.Form):
    """To whom and when the results were reported."""

    on = forms.DateField(label=_("Dilaporkan pada"), widget=forms.DateInput)
    to = forms.CharField(label=_("Pejabat penerima"), max_length=160)
