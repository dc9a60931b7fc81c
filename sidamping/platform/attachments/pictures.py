"""Checks a picture by really decoding it and turns it into a small JPEG that carries no hidden data (place, device)."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath

from PIL import Image, ImageOps, UnidentifiedImageError

from sidamping.domain.problems import Problem, Refused, problem

FORMATS = ("JPEG", "PNG", "WEBP")
LARGEST_FILE = 10 * 1024 * 1024
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 1600
THUMBNAIL_SIDE = 320
QUALITY = 82


@dataclass(frozen=True)
class Picture:
    """A picture fit for keeping: its JPEG bytes, their hash, a thumbnail and the name it came with."""

    name: str
    content: bytes
    thumbnail: bytes
    sha256: str


def read_picture(name: str, content: bytes, where: str = "photos", size: int | None = None) -> Picture:
    """The picture in the bytes, at most 1600 pixels wide or high; Refused when there is none or it is too large.

    `size` is the size of the whole file where the caller read only as much as is allowed.
    """
    shown = _checked(name, content, where, size)
    with _told_kindly(shown, where):
        image = _opened(shown, content, where)
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        image.load()
        image = _flat(ImageOps.exif_transpose(image))  # an image of our own: made smaller below without further copies
    kept = _jpeg(image, LONGEST_SIDE)
    return Picture(shown, kept, _jpeg(image, THUMBNAIL_SIDE), hashlib.sha256(kept).hexdigest())


def probe_picture(name: str, content: bytes, where: str = "photos") -> None:
    """Refused when the bytes are no picture, too large or too many pixels, told from their head: a hundredth of the
    work of reading them. Whether the pixels are whole shows when they are read."""
    shown = _checked(name, content, where)
    with _told_kindly(shown, where):
        _opened(shown, content, where)


def _checked(name: str, content: bytes, where: str, size: int | None = None) -> str:
    """The name to show; Refused when there is nothing or too much."""
    shown = PurePosixPath(name.replace("\\", "/")).name[-120:] or "foto"
    if not content:
        raise Refused(problem("FILES_004", where, name=shown))
    octets = max(len(content), size or 0)
    if octets > LARGEST_FILE:
        values = {"size": f"{octets / 1024 / 1024:.1f}".replace(".", ","), "limit": LARGEST_FILE // 1024 // 1024}
        raise Refused(problem("FILES_002", where, name=shown, **values))
    return shown


def _opened(name: str, content: bytes, where: str) -> Image.Image:
    """Read the size before the pixels, so that a small file that unfolds into gigabytes is refused unopened."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        image = Image.open(io.BytesIO(content), formats=FORMATS)
    if image.width * image.height > MOST_PIXELS:
        raise Refused(_too_many(name, where))
    return image


def _too_many(name: str, where: str) -> Problem:
    return problem("FILES_003", where, name=name, limit=MOST_PIXELS // 1_000_000)


@contextmanager
def _told_kindly(name: str, where: str) -> Iterator[None]:
    """What the library says of bytes that it cannot read, as a fault of the file."""
    try:
        yield
    except Image.DecompressionBombError:
        raise Refused(_too_many(name, where)) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise Refused(problem("FILES_001", where, name=name)) from None


def _flat(image: Image.Image) -> Image.Image:
    """Plain colours on white; transparency has no place in a JPEG."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layer = image.convert("RGBA")
        ground = Image.new("RGB", image.size, "white")
        ground.paste(layer, mask=layer.getchannel("A"))
        return ground
    return image if image.mode == "RGB" else image.convert("RGB")


def _jpeg(image: Image.Image, side: int) -> bytes:
    """The image, made no larger than `side` in place, without anything that came beside its pixels."""
    image.thumbnail((side, side), Image.Resampling.LANCZOS)
    image.info.clear()
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
