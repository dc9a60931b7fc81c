"""Office files by their content: a DOCX or XLSX that unfolds to a bearable size and holds no macro (F4).

The name proves nothing; what the package says of its main part does.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import PurePosixPath
from zlib import error as ZlibError

from sidamping.domain.problems import Refused, problem
from sidamping.platform.attachments.documents import LARGEST_FILE, Document, is_pdf, read_document
from sidamping.platform.attachments.pictures import Picture, read_picture

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAIN_PARTS = {f"{DOCX}.main+xml": DOCX, f"{XLSX}.main+xml": XLSX}
TYPES = "[Content_Types].xml"
ACTING = ("vbaproject.bin", "vbadata.xml", "activex", "embeddings/oleobject")
MOST_PARTS, MOST_UNFOLDED, LARGEST_TYPES = 2000, 200 * 1024 * 1024, 1024 * 1024


def read_file(name: str, content: bytes, where: str = "file") -> Picture | Document:
    """A picture, PDF, DOCX or XLSX fit for keeping; Refused with a FILES code when it is none of them."""
    if content.startswith(b"PK\x03\x04"):
        return read_office(name, content, where)
    if is_pdf(content):
        return read_document(name, content, where)
    try:
        return read_picture(name, content, where)
    except Refused as refused:
        if refused.codes != ["FILES_001"]:
            raise
        raise Refused(problem("FILES_007", where, name=_shown(name))) from None


def read_office(name: str, content: bytes, where: str = "file") -> Document:
    """The DOCX or XLSX in the bytes."""
    shown = _shown(name)
    if len(content) > LARGEST_FILE:
        size = f"{len(content) / 1024 / 1024:.1f}".replace(".", ",")
        raise Refused(problem("FILES_002", where, name=shown, size=size, limit=LARGEST_FILE // 1024 // 1024))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            media_type = _media_type(package, shown, where)
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, RuntimeError, ZlibError):
        raise Refused(problem("FILES_007", where, name=shown)) from None
    return Document(shown, content, hashlib.sha256(content).hexdigest(), media_type)


def _media_type(package: zipfile.ZipFile, shown: str, where: str) -> str:
    parts = package.infolist()
    heavy = len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > MOST_UNFOLDED
    if heavy or package.getinfo(TYPES).file_size > LARGEST_TYPES:
        raise Refused(problem("FILES_007", where, name=shown))
    acting = next((mark for one in parts for mark in ACTING if mark in one.filename.lower()), None)
    if acting:
        raise Refused(problem("FILES_008", where, name=shown, seen=acting))
    told = package.read(TYPES).decode("utf-8", "replace")
    found = [kind for mark, kind in MAIN_PARTS.items() if f'"{mark}"' in told]
    if len(found) != 1:
        raise Refused(problem("FILES_007", where, name=shown))
    return found[0]


def _shown(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).name[-120:] or "dokumen"
