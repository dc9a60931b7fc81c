"""Answers in the XML that standard clients read: form list, manifest, and a message for the worker's screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from email.utils import format_datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from django.http import HttpResponse

from sidamping.edges.exchange.openrosa.forms import Form

LIST = "http://openrosa.org/xforms/xformsList"
MANIFEST = "http://openrosa.org/xforms/xformsManifest"
RESPONSE = "http://openrosa.org/http/response"
XML = "text/xml; charset=utf-8"
NO_HEADERS: Mapping[str, str] = {}
SIGN_IN = {"WWW-Authenticate": 'Basic realm="SiDamping", charset="UTF-8"'}


def form_list(forms: Iterable[tuple[Form, str]]) -> bytes:
    """The forms with the addresses they are fetched from."""
    root = Element("xforms", xmlns=LIST)
    for form, address in forms:
        one = SubElement(root, "xform")
        told = {"formID": form.id, "name": form.name, "version": form.version, "hash": form.hash}
        for name, text in {**told, "downloadUrl": address}.items():
            SubElement(one, name).text = text
    return _bytes(root)


def manifest() -> bytes:
    """Our forms need no media."""
    return _bytes(Element("manifest", xmlns=MANIFEST))


def message(text: str) -> bytes:
    """One sentence that the client shows to the worker."""
    root = Element("OpenRosaResponse", xmlns=RESPONSE)
    SubElement(root, "message").text = text
    return _bytes(root)


def answer(
    body: bytes = b"", *, now: datetime, status: int = 200, headers: Mapping[str, str] = NO_HEADERS
) -> HttpResponse:
    """An answer with the headers that the standard asks of every one; never kept by anybody on the way."""
    made = HttpResponse(body, status=status, content_type=XML)
    standard = {"X-OpenRosa-Version": "1.0", "Date": format_datetime(now), "Cache-Control": "no-store"}
    for name, value in {**standard, **headers}.items():
        made.headers[name] = value
    return made


def _bytes(root: Element) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}'.encode()
