"""Errors of free analysis: the export and the engines."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "ANALYTICS_001": Entry(
        "Perintah ini memerlukan {package}, bagian dari tambahan \"{extra}\" yang belum terpasang. Pasang dahulu: "
        "pip install \"sidamping[{extra}]\".",
        "This command needs {package}, which belongs to the extra \"{extra}\" and is not installed. Install it first: "
        "pip install \"sidamping[{extra}]\".",
    ),
    "ANALYTICS_002": Entry(
        "Indikator \"{seen}\" tidak berlaku pada {month}. Pilih salah satu: {known}.",
        "There is no indicator \"{seen}\" in force in {month}. Choose one of: {known}.",
    ),
    "ANALYTICS_003": Entry(
        "Folder {folder} tidak berisi ekspor. Buat dahulu dengan `sidamping analytics export --to {folder}`.",
        "The folder {folder} holds no export. Make one first with `sidamping analytics export --to {folder}`.",
    ),
}
