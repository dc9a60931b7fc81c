"""The shapes of requests and answers for the OpenAPI description, so that another client can be written from it."""

from __future__ import annotations

from typing import Any

from ninja import Schema


class FileShape(Schema):
    """A file that will follow."""

    sha256: str
    bytes: int
    type: str
    name: str = ""


class SealShape(Schema):
    """Evidence of the phone's clock."""

    at: str
    monotonic_ms: int
    boot: str
    server_seen: str | None


class PlaceShape(Schema):
    """A number of another phone of the same person."""

    device: str
    number: int


class EnvelopeShape(Schema):
    """A record, its body as JSON text; see docs/sync.md."""

    id: str
    number: int
    kind: str
    version: int = 1
    replaces: str | None = None
    formerly: PlaceShape | None = None
    after: list[str] = []
    files: list[FileShape] = []
    sealed: SealShape
    body: str
    sha256: str


class BatchShape(Schema):
    device: str
    records: list[EnvelopeShape]


class KeyShape(Schema):
    """A public key on P-256 as a JWK."""

    kty: str
    crv: str
    x: str
    y: str


class DeviceShape(Schema):
    label: str
    public_key: KeyShape


class QueueShape(Schema):
    """A queue file; `content` is the JSON text of {"records": […], "files": {"sha256": "base64"}}."""

    format: str
    version: int
    device: str
    owner: str
    made_at: str
    content: str
    signature: str


class ProblemShape(Schema):
    code: str
    where: str
    message: str


class FileCountShape(Schema):
    expected: int
    held: int
    missing: list[str]


class ResultShape(Schema):
    """What became of one record."""

    id: str
    state: str
    receipt: str
    received_at: str
    on_time: bool
    counts_on: str
    clock: str
    problems: list[ProblemShape]
    files: FileCountShape
    waits_for: list[str]


class ResultsShape(Schema):
    now: str
    results: list[ResultShape]


class HeldShape(Schema):
    known: bool
    highest: int
    held: int
    missing: list[int]
    missing_count: int
    repeated: int
    received: int
    waiting: int
    attention: int


class UserShape(Schema):
    id: str
    name: str


class HelloShape(Schema):
    user: UserShape
    now: str
    csrf: str
    protocol: int
    device: HeldShape | None


class RegisteredShape(Schema):
    device: HeldShape


class FileHeldShape(Schema):
    sha256: str
    files: FileCountShape


class DocumentShape(Schema):
    key: str
    seq: int
    body: dict[str, Any] | None


class ChangesShape(Schema):
    now: str
    documents: list[DocumentShape]
    next: int
    more: bool


def _told(gives: type[Schema], takes: type[Schema] | None = None, *, raw: bool = False) -> dict[str, Any]:
    """What the library cannot see, because the operation reads its body itself."""
    found: dict[str, Any] = {
        "responses": {
            200: {"description": "OK", "content": {"application/json": {"schema": plain(gives)}}},
        }
    }
    if takes or raw:
        kind = "application/octet-stream" if raw else "application/json"
        shape = {"type": "string", "format": "binary"} if takes is None else plain(takes)
        found["requestBody"] = {"required": True, "content": {kind: {"schema": shape}}}
    return found


def _header(name: str, *, required: bool) -> dict[str, Any]:
    """A header that names something by its UUID."""
    return {"name": name, "in": "header", "required": required, "schema": {"type": "string", "format": "uuid"}}


def plain(shape: type[Schema]) -> dict[str, Any]:
    """The JSON schema with its parts written out, since the library's own list of parts does not know them."""
    found = shape.model_json_schema()
    parts = found.pop("$defs", {})

    def written(value: Any) -> Any:
        if isinstance(value, dict):
            name = str(value.get("$ref", "")).rpartition("/")[2]
            return written(parts[name]) if name else {key: written(one) for key, one in value.items()}
        return [written(one) for one in value] if isinstance(value, list) else value

    return dict(written(found))


HELLO = _told(HelloShape)
DEVICE = _told(RegisteredShape, DeviceShape)
RECORDS = _told(ResultsShape, BatchShape)
FILE = _told(FileHeldShape, raw=True)
CARRIED = _told(ResultsShape, QueueShape)
CHANGES = _told(ChangesShape)
for one in (RECORDS, FILE, CARRIED):
    one["parameters"] = [_header("X-Device", required=False)]
FILE["parameters"] += [_header("X-Record", required=True)]
