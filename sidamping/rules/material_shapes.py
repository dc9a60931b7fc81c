"""The shape of a starter material's file: what it is about and its text in both languages."""

from __future__ import annotations

from sidamping.rules.programme_shapes import LABEL
from sidamping.rules.shapes import Maybe, Shape, code, each, maybe

PARTS: dict[str, Shape | Maybe] = {
    "topic": code, "format": code, "level": code, "summary": LABEL, "programmes": maybe(each(code)), "body": LABEL,
}
