"""Reads a case of SHU as people write it: funds in percent, totals and one member, or a list of all members."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sidamping.domain.figures import Figures, short
from sidamping.domain.money import rupiah
from sidamping.domain.problems import problem, refuse_if
from sidamping.domain.scoring.numbers import Number, added, written
from sidamping.domain.shu.members import listed
from sidamping.domain.shu.request import BUSINESS, CAPITAL, FORMS, MEMBERS, ONE_POT, TWO_POT, Member, Request, Totals

NAMES = {
    "shu": ("total_shu", "sisa_hasil_usaha"),
    "shu_bagian_anggota": ("pool", "shu_anggota"),
    "pct_shu_from_members": ("pct_shu_dari_anggota",),
    "total_simpanan": ("total_simpanan_anggota",),
    "total_simpanan_pokok": (), "total_simpanan_wajib": (),
    "total_transaksi": ("total_partisipasi", "total_partisipasi_anggota"),
    "total_penjualan": (),
    "member_simpanan": ("simpanan",), "member_simpanan_pokok": (), "member_simpanan_wajib": (),
    "member_transaksi": ("member_partisipasi", "transaksi", "partisipasi"),
    "members": ("anggota", "daftar_anggota"),
    "form": ("cara", "bentuk"),
    "split": ("bagian",),
    "percentages": ("persentase", "funds"),
    "transaksi_basis": (), "on": ("tanggal", "date", "as_of"), "koperasi": (), "tahun": ("year",),
}
FUND_NAMES = {
    "jasa_simpanan": CAPITAL, "jasa_modal_anggota": CAPITAL,
    "jasa_usaha": BUSINESS, "jasa_transaksi": BUSINESS, "jasa_usaha_anggota": BUSINESS,
    "shu_anggota": MEMBERS, "bagian_anggota": MEMBERS, "shu_bagian_anggota": MEMBERS,
}
"""Other names of the members' funds; any other fund keeps the name it was given."""


def read_request(data: Mapping[str, Any], *, whole_percent: int, form: str = "") -> Request:
    """The request in a case's figures; Refused with every problem found."""
    figures = Figures(data, NAMES)
    surplus = figures.amount("shu", signed=True)
    if surplus is not None and surplus < 0:
        place = figures.place("shu")
        figures.problems.append(problem("SHU_002", place, key=place, seen=rupiah(surplus)))
    percentages = _percentages(figures)
    pool, split = figures.amount("shu_bagian_anggota"), _split(figures)
    if pool is not None and not split and percentages and set(percentages) <= {CAPITAL, BUSINESS}:
        percentages, split = {}, percentages  # beside an amount for the members, their two percentages divide that
    figures.at_most("shu_bagian_anggota", pool, "shu", surplus)
    chosen = form if form else figures.choice("form", FORMS)
    if surplus is None and not figures.problems and (pool is None or percentages):
        figures.missing("shu", "SHU setahun dalam rupiah")
    _twice(figures, percentages, pool)
    _whole(figures, percentages, whole_percent)
    if split:
        _must_total(figures, "split", split, whole_percent)
    totals, members, single = _totals(figures), _members(figures), not figures.has("members")
    for part, whole in (("member_simpanan", "total_simpanan"), ("member_transaksi", "total_transaksi")):
        if single and members:
            seen = members[0].savings if part == "member_simpanan" else members[0].business
            figures.at_most(part, seen, whole, totals.savings if part == "member_simpanan" else totals.business)
    request = Request(
        surplus, chosen or _usual(percentages, pool, split), percentages, figures.percent("pct_shu_from_members"), pool,
        split, members, single, totals, whole_percent,
    )
    if not (percentages or pool is not None) and not figures.problems:
        figures.problems.append(problem("SHU_006", "", seen=", ".join(map(str, data)) or "-"))
    if not single:
        request = _against_list(figures, request)
    figures.unused([key for key in data if short(key).startswith("pct_")])
    refuse_if(figures.problems)
    return replace(request, warnings=tuple(figures.warnings))


def _percentages(figures: Figures) -> dict[str, Number]:
    """Every fund with its percentage, members' funds under their own names."""
    below = figures.raw("percentages")
    if below is not None and not isinstance(below, Mapping):
        _not_a_list(figures, "percentages", below, "nama pos: persen")
        below = None
    written_down = {key: value for key, value in figures.data.items() if short(key).startswith("pct_")}
    found: dict[str, Number] = {}
    origin: dict[str, str] = {}
    for key, value in {**written_down, **(below or {})}.items():
        if key in ("pct_shu_from_members", "pct_shu_dari_anggota"):
            continue
        place = short(key) if key in written_down else f"percentages.{key}"
        percent = figures.read_percent(place, value)
        name = short(key).removeprefix("pct_")
        fund = FUND_NAMES.get(name, name)
        if percent is not None and fund in found and found[fund] != percent:
            figures.problems.append(problem("FIGURES_010", place, seen=key, other=origin[fund]))
        if percent is not None:
            found[fund], origin[fund] = percent, short(key)
    return found


