"""A made country: cooperatives, mentors, a year of visits and monthly papers, and books; the same seed, the same rows.

The nation has 83,000 cooperatives in 514 regencies, 8,000 mentors, a million papers, three million entries of the
logbook and ten million ledger lines; smaller sizes are its share by regencies.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import Any

from bench.copying import Row
from sidamping.domain.ledger.chart import ASSETS, EQUITY, EXPENSE, INCOME, LIABILITIES
from sidamping.domain.ledger.entries import GENERAL
from sidamping.domain.periods import Month
from sidamping.features.books.models import Account, Book, Period, Voucher
from sidamping.features.fieldwork.models import VisitRevision
from sidamping.features.papers.models import Act, Paper, Revision
from sidamping.features.parties.models import Cooperative, Party, Person
from sidamping.features.programmes.models import Assignment, Engagement, Path
from sidamping.platform.access.models import Appointment, User
from sidamping.platform.territory.models import Area

TODAY, START, NOW = date(2026, 11, 5), date(2025, 11, 3), "2026-11-05 09:00:00+07"
MONTHS = tuple(Month(2025 + (10 + n) // 12, (10 + n) % 12 + 1) for n in range(12))


def words_of(text: str) -> list[str]:
    return text.split()


PROGRAMME, PINNED = "tpk-ntt-2018", "tpk-ntt-2018/2018-07-23"
SIZES = {"office": "53.07", "province": "53", "nation": ""}
"""Prefix of the areas of each size: one regency, the 22 of a province, all 514."""
COOPERATIVES, REGENCIES, EACH_MENTOR, VISITS_A_MONTH = 83_000, 514, 10, 3
BOOK_EVERY, VOUCHERS_A_MONTH, LINES_EACH = 10, 10, 10
FIRST = words_of("""
Agnes Anton Maria Yosef Petrus Paulus Ratna Ujang Wati Siti Budi Dewi Eko Fitri Gusti Hasan Indah Joko Kadek
Lestari Made Nur Oktavia Putu Rahmat Sri Tono Umar Vero Wayan Yanti Zainal
""")
LAST = words_of("""
Lewar Kleden Nong Ose Goreti Wara Moan Gani Bere Tallo Manek Seran Nahak Santoso Wibowo Hidayat Siregar Nasution
Simbolon Tambunan Latuconsina Pattiasina Wenda Kogoya Rumbiak Suryani Pratama Saputra Halim Salim
""")
WORK = (
    "pembukuan kas harian", "rapat pengurus bulanan", "penagihan pinjaman macet", "penyusunan rencana usaha",
    "pendataan anggota baru", "penataan simpanan wajib", "persiapan rapat anggota tahunan", "kunjungan usaha anggota",
    "pelatihan digitalisasi", "pengurusan nomor induk berusaha", "pembagian sisa hasil usaha", "pemasaran kakao",
    "penataan gerai sembako", "kerja sama pupuk", "pengawasan persediaan", "musyawarah penjadwalan ulang",
)  # fmt: skip
WORDS = words_of("""
anggota pengurus bendahara ketua kas buku simpanan pinjaman angsuran usaha gerai pupuk kakao kopi ikan tenun
beras gudang laporan rapat catatan kuitansi modal harga panen musim pasar pelanggan piutang denda jadwal saldo
selisih laci brankas rekening bank dana desa kelompok tani nelayan pedagang warung kios ternak kelapa cengkeh
vanili jagung
""")


@dataclass(frozen=True)
class Office:
    """What one regency holds: its mentors, and its cooperatives by number, each with its village."""

    code: str
    villages: tuple[tuple[str, str], ...]
    first: int
    many: int

    def mentor(self, number: int) -> str:
        return named("mentor", (self.first + number) // EACH_MENTOR)

    @property
    def cooperatives(self) -> Iterator[tuple[int, str, str]]:
        """Number in the country, village code, village name."""
        for number in range(self.first, self.first + self.many):
            yield (number, *self.villages[number % len(self.villages)])


KINDS = ("mentor", "officer", "cooperative", "person", "path", "visit", "revision", "paper", "frozen", "act", "book",
         "voucher", "period", "appointment", "assignment", "cohort", "cohort_path", "participant", "carried", "profile",
         "told", "assessment", "filling", "result")  # fmt: skip
PREFIXES = {kind: f"0000{place:04x}-0000-7000-8000-" for place, kind in enumerate(KINDS, 1)}


def named(kind: str, number: int) -> str:
    """The identifier of the n-th of a kind; they grow as time-ordered ones do."""
    return f"{PREFIXES[kind]}{number:012x}"


def officer(role: str) -> str:
    """The account of the one who holds the role in the whole of the size."""
    return named("officer", OFFICERS.index(role))


OFFICERS = ("coordinator", "dinas_province", "secretariat", "pmo", "admin")


def offices_of(prefix: str) -> Iterator[Office]:
    villages: dict[str, list[tuple[str, str]]] = {}
    listed = Area.objects.filter(level=4, code__startswith=prefix).order_by("code")
    for code, name in listed.values_list("code", "name"):
        villages.setdefault(code[:5], []).append((code, name))
    first = 0
    for place, (code, own) in enumerate(sorted(villages.items()), 1):
        up_to = -(-place * COOPERATIVES // REGENCIES)
        yield Office(code, tuple(own), first, up_to - first)
        first = up_to


def _users(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for number in range(total(offices) // EACH_MENTOR + 1):
        yield {"id": named("mentor", number), "username": f"m{number}", "full_name": _person_name(dice)}
    for number, role in enumerate(OFFICERS):
        yield {"id": named("officer", number), "username": role, "full_name": role.title()}


def _appointments(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    held = {named("mentor", (one.first + n) // EACH_MENTOR): one.code for one in offices for n in range(one.many)}
    area = _common([one.code for one in offices])
    given = [(user, "mentor", code) for user, code in held.items()]
    given += [(officer(role), role, area or None) for role in OFFICERS]
    for number, (user, role, where) in enumerate(given):
        yield {"id": named("appointment", number), "user_id": user, "role": role, "programme": "",
               "area_id": where, "starts": START}  # fmt: skip


def _parties(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for number, village, name in cooperatives_of(offices):
        kind = dice.choice(("Desa Merah Putih", "Simpan Pinjam", "Serba Usaha", "Tani", "Nelayan"))
        yield {"id": named("cooperative", number), "kind": "cooperative", "name": f"Koperasi {kind} {name}",
               "village_id": village}  # fmt: skip
        yield {"id": named("person", number), "kind": "person", "name": _person_name(dice), "village_id": village}


def _registered(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for number, _village, _name in cooperatives_of(offices):
        yield {"party_id": named("cooperative", number), "kind": "savings_loan",
               "nik_koperasi": str(5300000000 + number)}  # fmt: skip


def _persons(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for number, village, _name in cooperatives_of(offices):
        yield {"party_id": named("person", number), "nik": f"{village.replace('.', '')[:6]}{number:010d}", "sex": "P"}


def _paths(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for number, _village, _name in cooperatives_of(offices):
        yield {"id": named("path", number), "subject": "mentee", "programme": PROGRAMME, "pinned": PINNED,
               "starts": START}  # fmt: skip


def _engagements(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for number, village, _name in cooperatives_of(offices):
        yield {"id": named("path", number), "path_id": named("path", number), "programme": PROGRAMME, "pinned": PINNED,
               "mentee_id": named("cooperative", number), "village_id": village, "regency": village[:5],
               "starts": START, "priority": dice.randint(1, 5)}  # fmt: skip


def _assignments(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for number, _village, _name in cooperatives_of(offices):
        yield {"id": named("assignment", number), "engagement_id": named("path", number), "starts": START,
               "mentor_id": named("mentor", number // EACH_MENTOR)}  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One entry of the logbook: which cooperative, which visit of the country, when."""

    cooperative: int
    village: str
    number: int
    day: date
    hour: int


