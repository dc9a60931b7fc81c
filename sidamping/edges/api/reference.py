"""The API's reference as a plain page made from its own schema: no script, no foreign server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from sidamping.edges.api.root import api
from sidamping.platform.access.guard import signed_in


@dataclass(frozen=True)
class Field:
    """One value that an operation takes or gives."""

    name: str
    kind: str
    required: bool
    note: str


@dataclass(frozen=True)
class Operation:
    """One method of one address."""

    method: str
    address: str
    summary: str
    note: str
    takes: tuple[Field, ...]
    gives: tuple[Field, ...]


@signed_in
def reference(request: HttpRequest) -> HttpResponse:
    """Every operation with its fields."""
    return render(request, "api/reference.html", {"operations": list(operations(api.get_openapi_schema()))})


def operations(schema: Any) -> Iterator[Operation]:
    """The operations of an OpenAPI schema in their order."""
    for address, methods in schema["paths"].items():
        for method, told in methods.items():
            yield Operation(
                method.upper(),
                address,
                gettext(told["summary"]),
                told.get("description", ""),
                (*_parameters(told), *_body(schema, told.get("requestBody", {}))),
                _body(schema, told.get("responses", {}).get(200, {})),
            )


def _parameters(told: Any) -> tuple[Field, ...]:
    return tuple(
        Field(one["name"], _kind(one["schema"]), one.get("required", False), one["schema"].get("description", ""))
        for one in told.get("parameters", [])
    )


def _body(schema: Any, told: Any) -> tuple[Field, ...]:
    contents = list(told.get("content", {}).values())
    found = _resolved(schema, contents[0]["schema"]) if contents else {}
    required = found.get("required", [])
    return tuple(
        Field(name, _kind(one), name in required, one.get("description", ""))
        for name, one in found.get("properties", {}).items()
    )


def _resolved(schema: Any, shape: Any) -> Any:
    name = shape.get("$ref", "").rpartition("/")[2]
    return schema["components"]["schemas"][name] if name else shape


def _kind(shape: Any) -> str:
    if "$ref" in shape:
        return str(shape["$ref"]).rpartition("/")[2]
    if "anyOf" in shape:
        return " / ".join(_kind(one) for one in shape["anyOf"])
    if shape.get("type") == "array":
        return f"[{_kind(shape.get('items', {}))}]"
    return str(shape.get("format") or shape.get("type") or "")
