"""Under which system user the embedded server runs: ours, or, because PostgreSQL refuses root, a user made for it."""

from __future__ import annotations

import os
import pwd
import stat
import subprocess
from pathlib import Path
from typing import Any

NAME = "sidamping"


def hand_over(folder: Path) -> None:
    """When we are root, give the server's folder to the server's user and let that user reach it."""
    if os.geteuid() != 0:
        return
    entry = _ensure_user()
    os.chown(folder, entry.pw_uid, entry.pw_gid)
    for parent in [*folder.parents, *Path(__file__).resolve().parents]:
        _let_pass(parent)


def as_owner(folder: Path) -> dict[str, Any]:
    """Arguments of subprocess.run that act as the folder's owner; none when we are that owner."""
    owner = folder.stat()
    if owner.st_uid == os.geteuid():
        return {}
    return {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []}


def _ensure_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(NAME)
    except KeyError:
        command = ["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]
        path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
        subprocess.run(command, check=False, capture_output=True, env={**os.environ, "PATH": path})
        return pwd.getpwnam(NAME)


def _let_pass(folder: Path) -> None:
    """Others may go through the folder; they still cannot list it."""
    mode = folder.stat().st_mode
    if not mode & stat.S_IXOTH:
        folder.chmod(stat.S_IMODE(mode) | stat.S_IXOTH)
