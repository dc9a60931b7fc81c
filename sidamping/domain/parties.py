"""Checks of identities in the registers: numbers of persons and cooperatives, names that mean the same (E1).

Never says whether a number is really registered somewhere; only whether it can be one.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from sidamping.domain.problems import Problem, problem

NIK_DIGITS = 16
NIB_DIGITS = 13
NPWP_DIGITS = (15, 16)
COOPERATIVE_DIGITS = range(10, 17)
PHONE_DIGITS = range(8, 16)
FILLERS = frozenset({
    "koperasi", "kop", "ksp", "ksu", "kud", "ksps", "kopdes", "kopkel", "kopdit", "kpri", "primkop", "desa",
    "kelurahan", "kel", "usaha", "ud", "cv", "pt", "toko", "kios", "kelompok", "bapak", "bpk", "ibu", "pak", "bu",
    "sdr", "sdri",
})
"""Words that people add or leave out when they write the same name."""
DOT = "•"


def digits(text: str) -> str:
    """The number without the blanks, dots and dashes people write into it."""
    return re.sub(r"[\s.\-–/]", "", text)


def squeezed(text: str) -> str:
    """The text with single blanks and none at its ends."""
    return " ".join(text.split())


def legal_key(number: str) -> str:
    """A legal number as it is kept and compared: capitals, no blanks around strokes."""
    return re.sub(r"\s*([/.\-])\s*", r"\1", squeezed(number)).upper()


def exact_key(name: str) -> str:
    """The name without capitals, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def name_key(name: str) -> str:
    """The name as far as it tells two records apart: as `exact_key`, without the words that come and go."""
    words = exact_key(name).split()
    telling = [word for word in words if word not in FILLERS]
    return " ".join(telling or words)


def masked(number: str) -> str:
    """A personal number as shown by default: 5301••••••••0003, 0812••••••90, ••78."""
    length = len(number)
    first, last = (4, 4) if length >= NIK_DIGITS else (4, 2) if length >= 10 else (3, 2) if length >= 8 else (0, 2)
    return f"{number[:first]}{DOT * max(length - first - last, 2)}{number[-last:]}" if number else ""


def nik_faults(nik: str, where: str = "nik") -> list[Problem]:
    """NIK: 16 digits; the message never repeats the number."""
    return _digit_faults("PARTIES_001", nik, (NIK_DIGITS,), where)


def nib_faults(nib: str, where: str = "nib") -> list[Problem]:
    """NIB: 13 digits."""
    return _digit_faults("PARTIES_002", nib, (NIB_DIGITS,), where)


def npwp_faults(npwp: str, where: str = "npwp") -> list[Problem]:
    """NPWP: 15 digits, or 16 since it became the NIK."""
    return _digit_faults("PARTIES_003", npwp, NPWP_DIGITS, where)


def cooperative_number_faults(number: str, where: str = "nik_koperasi") -> list[Problem]:
    """Nomor Induk Koperasi: 10 to 16 digits."""
    return _digit_faults("PARTIES_004", number, COOPERATIVE_DIGITS, where)


def legal_number_faults(number: str, where: str = "legal_number") -> list[Problem]:
    """A legal number has at least four characters and a digit among them."""
    sound = not number or (len(number) >= 4 and any(mark.isdigit() for mark in number))
    return [] if sound else [problem("PARTIES_005", where, seen=number)]


def phone_faults(phone: str, where: str = "phone") -> list[Problem]:
    """A telephone number: 8 to 15 digits, a plus in front allowed."""
    sound = not phone or (phone.lstrip("+").isdigit() and len(phone.lstrip("+")) in PHONE_DIGITS)
    return [] if sound else [problem("PARTIES_006", where)]


def date_faults(day: date | None, on: date, where: str) -> list[Problem]:
    """Something that has happened cannot lie after the day of recording."""
    return [problem("PARTIES_015", where, seen=day.isoformat())] if day and day > on else []


def longest_end(starts: date, years: int) -> date:
    """The last day a term of so many years may have: the day before its anniversary."""
    try:
        anniversary = starts.replace(year=starts.year + years)
    except ValueError:  # 29 February
        anniversary = date(starts.year + years, 3, 1)
    return date.fromordinal(anniversary.toordinal() - 1)


def _digit_faults(code: str, number: str, lengths: range | tuple[int, ...], where: str) -> list[Problem]:
    sound = not number or (number.isascii() and number.isdigit() and len(number) in lengths)
    return [] if sound else [problem(code, where, count=len(number))]
