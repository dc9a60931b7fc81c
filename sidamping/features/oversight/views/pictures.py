"""Pictures of the board: bars as SVG without styles; the figures stand beside them in words."""

from __future__ import annotations

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from sidamping.domain.cohorts.shares import Share
from sidamping.features.oversight.queries.board import StepCount

WHOLE = 100.0


def step_bar(one: StepCount) -> SafeString:
    """Passed, late and stopped of all mentees, one after the other."""
    return _bar([("funnel-passed", one.passed), ("funnel-late", one.late), ("funnel-stopped", one.stopped)], one.whole)


def target_bar(reached: Share) -> SafeString:
    """How much of the target is reached; what is beyond it fills the bar."""
    return _bar([("funnel-passed", min(reached.part, reached.whole))], reached.whole, "target-line")


def _bar(parts: list[tuple[str, int]], whole: int, look: str = "funnel") -> SafeString:
    drawn, at = [("funnel-base", 0.0, WHOLE)], 0.0
    for name, count in parts:
        width = WHOLE * count / whole if whole else 0.0
        drawn.append((name, at, width))
        at += width
    rects = format_html_join(
        "", '<rect class="{}" x="{}" y="0" width="{}" height="10"/>',
        ((name, f"{x:.2f}", f"{width:.2f}") for name, x, width in drawn if width > 0),
    )
    head = '<svg class="{}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{}</svg>'
    return format_html(head, look, rects)
