"""Choices of lists of the rulebook, in the language of the page, and pickers of recorded parties."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sidamping.features.parties.queries import found_by_name, names_in_sight
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.language import reader_language
from sidamping.platform.territory.picker import Choice, Picker
from sidamping.rules.books import listing


def codes(name: str, empty: str = "") -> Callable[[], list[tuple[str, str]]]:
    """The codes one may still choose from a list, for a ChoiceField; an empty choice first when it has words."""

    def choices() -> list[tuple[str, str]]:
        lang = reader_language()
        known = [(one.code, one.text(lang)) for one in listing(name) if not one.retired]
        return [("", empty), *known] if empty else known

    return choices


class PartyPicker(Picker):
    """Picks a recorded party of a kind among those the viewer sees; the form sets `viewer`."""

    viewer: Viewer

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind

    def is_key(self, value: str) -> bool:
        return read_id(value) is not None

    def words_of(self, keys: Sequence[str]) -> dict[str, str]:
        return {str(key): words for key, words in names_in_sight(self.viewer, map(UUID, keys)).items()}

    def find(self, text: str) -> Sequence[Choice]:
        hits = found_by_name(self.viewer, self.kind, text.partition(",")[0])
        return [Choice(str(hit.id), f"{hit.name}, {hit.place}") for hit in hits]

    @property
    def url(self) -> str:
        return reverse("party_search", args=[self.kind])


class PartyField(forms.UUIDField):
    """The id of a recorded party in sight of the form's viewer."""

    def __init__(self, kind: str, **options: Any) -> None:
        super().__init__(widget=PartyPicker(kind), **options)

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, UUID) else value

    def to_python(self, value: Any) -> UUID | None:  # type: ignore[override]  # a UUIDField gives a UUID
        if value in self.empty_values:
            return None
        found = read_id(str(value))
        if found is None:
            raise ValidationError(_("Pilih salah satu dari daftar, atau catat dahulu bila belum ada."))
        return found


def let_pick(form: forms.Form, viewer: Viewer) -> None:
    """Give every party picker of the form its viewer."""
    for field in form.fields.values():
        if isinstance(field.widget, PartyPicker):
            field.widget.viewer = viewer
