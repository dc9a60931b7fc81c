"""The one folder in which an office keeps everything: database, files, secret key, backups."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def data_folder() -> Path:
    """SIDAMPING_DATA, else the user's own data folder; made when it is missing."""
    chosen = os.environ.get("SIDAMPING_DATA")
    folder = Path(chosen).expanduser() if chosen else Path(platformdirs.user_data_dir("sidamping", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder.resolve()