def _entries(offices: list[Office]) -> Iterator[Entry]:
    """Three a month with each cooperative; a mentor's never meet in one hour."""
    numbers = count()
    for month in MONTHS:
        for number, village, _name in cooperatives_of(offices):
            for turn in range(VISITS_A_MONTH):
                slot = number % EACH_MENTOR * VISITS_A_MONTH + turn
                yield Entry(number, village, next(numbers), month.start + timedelta(slot % 28), 8 + 3 * (slot // 28))


def _revisions(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for one in _entries(offices):
        mentor = named("mentor", one.cooperative // EACH_MENTOR)
        yield {"id": named("revision", one.number), "visit_id": named("visit", one.number), "mentor_id": mentor,
               "by_id": mentor, "regency": one.village[:5], "number": 1, "visited_on": one.day,
               "starts_at": f"{one.hour}:00", "ends_at": f"{one.hour + 2}:00",
               "mode": "onsite" if dice.random() < 0.8 else "chat", "village_id": one.village,
               "activity": f"Pendampingan {dice.choice(WORK)}", "purpose": sentence(dice, 5),
               "result": sentence(dice, 14), "advice": sentence(dice, 8)}  # fmt: skip


def _monthly(offices: list[Office]) -> Iterator[tuple[int, int, str, str, Month]]:
    """Number of the paper, of the cooperative, its village, and the month."""
    numbers = count()
    for month in MONTHS:
        for number, village, name in cooperatives_of(offices):
            yield next(numbers), number, village, name, month


def _papers(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for number, cooperative, village, _name, month in _monthly(offices):
        yield {"id": named("paper", number), "kind": "lap-kegiatan", "programme": PROGRAMME, "regency": village[:5],
               "mentor_id": named("mentor", cooperative // EACH_MENTOR), "engagement_id": named("path", cooperative),
               "period_start": month.start, "period_end": month.end, "token": f"{number:032x}",
               "number": f"{number:06d}/LBK/TPK-NTT/{month}"}  # fmt: skip


def _frozen(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for number, cooperative, _village, name, month in _monthly(offices):
        due = month.next.start + timedelta(4)
        rows = [{"kind": dice.choice(WORK), "result": sentence(dice, 12)} for _ in range(VISITS_A_MONTH)]
        yield {"id": named("frozen", number), "paper_id": named("paper", number), "number": 1,
               "content": {"title": "LAPORAN PENDAMPINGAN TPK", "heading": [["Koperasi", name]], "rows": rows},
               "sha256": f"{number:064x}",
               "due_on": due, "submitted_by_id": named("mentor", cooperative // EACH_MENTOR),
               "submitted_at": f"{due + timedelta(dice.choice((-3, -2, -1, -1, 0, 2)))} 10:00:00+07"}  # fmt: skip


def _acts(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for number, cooperative, _village, _name, month in _monthly(offices):
        mentor = named("mentor", cooperative // EACH_MENTOR)
        acts = [("submitted", "mentor", mentor), ("passed", "coordinator", officer("coordinator"))]
        for place, (action, role, by) in enumerate(acts[: 2 if number % 5 else 1]):
            yield {"id": named("act", 2 * number + place), "revision_id": named("frozen", number), "ordinal": place + 1,
                   "action": action, "role": role, "signer_name": role, "by_id": by,
                   "at": f"{month.next.start} 10:00:00+07"}  # fmt: skip


def _books(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for book, number in _bookkeepers(offices):
        yield {"id": named("book", book), "party_id": named("cooperative", number), "chart": "ksp/2024-01-16",
               "chart_sha256": "0" * 64, "starts": MONTHS[0].start, "opened_by_id": officer("admin")}  # fmt: skip


CHART = (("1110", "Kas", ASSETS), ("1140", "Pinjaman diberikan", ASSETS), ("2110", "Simpanan sukarela", LIABILITIES),
         ("3110", "Simpanan pokok", EQUITY), ("3120", "Simpanan wajib", EQUITY), ("4110", "Jasa pinjaman", INCOME),
         ("6110", "Gaji", EXPENSE), ("6120", "Administrasi", EXPENSE))  # fmt: skip


def _accounts(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for book, _number in _bookkeepers(offices):
        for place, (code, name, group) in enumerate(CHART):
            yield {"id": book * len(CHART) + place + 1, "book_id": named("book", book), "code": code, "name_id": name,
                   "name_en": name, "group": group}  # fmt: skip


def _periods(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for book, _number in _bookkeepers(offices):
        for place, month in enumerate(MONTHS):
            yield {"id": named("period", book * 12 + place), "book_id": named("book", book), "month": month.start}


def _vouchers(offices: list[Office], dice: random.Random) -> Iterator[Row]:
    for voucher, book, day, nth in _posted(offices):
        yield {"id": named("voucher", voucher), "book_id": named("book", book), "kind": "BM", "nature": GENERAL,
               "day": day, "text": "Rekap harian", "lines": [], "made_by_id": officer("admin"), "posted": True,
               "number": nth, "posted_by_id": officer("coordinator"), "posted_at": NOW}  # fmt: skip


def _posted(offices: list[Office]) -> Iterator[tuple[int, int, date, int]]:
    """Number of the voucher in the country, of its book, its day, and its number in the book's year."""
    numbers = count()
    for book, _number in _bookkeepers(offices):
        series: dict[int, Iterator[int]] = {}
        for month in MONTHS:
            nth = series.setdefault(month.year, count(1))
            for turn in range(VOUCHERS_A_MONTH):
                yield next(numbers), book, month.start + timedelta(2 * turn), next(nth)


def _bookkeepers(offices: list[Office]) -> Iterator[tuple[int, int]]:
    """One cooperative of ten keeps its books here: number of the book, number of the cooperative."""
    return enumerate(number for number, _village, _name in cooperatives_of(offices) if number % BOOK_EVERY == 0)


def cooperatives_of(offices: list[Office]) -> Iterator[tuple[int, str, str]]:
    for one in offices:
        yield from one.cooperatives


def total(offices: list[Office]) -> int:
    return sum(one.many for one in offices)


def _common(codes: list[str]) -> str:
    """The area that holds all of them: a regency, a province, or '' for the nation."""
    provinces = {code[:2] for code in codes}
    return codes[0] if len(codes) == 1 else provinces.pop() if len(provinces) == 1 else ""


def _person_name(dice: random.Random) -> str:
    return f"{dice.choice(FIRST)} {dice.choice(LAST)} {dice.choice(LAST)}"


def sentence(dice: random.Random, length: int) -> str:
    return " ".join(dice.choices(WORDS, k=length)).capitalize() + "."


Made = Callable[[list[Office], random.Random], Iterator[Row]]
TABLES: tuple[tuple[Any, Made], ...] = (
    (User, _users), (Appointment, _appointments), (Party, _parties), (Cooperative, _registered), (Person, _persons),
    (Path, _paths), (Engagement, _engagements), (Assignment, _assignments), (VisitRevision, _revisions),
    (Paper, _papers), (Revision, _frozen), (Act, _acts), (Book, _books), (Account, _accounts), (Period, _periods),
    (Voucher, _vouchers),
)  # fmt: skip
