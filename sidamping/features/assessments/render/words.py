"""The fixed words of printed forms and results in both languages, and how numbers and days are printed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django.utils import timezone

from sidamping.domain.scoring.bands import Interval, interval
from sidamping.domain.scoring.numbers import written

WORDS: dict[str, dict[str, str]] = {
    "id": {
        "page": "Halaman", "of": "dari", "draft": "DRAF", "form": "Lembar isian", "result": "Hasil penilaian",
        "version": "Versi", "since": "berlaku sejak", "status": "status", "source": "Sumber", "sources": "Sumber",
        "as_of": "Per tanggal", "subject": "Yang dinilai", "place": "Tempat", "assessor": "Penilai",
        "answered_by": "Pemberi keterangan", "method": "Cara menilai", "table": "menurut tabel",
        "text": "menurut bunyi pasal", "purpose": "Maksud", "state": "Keadaan", "how_title": "Cara mengisi",
        "how_amount": "Tulis angka dalam rupiah penuh, tanpa singkatan. Kosong berarti tidak dilaporkan, bukan nol.",
        "how_yesno": "Silang Ya bila ada buktinya, Tidak bila tidak ada. Kosong berarti belum dinilai.",
        "how_optional": "Bertanda ° boleh kosong: dihitung dari rinciannya, atau hanya untuk mengusulkan jawaban.",
        "how_mark": "Tulis angka di dalam rentang yang tercetak di samping kotaknya.", "yes": "Ya", "no": "Tidak",
        "evidence": "Bukti atau catatan", "amount": "Rupiah", "weight": "bobot", "simulation": "SIMULASI LATIHAN",
        "simulation_long": "Latihan pendamping, bukan hasil penilai.", "assessed": "SIMULASI PENILAI",
        "assessed_long": "Dihitung SiDamping dari isian penilai, bukan surat resmi penerbit.",
        "total": "Jumlah skor",
        "category": "Kategori", "coverage": "Cakupan", "points": "Skor", "most": "Tertinggi", "value": "Nilai",
        "aspect": "Aspek", "component": "Komponen", "ratio": "Rasio", "band": "Pita", "lost": "Hilang",
        "article": "Pasal", "given": "Isian yang dinilai", "amounts": "Angka", "answers": "Jawaban",
        "notes": "Catatan", "warnings": "Yang perlu diperhatikan", "not_reported": "tidak dilaporkan",
        "not_computable": "tidak dapat dihitung", "given_score": "skor diambil dari sumber", "between": "antara",
        "and": "dan", "undecided": "belum dapat disebut", "hash": "Sidik hasil SHA-256", "file": "Berkas instrumen",
        "of_weight": "dari bobot dapat dinilai", "sign_assessor": "Penilai", "sign_subject": "Yang dinilai",
        "decided_by": "Diputuskan oleh", "on": "pada", "filled": "Diserahkan secara elektronik",
        "decided": "Diputuskan secara elektronik", "draft_note": "draf, belum diputuskan", "questions": "pertanyaan",
        "answered": "Ya {yes}, Tidak {no}", "nothing": "Tidak ada.", "files": "berkas", "earned": "skor yang didapat",
        "lost_key": "hilang", "open_key": "belum dinilai", "note": "Catatan", "resmi": "resmi", "usulan": "usulan",
        "contoh": "contoh", "recorded": "dicatat, tidak dinilai",
    },
    "en": {
        "page": "Page", "of": "of", "draft": "DRAFT", "form": "Form to fill in", "result": "Result of the assessment",
        "version": "Version", "since": "in force since", "status": "status", "source": "Source", "sources": "Sources",
        "as_of": "As of", "subject": "Subject", "place": "Place", "assessor": "Assessor",
        "answered_by": "Answered by", "method": "Way of scoring", "table": "by the table",
        "text": "by the words of the article", "purpose": "Purpose", "state": "State", "how_title": "How to fill in",
        "how_amount": "Write whole rupiah, no abbreviations. Empty means not reported, it does not mean zero.",
        "how_yesno": "Cross Yes where there is proof, No where there is none. Empty means not judged yet.",
        "how_optional": "Marked ° may stay empty: made of its parts, or used to propose an answer only.",
        "how_mark": "Write a number within the range printed beside its box.", "yes": "Yes", "no": "No",
        "evidence": "Proof or note", "amount": "Rupiah", "weight": "weight", "simulation": "REHEARSAL",
        "simulation_long": "A mentor's rehearsal, not an assessor's result.", "assessed": "SIMULATION",
        "assessed_long": "Computed by SiDamping from an assessor's sheet; not an official paper.",
        "total": "Total", "category": "Category", "coverage": "Coverage", "points": "Score", "most": "Highest",
        "value": "Value", "aspect": "Aspect", "component": "Component", "ratio": "Ratio", "band": "Band",
        "lost": "Lost", "article": "Article", "given": "What was filled in", "amounts": "Amounts",
        "answers": "Answers", "notes": "Notes", "warnings": "Please note", "not_reported": "not reported",
        "not_computable": "not computable", "given_score": "score taken from the source", "between": "between",
        "and": "and", "undecided": "cannot be named yet", "hash": "SHA-256 of the result", "file": "Instrument file",
        "of_weight": "of the weight could be judged", "sign_assessor": "Assessor", "sign_subject": "Subject",
        "decided_by": "Decided by", "on": "on", "filled": "Submitted electronically",
        "decided": "Decided electronically", "draft_note": "draft, not decided yet", "questions": "questions",
        "answered": "Yes {yes}, No {no}", "nothing": "None.", "files": "files", "earned": "earned",
        "lost_key": "lost", "open_key": "not judged", "note": "Note", "resmi": "official", "usulan": "proposed",
        "contoh": "example", "recorded": "recorded, not scored",
    },
}  # fmt: skip
MONTHS = {
    "id": ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
           "November", "Desember"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}  # fmt: skip
Figure = Decimal | Fraction | int
DOTS = {"id": str.maketrans("", ""), "en": str.maketrans(".,", ",.")}


def said(language: str) -> Mapping[str, str]:
    """The table of the language; anything but English prints Indonesian."""
    return WORDS[_key(language)]


def number(value: Figure | None, language: str, decimals: int = 0, most: int = 2) -> str:
    """1.250,5 or 1,250.5: the fewest decimals between the two bounds that tell the value; '' for nothing."""
    return "" if value is None else written(Fraction(value), decimals, most).translate(DOTS[_key(language)])


def percent(share: Decimal, language: str) -> str:
    """A share of one as '92 %'."""
    return f"{number(share * 100, language)} %"


def span(text: str, language: str) -> str:
    """'(20, 40]' as a reader says it: 'di atas 20 sampai 40'."""
    one = interval(text)
    english = _key(language) == "en"
    if one.low is None and one.high is None:
        return "any" if english else "berapa pun"
    if one.low is None or one.high is None:
        return _half(one, language)
    between = (("above {}", "from {}"), ("di atas {}", "mulai {}"))[not english][one.low_in]
    until = (("below {}", "to {}"), ("di bawah {}", "sampai {}"))[not english][one.high_in]
    return f"{between.format(_end(one.low, language))} {until.format(_end(one.high, language))}"


def scale(within: Interval, language: str) -> str:
    """'1–5': the two ends of a scale of marks."""
    return f"{_end(within.low, language)}–{_end(within.high, language)}"


def day(on: date, language: str) -> str:
    """'5 November 2026'."""
    return f"{on.day} {MONTHS[_key(language)][on.month - 1]} {on.year}"


def moment(at: datetime, language: str) -> str:
    """The day and minute on the clock of the office."""
    here = at.astimezone(timezone.get_default_timezone())
    return f"{day(here, language)}, {here:%H.%M}" if _key(language) == "id" else f"{day(here, language)}, {here:%H:%M}"


def _half(one: Interval, language: str) -> str:
    english = _key(language) == "en"
    if one.low is None:
        word = (("below {}", "up to {}"), ("di bawah {}", "sampai {}"))[not english][one.high_in]
        return word.format(_end(one.high, language))
    word = (("above {}", "{} and above"), ("di atas {}", "{} ke atas"))[not english][one.low_in]
    return word.format(_end(one.low, language))


def _end(value: Fraction | None, language: str) -> str:
    return number(value, language)


def _key(language: str) -> str:
    return "en" if language.startswith("en") else "id"
