"""QR codes of check addresses: inline SVG for pages (without the style attribute pages forbid) and picture files."""

from __future__ import annotations

from io import BytesIO

import segno


def qr_svg(text: str) -> str:
    """An inline `<svg>` that scales by its viewBox; its size comes from the style sheet (class `qr`)."""
    return segno.make_qr(text, error="m").svg_inline(
        border=2, omitsize=True, svgclass="qr", lineclass=None, title=text, light="#fff"
    )


def qr_picture(text: str) -> bytes:
    """The same code as an SVG file, for the PDF."""
    return _saved(text, "svg", xmldecl=True, svgns=True, svgclass=None, lineclass=None)


def qr_png(text: str) -> bytes:
    """The same code as a PNG file, for the spreadsheet."""
    return _saved(text, "png", scale=6)


def _saved(text: str, kind: str, **options: object) -> bytes:
    out = BytesIO()
    segno.make_qr(text, error="m").save(out, kind=kind, border=2, **options)
    return out.getvalue()
