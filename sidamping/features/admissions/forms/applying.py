"""The application form, built from what a call asks: identity by kind, readiness, priorities, facts, documents."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from sidamping.features.admissions.queries import Call
from sidamping.features.admissions.services import PREFIX, ApplicationDraft, FileDraft
from sidamping.features.admissions.services.checks import LABELS, NAMES, REQUIRED
from sidamping.platform.attachments.pictures import LARGEST_FILE
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.trap import TrapForm
from sidamping.platform.territory.picker import AreaField, AreaPicker
from sidamping.rules.books import labels

CHOOSE = ("", _("— pilih —"))
YES_NO = [("yes", _("Ya")), ("no", _("Tidak"))]
COOPERATIVE, BUSINESS, PERSON = "cooperative", "business", "person"
WHO = {
    COOPERATIVE: ("name", "cooperative_kind", "legal_number", "nik_koperasi", "village", "address"),
    BUSINESS: ("name", "product", "village", "address"),
    PERSON: ("name", "nik", "village", "address"),
}
CONTACT = {
    COOPERATIVE: ("contact_name", "contact_position", "phone"), BUSINESS: ("contact_name", "nik", "phone"),
    PERSON: ("phone",),
}
ONE_OF = ("legal_number", "nik_koperasi")
"""A cooperative writes one of them; the service asks for it."""
HELP = {
    "legal_number": _("Seperti pada akta, misalnya 518/BH/XXI.3/2016. Cukup salah satu: ini atau NIK koperasi."),
    "nik_koperasi": _("16 angka pada sertifikat NIK. Cukup salah satu: ini atau nomor badan hukum."),
    "nik": _("16 angka pada KTP. Hanya petugas yang memeriksa dapat membukanya, dengan alasan tertulis."),
    "phone": _("Nomor yang dapat ditelepon petugas."),
    "statement": _("Ceritakan singkat: apa masalahnya, dan apa yang ingin dicapai."),
}
FILES = {"accept": "image/jpeg,image/png,image/webp,application/pdf"}


class PlacePicker(AreaPicker):
    """The village picker for visitors, within the area of the call."""

    def __init__(self, call: Call) -> None:
        super().__init__(4, (call.area,) if call.area else ())
        self.call = call.id

    @property
    def url(self) -> str:
        return reverse("apply_places", args=[self.call])


class Asked(forms.ChoiceField):
    """A question that must be answered; the service says so in its own words."""

    def validate(self, value: Any) -> None:
        """Nothing here."""


class Agreed(forms.BooleanField):
    """A consent that must be given; the service says so in its own words."""

    def validate(self, value: Any) -> None:
        """Nothing here."""


class ApplyForm(TrapForm):
    """One page for one kind of applicant. `parts` are its sections with their fields, in the order of the page."""

    id = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, call: Call, kind: str, assisted: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.call, self.kind = call, kind
        self.fields["id"].initial = uuid7
        for name in (*WHO[kind], *CONTACT[kind], "statement"):
            self.fields[name] = _field(name, kind, call)
        for fact, known in call.facts.items():
            self.fields[f"fact_{fact}"] = forms.ChoiceField(label=LABELS[fact], choices=[CHOOSE, *known.items()])
        for one in call.questions:
            self.fields[f"answer_{one.code}"] = Asked(
                label=one.label, choices=YES_NO, widget=forms.RadioSelect
            )
        if call.priorities:
            self.fields["priorities"] = forms.MultipleChoiceField(
                label=_("Centang yang berlaku"), required=False, widget=forms.CheckboxSelectMultiple,
                choices=[(one.code, one.label) for one in call.priorities],
            )
        for need in call.documents:
            self.fields[PREFIX + need.code] = forms.FileField(
                label=need.label, required=False, widget=forms.FileInput(attrs=FILES)
            )
        self.fields["consent"] = Agreed(label=_consent(assisted))

    @property
    def parts(self) -> list[tuple[Any, list[Any]]]:
        """Heading and fields of each section."""
        facts = [f"fact_{fact}" for fact in self.call.facts]
        answers = [f"answer_{one.code}" for one in self.call.questions]
        found = [
            (NAMES_OF[self.kind], WHO[self.kind]), (_("Yang dapat dihubungi"), CONTACT[self.kind]),
            (_("Kesiapan"), ["statement", *facts, *answers]),
            (_("Prioritas"), ["priorities"] if self.call.priorities else []),
        ]  # fmt: skip
        return [(heading, [self[name] for name in names]) for heading, names in found if names]

    @property
    def documents(self) -> list[tuple[Any, Any]]:
        """The documents asked for, each with its file input."""
        return [(need, self[PREFIX + need.code]) for need in self.call.documents]

    def draft(self, party: UUID | None = None) -> ApplicationDraft:
        """What was written, as it stands; the service says what is wrong with it."""
        said = {name: self._text(name) for name in (*WHO[self.kind], *CONTACT[self.kind], "statement")}
        if self.kind == PERSON:
            said["contact_name"] = said["name"]
        answers = {one.code: self._text(f"answer_{one.code}") for one in self.call.questions}
        return ApplicationDraft(
            kind=self.kind, consent=bool(self.data.get("consent")), party=party,
            answers={code: seen == "yes" for code, seen in answers.items() if seen in ("yes", "no")},
            facts={fact: self._text(f"fact_{fact}") for fact in self.call.facts},
            priorities=tuple(self._list("priorities")), **said,
        )

    def _text(self, name: str) -> str:
        """A picker finds the key of what was typed; any other value is taken as it came."""
        widget = self.fields[name].widget
        return str(widget.value_from_datadict(self.data, self.files, name) or "")

    def _list(self, name: str) -> list[str]:
        return [str(one) for one in self.data.getlist(name)] if hasattr(self.data, "getlist") else []


NAMES_OF = {COOPERATIVE: _("Koperasi"), BUSINESS: _("Usaha"), PERSON: _("Diri Anda")}


def posted_files(sent: MultiValueDict[str, Any], codes: list[str]) -> list[FileDraft]:
    """The files that came along, read no further than a file may be long."""
    found = []
    for code in codes:
        for file in sent.getlist(PREFIX + code):
            found.append(FileDraft(code, file.name or "", file.read(LARGEST_FILE + 1), file.size))
    return found


def sent_files(sent: MultiValueDict[str, Any], said: MultiValueDict[str, str]) -> list[FileDraft]:
    """The files another program sends, each under its document's code; hashes it counted stand beside them."""
    found = []
    for code in sent:
        hashes = said.getlist(f"{code}_sha256")
        for place, file in enumerate(sent.getlist(code)):
            told = hashes[place] if place < len(hashes) else ""
            found.append(FileDraft(code[:60], file.name or "", file.read(LARGEST_FILE + 1), file.size, told))
    return found


