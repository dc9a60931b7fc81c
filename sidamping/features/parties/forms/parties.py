"""The forms of the three registers. A hidden id made with the empty form lets the same sending arrive twice."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.features.parties.forms.choices import PartyField, codes, let_pick
from sidamping.features.parties.services import WRITERS, BusinessDraft, CooperativeDraft, PersonDraft
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from sidamping.platform.territory.picker import AreaField, AreasField, let_pick_within

CHOOSE = _("– pilih –")


class PartyForm(forms.Form):
    """What the three share: the id of the sending, the revision seen, name, place and note."""

    draft: ClassVar[type[PersonDraft] | type[CooperativeDraft] | type[BusinessDraft]]
    party = forms.UUIDField(widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    name = forms.CharField(label=_("Nama"), max_length=160)

    def __init__(self, data: Any = None, *, viewer: Viewer, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial={"party": uuid7(), "seen": 0, **(initial or {})})
        let_pick(self, viewer)
        let_pick_within(self, viewer.areas(*WRITERS))

    def draft_given(self) -> Any:
        """The draft for the service; call only when the form is valid."""
        return self.draft(**{name: self.cleaned_data[name] for name in self.draft.__dataclass_fields__})


class PersonForm(PartyForm):
    """A person."""

    draft = PersonDraft
    sex = forms.ChoiceField(
        label=_("Jenis kelamin"), choices=[("", CHOOSE), ("L", _("Laki-laki")), ("P", _("Perempuan"))], required=False
    )
    village = AreaField(label=_("Desa/kelurahan"))
    address = forms.CharField(label=_("Alamat"), max_length=240, required=False)
    nik = forms.CharField(label=_("NIK"), max_length=24, required=False, help_text=_("16 angka pada KTP."))
    phone = forms.CharField(label=_("Telepon"), max_length=24, required=False)
    account_number = forms.CharField(label=_("Nomor rekening"), max_length=40, required=False)
    education = forms.ChoiceField(
        label=_("Pendidikan terakhir"), choices=codes("education-levels", CHOOSE), required=False  # type: ignore[arg-type]  # lazy
    )
    note = forms.CharField(label=_("Catatan"), widget=forms.Textarea, required=False)


class CooperativeForm(PartyForm):
    """A cooperative or pra-koperasi."""

    draft = CooperativeDraft
    kind = forms.ChoiceField(label=_("Jenis koperasi"), choices=codes("cooperative-kinds", CHOOSE))  # type: ignore[arg-type]  # lazy
    form = forms.ChoiceField(label=_("Bentuk"), choices=codes("cooperative-forms"))
    standing = forms.ChoiceField(label=_("Kedudukan"), choices=codes("cooperative-standings"))
    village = AreaField(label=_("Desa/kelurahan"))
    address = forms.CharField(label=_("Alamat"), max_length=240, required=False)
    serves = AreasField(
        label=_("Desa yang dilayani"), required=False, help_text=_("Selain desa kedudukannya, bila ada.")
    )
    legal_number = forms.CharField(
        label=_("Nomor badan hukum"), max_length=80, required=False, help_text=_("Kosongkan untuk pra-koperasi.")
    )
    legal_date = forms.DateField(label=_("Tanggal badan hukum"), widget=forms.DateInput, required=False)
    nik_koperasi = forms.CharField(label=_("NIK koperasi"), max_length=24, required=False)
    nib = forms.CharField(label=_("NIB"), max_length=24, required=False, help_text=_("13 angka dari OSS."))
    npwp = forms.CharField(label=_("NPWP"), max_length=28, required=False)
    founded_on = forms.DateField(label=_("Tanggal berdiri"), widget=forms.DateInput, required=False)
    phone = forms.CharField(label=_("Telepon"), max_length=24, required=False)
    account_number = forms.CharField(label=_("Nomor rekening"), max_length=40, required=False)
    note = forms.CharField(label=_("Catatan"), widget=forms.Textarea, required=False)


class BusinessForm(PartyForm):
    """A business of one owner."""

    draft = BusinessDraft
    owner = PartyField("person", label=_("Pemilik"), help_text=_("Ketik nama orang yang sudah tercatat."))
    sector = forms.ChoiceField(label=_("Bidang usaha"), choices=codes("business-sectors", CHOOSE))  # type: ignore[arg-type]  # lazy
    product = forms.CharField(label=_("Produk utama"), max_length=160, required=False)
    village = AreaField(label=_("Desa/kelurahan"))
    address = forms.CharField(label=_("Alamat"), max_length=240, required=False)
    cooperative = PartyField("cooperative", label=_("Anggota koperasi"), required=False)
    started_on = forms.DateField(label=_("Mulai usaha"), widget=forms.DateInput, required=False)
    nib = forms.CharField(label=_("NIB"), max_length=24, required=False, help_text=_("13 angka dari OSS."))
    note = forms.CharField(label=_("Catatan"), widget=forms.Textarea, required=False)
