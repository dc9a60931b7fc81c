"""Reads and keeps files of candidates and sessions: a PDF or a photo by what it is, not by what it is called."""

from __future__ import annotations

from uuid import UUID

from sidamping.domain.problems import Refused, problem
from sidamping.platform.attachments import store
from sidamping.platform.attachments.documents import Document, is_pdf, read_document
from sidamping.platform.attachments.pictures import Picture, read_picture

Sound = Document | Picture


def read_file(name: str, content: bytes, where: str) -> Sound:
    """The sound file in the bytes; Refused with its code otherwise."""
    if is_pdf(content):
        return read_document(name, content, where)
    try:
        return read_picture(name, content, where)
    except Refused as refused:
        if refused.codes != ["FILES_001"]:
            raise
        raise Refused(problem("FILES_005", where, name=name[-120:])) from None


def keep(file: Sound, subject: UUID, by: UUID | None) -> UUID:
    """The id of the file on record for the subject; the same file once."""
    if isinstance(file, Document):
        return store.keep_document(file, subject=subject, by=by)[0].id
    return store.keep_picture(file, subject=subject, by=by)[0].id
