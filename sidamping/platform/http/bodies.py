"""Reads the body of a request or of a record into its shape, telling every misfit with its place and code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.utils.translation import gettext_lazy as _
from ninja import Schema
from pydantic import ValidationError

from sidamping.domain.problems import Problem, Refused, problem

S = TypeVar("S", bound=Schema)
SAID: dict[Any, tuple[str, ...]] = {
    _("tidak ada isinya"): ("missing",),
    _("bukan teks"): ("string_type", "string_unicode"),
    _("terlalu panjang"): ("string_too_long",),
    _("terlalu pendek"): ("string_too_short",),
    _("terlalu banyak"): ("too_long",),
    _("terlalu sedikit"): ("too_short",),
    _("terlalu kecil"): ("greater_than", "greater_than_equal"),
    _("terlalu besar"): ("less_than", "less_than_equal", "int_parsing_size"),
    _("bukan bilangan bulat"): ("int_type", "int_parsing", "int_from_float"),
    _("bukan bilangan"): ("decimal_type", "decimal_parsing", "float_type", "float_parsing", "finite_number"),
    _("bukan true atau false"): ("bool_type", "bool_parsing"),
    _("bukan tanggal seperti 2026-11-21"):
        ("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"),
    _("bukan waktu seperti 2026-11-21T09:30:00+08:00"):
        ("datetime_type", "datetime_parsing", "datetime_object_invalid", "datetime_from_date_parsing"),
    _("bukan jam seperti 09:30"): ("time_type", "time_parsing"),
    _("bukan UUID"): ("uuid_type", "uuid_parsing"),
    _("bukan salah satu pilihan"): ("literal_error", "enum"),
    _("bukan daftar"): ("list_type",),
    _("bukan kumpulan isian"): ("dict_type", "model_type", "model_attributes_type"),
}  # fmt: skip
"""People's words → what the library calls such faults, by their whole names."""
WORDS = {name: words for words, names in SAID.items() for name in names}
OTHER = _("tidak sesuai dengan bentuk yang diminta")
"""A fault that no shape of ours can have yet."""


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
        found.append(problem("API_003", field, field=field, seen=WORDS.get(error["type"], OTHER)))
    return found
