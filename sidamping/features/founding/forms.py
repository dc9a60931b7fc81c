"""Forms of foundings: beginning, founders, officers, meetings, agreements, articles, papers, steps, coming to life."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sidamping.domain.founding.balance import Balance
from sidamping.domain.founding.steps import FORMATION, MILESTONES
from sidamping.domain.founding.terms import TermsDraft
from sidamping.features.founding.queries import FounderLine
from sidamping.features.founding.services import FounderDraft, FoundingDraft, GatheringDraft, Mentoring, MilestoneDraft
from sidamping.features.programmes.queries import Official
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.fields import Rupiah
from sidamping.platform.territory.picker import AreaField
from sidamping.rules.books import codes_of, labels, listing

NOBODY = ("", _("— bukan pengurus —"))
LATER = ("", _("— nanti saja —"))
PROOFS = "image/jpeg,image/png,image/webp,application/pdf"


def listed(name: str) -> list[tuple[str, str]]:
    """The codes of a list one may choose, in the reader's words."""
    words = labels(name, get_language() or "id")
    return [(code, words[code]) for code in codes_of(name)]


class Named(forms.Form):
    """A form whose record is named when it is shown, so that sending it twice writes once."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)


class LevelForm(Named):
    """A pra-koperasi of the register begins its founding: where its members will live."""

    level = forms.ChoiceField(label=_("Wilayah keanggotaan"), choices=lambda: listed("founding-levels"))

    def draft(self, party: UUID | None) -> FoundingDraft:
        return FoundingDraft(self.cleaned_data["level"], party=party)


class FoundingForm(LevelForm):
    """A new group: its name, village, kind and form."""

    name = forms.CharField(
        label=_("Nama yang direncanakan"), max_length=160,
        help_text=_("Tiga kata sesudah 'Koperasi' dan jenisnya, misalnya: Koperasi Produsen Tenun Sonbai Indah."),
    )  # fmt: skip
    village = AreaField(label=_("Desa/kelurahan"))
    kind = forms.ChoiceField(label=_("Jenis koperasi"), choices=lambda: listed("cooperative-kinds"))
    form = forms.ChoiceField(
        label=_("Bentuk"), choices=lambda: listed("cooperative-forms"),
        help_text=_("Primer didirikan orang; sekunder didirikan koperasi berbadan hukum."),
    )  # fmt: skip
    keep = forms.BooleanField(label=_("Tetap catat, walau ada nama yang mirip di desa ini"), required=False)
    field_order = ("id", "name", "village", "kind", "form", "level", "keep")

    def draft(self, party: UUID | None) -> FoundingDraft:
        given = self.cleaned_data
        return FoundingDraft(given["level"], given["name"], given["village"], given["kind"], given["form"], party)


class FounderForm(Named):
    """A founder as on the identity card."""

    name = forms.CharField(label=_("Nama sesuai KTP"), max_length=160)
    nik = forms.CharField(label=_("NIK"), max_length=24, help_text=_("16 angka; sesudah disimpan tampil disamarkan."))
    work = forms.CharField(label=_("Pekerjaan"), max_length=80, required=False)
    address = forms.CharField(label=_("Alamat"), max_length=240, required=False)
    represents = forms.CharField(
        label=_("Nomor badan hukum koperasi yang diwakili"), max_length=80,
        help_text=_("Koperasinya harus sudah ada di daftar koperasi."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, by_persons: bool, **options: Any) -> None:
        super().__init__(data, **options)
        if by_persons:
            del self.fields["represents"]

    def draft(self) -> FounderDraft:
        given = self.cleaned_data
        represents = given.get("represents", "")
        return FounderDraft(given["name"], given["nik"], given["work"], given["address"], represents)


class WhyForm(forms.Form):
    """A reason."""

    why = forms.CharField(label=_("Alasan"), max_length=240)


class AskedForm(forms.Form):
    """How many founders an office asks for."""

    asked = forms.IntegerField(label=_("Jumlah yang diminta"), min_value=1, max_value=500, required=False)
    office = forms.CharField(label=_("Kantor yang meminta"), max_length=120, required=False)


class OfficersForm(forms.Form):
    """The first office of each founder, and who goes to the notary for all."""

    def __init__(self, data: Any = None, *, people: Collection[FounderLine], **options: Any) -> None:
        super().__init__(data, **options)
        self.people = people
        words = labels("board-positions", get_language() or "id")
        seats = [(one.code, words[one.code]) for one in listing("board-positions") if one.parent != "executive"]
        for one in people:
            self.fields[f"position-{one.id}"] = forms.ChoiceField(
                label=one.name, choices=[NOBODY, *seats], required=False, initial=one.position
            )
            self.fields[f"signs-{one.id}"] = forms.BooleanField(
                label=_("Kuasa menghadap notaris"), required=False, initial=one.signs
            )

    def seats(self) -> Mapping[UUID, str]:
        return {one.id: self.cleaned_data[f"position-{one.id}"] for one in self.people}

    def signers(self) -> Collection[UUID]:
        return {one.id for one in self.people if self.cleaned_data[f"signs-{one.id}"]}

    def rows(self) -> list[tuple[FounderLine, forms.BoundField, forms.BoundField]]:
        return [(one, self[f"position-{one.id}"], self[f"signs-{one.id}"]) for one in self.people]


class GatheringForm(Named):
    """A meeting of founders as held."""

    day = forms.DateField(label=_("Tanggal"), widget=forms.DateInput)
    begins = forms.TimeField(label=_("Pukul"), widget=forms.TimeInput(attrs={"type": "time"}))
    place = forms.CharField(label=_("Tempat"), max_length=160)
    led_by = forms.CharField(label=_("Dipimpin oleh"), max_length=120)
    official = forms.CharField(label=_("Pejabat yang hadir"), max_length=120, required=False)
    office = forms.CharField(label=_("Instansi pejabat"), max_length=160, required=False)
    minutes = forms.CharField(
        label=_("Yang dibahas dan diputuskan"), max_length=8000, widget=forms.Textarea(attrs={"rows": 6})
    )
    came = forms.MultipleChoiceField(
        label=_("Pendiri yang hadir"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any = None, *, kind: str, people: Collection[FounderLine], **options: Any) -> None:
        super().__init__(data, **options)
        self.kind = kind
        self.fields["came"].choices = [(str(one.id), f"{one.number}. {one.name}") for one in people]  # type: ignore[attr-defined]  # a MultipleChoiceField
        self.fields["official"].required = self.fields["office"].required = kind == FORMATION

    def draft(self) -> GatheringDraft:
        given = {name: value for name, value in self.cleaned_data.items() if name not in ("id", "came")}
        return GatheringDraft(self.kind, came=[UUID(one) for one in self.cleaned_data["came"]], **given)


class TermsForm(Named):
    """Savings, years of office, and a percentage for each pot."""

    principal = Rupiah(label=_("Simpanan pokok setiap anggota"))
    mandatory = Rupiah(label=_("Simpanan wajib setiap anggota sebulan"), zero=True)
    board_years = forms.IntegerField(label=_("Masa jabatan Pengurus (tahun)"), min_value=1, max_value=20)
    supervisors_years = forms.IntegerField(label=_("Masa jabatan Pengawas (tahun)"), min_value=1, max_value=20)

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.pots = listed("surplus-pots")
        for code, label in self.pots:
            self.fields[f"share-{code}"] = forms.IntegerField(label=label, min_value=0, max_value=100, initial=0)

    def draft(self) -> TermsDraft:
        given = self.cleaned_data
        shares = {code: given[f"share-{code}"] for code, _label in self.pots if given[f"share-{code}"]}
        return TermsDraft(given["principal"], given["mandatory"], given["board_years"], given["supervisors_years"],
                          shares)  # fmt: skip

    def percents(self) -> list[forms.BoundField]:
        return [self[f"share-{code}"] for code, _label in self.pots]


class OpeningForm(Named):
    """The opening balance in eight amounts."""

    cash = Rupiah(label=_("Kas"), zero=True)
    bank = Rupiah(label=_("Bank"), zero=True)
    stock = Rupiah(label=_("Persediaan barang"), zero=True)
    equipment = Rupiah(label=_("Peralatan"), zero=True)
    principal = Rupiah(label=_("Simpanan pokok"), zero=True)
    mandatory = Rupiah(label=_("Simpanan wajib"), zero=True)
    grants = Rupiah(label=_("Hibah"), zero=True)
    debts = Rupiah(label=_("Utang"), zero=True)

    def balance(self) -> Balance:
        return Balance(**{name: value for name, value in self.cleaned_data.items() if name != "id"})


class PartForm(Named):
    """The text of a part of the articles."""

    text = forms.CharField(label=_("Naskah"), max_length=8000, widget=forms.Textarea(attrs={"rows": 12}))


class PieceForm(Named):
    """A paper to hand in."""

    kind = forms.ChoiceField(label=_("Jenis berkas"), choices=lambda: listed("founding-pieces"))
    file = forms.FileField(
        label=_("Foto atau PDF"), allow_empty_file=True, widget=forms.FileInput(attrs={"accept": PROOFS})
    )
    note = forms.CharField(label=_("Catatan"), max_length=240, required=False)


class MilestoneForm(Named):
    """A step with an office that is done."""

    kind = forms.ChoiceField(label=_("Langkah"))
    day = forms.DateField(label=_("Tanggal"), widget=forms.DateInput)
    number = forms.CharField(
        label=_("Nomor"), max_length=80,
        help_text=_("Nomor persetujuan, akta, permohonan, atau nomor badan hukum dari keputusan pengesahan."),
    )  # fmt: skip
    office = forms.CharField(label=_("Notaris atau instansi"), max_length=160)

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        steps = [one for one in listed("founding-steps") if one[0] in MILESTONES]
        self.fields["kind"].choices = steps  # type: ignore[attr-defined]  # a ChoiceField

    def draft(self) -> MilestoneDraft:
        given = self.cleaned_data
        return MilestoneDraft(given["kind"], given["day"], given["number"], given["office"])


class LivingForm(forms.Form):
    """Whether a mentoring begins with the cooperative, for whoever may open one."""

    programme = forms.ChoiceField(label=_("Mulai pendampingan dalam program"), required=False)
    mentor = forms.ChoiceField(label=_("Pendamping"), required=False)

    def __init__(
        self, data: Any = None, *, programmes: Collection[tuple[str, str]], mentors: Collection[Official]
    ) -> None:
        super().__init__(data)
        self.fields["programme"].choices = [LATER, *programmes]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["mentor"].choices = [LATER, *((str(one.user_id), one.name) for one in mentors)]  # type: ignore[attr-defined]  # a ChoiceField

    def mentoring(self) -> Mentoring | None:
        given = self.cleaned_data
        mentor = UUID(given["mentor"]) if given["mentor"] else None
        return Mentoring(given["programme"], mentor) if given["programme"] else None
