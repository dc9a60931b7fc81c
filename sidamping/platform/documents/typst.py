"""PDF/A-2a files from a typst template and plain data: tagged, bundled fonts only, same input, same bytes.

Data reaches the template as JSON, so text of users is never read as markup. The work runs in a printing process of
its own with a time limit. (Measured: the wheel is thread-safe, 6-40 ms a paper, but a thread cannot be ended.)
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from queue import LifoQueue
from typing import Any

from sidamping.domain.problems import Refused, problem

LIMIT_SECONDS = 30.0
PAPERS_PER_PROCESS = 300
PRESSES = 2
ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)
PACKAGE_ROOT = Path(__file__).resolve().parents[3]


def compile_pdf(
    template: Path | str,
    data: Mapping[str, Any],
    files: Mapping[str, bytes] | None = None,
    *,
    dated: datetime = ALWAYS,
    limit: float = LIMIT_SECONDS,
) -> bytes:
    """The PDF of the template; `files` lie beside it under their names, with the other templates of its folder.

    `dated` is the only date inside the file. Refuses with DOCUMENTS_001 (letter without glyph), _002 (cannot be
    composed, any warning included) or _003 (not finished within `limit` seconds).
    """
    main = Path(template)
    with tempfile.TemporaryDirectory(prefix="sidamping-") as folder:
        root = Path(folder)
        for sibling in main.parent.glob("*.typ"):
            (root / sibling.name).write_bytes(sibling.read_bytes())
        for name, content in (files or {}).items():
            (root / _plain(name)).write_bytes(content)
        job = {"root": folder, "main": main.name, "data": _json(data), "timestamp": str(int(dated.timestamp()))}
        head, pdf = _printed(job, limit)
    if head["fault"]:
        raise Refused(_problem(head, main.stem, limit))
    return pdf


def _printed(job: Mapping[str, str], limit: float) -> tuple[dict[str, Any], bytes]:
    """Printed by the press used last, so that the second one starts only when two people print at once."""
    press = _PRESSES.get()
    try:
        return press.print(job, limit)
    finally:
        _PRESSES.put(press)


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _plain(name: str) -> str:
    """A file name made by us; anything that could leave the folder or replace a template is a programming error."""
    if Path(name).name != name or name.startswith(".") or name.endswith(".typ"):
        raise ValueError(f"not a plain file name: {name!r}")
    return name


def _problem(head: Mapping[str, Any], template: str, limit: float) -> Any:
    if head["fault"] == "letter":
        return problem("DOCUMENTS_001", seen=head["detail"].split("`")[1] if "`" in head["detail"] else head["detail"])
    if head["fault"] == "late":
        return problem("DOCUMENTS_003", template=template, limit=f"{limit:g}")
    return problem("DOCUMENTS_002", template=template, seen=head["detail"])


class Press:
    """One printing process, started at first use and renewed after many papers, a fork or a fault.

    It prints one paper at a time: whoever holds it alone may call `print`. (Measured: 70 MB, 0.1 s to start.)
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._printed = 0

    def print(self, job: Mapping[str, str], limit: float) -> tuple[dict[str, Any], bytes]:
        """Hand one job over and wait for its answer; the process is ended when the time is over."""
        process = self._running()
        ended_late = threading.Event()
        clock = threading.Timer(limit, _end, (process, ended_late))
        clock.start()
        try:
            return self._answer(process, job)
        except (OSError, ValueError) as error:
            self.close()
            return {"fault": "late" if ended_late.is_set() else "broken", "detail": str(error)}, b""
        finally:
            clock.cancel()

    def _answer(self, process: subprocess.Popen[bytes], job: Mapping[str, str]) -> tuple[dict[str, Any], bytes]:
        assert process.stdin and process.stdout
        process.stdin.write(json.dumps(job).encode() + b"\n")
        process.stdin.flush()
        line = process.stdout.readline()
        if not line:
            raise OSError("the printing process ended without an answer")
        head: dict[str, Any] = json.loads(line)
        pdf = process.stdout.read(head["size"])
        if len(pdf) != head["size"]:
            raise OSError("the printing process ended before its answer was complete")
        self._printed += 1
        return head, pdf

    def _running(self) -> subprocess.Popen[bytes]:
        if self._owner != os.getpid():
            self._process, self._owner = None, os.getpid()
        if self._process and (self._process.poll() is not None or self._printed >= PAPERS_PER_PROCESS):
            self.close()
        if not self._process:
            self._printed = 0
            self._process = subprocess.Popen(
                [sys.executable, "-m", "sidamping.platform.documents.press"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                cwd=PACKAGE_ROOT,
                env={"PATH": os.environ.get("PATH", ""), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        return self._process

    def close(self) -> None:
        """End the process, if it is ours."""
        if self._process and self._owner == os.getpid():
            self._process.kill()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe:
                    _shut(pipe)
            self._process.wait()
        self._process = None


def _end(process: subprocess.Popen[bytes], ended_late: threading.Event) -> None:
    ended_late.set()
    process.kill()


def _shut(pipe: Any) -> None:
    """A pipe to an ended process may still hold bytes it can no longer deliver."""
    try:
        pipe.close()
    except OSError:
        return


_PRESSES: LifoQueue[Press] = LifoQueue()
for _press in (Press() for _ in range(PRESSES)):
    _PRESSES.put(_press)
    atexit.register(_press.close)
