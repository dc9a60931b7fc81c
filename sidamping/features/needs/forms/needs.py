"""What a mentee needs, chosen from the lists of its programme; priority areas stand under their level."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.features.needs.queries import FIELDS, NeedLine, level_of
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels


def _several(label: Any, help_text: Any = "", *, required: bool = True) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, help_text=help_text, required=required, widget=forms.CheckboxSelectMultiple
    )


class NeedForm(forms.Form):
    """`id` is made with the form, so that sending twice keeps one version."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    on = forms.DateField(label=_("Ditetapkan pada"), widget=forms.DateInput)
    types = _several(
        _("Jenis kebutuhan"), _("Homebase: pendamping tinggal dekat koperasi. LDC: pendampingan jarak jauh.")
    )
    themes = _several(_("Tema"), _("Bila lebih dari satu, pilih tema utamanya di bawah."))
    main_theme = forms.ChoiceField(
        label=_("Tema utama"), required=False,
        help_text=_("Pendamping dan output khusus dicari menurut tema ini."),
    )  # fmt: skip
    priority = forms.TypedChoiceField(label=_("Prioritas"), coerce=int, widget=forms.RadioSelect)
    areas = _several(_("Bidang dalam prioritas itu"), required=False)
    objectives = _several(_("Tujuan"))
    strategies = _several(_("Strategi"))
    methods = _several(_("Metode"))
    remark = forms.CharField(
        label=_("Catatan"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    override_why = forms.CharField(
        label=_("Alasan melangkahi urutan"), required=False, max_length=240,
        help_text=_("Hanya bila langkah sebelumnya belum selesai."),
    )  # fmt: skip

    use_required_attribute = False

    def __init__(
        self, offered: Mapping[str, tuple[str, ...]], data: Any = None, *, last: NeedLine | None, today: date,
        priority: int, shut: bool,
    ) -> None:
        super().__init__(data, initial={"on": today, "priority": priority, **_standing(last)})
        language = reader_language()
        for part, name in FIELDS.items():
            self._choose(part, [(code, labels(name, language)[code]) for code in offered[part]])
        self._choose("main_theme", [("", "—"), *self._offered("themes")])
        self._choose("priority", list(labels("priority-levels", language).items()))
        self._choose("areas", [(code, f"{level_of(code)} · {word}") for code, word in self._offered("areas")])
        self.fields["remark"].required = last is not None
        if not shut:
            del self.fields["override_why"]

    def said(self) -> dict[str, Any]:
        """What to determine, from a valid form; the main theme stands first."""
        told = dict(self.cleaned_data)
        main = told.pop("main_theme")
        told["themes"] = list(dict.fromkeys([main, *told["themes"]] if main else told["themes"]))
        return told

    def _choose(self, part: str, offered: list[tuple[str, str]]) -> None:
        self.fields[part].choices = offered  # type: ignore[attr-defined]  # a field of choices

    def _offered(self, part: str) -> list[tuple[str, str]]:
        return list(self.fields[part].choices)  # type: ignore[attr-defined]  # a field of choices


def _standing(last: NeedLine | None) -> dict[str, Any]:
    """A new version begins with what stands."""
    return {part: getattr(last, part) for part in FIELDS} | {"main_theme": last.theme} if last else {}
