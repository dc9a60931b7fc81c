"""Published files may not change: SEALED keeps the hash of each dated file, each source and each code of a list.

Lists and the articles of a source grow, so these are sealed one by one; of a code only `retired` may be set later.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sidamping.domain.problems import Problem, problem
from sidamping.rules.loader import Book, thaw

NAME = "SEALED"


def prints(book: Book) -> dict[str, str]:
    """What there is to seal now: name → sha256. Worked examples are tests and stay free."""
    found: dict[str, str] = {}
    for path, one in book.files.items():
        if one.kind == "lists":
            found |= {f"{path}#{row['code']}": _print(row) for row in one.data["codes"]}
        elif one.kind == "sources":
            found[path] = _print({key: value for key, value in one.data.items() if key != "articles"})
            found |= {f"{path}#{name}": _print({name: said}) for name, said in one.data["articles"].items()}
        elif one.kind != "cases":
            found[path] = one.sha256
    return dict(sorted(found.items()))


def broken(book: Book, sealed: Mapping[str, str]) -> list[Problem]:
    """Sealed names that changed or are gone."""
    now, faults = prints(book), []
    gone = {name for name in sealed if name not in now}
    for name, digest in sealed.items():
        if name in gone:
            if name.partition("#")[0] in gone - {name}:
                continue  # the whole source is gone, which is told already
            faults.append(problem("RULEBOOK_013", name, file=name))
        elif now[name] != digest:
            faults.append(problem("RULEBOOK_012", name, file=name))
    return faults


def unsealed(book: Book, sealed: Mapping[str, str]) -> tuple[str, ...]:
    """Names that are not sealed yet."""
    return tuple(name for name in prints(book) if name not in sealed)


def read(text: str) -> dict[str, str]:
    """The lines 'sha256  name' of a SEALED file."""
    rows = (line.split(maxsplit=1) for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {name: digest for digest, name in rows}


def written(sealed: Mapping[str, str]) -> str:
    """The text of a SEALED file, sorted by name."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(sealed.items()))


def seal(book: Book, file: Path) -> tuple[str, ...]:
    """Add what is new to the SEALED file and return the names added; what is sealed already stays as it is."""
    sealed = read(file.read_text("utf-8")) if file.exists() else {}
    new = unsealed(book, sealed)
    now = prints(book)
    file.write_text(written(sealed | {name: now[name] for name in new}), "utf-8")
    return new


def _print(row: Mapping[str, Any]) -> str:
    kept = {key: value for key, value in thaw(row).items() if key != "retired"}
    return hashlib.sha256(json.dumps(kept, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
