"""Reads a standard client's submission: the filled form as one of our records, its XML kept beside it byte for byte.

What cannot be understood is stored all the same and waits in quarantine; only a form without a name is refused.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]  # the library has no types
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]  # the library has no types
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Refused, problem
from sidamping.edges.exchange.openrosa.forms import round_of
from sidamping.edges.exchange.openrosa.visit_sheet import FORM, PHOTOS, SEALED
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.signs import sound

UNREAD = "openrosa.form"
"""A form we do not know: kept as it came, for people."""
NAMED = "uuid:"
PLAIN = (
    "visited_on", "mode", "place", "activity", "purpose", "material", "result", "obstacles", "advice",
)
HOURS = ("starts_at", "ends_at")


@dataclass(frozen=True)
class Submission:
    """A submission as a record: its name, kind and body, when the phone finished it, which files it names."""

    id: UUID
    kind: str
    body: str
    finished: str | None
    files: tuple[str, ...]

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.body.encode()).hexdigest()


def read_submission(raw: bytes) -> Submission:
    """Refused with EXCHANGE_039 for what is no form, with EXCHANGE_040 for a form without a UUID as its name."""
    root, text = _parsed(raw)
    told = dict(_leaves(root))
    seen = told.get("instanceID", "")
    id = read_id(seen.removeprefix(NAMED))
    if id is None:
        raise Refused(problem("EXCHANGE_040", "instanceID", seen=seen[:60]))
    kind, content = _record(root.get("id", ""), root.get("version", ""), told)
    body = json.dumps({**content, "xml": text}, ensure_ascii=False, sort_keys=True)
    files = tuple(told[name] for name in PHOTOS if told.get(name)) if kind == "fieldwork.visit" else ()
    return Submission(id, kind, body, told.get(SEALED) or None, files)


def _parsed(raw: bytes) -> tuple[Element, str]:
    """The root and the text; entities and other tricks are refused by the parser."""
    try:
        text = raw.decode()
        root: Element = fromstring(text, forbid_dtd=True)
    except DefusedXmlException:
        raise Refused(problem("EXCHANGE_039", "xml_submission_file", seen=_("memuat DTD atau entitas"))) from None
    except (UnicodeDecodeError, ParseError, ValueError, RecursionError):
        raise Refused(problem("EXCHANGE_039", "xml_submission_file", seen=_("bukan XML yang utuh"))) from None
    if not sound(text):
        raise Refused(problem("EXCHANGE_039", "xml_submission_file", seen="NUL"))
    return root, text


def _leaves(root: Element) -> list[tuple[str, str]]:
    """Every element without children as its name, whatever its namespace, and its text."""
    return [(one.tag.rpartition("}")[2], (one.text or "").strip()) for one in root.iter() if not len(one)]


def _record(form: str, version: str, told: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    round_ = round_of(form, version)
    if round_ is not None:
        values = {key: text for key, text in told.items() if key.startswith(("inputs.", "answers.")) and text}
        return "assessments.answers", {"assessment": str(round_[0]), "seen": round_[1], "values": values}
    if form == FORM:
        return "fieldwork.visit", _visit(told)
    return UNREAD, {"form": form, "version": version}


def _visit(told: Mapping[str, str]) -> dict[str, Any]:
    """The entry in the shape of the sync protocol; a time loses the seconds and the zone that clients add."""
    return {
        **{name: told[name] for name in PLAIN if told.get(name)},
        **{name: told[name][:5] for name in HOURS if told.get(name)},
        **({"cost": told["cost"]} if told.get("cost") else {}),
        "presences": [{"engagement": one} for one in told.get("met", "").split()],
    }
