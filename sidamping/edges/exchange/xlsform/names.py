"""Names of XLSForm rows and keys of an instrument, one made from the other.

A name is the item's key with its place before it ('answers.mu.1', 'inputs.teori', 'components.mu', 'aspects.usaha'):
letters, digits, '_', '-' and dots are valid in XML, so the key comes back as it was.
"""

from __future__ import annotations

import re

MOST = 60
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
CODE = re.compile(r"[a-z][a-z0-9_-]*")
ASPECTS, COMPONENTS, INPUTS, ANSWERS, NOTES = "aspects", "components", "inputs", "answers", "notes"
PLACED = re.compile(rf"(?:{ASPECTS}|{COMPONENTS}|{INPUTS})\.(.+)")
ANSWERED = re.compile(rf"{ANSWERS}\.(.+)\.1")


def name_of(place: str, key: str = "") -> str:
    """The row's name: 'aspects' and 'usaha' → 'aspects.usaha'; an item's key is a name already."""
    made = f"{place}.{key}" if key else place
    if NAME.fullmatch(made) is None:
        raise ValueError(f"not a name in XML: {made!r}")
    return made


def key_of(name: str) -> str:
    """The key inside a name; '' when no key can be made of it. Names from elsewhere lose capitals and dots."""
    if NAME.fullmatch(name) is None:
        return ""
    found = PLACED.fullmatch(name) or ANSWERED.fullmatch(name)
    key = (found[1] if found else name).lower().replace(".", "_")
    return key if CODE.fullmatch(key) and len(key) <= MOST else ""
