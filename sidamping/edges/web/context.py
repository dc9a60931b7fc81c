"""What every page frame needs: the viewer and the day."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    return {"viewer": getattr(request, "viewer", None), "today": getattr(request, "today", None)}
