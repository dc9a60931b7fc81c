"""Forms of supervision: an examination, its team, a finding, a report, an answer, a verdict, a sanction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sidamping.features.supervision.queries import Heading
from sidamping.features.supervision.services import ExaminationDraft, FindingDraft, SanctionDraft, TeamDraft
from sidamping.platform.database.ids import uuid7
from sidamping.rules.books import codes_of, labels, listing

PROOF_KINDS = "image/jpeg,image/png,image/webp,application/pdf"
SEATS = 4
STATES = (
    ("planned", _("direncanakan")), ("assigned", _("sedang diperiksa")), ("reported", _("laporan terbit")),
    ("closed", _("ditutup")),
)  # fmt: skip


def listed(name: str, parent: str = "", codes: Iterable[str] | None = None) -> list[tuple[str, str]]:
    """The codes of a list one may choose, in the reader's words; those of one parent, or only the given ones."""
    words = labels(name, get_language() or "id")
    parents = {one.code: one.parent for one in listing(name)}
    wanted = codes_of(name) if codes is None else codes
    return [(code, words[code]) for code in wanted if not parent or parents[code] == parent]


def lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class FilterForm(forms.Form):
    """How far examinations have come, or whose they are."""

    keadaan = forms.ChoiceField(label=_("Keadaan"), required=False)
    q = forms.CharField(label=_("Nama koperasi"), required=False, max_length=80)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["keadaan"].choices = [("", _("Semua")), *STATES]  # type: ignore[attr-defined]  # a ChoiceField


class SearchForm(forms.Form):
    """Part of a name."""

    q = forms.CharField(label=_("Nama koperasi"), required=False, max_length=80)


class LetterheadForm(forms.Form):
    """What stands over the office's letters, and who signs them."""

    government = forms.CharField(label=_("Pemerintah daerah"), max_length=120)
    name = forms.CharField(
        label=_("Nama kantor"), max_length=160, help_text=_("Misalnya: Dinas Koperasi, Usaha Kecil dan Menengah.")
    )
    address = forms.CharField(
        label=_("Alamat kantor"), max_length=240, help_text=_("Jalan, kota, kode pos, telepon; tercetak di kop surat.")
    )
    place = forms.CharField(
        label=_("Tempat surat dibuat"), max_length=60, help_text=_("Kota sebelum tanggal surat, misalnya Maumere.")
    )
    signer = forms.CharField(label=_("Nama penandatangan"), max_length=120, help_text=_("Lengkap dengan gelar."))
    title = forms.CharField(
        label=_("Jabatan penandatangan"), max_length=160,
        help_text=_("Misalnya: Kepala Dinas Koperasi, Usaha Kecil dan Menengah Kabupaten Sikka."),
    )  # fmt: skip
    nip = forms.CharField(label=_("NIP penandatangan"), max_length=24, help_text=_("18 angka."))

    def heading(self) -> Heading:
        return Heading(**self.cleaned_data)


class ExaminationForm(forms.Form):
    """In which way, what and when."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    way = forms.ChoiceField(label=_("Cara"), widget=forms.RadioSelect, choices=lambda: _kinds("way"))
    timing = forms.ChoiceField(label=_("Waktu"), widget=forms.RadioSelect, choices=lambda: _kinds("timing"))
    purpose = forms.ChoiceField(label=_("Tujuan"), widget=forms.RadioSelect, choices=lambda: _kinds("purpose"))
    matter = forms.CharField(
        label=_("Yang diperiksa"), max_length=240, help_text=_("Misalnya: kas dan simpanan anggota tahun ini.")
    )
    starts = forms.DateField(label=_("Mulai"), widget=forms.DateInput)
    ends = forms.DateField(label=_("Sampai"), widget=forms.DateInput)

    def draft(self) -> ExaminationDraft:
        return ExaminationDraft(**{name: self.cleaned_data[name] for name in ExaminationDraft.__dataclass_fields__})


class TeamForm(forms.Form):
    """The head of the team and up to three others, each with the NIP beside the name."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for seat in range(SEATS):
            label = _("Anggota tim") if seat else _("Ketua tim")
            self.fields[f"name{seat}"] = forms.CharField(label=label, max_length=120, required=seat == 0)
            self.fields[f"nip{seat}"] = forms.CharField(label=_("NIP"), max_length=24, required=False)

    def team(self) -> list[TeamDraft]:
        given = self.cleaned_data
        seats = (
            TeamDraft(given[f"name{seat}"], given[f"nip{seat}"], "member" if seat else "lead") for seat in range(SEATS)
        )
        return [one for one in seats if one.name]


