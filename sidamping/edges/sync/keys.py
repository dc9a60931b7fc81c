"""The public key of a device and its signatures: ECDSA on P-256 with SHA-256, as every browser makes them.

The private key never leaves the phone; a queue file proves by it whose records it holds (decision 0023).
"""

from __future__ import annotations

import base64
import binascii
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from sidamping.domain.problems import Refused, problem

SIDE = 32
"""Bytes of a coordinate on P-256, and of each half of a signature."""
PARTS = ("kty", "crv", "x", "y")


def read_key(told: Any) -> dict[str, str]:
    """The parts of a JWK that make the key, whatever else it carries; Refused when it is no public key on P-256."""
    if not isinstance(told, dict) or told.get("kty") != "EC" or told.get("crv") != "P-256":
        raise Refused(problem("SYNC_009", "public_key", seen="EC P-256?"))
    kept = {part: str(told.get(part, "")) for part in PARTS}
    try:
        _key(kept)
    except ValueError:
        raise Refused(problem("SYNC_009", "public_key", seen="x, y")) from None
    return kept


def signed_by(key: dict[str, str], content: str, signature: str) -> bool:
    """Whether the base64url signature (r and s, 32 bytes each) is that of the key over the text."""
    try:
        raw = _bytes(signature)
        if len(raw) != 2 * SIDE:
            return False
        pair = (int.from_bytes(half) for half in (raw[:SIDE], raw[SIDE:]))
        _key(key).verify(encode_dss_signature(*pair), content.encode(), ec.ECDSA(hashes.SHA256()))
    except (ValueError, InvalidSignature):
        return False
    return True


def _key(kept: dict[str, str]) -> ec.EllipticCurvePublicKey:
    x, y = (_bytes(kept.get(part, "")) for part in ("x", "y"))
    if len(x) != SIDE or len(y) != SIDE:
        raise ValueError("length")
    return ec.EllipticCurvePublicNumbers(int.from_bytes(x), int.from_bytes(y), ec.SECP256R1()).public_key()


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error:
        raise ValueError("base64url") from None
