"""The growth helper (E9): which of the four ways fits, in a picture, with the chain up and down; keeps nothing.

The choice itself is written on the worksheet growth-strategy, whose words these are.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.domain.deliverables.kinds import Cell
from sidamping.features.founding.views.answers import page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.svg import line, picture, rect, shape, words
from sidamping.rules.deliverables import deliverable_kind

SHEET = "growth-strategy"
SAME, NEW = "tetap", "baru"
WAYS = {(SAME, SAME): "penetration", (SAME, NEW): "market", (NEW, SAME): "product", (NEW, NEW): "diversify"}
"""Product and buyers, the same or new → the way to grow."""
CHAIN = ("upstream", "downstream")
SIDE, LEFT, TOP = 300, 46, 20
WIDE, HIGH, ACROSS, DOWN = 120, 56, 126, 62
"""A box of the picture of four, and how far the next one lies."""


@dataclass(frozen=True)
class Way:
    """A way to grow in the reader's words."""

    key: str
    label: str
    hint: str
    chosen: bool


@allow(roles.CHAIR, roles.MENTOR, *roles.OVERSEERS)
@require_safe
def growth(request: HttpRequest) -> HttpResponse:
    """Two questions point to one of the four ways; nothing asked, all four are shown alike."""
    asked = (request.GET.get("produk", ""), request.GET.get("pembeli", ""))
    kind = deliverable_kind(SHEET, request.today)
    cells = {one.key: one for one in kind.cells}
    chosen = WAYS.get(asked, "")
    ways = [_way(cells[key], chosen) for key in WAYS.values()]
    context = {
        "ways": ways, "chosen": next((one for one in ways if one.chosen), None), "product": asked[0],
        "buyers": asked[1], "choices": ((SAME, _("tetap")), (NEW, _("baru"))), "cite": kind.cite, "sheet": SHEET,
        "chain": [_way(cells[key], "") for key in CHAIN], "picture": _four(ways), "links": _chain(cells),
    }  # fmt: skip
    return page(request, "growth.html", context)


def _way(cell: Cell, chosen: str) -> Way:
    language = reader_language()
    return Way(cell.key, cell.label.text(language), cell.hint.text(language), cell.key == chosen)


def _four(ways: list[Way]) -> SafeString:
    """Products across, buyers down: the further from the upper left corner, the riskier."""
    penetration, market, product, diversify = ways
    placed = ((penetration, 0, 0), (product, 1, 0), (market, 0, 1), (diversify, 1, 1))
    across = [(_("produk tetap"), 0), (_("produk baru"), 1)]
    down = [(_("pembeli tetap"), 0), (_("pembeli baru"), 1)]
    parts = [words((LEFT + WIDE / 2 + ACROSS * x, 12), text, "grow-axis", "middle") for text, x in across]
    for text, y in down:
        parts += _rows(text, LEFT - 4, TOP + 24 + DOWN * y, "grow-axis", "end")
    for way, x, y in placed:
        look = "grow-box grow-chosen" if way.chosen else f"grow-box grow-risk-{x + y}"
        left, top = LEFT + ACROSS * x, TOP + DOWN * y
        parts.append(rect(left, top, WIDE, HIGH, look))
        parts += _rows(way.label, left + WIDE / 2, top + 24, "grow-word", "middle")
    return picture(parts, SIDE, TOP + DOWN + HIGH + 2, "grow", _("Empat jalan menurut produk dan pembeli"))


def _chain(cells: dict[str, Cell]) -> SafeString:
    """Material on the left, the members' work in the middle, processing and selling on the right."""
    language = reader_language()
    upstream, downstream = (cells[key].label.text(language) for key in CHAIN)
    parts = []
    for at, (label, look) in enumerate(((upstream, "grow-risk-1"), (_("Usaha anggota"), "grow-risk-0"),
                                        (downstream, "grow-risk-1"))):  # fmt: skip
        left = 2 + 104 * at
        parts.append(rect(left, 10, 84, 50, f"grow-box {look}"))
        parts += _rows(label, left + 42, 32, "grow-word", "middle")
        if at:
            parts += [line((left - 18, 35), (left - 6, 35), "grow-line"),
                      shape(((left - 8, 31), (left - 2, 35), (left - 8, 39)), "grow-tip")]  # fmt: skip
    return picture(parts, SIDE, 70, "grow", _("Rantai dari bahan sampai pembeli"))


def _rows(text: str, x: float, y: float, look: str, anchor: str) -> list[SafeString]:
    """Words in two rows around a height: the last word below; one word stands alone in the middle."""
    first, _, last = text.rpartition(" ")
    placed = ((first, y), (last, y + 13)) if first else ((last, y + 6),)
    return [words((x, at), row, look, anchor) for row, at in placed]
