"""A read form as the data of an instrument file: groups are aspects, weights add up, what it cannot tell is said.

Status is always contoh: a workbook that somebody uploaded is no regulation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sidamping.domain.problems import Problem
from sidamping.edges.exchange.xlsform.settings import Settings
from sidamping.edges.exchange.xlsform.survey import Ask, Group, Survey, sound_between, weight_of
from sidamping.edges.exchange.xlsform.workbook import Row

YES_OR_NO = {"id": "Ya atau tidak", "en": "Yes or no"}
NO_CATEGORY = {
    "id": "Formulir unggahan tidak memuat batas kategori, jadi jumlahnya tidak diberi kategori.",
    "en": "An uploaded form carries no limits of categories, so its total is given no category.",
}
NOTE = "Diimpor dari formulir XLSForm; setiap cite menyebut baris pada lembar survey bila sumbernya tidak disebut."
SETTLED = "Bobot pada formulir berjumlah {declared} dan dinormalkan menjadi {total}."
OWN_CITE = "xlsform#{sheet}.{row}"
READ_ONLY = "notes.status"
"""The export tells the status of its instrument in a note of this name; a form that comes back is a sample anyway."""
Data = dict[str, Any]


def data_of(survey: Survey, settings: Settings, cited: Callable[[str], bool], problems: list[Problem]) -> Data:
    """The data of an instrument file; faults go to the list of problems. `cited` tells whether a source is known."""
    return _Builder(settings, cited, problems).build(survey)


def exact(value: Fraction) -> int | Decimal:
    """A number as YAML carries it."""
    return value.numerator if value.denominator == 1 else Decimal(value.numerator) / Decimal(value.denominator)


class _Builder:
    """Makes rows of the file out of rows of the workbook."""

    def __init__(self, settings: Settings, cited: Callable[[str], bool], problems: list[Problem]) -> None:
        self.settings = settings
        self.cited = cited
        self.problems = problems
        self.keys: dict[str, Row] = {}

    def build(self, survey: Survey) -> Data:
        parts = [(group, self._components(group)) for group in survey.aspects]
        aspects = [self._aspect(group, rows) for group, rows in parts]
        declared = sum((Fraction(one["weight"]) for one in aspects), Fraction(0))
        total = self.settings.total if self.settings.total is not None else declared
        shared = {"weights": "normalised", "declared": exact(declared)} if total != declared else {}
        settled = {"settled": SETTLED.format(declared=exact(declared), total=exact(total))} if shared else {}
        notices = [self._words(row, "label") for row in survey.notes if row.text("name") != READ_ONLY]
        if not declared and not self.problems:
            self.problems.append(self.settings.row.fault("EXCHANGE_033"))
        return {
            "title": self.settings.title, "status": "contoh", "cite": self._own_cite(self.settings.row), "note": NOTE,
            **settled, "code": f"{self.settings.name}-{self.settings.starts:%Y-%m-%d}", "total": exact(total), **shared,
            **self.settings.choices, "no_category": NO_CATEGORY, **({"notices": notices} if notices else {}),
            "aspects": aspects, "components": [row for _, rows in parts for row in rows],
        }

    def _aspect(self, group: Group, components: list[Data]) -> Data:
        inside = sum((Fraction(one["weight"]) for one in components), Fraction(0))
        weight = weight_of(group.row)
        if weight is not None and inside != weight and sound_between(group, self.problems):
            told = {"name": group.row.text("name"), "seen": exact(inside), "wanted": exact(weight)}
            self.problems.append(group.row.fault("EXCHANGE_017", **told))
        own = exact(inside if weight is None else weight)
        return {"key": self._once(group.row, f"aspects.{group.key}", group.key), **self._words(group.row, "label"),
                "weight": own, "cite": self._cite(group.row)}

    def _components(self, aspect: Group) -> list[Data]:
        """One for each part; yes/no questions without weights of their own share the weight of the aspect."""
        bare = not any(isinstance(one, Group) or weight_of(one.row) is not None for one in aspect.parts)
        weight = weight_of(aspect.row)
        if bare and weight is not None and len(aspect.parts) > 1 and all(_asks(one) for one in aspect.parts):
            return [self._questions(aspect, aspect.key, weight)]
        alone = weight if len(aspect.parts) == 1 else None
        return list(self._each(aspect, alone))

    def _each(self, aspect: Group, alone: Fraction | None) -> Iterator[Data]:
        for one in aspect.parts:
            weight = weight_of(one.row)
            if weight is None and alone is None and not one.row.text("weight"):
                self.problems.append(one.row.fault("EXCHANGE_016", seen=one.row.text("name")))
            share = weight if weight is not None else alone or Fraction(0)
            if isinstance(one, Group):
                yield {**self._questions(one, one.key, share), "aspect": aspect.key}
            else:
                yield self._single(one, aspect.key, share)

    def _questions(self, group: Group, key: str, weight: Fraction) -> Data:
        asked = [self._question(one) for one in group.parts if isinstance(one, Ask)]
        return {"key": self._once(group.row, key, key), **self._words(group.row, "label"), "aspect": group.key,
                "kind": "questions", "weight": exact(weight), "cite": self._cite(group.row), "questions": asked}

    def _question(self, one: Ask) -> Data:
        cite = {"cite": self._cite(one.row)}
        return {**self._words(one.row, "label"), **cite, **self._help(one)}

    def _single(self, one: Ask, aspect: str, weight: Fraction) -> Data:
        made: Data = {"key": self._once(one.row, one.key, one.key), **self._words(one.row, "label"), "aspect": aspect}
        last = {"weight": exact(weight), "cite": self._cite(one.row)}
        if one.yes_no:
            return {**made, "kind": "questions", **last, "questions": [{**YES_OR_NO, **self._help(one)}]}
        return {**made, "kind": "mark" if weight else "level", "within": one.within, **last, **self._help(one)}

    def _once(self, row: Row, place: str, key: str) -> str:
        """The key, which no other component (or aspect) has."""
        other = self.keys.setdefault(place, row)
        if key and other is not row and other.text("name") != row.text("name"):
            self.problems.append(row.fault("EXCHANGE_009", seen=row.text("name"), other=other.number))
        return key

    def _help(self, one: Ask) -> Data:
        """The hint without the source, which has its own column; then what each number of a scored choice says."""
        texts = {language: [_hint(one.row, language), one.legend.get(language, "")] for language in ("id", "en")}
        if not texts["en"][0]:
            texts["en"][0] = texts["id"][0]
        words = {language: " ".join(filter(None, parts)) for language, parts in texts.items()}
        return {"help": words} if words["id"] else {}

    def _words(self, row: Row, column: str) -> dict[str, str]:
        said = row.text(f"{column}.id")
        return {"id": said, "en": row.text(f"{column}.en") or said}

    def _cite(self, row: Row) -> str:
        cite = row.text("cite")
        if not cite or cite == self._own_cite(row):
            return self._own_cite(row)
        if not cite.startswith("xlsform#") and not self.cited(cite):
            self.problems.append(row.fault("EXCHANGE_022", seen=cite[:80]))
        return cite

    def _own_cite(self, row: Row) -> str:
        return OWN_CITE.format(sheet=row.sheet, row=row.number)


def _asks(one: Ask | Group) -> bool:
    return isinstance(one, Ask) and one.yes_no


def _hint(row: Row, language: str) -> str:
    text, cite = row.text(f"hint.{language}"), row.text("cite")
    for word in ("Sumber", "Source"):
        text = text.removesuffix(f"{word}: {cite}") if cite else text
    return text.strip()

