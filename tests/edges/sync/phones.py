"""A phone as the server meets it: its key, its numbers, its envelopes; no browser, but the same bytes."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from django.test import Client

from sidamping.edges.sync import devices
from sidamping.edges.sync.models import Device
from sidamping.edges.sync.receiving import Sender, receive
from sidamping.features.programmes.models import Engagement
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import places

ROOT = "/sync/v1/"
AFTERNOON = datetime.fromisoformat("2026-11-04T16:00:00+08:00")
Envelope = dict[str, Any]


def base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass
class Phone:
    """One person on one phone."""

    owner: User
    id: UUID = field(default_factory=uuid4)
    number: int = 0
    boot: str = field(default_factory=lambda: str(uuid4()))
    start: datetime = AFTERNOON
    device: Device | None = None
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    @property
    def public_key(self) -> dict[str, str]:
        """The JWK as a browser exports it, with what else a browser writes."""
        numbers = self.key.public_key().public_numbers()
        x, y = (base64url(one.to_bytes(32)) for one in (numbers.x, numbers.y))
        return {"kty": "EC", "crv": "P-256", "x": x, "y": y, "ext": True, "key_ops": ["verify"]}  # type: ignore[dict-item]  # as browsers do

    def known(self, now: datetime) -> Phone:
        """Registered, without a request."""
        named = {"label": "Samsung A10", "public_key": self.public_key}
        self.device = devices.register(owner=self.owner.pk, id=self.id, now=now, **named)
        return self

    def seal(self, kind: str, body: Any, **more: Any) -> Envelope:
        """The next record, sealed a minute after the one before."""
        self.number += 1
        text = body if isinstance(body, str) else json.dumps(body)
        minutes = self.number
        at = self.start + timedelta(minutes=minutes)
        sealed = {
            "at": at.isoformat(), "monotonic_ms": minutes * 60_000, "boot": self.boot,
            "server_seen": (self.start - timedelta(hours=8)).isoformat(),
        }
        plain = {
            "id": str(uuid7()), "number": self.number, "kind": kind, "version": 1, "replaces": None, "after": [],
            "files": [], "sealed": sealed, "body": text, "sha256": hash_of(text),
        }
        return plain | more

    def send(self, *envelopes: Envelope, now: datetime) -> list[dict[str, Any]]:
        """The results, at the level of the service."""
        sender = Sender(self.device or Device.objects.get(pk=self.id), self.owner.username)
        return receive(sender, list(envelopes), now=now)

    def post(self, client: Client, *envelopes: Envelope) -> Any:
        """The answer to a batch, over HTTP."""
        body = {"device": str(self.id), "records": list(envelopes)}
        return client.post(f"{ROOT}records", json.dumps(body), content_type="application/json")

    def put(self, client: Client) -> Any:
        body = {"label": "Samsung A10", "public_key": self.public_key}
        return client.put(f"{ROOT}devices/{self.id}", json.dumps(body), content_type="application/json")

    def hello(self, client: Client) -> Any:
        return client.get(f"{ROOT}hello", {"device": str(self.id)}).json()["device"]

    def queue_file(self, *envelopes: Envelope, files: dict[str, bytes] | None = None, **changes: Any) -> dict[str, Any]:
        """The queue as one signed file."""
        told = {sha256: base64.b64encode(raw).decode() for sha256, raw in (files or {}).items()}
        content = json.dumps({"records": list(envelopes), "files": told})
        plain = {
            "format": "sidamping-queue", "version": 1, "device": str(self.id), "owner": str(self.owner.pk),
            "made_at": self.start.isoformat(), "content": content, "signature": self.signed(content),
        }
        return plain | changes

    def signed(self, content: str) -> str:
        """As a browser signs: r and s, 32 bytes each."""
        halves = decode_dss_signature(self.key.sign(content.encode(), ec.ECDSA(hashes.SHA256())))
        return base64url(b"".join(half.to_bytes(32) for half in halves))


def hash_of(text: str | bytes) -> str:
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


def changed(envelope: Envelope, **fields: Any) -> Envelope:
    """The same id with other content."""
    text = json.dumps(json.loads(envelope["body"]) | fields)
    return envelope | {"body": text, "sha256": hash_of(text)}


def visit_body(engagement: Engagement, **changes: Any) -> dict[str, Any]:
    """A visit of the day before today, nine to half past ten."""
    plain = {
        "visited_on": "2026-11-04", "starts_at": "09:00", "ends_at": "10:30", "mode": "onsite", "village": places.BOLOK,
        "activity": "Pendampingan pembukuan", "purpose": "Buku kas terisi", "result": "Buku Oktober disalin",
        "presences": [{"engagement": str(engagement.pk), "attendees": ["Ujang Mantap"]}],
    }
    return plain | changes


def problem_body(engagement: Engagement, **changes: Any) -> dict[str, Any]:
    plain = {
        "engagement": str(engagement.pk), "title": "Penjualan menurun", "side": "member", "category": "marketing",
        "found_on": "2026-11-02", "causes": ["Pembeli hanya tetangga"], "priority": 1,
    }
    return plain | changes