class FindingForm(forms.Form):
    """What was found, against what, what is advised, who mends it by when."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    area = forms.ChoiceField(label=_("Bidang"), choices=lambda: listed("finding-areas"))
    text = forms.CharField(label=_("Temuan"), max_length=2000, widget=lines(3))
    basis = forms.CharField(
        label=_("Dasar"), max_length=240, required=False, help_text=_("Aturan atau pasal AD/ART yang tidak dipenuhi.")
    )
    advice = forms.CharField(label=_("Rekomendasi"), max_length=2000, widget=lines(3))
    charged = forms.CharField(
        label=_("Penanggung jawab"), max_length=120, help_text=_("Jabatan atau nama di koperasi.")
    )
    due = forms.DateField(label=_("Batas tindak lanjut"), widget=forms.DateInput)

    def draft(self) -> FindingDraft:
        return FindingDraft(**{name: self.cleaned_data[name] for name in FindingDraft.__dataclass_fields__})


class ReportForm(forms.Form):
    """What the examination comes to."""

    summary = forms.CharField(label=_("Kesimpulan"), max_length=4000, widget=lines(4))


class AnswerForm(forms.Form):
    """What the cooperative did about a finding, with a proof."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    text = forms.CharField(label=_("Tindak lanjut"), max_length=2000, widget=lines(3))
    file = forms.FileField(
        label=_("Foto atau PDF bukti"), required=False, allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": PROOF_KINDS}),
    )  # fmt: skip

    def proof(self) -> tuple[str, bytes] | None:
        sent = self.cleaned_data["file"]
        return (sent.name, sent.read()) if sent else None


class VerdictForm(forms.Form):
    """Whether the answer settles the finding."""

    settled = forms.ChoiceField(
        label=_("Penilaian kantor"), widget=forms.RadioSelect,
        choices=(("yes", _("Temuan selesai")), ("no", _("Belum, kembalikan"))),
    )  # fmt: skip
    remark = forms.CharField(
        label=_("Catatan kantor"), required=False, max_length=240, help_text=_("Wajib bila dikembalikan.")
    )


class SanctionForm(forms.Form):
    """Which sanction; for a warning until when to mend, for anything heavier why."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    kind = forms.ChoiceField(label=_("Sanksi"), widget=forms.RadioSelect, choices=lambda: listed("sanctions"))
    until = forms.DateField(
        label=_("Batas perbaikan"), required=False, widget=forms.DateInput, help_text=_("Untuk teguran tertulis.")
    )
    reason = forms.CharField(
        label=_("Pertimbangan"), required=False, max_length=400, widget=lines(3),
        help_text=_("Untuk sanksi yang lebih berat dari teguran."),
    )  # fmt: skip

    def draft(self) -> SanctionDraft:
        return SanctionDraft(self.cleaned_data["kind"], self.cleaned_data["until"], self.cleaned_data["reason"])


class WhyForm(forms.Form):
    """A reason."""

    why = forms.CharField(label=_("Alasan"), max_length=240)


class ClosingForm(forms.Form):
    """Why an examination is closed while findings are left."""

    why = forms.CharField(
        label=_("Alasan"), max_length=240, required=False,
        help_text=_("Wajib bila masih ada temuan yang belum selesai."),
    )  # fmt: skip


def _kinds(pair: str) -> list[tuple[str, str]]:
    return listed("supervision-kinds", pair)
