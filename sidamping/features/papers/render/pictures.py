"""Photos made ready for print: upright, small enough, and without the place and device hidden in the file."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from sidamping.domain.problems import Refused, problem
from sidamping.domain.signatures import HEIGHT, WIDTH

LONGEST_SIDE = 1200
PEN = 9


def print_picture(content: bytes, name: str, *, longest: int = LONGEST_SIDE) -> bytes:
    """A plain JPEG of the photo; refuses with DOCUMENTS_005 when it cannot be read."""
    try:
        with Image.open(BytesIO(content)) as photo:
            photo.draft("RGB", (longest, longest))
            upright = ImageOps.exif_transpose(photo).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise Refused(problem("DOCUMENTS_005", seen=name)) from error
    upright.thumbnail((longest, longest))
    out = BytesIO()
    upright.save(out, "JPEG", quality=82)
    return out.getvalue()


def drawing_file(path: str) -> bytes:
    """A drawn signature as an SVG file, in ink, on its frame."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"><path d="{path}" fill="none"'
        f' stroke="#14201e" stroke-width="{PEN}" stroke-linecap="round" stroke-linejoin="round"/></svg>'
    ).encode()
