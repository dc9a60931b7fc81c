"""The table of docs/sync.md names tests that are there: no promise stands on a test that was renamed or left (F1)."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
LEAST = 30


def test_every_test_that_the_protocol_names_is_there() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "docs" / "sync.md").read_text("utf-8"))
    assert len(named) >= LEAST
    assert [one for one in named if f"def {one[1]}(" not in (ROOT / one[0]).read_text("utf-8")] == []