def _field(name: str, kind: str, call: Call) -> forms.Field:
    required = name in REQUIRED[kind] or (kind == COOPERATIVE and name in ONE_OF)
    label = NAMES[kind] if name == "name" else LABELS[name]
    if kind == BUSINESS and name == "contact_name":
        label = _("Nama pemilik sesuai KTP")
    shared: dict[str, Any] = {"label": label, "required": required, "help_text": HELP.get(name, "")}
    if name == "village":
        field = AreaField(within=(call.area,) if call.area else (), **shared)
        field.widget = PlacePicker(call)
        return field
    if name == "cooperative_kind":
        kinds = labels("cooperative-kinds", reader_language()).items()
        return forms.ChoiceField(choices=[CHOOSE, *kinds], **shared)
    made = OneOf if name in ONE_OF else forms.CharField
    return made(widget=_widget(name), max_length=4000, **shared)


class OneOf(forms.CharField):
    """One of several that are enough: not marked as optional; the service says when none was written."""

    def validate(self, value: Any) -> None:
        """Nothing here."""


class OneOfInput(forms.TextInput):
    """Its input, which the browser does not ask for."""

    def use_required_attribute(self, initial: Any) -> bool:
        return False


def _widget(name: str) -> forms.Widget:
    if name == "statement":
        return forms.Textarea(attrs={"rows": 4})
    if name in ONE_OF:
        return OneOfInput(attrs={"inputmode": "numeric"} if name == "nik_koperasi" else {})
    hints = {
        "phone": {"inputmode": "tel", "autocomplete": "tel"}, "nik": {"inputmode": "numeric", "autocomplete": "off"},
        "contact_name": {"autocomplete": "name"},
    }  # fmt: skip
    return forms.TextInput(attrs=hints.get(name, {}))


def _consent(assisted: bool) -> Any:
    if assisted:
        return _("Pemohon hadir, memahami untuk apa datanya dipakai, dan setuju.")
    return _("Saya setuju data ini dipakai untuk seleksi dan pendampingan program ini.")
