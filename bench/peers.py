"""The same book in other programs, each as its users run it: whole process, from the file to the balances of a day."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

Balances = dict[str, int]
BEANCOUNT = """
import datetime, sys
from beancount import loader
from beancount.core import data
entries, errors, _ = loader.load_file(sys.argv[1])
assert not errors, errors[:3]
day, sums = datetime.date.fromisoformat(sys.argv[2]), {}
for entry in entries:
    if isinstance(entry, data.Transaction) and entry.date <= day:
        for line in entry.postings:
            sums[line.account] = sums.get(line.account, 0) + int(line.units.number)
for account, amount in sums.items():
    print(f'{account},{amount}')
"""


@dataclass(frozen=True)
class Peer:
    """A program: its name, the format it reads, and its command for a file and a day."""

    name: str
    format: str
    command: Callable[[str, date], list[str]]


def _hledger(file: str, day: date) -> list[str]:
    return ["hledger", "-f", file, "balance", "--flat", "-N", "-O", "csv", "-e", str(day + timedelta(1))]


def _ledger(file: str, day: date) -> list[str]:
    told = "%(account),%(quantity(scrub(display_total)))\n"
    end = str(day + timedelta(1))
    return ["ledger", "-f", file, "balance", "--flat", "--no-total", "--end", end, "--balance-format", told]


def _beancount(file: str, day: date) -> list[str]:
    return [sys.executable, "-c", BEANCOUNT, file, str(day)]


PEERS = (
    Peer("ledger-cli", "hledger", _ledger), Peer("hledger", "hledger", _hledger),
    Peer("beancount", "beancount", _beancount),
)  # fmt: skip


@contextmanager
def kept(lines: Iterator[str]) -> Iterator[str]:
    """The lines in a file that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "book"
        with file.open("w") as out:
            out.writelines(lines)
        yield str(file)


def asked(peer: Peer, file: str, day: date, patience: int) -> tuple[float, Balances | None]:
    """Seconds and balances by account code; None when it did not finish, or is not there."""
    quiet = {**os.environ, "BEANCOUNT_DISABLE_LOAD_CACHE": "1"}
    start = time.perf_counter()
    try:
        told = subprocess.run(
            peer.command(file, day), capture_output=True, text=True, check=True, timeout=patience, env=quiet
        ).stdout
    except (subprocess.TimeoutExpired, FileNotFoundError):
        return time.perf_counter() - start, None
    seconds = time.perf_counter() - start
    rows = [row for row in csv.reader(told.splitlines()) if row and row[1:] != ["balance"]]
    return seconds, {_code(name): int(amount.removeprefix("IDR ")) for name, amount in rows if _number(amount)}


def agree(ours: Mapping[str, int], theirs: Mapping[str, int]) -> bool:
    return {code: amount for code, amount in ours.items() if amount} == theirs


def _code(account: str) -> str:
    return account.rpartition(":")[2]


def _number(amount: str) -> int:
    return int(amount.removeprefix("IDR ") or 0)
