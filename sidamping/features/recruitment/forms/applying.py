"""The application of a mentor: who, for which position, what was learnt and done, the CV and certificates."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sidamping.features.recruitment.queries import CallCard
from sidamping.features.recruitment.services import ApplicationDraft, DocumentDraft
from sidamping.platform.attachments.documents import LARGEST_FILE
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.trap import TrapForm
from sidamping.platform.territory.picker import AreaField, AreaPicker
from sidamping.rules.books import labels

CERTIFICATES = (1, 2, 3)
FILES = {"accept": "application/pdf,image/jpeg,image/png,image/webp"}
ORIGINS = [("public", _("Pelamar umum")), ("contract", _("Tenaga kontrak pemerintah daerah"))]
WHOSE = [("own", _("Saya sendiri")), ("other", _("Orang lain; saya membantu mengisi"))]
MUST = ("name", "nik", "phone", "village", "cv", "consent")
WHO = ("name", "nik", "phone", "email", "village")
LEARNT = ("education", "experience", "training_alumni")
PARTS = {"title": _("Nama sertifikat"), "issuer": _("Penerbit"), "number": _("Nomor"),
         "issued_on": _("Tanggal terbit"), "expires": _("Berlaku sampai"), "file": _("Berkas sertifikat")}


class PlacePicker(AreaPicker):
    """The village picker for visitors."""

    def __init__(self) -> None:
        super().__init__(4)

    @property
    def url(self) -> str:
        return reverse("mentor_places")


class ApplyForm(TrapForm):
    """One page; the service tells everything that is wrong at once."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    position = forms.ChoiceField(label=_("Posisi yang dilamar"), widget=forms.RadioSelect)
    name = forms.CharField(label=_("Nama lengkap"), required=False, max_length=200, help_text=_("Sesuai KTP."))
    nik = forms.CharField(
        label=_("NIK"), required=False, max_length=24,
        help_text=_("16 angka pada KTP. Hanya sebagian angkanya yang terlihat oleh penyeleksi."),
    )  # fmt: skip
    phone = forms.CharField(label=_("Nomor ponsel"), required=False, max_length=24)
    email = forms.EmailField(label=_("Surel"), required=False)
    village = AreaField(label=_("Desa atau kelurahan tempat tinggal"), required=False)
    education = forms.ChoiceField(label=_("Pendidikan terakhir"))
    experience = forms.CharField(
        label=_("Pengalaman"), required=False, widget=forms.Textarea,
        help_text=_("Pekerjaan atau pendampingan yang sesuai dengan posisi ini."),
    )  # fmt: skip
    training_alumni = forms.BooleanField(label=_("Alumni pelatihan koperasi atau UMKM"), required=False)
    origin = forms.ChoiceField(label=_("Melamar sebagai"), choices=ORIGINS, widget=forms.RadioSelect, initial="public")
    employer = forms.CharField(
        label=_("Instansi"), required=False, max_length=160, help_text=_("Untuk tenaga kontrak: tempat bekerja.")
    )
    cv = forms.FileField(label=_("Daftar riwayat hidup"), required=False, widget=forms.FileInput(attrs=FILES))
    diploma = forms.FileField(label=_("Ijazah"), required=False, widget=forms.FileInput(attrs=FILES))
    consent = forms.BooleanField(
        label=_("Data ini benar, dan saya setuju data ini dipakai untuk seleksi pendamping."), required=False
    )

    def __init__(self, *args: Any, call: CallCard, signed_in: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if signed_in:
            self.fields["whose"] = forms.ChoiceField(
                label=_("Lamaran ini untuk"), choices=WHOSE, widget=forms.RadioSelect
            )
            self.fields["consent"].label = _("Data ini benar, dan pelamar setuju data ini dipakai untuk seleksi.")
        language = reader_language()
        self.fields["village"].widget = PlacePicker()
        offered = [(str(one.id), one.label) for one in call.positions]
        levels = [("", _("— pilih —")), *labels("education-levels", language).items()]
        self.fields["position"].choices = offered  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["education"].choices = levels  # type: ignore[attr-defined]  # a ChoiceField
        if len(offered) == 1:
            self.fields["position"].initial = offered[0][0]
        for number in CERTIFICATES:
            self._certificate(number)

    def _certificate(self, number: int) -> None:
        for part, label in PARTS.items():
            field: forms.Field = forms.CharField(label=label, required=False, max_length=160)
            if part in ("issued_on", "expires"):
                field = forms.DateField(label=label, required=False, widget=forms.DateInput())
            elif part == "file":
                field = forms.FileField(label=label, required=False, widget=forms.FileInput(attrs=FILES))
            self.fields[f"certificate-{number}-{part}"] = field

    def shown(self) -> ApplyForm:
        """For the page: what the service asks for is not marked as optional; only the service says what is missing."""
        self.errors  # noqa: B018  # read what was sent before the marks are set
        for name in MUST:
            self.fields[name].required = True
        return self

    @property
    def who(self) -> list[Any]:
        return [self[name] for name in WHO]

    @property
    def learnt(self) -> list[Any]:
        return [self[name] for name in LEARNT]

    @property
    def certificates(self) -> list[tuple[int, list[Any], bool]]:
        """Each certificate's number, its inputs, and whether anything stands in them."""
        found = []
        for number in CERTIFICATES:
            inputs = [self[f"certificate-{number}-{part}"] for part in PARTS]
            found.append((number, inputs, any(one.value() for one in inputs)))
        return found

    def draft(self) -> ApplicationDraft:
        seen = self.cleaned_data
        kept = {name: seen[name] for name in ("position", *WHO, *LEARNT, "origin", "employer", "consent")}
        own = seen.get("whose", "own") == "own"
        kept |= {"village": seen["village"] or "", "own": own}
        return ApplicationDraft(**kept, documents=tuple(self._documents()))

    def _documents(self) -> list[DocumentDraft]:
        seen = self.cleaned_data
        found = [
            DocumentDraft(kind, seen[kind].name, seen[kind].read(LARGEST_FILE + 1), where=kind)
            for kind in ("cv", "diploma") if seen.get(kind)
        ]
        for number in CERTIFICATES:
            file = seen.get(f"certificate-{number}-file")
            told: dict[str, Any] = {part: seen.get(f"certificate-{number}-{part}") for part in PARTS if part != "file"}
            if file:
                where = f"certificate-{number}-title"
                found.append(DocumentDraft("certificate", file.name, file.read(LARGEST_FILE + 1), where=where, **told))
            elif any(told.values()):
                found.append(DocumentDraft("certificate", "sertifikat", b"", where=f"certificate-{number}-file",
                                           **told))
        return found
