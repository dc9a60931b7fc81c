"""Finds areas by name and writes their paths. Read only; areas are public facts, so nobody's scope matters here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.postgres.search import TrigramSimilarity
from django.db import connection
from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Length, Upper

from sidamping.platform.territory.models import Area, Boundary, Level

MOST_HITS = 20
MOST_NAMESAKES = 2000
MOST_ABOVE = 3  # a village has a district, a regency and a province above it
TITLES = r"^(desa|kel\.|kelurahan|kec\.|kecamatan|kab\.)\s+"
"""Words in front of a name that a path writes and the list does not."""

KNOWN = "SELECT code FROM territory_area WHERE code = ANY(%s) AND level = %s AND retired_on IS NULL"


@dataclass(frozen=True)
class AreaHit:
    """An area as a person recognises it: its name, its level and the path up to the province."""

    code: str
    name: str
    level: int
    path: str

    @property
    def above(self) -> str:
        """The path without the area's own name."""
        return self.path.partition(", ")[2]


@dataclass(frozen=True)
class Branch:
    """An area while browsing: how many areas stand directly below it."""

    code: str
    name: str
    level: int
    below: int
    retired: bool


@dataclass(frozen=True)
class BoundaryLine:
    """The outline of an area: a path of SVG and its box (left, top, right, bottom)."""

    code: str
    name: str
    path: str
    box: tuple[int, int, int, int]


def search(text: str, level: int | None = None, within: Iterable[str] = ()) -> tuple[AreaHit, ...]:
    """Up to 20 areas whose name holds the text, best first, under one of the code prefixes `within` if there are any;
    'Tarus, Kupang' also asks the places above.

    Digits search by code. When nothing holds the text, names that look alike are offered.
    """
    name, *above = (bare_name(part) for part in text.split(","))
    if len(name) < 2:
        return ()
    rows = Area.objects.filter(retired_on__isnull=True)
    rows = rows.filter(level=level) if level else rows
    rows = rows.filter(_below(within))
    wanted = [part for part in above if part][:MOST_ABOVE]
    return _hits(_under(_found(rows, name, MOST_NAMESAKES if wanted else MOST_HITS), wanted)[:MOST_HITS])


def bare_name(text: str) -> str:
    """'Desa Tarus, Kec. Kupang Tengah' → 'Tarus'."""
    return re.sub(TITLES, "", text.partition(",")[0].strip(), flags=re.IGNORECASE)


def path_of(codes: Iterable[str]) -> dict[str, str]:
    """'Desa X, Kec. Y, Kab. Z, Provinsi' for each known code, in one query."""
    wanted = set(codes)
    names = names_of(part for code in wanted for part in lineage(code))
    known = (code for code in wanted if code in names)
    return {code: ", ".join(_title(part, names) for part in reversed(lineage(code)) if part in names) for code in known}


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """The bare name for each known code, retired ones too."""
    return dict(Area.objects.filter(code__in=set(codes)).values_list("code", "name"))


def known_villages(codes: Iterable[str]) -> set[str]:
    """Those of the codes that are villages of the list today."""
    return known(codes, Level.VILLAGE)


def known(codes: Iterable[str], level: int) -> set[str]:
    """Those of the codes that are areas of the level today."""
    with connection.cursor() as cursor:  # asked with every visit
        cursor.execute(KNOWN, [list(set(codes)), level])
        return {code for (code,) in cursor.fetchall()}


def villages_within(prefixes: Iterable[str], most: int) -> tuple[AreaHit, ...]:
    """The villages under the code prefixes, for the list sheet of a template; none when they exceed `most`."""
    known = tuple(prefixes)
    if not known:
        return ()
    found = Area.objects.filter(_below(known), level=Level.VILLAGE, retired_on__isnull=True).order_by("code")
    rows = list(found[: most + 1])
    return _hits(rows) if len(rows) <= most else ()


def branches(parent: str) -> tuple[Branch, ...]:
    """The areas directly below the parent ('' = the provinces), with the number of areas below each."""
    rows = Area.objects.filter(parent_id=parent or None).annotate(below=Count("children")).order_by("code")
    return tuple(Branch(row.code, row.name, row.level, row.below, row.retired_on is not None) for row in rows)


