"""Reads the body of a request or of a record into its shape, telling every misfit with its place and code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from ninja import Schema
from pydantic import ValidationError

from sidamping.domain.problems import Problem, Refused, problem

S = TypeVar("S", bound=Schema)


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
        found.append(problem("API_003", field, field=field, seen=error["msg"]))
    return found
