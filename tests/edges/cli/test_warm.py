"""A server has read what every page needs before the first request, and its collector leaves that alone."""

from __future__ import annotations

import subprocess
import sys

ASKED = """
import gc, sys
import sidamping.config.wsgi
from sidamping.rules.loader import book
pages = "sidamping.features.indicators.views" in sys.modules
print(gc.get_freeze_count(), len(gc.get_objects()), pages, book.cache_info().currsize)
"""


def test_what_stays_is_read_and_left_alone() -> None:
    told = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True, timeout=120).stdout
    frozen, watched, pages, rulebooks = told.split()[-4:]
    assert int(frozen) > 10 * int(watched)
    assert (pages, rulebooks) == ("True", "1")