def _split(figures: Figures) -> dict[str, Number]:
    """How the members' part is divided into capital and business, in percent of that part."""
    value = figures.raw("split")
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        _not_a_list(figures, "split", value, "jasa_modal dan jasa_anggota dalam persen")
        return {}
    found: dict[str, Number] = {}
    for key, one in value.items():
        name = short(key).removeprefix("pct_")
        fund, place = FUND_NAMES.get(name, name), f"{figures.place('split')}.{key}"
        if fund not in (CAPITAL, BUSINESS):
            told = {"seen": key, "known": f"{CAPITAL}, {BUSINESS}"}
            figures.problems.append(problem("FIGURES_012", place, key=place, **told))
            continue
        percent = figures.read_percent(place, one)
        if percent is not None:
            found[fund] = percent
    return found


def _twice(figures: Figures, percentages: Mapping[str, Number], pool: int | None) -> None:
    """The members' part is written once: as an amount, as one fund, or as two funds."""
    parts = [f"pct_{one}" for one in (MEMBERS, CAPITAL, BUSINESS) if one in percentages]
    if pool is not None and parts:
        told = {"first": figures.place("shu_bagian_anggota"), "second": parts[0]}
        figures.problems.append(problem("SHU_008", "shu_bagian_anggota", **told))
    if MEMBERS in percentages and len(parts) > 1:
        figures.problems.append(problem("SHU_008", parts[0], first=parts[0], second=parts[1]))


def _whole(figures: Figures, percentages: Mapping[str, Number], whole: int) -> None:
    """Funds total the whole; only the members' funds alone may leave the rest unnamed, for then a part is asked."""
    total = added(percentages.values())
    part_asked = not set(percentages) - {CAPITAL, BUSINESS, MEMBERS} and not figures.has("shu_bagian_anggota")
    if percentages and (total > whole or not part_asked):
        _must_total(figures, "", percentages, whole)


def _must_total(figures: Figures, where: str, percentages: Mapping[str, Number], whole: int) -> None:
    total = added(percentages.values())
    unread = any(one.code in ("FIGURES_004", "FIGURES_007", "FIGURES_009") for one in figures.problems)
    if total != whole and not unread:
        seen, difference = written(total, 0), written(max(whole - total, total - whole), 0)
        where = where or "percentages"
        figures.problems.append(problem("SHU_001", where, seen=seen, wanted=whole, difference=difference))


def _usual(percentages: Mapping[str, Number], pool: int | None, split: Mapping[str, Number]) -> str:
    """The form when none is named: two pools wherever capital and business have their own percentages."""
    apart = split or CAPITAL in percentages or BUSINESS in percentages
    return ONE_POT if (pool is not None or MEMBERS in percentages) and not apart else TWO_POT


def _totals(figures: Figures) -> Totals:
    return Totals(
        _savings(figures, "total_simpanan"), figures.amount("total_transaksi"), figures.amount("total_penjualan"),
    )


def _savings(figures: Figures, key: str) -> int | None:
    """Savings as one amount, else principal and mandatory savings together; both must agree when all are written."""
    parts = [figures.amount(f"{key}_pokok"), figures.amount(f"{key}_wajib")]
    given = figures.amount(key)
    if None in parts:
        if given is None and parts != [None, None]:
            lacking = f"{key}_pokok" if parts[0] is None else f"{key}_wajib"
            figures.missing(lacking, "jumlahnya, 0 bila memang tidak ada")
        return given
    made = sum(one for one in parts if one is not None)
    if given is not None and given != made:
        told = {"seen": key, "other": f"{key}_pokok + {key}_wajib"}
        figures.problems.append(problem("FIGURES_010", figures.place(key), **told))
    return made


def _members(figures: Figures) -> tuple[Member, ...]:
    """The list of members, or the one member whose savings and business are written beside the totals."""
    rows = figures.raw("members")
    if rows is not None:
        return listed(figures, rows)
    if isinstance(figures.data.get("members"), list):
        return listed(figures, [])
    one = Member("1", "", _savings(figures, "member_simpanan"), figures.amount("member_transaksi"))
    return (one,) if one.savings is not None or one.business is not None else ()


def _against_list(figures: Figures, request: Request) -> Request:
    """Totals are those of the list; a total written beside it must agree."""
    made = Totals(
        _sum(one.savings for one in request.members), _sum(one.business for one in request.members),
        request.totals.sales,
    )
    pairs = (("total_simpanan", request.totals.savings, made.savings),
             ("total_transaksi", request.totals.business, made.business))
    for key, given, seen in pairs:
        if given is not None and seen is not None and given != seen and not figures.problems:
            told = {"seen": rupiah(seen), "given": rupiah(given)}
            figures.problems.append(problem("SHU_004", key, key=figures.place(key), **told))
    return replace(request, totals=made)


def _sum(values: Iterable[int | None]) -> int | None:
    """The sum; None when nobody reported anything."""
    known = [one for one in values if one is not None]
    return sum(known) if known else None


def _not_a_list(figures: Figures, key: str, value: object, wanted: str) -> None:
    told = {"key": figures.place(key), "seen": short(value), "wanted": wanted}
    figures.problems.append(problem("FIGURES_014", figures.place(key), **told))
