"""Yes/no answers as people write them: a count of yes, a list in order, or by question number. Unanswered is not no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sidamping.domain.problems import Problem, problem

YES = frozenset({"ya", "yes", "y", "true", "k", "kompeten", "ada", "terpenuhi", "1"})
NO = frozenset({"tidak", "tdk", "no", "n", "t", "false", "bk", "belum kompeten", "tidak ada", "tidak terpenuhi", "0"})


@dataclass(frozen=True, slots=True)
class Answered:
    """How many of the questions were answered yes and no; `by_number` where it is known which."""

    yes: int
    no: int
    by_number: tuple[tuple[int, bool], ...] = ()

    @property
    def count(self) -> int:
        return self.yes + self.no


def read_answer(where: str, value: object, count: int, problems: list[Problem]) -> Answered | None:
    """The answers to a group of `count` questions; None when nothing was answered; faults go to the list."""
    if value is None:
        return None
    if count > 1 and isinstance(value, int) and not isinstance(value, bool):
        return _counted(where, value, count, problems)
    if isinstance(value, Mapping):
        return _numbered(where, {str(key): one for key, one in value.items()}, count, problems)
    if isinstance(value, list | tuple):
        if len(value) > count:
            problems.append(problem("SCORING_009", where, key=where, seen=len(value), count=count))
            return None
        return _numbered(where, {str(number): one for number, one in enumerate(value, 1)}, count, problems)
    if count == 1:
        return _numbered(where, {"1": value}, 1, problems)
    problems.append(problem("SCORING_008", where, key=where, seen=str(value)[:60]))
    return None


def _counted(where: str, value: int, count: int, problems: list[Problem]) -> Answered | None:
    if 0 <= value <= count:
        return Answered(value, count - value)
    problems.append(problem("SCORING_007", where, key=where, seen=value, within=f"[0, {count}]"))
    return None


def _numbered(where: str, given: Mapping[str, object], count: int, problems: list[Problem]) -> Answered | None:
    if set(given) <= {"yes", "ya", "no", "tidak"} and given:
        return _totals(where, given, count, problems)
    read: list[tuple[int, bool]] = []
    for key, value in given.items():
        number = key.rpartition("_")[2].rpartition(".")[2]
        if not number.isdigit() or not 1 <= int(number) <= count:
            problems.append(problem("SCORING_010", f"{where}.{key}", key=where, seen=key, count=count))
            continue
        answer = _yes(value)
        if answer is not None:
            read.append((int(number), answer))
        elif value is not None:
            problems.append(problem("SCORING_008", f"{where}.{key}", key=f"{where}.{key}", seen=str(value)[:60]))
    yes = sum(answer for _, answer in read)
    return Answered(yes, len(read) - yes, tuple(sorted(read))) if read else None


def _totals(where: str, given: Mapping[str, object], count: int, problems: list[Problem]) -> Answered | None:
    """{ya: 3, tidak: 9}; without the no's, the rest was answered no."""
    numbers = {"yes" if key in ("yes", "ya") else "no": value for key, value in given.items()}
    if not all(isinstance(one, int) and not isinstance(one, bool) and one >= 0 for one in numbers.values()):
        problems.append(problem("SCORING_008", where, key=where, seen=str(dict(given))))
        return None
    yes = int(str(numbers.get("yes", 0)))
    no = int(str(numbers.get("no", count - yes)))
    if no < 0 or yes + no > count:
        problems.append(problem("SCORING_009", where, key=where, seen=yes + max(no, 0), count=count))
        return None
    return Answered(yes, no)


def _yes(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    return True if word in YES else False if word in NO else None
