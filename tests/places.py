"""The areas of the tests: one district of Kupang and one of Timor Tengah Selatan, with their official codes.

The national list is loaded by its own test only.
"""

from __future__ import annotations

from sidamping.platform.territory.models import Area

NTT = "53"
KUPANG = "53.01"
KUPANG_BARAT = "53.01.05"
BATAKTE = "53.01.05.1002"
BOLOK = "53.01.05.2010"
TABLOLONG = "53.01.05.2011"
OENAEK = "53.01.05.2012"
TTS = "53.02"
KOTA_SOE = "53.02.01"
OEBESA = "53.02.01.1003"
KUATAE = "53.02.01.2012"

NAMES = {
    NTT: "Nusa Tenggara Timur",
    KUPANG: "Kabupaten Kupang",
    KUPANG_BARAT: "Kupang Barat",
    BATAKTE: "Batakte",
    BOLOK: "Bolok",
    TABLOLONG: "Tablolong",
    OENAEK: "Oenaek",
    TTS: "Kabupaten Timor Tengah Selatan",
    KOTA_SOE: "Kota Soe",
    OEBESA: "Oebesa",
    KUATAE: "Kuatae",
}


def load_places() -> None:
    """Write the areas above; rows that are there already stay."""
    rows = [Area(code=code, name=name, level=_level(code), parent_id=_parent(code)) for code, name in NAMES.items()]
    Area.objects.bulk_create(rows, ignore_conflicts=True)


def _level(code: str) -> int:
    return code.count(".") + 1


def _parent(code: str) -> str | None:
    return code.rpartition(".")[0] or None
