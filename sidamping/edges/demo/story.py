"""Reads the story of the demonstration and names its records: the same key always gives the same identifier."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any
from uuid import UUID, uuid5

import yaml

NAMESPACE = UUID("5f0c1d9a-3c1e-7b52-9b6f-5d0f5b0b6a01")


@cache
def chapter(name: str) -> dict[str, Any]:
    """One file of the story: people, cooperatives, businesses, fieldwork or ujang."""
    text = files("sidamping.edges.demo").joinpath(f"story/{name}.yaml").read_text("utf-8")
    told: dict[str, Any] = yaml.safe_load(text)
    return told


def named(*parts: object) -> UUID:
    """The identifier of a record of the story."""
    return uuid5(NAMESPACE, "/".join(str(part) for part in parts))
