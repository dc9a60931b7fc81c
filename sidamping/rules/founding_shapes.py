"""The shape of the required parts of articles: what each is about, what to write there, and a text to begin with."""

from __future__ import annotations

from sidamping.rules.shapes import Maybe, Shape, cite, code, each, table, text

BOTH = table(id=text, en=text)
PARTS: dict[str, Shape | Maybe] = {
    "parts": each(table(code=code, id=text, en=text, cite=cite, hint=BOTH, starter=BOTH)),
}
