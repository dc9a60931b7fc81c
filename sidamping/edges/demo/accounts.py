"""The accounts of the demonstration as shown at start and on the sign-in page."""

from __future__ import annotations

from dataclasses import dataclass

from sidamping.edges.demo.story import chapter
from sidamping.rules.books import label

SHOWN_FIRST = (
    "ratna", "ketua01", "yosef", "sekretariat", "dinas-sikka", "asesor", "bendahara01", "admin",
    "pmo", "sekretariat-modern", "dinas-kupang", "melki", "novita", "koordinator-tkm", "adriana",
)
"""The people of the five-minute tour in the order of the journey of a paper; then the two programmes of Kupang."""


@dataclass(frozen=True)
class DemoAccount:
    """One account: user name, the person's name, the role in words."""

    username: str
    name: str
    role: str


def password() -> str:
    return str(chapter("people")["password"])


def accounts(language: str = "id") -> tuple[DemoAccount, ...]:
    """Every account but the other chairs, those of the tour first."""
    told = {one["username"]: (one["name"], one["role"]) for one in chapter("people")["accounts"]}
    told["ketua01"] = (chapter("cooperatives")["cooperatives"][0]["chair"], "chair")
    told[chapter("books")["account"]] = (_treasurer(), "treasurer")
    names = [*SHOWN_FIRST, *(name for name in told if name not in SHOWN_FIRST)]
    return tuple(DemoAccount(name, told[name][0], label("roles", told[name][1], language)) for name in names)


def _treasurer() -> str:
    """Who keeps the book of the one cooperative that has one."""
    kept = chapter("books")["cooperative"]
    return next(str(one["treasurer"]) for one in chapter("cooperatives")["cooperatives"] if one["key"] == kept)


def accounts_text() -> str:
    """The accounts as lines for a terminal."""
    lines = [f"  {one.username:<18} {one.name} ({one.role})" for one in accounts()]
    chairs = len(chapter("cooperatives")["cooperatives"])
    lines.append(f"  ketua02 … ketua{chairs:02d}  ketua koperasi lainnya")
    return "\n".join([f"Akun contoh, semua dengan kata sandi {password()}:", *lines])
