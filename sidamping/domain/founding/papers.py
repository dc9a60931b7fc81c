"""The papers for the notary as words, tables and lines for signatures, in Indonesian as the deed is (E19).

Plain data goes in and comes out: what was composed is frozen, and renderers draw it without asking anybody again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any

from sidamping.domain.founding.balance import Balance
from sidamping.domain.money import rupiah
from sidamping.domain.periods import long_day

LANGUAGE = "id"
WITNESSES = 2
OWNS = (("Kas", "cash"), ("Bank", "bank"), ("Persediaan", "stock"), ("Peralatan", "equipment"))
OWES = (
    ("Simpanan pokok", "principal"), ("Simpanan wajib", "mandatory"), ("Hibah", "grants"), ("Utang", "debts"),
)  # fmt: skip


@dataclass(frozen=True)
class Paper:
    """One paper: its code in lists/founding-papers, facts by label, paragraphs, a table, who signs."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()
    text: tuple[tuple[str, str], ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    signers: tuple[str, ...] = ()

    def plain(self) -> dict[str, Any]:
        """As JSON keeps it."""
        return asdict(self)


@dataclass(frozen=True)
class Member:
    """A founder as the papers name one."""

    number: int
    name: str
    nik: str
    work: str
    address: str
    represents: str
    office: str
    signs: bool


@dataclass(frozen=True)
class Met:
    """A meeting as the papers tell it."""

    day: date
    begins: time
    place: str
    led_by: str
    official: str
    office: str
    minutes: str


def minutes(code: str, met: Met, came: Sequence[Member]) -> Paper:
    """The minutes of a meeting, signed by whoever led it and two other founders as witnesses."""
    facts = [("Hari", long_day(met.day, LANGUAGE)), ("Pukul", f"{met.begins:%H.%M}"), ("Tempat", met.place),
             ("Pemimpin rapat", met.led_by), ("Pendiri yang hadir", str(len(came)))]  # fmt: skip
    if met.official:
        facts.append(("Pejabat yang hadir", f"{met.official}, {met.office}"))
    beside = [one.name for one in came if one.name.casefold() != met.led_by.casefold()]
    signers = (f"Pemimpin rapat: {met.led_by}", *(f"Saksi: {name}" for name in beside[:WITNESSES]))
    return Paper(code, tuple(facts), (("Yang dibahas dan diputuskan", met.minutes),), signers=signers)


def attendance(met: Met, came: Iterable[Member]) -> Paper:
    """The list that those present sign."""
    facts = (("Hari", long_day(met.day, LANGUAGE)), ("Tempat", met.place))
    rows = tuple((str(one.number), one.name, one.represents or one.address, "") for one in came)
    return Paper("attendance", facts, (), ("No.", "Nama", "Alamat atau koperasi", "Tanda tangan"), rows)


def articles(parts: Iterable[tuple[str, str]]) -> Paper:
    """The draft articles, a chapter for each required part."""
    chapters = tuple((f"Bab {at}. {label}", text) for at, (label, text) in enumerate(parts, 1))
    return Paper("articles", (), chapters)


def founders(people: Iterable[Member]) -> Paper:
    """Everybody who founds, with what the deed asks of each."""
    columns = ("No.", "Nama", "NIK", "Pekerjaan", "Alamat", "Mewakili", "Jabatan")
    rows = ((str(one.number), one.name, one.nik, one.work, one.address, one.represents, one.office) for one in people)
    return Paper("founders", (), (), columns, tuple(rows))


def opening(balance: Balance) -> Paper:
    """The opening balance: what there is beside where it comes from."""
    sides = zip(OWNS, OWES, strict=True)
    rows = [(a, rupiah(getattr(balance, x)), b, rupiah(getattr(balance, y))) for (a, x), (b, y) in sides]
    rows.append(("Jumlah", rupiah(balance.assets), "Jumlah", rupiah(balance.claims)))
    columns = ("Yang ada", "Jumlah", "Asalnya", "Jumlah")
    return Paper("opening", (), (), columns, tuple(rows), ("Ketua", "Bendahara"))


def power(name: str, people: Sequence[Member]) -> Paper:
    """The founders empower some of them to go to the notary for all."""
    proxies = "\n".join(f"- {one.name}, NIK {one.nik}" for one in people if one.signs)
    text = (
        ("Pemberi kuasa", f"Kami, para pendiri {name}, memberi kuasa kepada:\n{proxies}"),
        ("Isi kuasa", "Untuk dan atas nama para pendiri menghadap notaris pembuat akta koperasi, menandatangani akta "
         "pendirian, melakukan perbaikan yang diminta, dan mengurus pengesahannya."),
    )  # fmt: skip
    rows = tuple((str(one.number), one.name, "") for one in people)
    return Paper("power", (), text, ("No.", "Pendiri", "Tanda tangan"), rows,
                 tuple(f"Penerima kuasa: {one.name}" for one in people if one.signs))  # fmt: skip
