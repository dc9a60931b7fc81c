"""Reads the body of a request or of a record into its shape, telling every misfit with its place and code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.utils.translation import gettext_lazy as _
from ninja import Schema
from pydantic import ValidationError

from sidamping.domain.problems import Problem, Refused, problem

S = TypeVar("S", bound=Schema)
WORDS: dict[str, Any] = {
    "missing": _("tidak ada isinya"), "date": _("bukan tanggal seperti 2026-11-21"),
    "datetime": _("bukan waktu seperti 2026-11-21T09:30:00+08:00"), "time": _("bukan jam seperti 09:30"),
    "int": _("bukan bilangan bulat"), "float": _("bukan bilangan"), "decimal": _("bukan bilangan"),
    "bool": _("bukan true atau false"), "uuid": _("bukan UUID"), "string": _("bukan teks"), "list": _("bukan daftar"),
    "dict": _("bukan kumpulan isian"), "model": _("bukan kumpulan isian"), "literal": _("bukan salah satu pilihan"),
    "enum": _("bukan salah satu pilihan"), "string_too_long": _("terlalu panjang"), "too_long": _("terlalu banyak"),
    "string_too_short": _("terlalu pendek"), "too_short": _("terlalu sedikit"),
}  # fmt: skip
"""What the library calls a fault, or how its name begins → people's words."""


def read_body(shape: type[S], told: Mapping[str, Any], **more: Any) -> S:
    """The body in its shape, with what is known besides; Refused with API_003 for each field that does not fit."""
    try:
        return shape.model_validate({**told, **more})
    except ValidationError as fault:
        raise Refused(misfits(fault.errors())) from None


def misfits(errors: Iterable[Any], skip: int = 0) -> list[Problem]:
    """The library's faults as ours; the first `skip` parts of a place say only where the body came from."""
    found = []
    for error in errors:
        field = ".".join(str(part) for part in error["loc"][skip:])
        found.append(problem("API_003", field, field=field, seen=_said(error)))
    return found


def _said(error: Any) -> Any:
    """A fault in people's words, by its whole name or what it begins with; a rare one as the library tells it."""
    name = str(error["type"])
    return WORDS.get(name) or WORDS.get(name.partition("_")[0]) or error["msg"]
