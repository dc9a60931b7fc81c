"""Checks a document by its content: a whole PDF without parts that act by themselves; its name proves nothing."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from sidamping.domain.problems import Refused, problem

PDF = "application/pdf"
HEAD = re.compile(rb"%PDF-[12]\.\d")
HEAD_WITHIN, END_WITHIN = 1024, 2048
"""Readers look for the first and the last mark of a PDF within these many bytes."""
ACTING = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b")
LARGEST_FILE = 10 * 1024 * 1024


@dataclass(frozen=True)
class Document:
    """A document fit for keeping: its bytes, their hash, the name it came with and what it is."""

    name: str
    content: bytes
    sha256: str
    media_type: str = PDF


def is_pdf(content: bytes) -> bool:
    """Whether the bytes say of themselves that they are a PDF."""
    return HEAD.search(content[:HEAD_WITHIN]) is not None


def read_document(name: str, content: bytes, where: str = "file") -> Document:
    """The PDF in the bytes; Refused when it is none, cut off, too large, or acts by itself when opened."""
    shown = PurePosixPath(name.replace("\\", "/")).name[-120:] or "dokumen"
    if not content:
        raise Refused(problem("FILES_004", where, name=shown))
    if len(content) > LARGEST_FILE:
        size = f"{len(content) / 1024 / 1024:.1f}".replace(".", ",")
        raise Refused(problem("FILES_002", where, name=shown, size=size, limit=LARGEST_FILE // 1024 // 1024))
    if not is_pdf(content) or b"%%EOF" not in content[-END_WITHIN:]:
        raise Refused(problem("FILES_005", where, name=shown))
    acting = ACTING.search(content)
    if acting:
        raise Refused(problem("FILES_006", where, name=shown, seen=acting[1].decode()))
    return Document(shown, content, hashlib.sha256(content).hexdigest())
