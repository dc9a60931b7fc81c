"""Reads a proof as people hand it in: a photo or a PDF, by what it is, not by what it is called."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sidamping.domain.problems import Refused, problem
from sidamping.platform.attachments.documents import Document, is_pdf, read_document
from sidamping.platform.attachments.pictures import Picture, probe_picture, read_picture

SoundFile = Picture | Document
"""What was read and found fit for keeping."""


def read_proof(name: str, content: bytes, where: str = "file", size: int | None = None) -> SoundFile:
    """The photo or PDF fit for keeping; Refused with a FILES code when it is neither, broken or too large.

    `size` is the size of the whole file where the caller read only as much as is allowed.
    """
    if is_pdf(content):
        return read_document(name, content, where)
    with _as_proof(name, where):
        return read_picture(name, content, where, size)


def probe_proof(name: str, content: bytes, where: str = "file") -> None:
    """Refused where `read_proof` would refuse at first sight: cheap enough for a request that only takes files in."""
    if is_pdf(content):
        read_document(name, content, where)
        return
    with _as_proof(name, where):
        probe_picture(name, content, where)


@contextmanager
def _as_proof(name: str, where: str) -> Iterator[None]:
    """What is no picture is no PDF either."""
    try:
        yield
    except Refused as refused:
        if refused.codes != ["FILES_001"]:
            raise
        raise Refused(problem("FILES_005", where, name=name[-120:])) from None
