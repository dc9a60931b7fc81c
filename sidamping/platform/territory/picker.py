"""Pickers as form fields: type a name, choose from the list; without JavaScript the page comes back with what fits.

`Picker` is the pattern; areas are the first thing picked with it.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, problem
from sidamping.platform.http.fields import coded
from sidamping.platform.territory import queries
from sidamping.platform.territory.models import Level

CODE = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?")
STEPWISE = _("Pilih lalu saring: wilayah di bawahnya terbuka.")
"""Beside a choice of `queries.unfolded`."""
MOST_NAMED = 5
"""So many candidates stand in a message; the field offers them all."""


@dataclass(frozen=True)
class Choice:
    """One thing to pick: its key, the words that tell it from others, and its bare name."""

    key: str
    words: str
    name: str = ""


class Picker(forms.Widget):
    """A hidden key beside a box to type in. What can be picked is told by `is_key`, `words_of`, `find` and `url`."""

    template_name = "territory/picker.html"
    within: tuple[str, ...] = ()

    @abstractmethod
    def is_key(self, value: str) -> bool:
        """Whether the value is a key rather than typed text."""

    @abstractmethod
    def words_of(self, keys: Sequence[str]) -> dict[str, str]:
        """The words of the known ones among the keys."""

    @abstractmethod
    def find(self, text: str) -> Sequence[Choice]:
        """What fits the typed text, best first."""

    @property
    @abstractmethod
    def url(self) -> str:
        """The address that answers ?q= as JSON."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        """The chosen key, else the one thing that fits the typed text, else the text itself."""
        chosen = data.get(name) or data.get(f"{name}_pick") or ""
        return chosen or self.resolved(data.get(f"{name}_text") or "")

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and f"{name}_text" not in data

    def id_for_label(self, id_: str | None, index: str | None = None) -> str:
        return id_ or ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        line = self.lines([str(value or "")])[0]
        context["widget"].update(line, url=self.url, within=",".join(self.within))
        return context

    def resolved(self, text: str) -> str:
        text = text.strip()
        if not text or self.is_key(text):
            return text
        hits = self.find(text)
        exact = [hit for hit in hits if hit.words.casefold() == text.casefold()]
        return hits[0].key if len(hits) == 1 else exact[0].key if len(exact) == 1 else text

    def lines(self, values: Iterable[str]) -> list[dict[str, Any]]:
        """What each box shows: a known key with its words, or the typed text with the things that fit."""
        shown = list(values)
        words = self.words_of([one for one in shown if self.is_key(one)])
        return [
            {"code": one, "text": words[one], "hits": ()} if one in words
            else {"code": "", "text": one, "hits": self.find(one) if one else ()}
            for one in shown
        ]


class AreaPicker(Picker):
    """Picks an area of one level; `within` narrows the search to code prefixes, as a form does for who writes."""

    def __init__(self, level: int, within: Sequence[str] = (), attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.level, self.within = level, tuple(within)

    def is_key(self, value: str) -> bool:
        return CODE.fullmatch(value) is not None

    def words_of(self, keys: Sequence[str]) -> dict[str, str]:
        return queries.path_of(keys) if keys else {}

    def find(self, text: str) -> Sequence[Choice]:
        return [Choice(hit.code, hit.path, hit.name) for hit in queries.search(text, self.level, self.within)]

    def resolved(self, text: str) -> str:
        """The one area of that full name, with or without what lies above it; a part of a name is not enough."""
        text = text.strip()
        if not text or self.is_key(text):
            return text
        name, hits = queries.bare_name(text).casefold(), self.find(text)
        exact = [hit for hit in hits if hit.words.casefold() == text.casefold()]
        exact = exact or [hit for hit in hits if hit.name.casefold() == name]
        return exact[0].key if len(exact) == 1 else text

    @property
    def url(self) -> str:
        return reverse("area_search_level", args=[self.level])


class AreasPicker(AreaPicker):
    """Several areas, one line each; an empty line waits for the next."""

    template_name = "territory/picker_many.html"
    spare = 1

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        codes, texts = _list(data, name), _list(data, f"{name}_text")
        width = max(len(codes), len(texts))
        padded = zip(codes + [""] * (width - len(codes)), texts + [""] * (width - len(texts)), strict=True)
        found = [code or self.resolved(text) for code, text in padded]
        return [value for value in (*found, *_list(data, f"{name}_pick")) if value]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, "", attrs)
        context["widget"]["lines"] = self.lines([*dict.fromkeys(value or ()), *[""] * self.spare])
        return context


class AreaField(forms.CharField):
    """The code of one area of the level, checked against the list in force."""

    def __init__(self, *, level: int = Level.VILLAGE, within: Sequence[str] = (), **options: Any) -> None:
        self.level = level
        super().__init__(widget=AreaPicker(level, within), **options)

    def clean(self, value: Any) -> str:
        code = str(super().clean(value))
        if code:
            refuse_unknown([code], self.level, self.widget.within)
        return code


class AreasField(forms.Field):
    """The codes of several areas of the level."""

    def __init__(self, *, level: int = Level.VILLAGE, within: Sequence[str] = (), **options: Any) -> None:
        self.level = level
        super().__init__(widget=AreasPicker(level, within), **options)

    def clean(self, value: Any) -> tuple[str, ...]:
        codes = tuple(dict.fromkeys(super().clean(value) or ()))
        refuse_unknown(codes, self.level, self.widget.within)
        return codes


def refuse_unknown(codes: Sequence[str], level: int, within: Sequence[str] = ()) -> None:
    """A validation error with its code for every value that is no area of the level today."""
    known = queries.known(codes, level) if codes else set()
    wrong = [area_fault(code, level, within) for code in codes if code not in known]
    if wrong:
        raise ValidationError([coded(one) for one in wrong])


def area_fault(seen: str, level: int, within: Sequence[str] = (), where: str = "") -> Problem:
    """Why a value names no area: typed text that fits some is told with them, anything else is not known."""
    hits = () if CODE.fullmatch(seen) else queries.search(seen, level, within)
    if not hits:
        return problem("AREAS_001", where, seen=seen or "—")
    return problem("AREAS_006", where, seen=seen, found="; ".join(hit.path for hit in hits[:MOST_NAMED]))


def let_pick_within(form: forms.BaseForm, areas: Sequence[str]) -> None:
    """Offer in every area picker of the form only what lies within the writer's areas; the nation narrows nothing."""
    for field in form.fields.values():
        if isinstance(field.widget, AreaPicker):
            field.widget.within = () if "" in areas else tuple(areas)


def _list(data: Any, name: str) -> list[str]:
    if isinstance(data, MultiValueDict):
        return [str(one) for one in data.getlist(name)]
    value = data.get(name, [])
    return list(value) if isinstance(value, list | tuple) else [value]
