"""What a workbook's table looks like: its columns, shared by reading, writing and templates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """How the cells of a column are read and written."""

    TEXT = "text"
    CODE = "code"  # digits that are not a quantity: NIK, telephone, area code
    DATE = "date"
    NUMBER = "number"
    MONEY = "money"


@dataclass(frozen=True)
class Column:
    """One column: its key in our code, its heading in the sheet, hints and choices for a template."""

    key: str
    label: str
    kind: Kind = Kind.TEXT
    width: int = 18
    required: bool = False
    hint: str = ""
    choices: tuple[str, ...] = ()
