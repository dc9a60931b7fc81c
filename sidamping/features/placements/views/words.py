"""The reasons of a pair as sentences a person can check, in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from sidamping.platform.http.language import reader_language
from sidamping.rules import books

LISTS = {"theme": "mentoring-themes", "sector": "business-sectors", "language": "languages"}
UNLIMITED = 10_000


def sentence(code: str, values: Mapping[str, Any]) -> str:
    """One reason in words, with the value it stands on."""
    for part, name in LISTS.items():
        if code in (part, f"no_{part}"):
            return _coded(code, books.label(name, values[part], reader_language()))
    if code == "distance":
        far = _("%(km)s km, garis lurus") if values["source"] == "points" else _("kira-kira %(km)s km menurut wilayah")
        return far % {"km": values["km"]}
    if code == "load":
        return _load(values)
    return str(_fixed(code))


def left_sentence(code: str, values: Mapping[str, Any]) -> str:
    """Why somebody is left over, or carries too few."""
    if code == "full":
        return _("Semua pendamping yang boleh sudah penuh: %(names)s.") % {"names": ", ".join(values["mentors"])}
    if code == "few":
        return _("Membawa %(count)s, paling sedikit %(least)s.") % dict(values)
    told = {
        "conflict": _("Semua pendamping terikat kepentingan atau bertugas di wilayah lain."),
        "no_mentor": _("Tidak ada pendamping di wilayah ini."),
        "elsewhere": _("Tidak ada pendamping yang ditunjuk untuk desa ini."),
        "out": _("Dikeluarkan dari usulan."),
    }
    return told[code]


def _coded(code: str, word: str) -> str:
    told = {
        "theme": _("menguasai tema %(word)s"), "no_theme": _("belum menguasai tema %(word)s"),
        "sector": _("mengenal usaha %(word)s"), "no_sector": _("belum mengenal usaha %(word)s"),
        "language": _("berbahasa %(word)s"), "no_language": _("belum berbahasa %(word)s"),
    }
    return told[code] % {"word": word}


def _load(values: Mapping[str, Any]) -> str:
    most = values["most"]
    if most is None or most >= UNLIMITED:
        return _("dampingan ke-%(place)s") % {"place": values["place"]}
    return _("dampingan ke-%(place)s dari %(most)s") % {"place": values["place"], "most": most}


def _fixed(code: str) -> str:
    return _("ditetapkan orang") if code == "fixed" else code
