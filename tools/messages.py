"""Gathers the messages of pages and code with Django's makemessages, in a throw-away copy of the house.

Prints the gathered file; `--write` merges it into sidamping/locale/en and compiles that.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1] / "sidamping"
PLACE = Path("locale", "en", "LC_MESSAGES")
WITHOUT_MESSAGES = ("locale", "data", "fonts", "rulebook", "__pycache__")
DATED = "POT-Creation-Date"
"""A header that would make every gathering differ from the last."""
FORM = ["--no-wrap", "--add-location=file"]
COMMAND = ["makemessages", "--locale=en", *FORM, "--extension=py,html,txt", "--verbosity=0"]


def gather() -> str:
    """The template of all messages that the house asks for."""
    with tempfile.TemporaryDirectory() as room:
        copy = Path(room) / "sidamping"
        shutil.copytree(HOUSE, copy, ignore=shutil.ignore_patterns(*WITHOUT_MESSAGES))
        (copy / "locale").mkdir()
        # -P: the room `platform` of the house must not stand in for Python's own; no settings, else the copy is left.
        bare = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
        gather_it = [sys.executable, "-P", "-m", "django", *COMMAND]
        subprocess.run(gather_it, cwd=copy, env=bare, check=True, capture_output=True)
        return (copy / PLACE / "django.po").read_text()


def write() -> None:
    """Merge what was gathered into the English catalogue, drop what is no longer asked for, compile."""
    place = HOUSE / PLACE
    place.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", suffix=".po") as gathered:
        gathered.write(gather())
        gathered.flush()
        if (place / "django.po").exists():
            merge = ["msgmerge", "--quiet", "--no-fuzzy-matching", "--no-wrap", "--update", "--backup=none"]
            subprocess.run([*merge, place / "django.po", gathered.name], check=True)
        else:
            shutil.copy(gathered.name, place / "django.po")
    clean = ["msgattrib", "--no-obsolete", "--no-wrap", "--output-file", place / "django.po", place / "django.po"]
    subprocess.run(clean, check=True)
    kept = [line for line in (place / "django.po").read_text().splitlines(keepends=True) if DATED not in line]
    (place / "django.po").write_text("".join(kept))
    subprocess.run(["msgfmt", "--check-format", "-o", place / "django.mo", place / "django.po"], check=True)


if __name__ == "__main__":
    if "--write" in sys.argv:
        write()
    else:
        print(gather())
