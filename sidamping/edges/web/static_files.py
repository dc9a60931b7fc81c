"""Static files as they are served: named by content, compressed once, gathered into the data folder before serving.

`prepare` is called by `sidamping serve`; where it was not called (tests, a developer's shell) plain names work too.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]  # has no types

MARK = "gathered.sha256"


class Hashed(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise is untyped
    """Names with a hash of the content when gathered, plain names otherwise."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        known = self.hashed_files.get(self.hash_key(self.clean_name(name)))
        return str(known) if known else name


def prepare() -> bool:
    """Gather and compress the static files unless those gathered are already these; True when it gathered."""
    root = Path(settings.STATIC_ROOT)
    wanted = _fingerprint()
    mark = root / MARK
    if mark.exists() and mark.read_text() == wanted:
        return False
    call_command("collectstatic", interactive=False, verbosity=0, clear=root.exists())
    mark.write_text(wanted)
    return True


def _fingerprint() -> str:
    """One hash over the name and content of every static file of the installed apps."""
    sums = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda pair: pair[0]):
            sums.update(name.encode())
            with storage.open(name) as file:
                sums.update(file.read())
    return sums.hexdigest()
