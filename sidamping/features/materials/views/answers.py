"""What the pages of the library share: the room's pages, a piece or 404."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpRequest

from sidamping.features.materials import queries
from sidamping.features.materials.queries import MaterialCard
from sidamping.platform.http.answers import room_page

page = partial(room_page, "materials")
"""The answer to a form or an address."""


def found(request: HttpRequest, material: object, mark: str = "") -> MaterialCard:
    """The piece within the reader's sight."""
    card = queries.material_card(request.viewer, str(material), mark)
    if card is None:
        raise Http404
    return card
