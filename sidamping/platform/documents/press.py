"""The printing process: reads jobs from its standard input, composes PDF/A-2a files, answers on its standard output.

Started by `typst.py`, never imported by the web process: a runaway document is ended by ending this process.
Job: one JSON line. Answer: one JSON line {"size", "fault", "detail"}, then that many bytes of PDF.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import BinaryIO

import typst

FONTS = Path(__file__).parent / "fonts"


def serve(jobs: BinaryIO, answers: BinaryIO) -> None:
    """Answer every job in turn until the other side closes the pipe."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    for line in jobs:
        pdf, fault, detail = _compose(json.loads(line), fonts)
        head = {"size": len(pdf), "fault": fault, "detail": detail}
        answers.write(json.dumps(head).encode() + b"\n" + pdf)
        answers.flush()


def _compose(job: dict[str, str], fonts: typst.Fonts) -> tuple[bytes, str, str]:
    try:
        pdf, warnings = typst.compile_with_warnings(
            str(Path(job["root"]) / job["main"]),
            root=job["root"],
            font_paths=fonts,
            sys_inputs={"data": job["data"]},
            pdf_standards=["a-2a"],
            timestamp=int(job["timestamp"]),
        )
    except typst.TypstError as error:
        return b"", _fault(error.message), error.message
    if warnings:
        return b"", "broken", "; ".join(str(one.message) for one in warnings)
    return bytes(pdf), "", ""


def _fault(message: str) -> str:
    """PDF/A forbids letters without a glyph; typst names the text that holds one."""
    return "letter" if "could not be displayed with" in message else "broken"


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
