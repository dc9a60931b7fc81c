"""Picks the area of a role: of any level, for a role may cover a province as well as a village."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from sidamping.platform.territory.picker import AreaPicker, Choice
from sidamping.platform.territory.queries import search


class AnyAreaPicker(AreaPicker):
    """An area of whatever level; what was typed and not found goes on to the service, which says so."""

    def __init__(self) -> None:
        super().__init__(level=0)

    def find(self, text: str) -> Sequence[Choice]:
        return [Choice(hit.code, hit.path, hit.name) for hit in search(text, within=self.within)]

    @property
    def url(self) -> str:
        return reverse("area_search")