def unfolded(roots: Iterable[str], chosen: str = "") -> tuple[tuple[str, str], ...]:
    """The tree of areas down to districts as (code, name), from the top: what lies directly below the roots ('' = the
    nation) and below each step of the way to the chosen one.
    """
    known = tuple(roots)
    open_ones = Q(parent_id__in=[*filter(None, known), *(lineage(chosen) if chosen else ())])
    if "" in known:
        open_ones |= Q(level=Level.PROVINCE)
    rows = Area.objects.filter(open_ones, _below(known), retired_on=None, level__lt=Level.VILLAGE)
    return tuple(rows.order_by("code").values_list("code", "name")) if known else ()


def trail(code: str) -> tuple[tuple[str, str], ...]:
    """(code, name) from the province down to the area; empty for an unknown code."""
    names = names_of(lineage(code)) if code else {}
    return tuple((part, names[part]) for part in lineage(code)) if code in names else ()


def boundaries(province: str = "") -> tuple[BoundaryLine, ...]:
    """The outlines of a province's regencies where an office loaded any, else those of the provinces."""
    asked = Q(area__level=Level.PROVINCE) | (Q(area__parent_id=province) if province else Q())
    rows = Boundary.objects.filter(asked).order_by("area_id").select_related("area")
    found = [BoundaryLine(row.area_id, row.area.name, row.path, (row.left, row.top, row.right, row.bottom))
             for row in rows]
    return tuple(one for one in found if "." in one.code) or tuple(found)


def totals() -> dict[int, int]:
    """How many areas of each level are in force."""
    rows = Area.objects.filter(retired_on__isnull=True).values_list("level").annotate(Count("code")).order_by("level")
    return dict(rows)


def lineage(code: str) -> list[str]:
    """The codes from the province down to the area itself: '53.01.05' → 53, 53.01, 53.01.05."""
    parts = code.split(".")
    return [".".join(parts[: count + 1]) for count in range(len(parts))]


def _below(prefixes: Iterable[str]) -> Q:
    """Under one of the code prefixes; '' among them, or none at all, is the nation."""
    known = tuple(prefixes)
    found = Q()
    for prefix in () if "" in known else known:
        found |= Q(code__startswith=prefix)
    return found


def _found(rows: QuerySet[Area], name: str, most: int) -> list[Area]:
    if re.fullmatch(r"[\d.]+", name):
        return list(rows.filter(code__startswith=name).order_by("level", "code")[:most])
    rank = Case(
        When(name__iexact=name, then=Value(0)),
        When(name__istartswith=name, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    holding = rows.filter(name__icontains=name).annotate(rank=rank, size=Length("name"))
    found: list[Area] = list(holding.order_by("rank", "size", "code")[:most])
    return found or _alike(rows, name, most)


def _alike(rows: QuerySet[Area], name: str, most: int) -> list[Area]:
    loud = rows.annotate(loud=Upper("name")).filter(loud__trigram_similar=name.upper())
    return list(loud.annotate(near=TrigramSimilarity("loud", name.upper())).order_by("-near", "code")[:most])


def _under(found: list[Area], above: list[str]) -> list[Area]:
    """Those that lie under areas whose names hold every one of the texts; decided here, as planners guess it badly."""
    for part in above:
        upper = Area.objects.filter(name__icontains=part, level__lt=Level.VILLAGE)
        codes = set(upper.values_list("code", flat=True))
        found = [row for row in found if codes & set(lineage(row.code)[:-1])]
    return found


def _hits(rows: list[Area]) -> tuple[AreaHit, ...]:
    paths = path_of(row.code for row in rows)
    return tuple(AreaHit(row.code, row.name, row.level, paths[row.code]) for row in rows)


def _title(code: str, names: dict[str, str]) -> str:
    """'Desa Tarus', 'Kel. Oesapa', 'Kec. Kupang Tengah', 'Kab. Kupang'; Kemendagri numbers kelurahan from 1001."""
    name, level = names[code], code.count(".") + 1
    if level == Level.VILLAGE:
        return f"Kel. {name}" if code.rpartition(".")[2].startswith("1") else f"Desa {name}"
    if level == Level.DISTRICT:
        return f"Kec. {name}"
    return name.replace("Kabupaten ", "Kab. ")
