"""The one way content becomes bytes: sorted keys, no spaces, no floats; the hash printed on the paper is over these."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def canonical(content: Mapping[str, Any]) -> bytes:
    """The content's bytes; TypeError on a float, because a float has no single spelling."""
    _refuse_floats(content, "content")
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode()


def digest(content: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical(content)).hexdigest()


def _refuse_floats(value: Any, where: str) -> None:
    if isinstance(value, float):
        raise TypeError(f"{where}: papers hold whole numbers and text, never floats")
    if isinstance(value, Mapping):
        for key, part in value.items():
            _refuse_floats(part, f"{where}.{key}")
    if isinstance(value, list | tuple):
        for place, part in enumerate(value):
            _refuse_floats(part, f"{where}[{place}]")
