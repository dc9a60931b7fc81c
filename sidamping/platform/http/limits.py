"""How often one network address may send something to the public pages; counted in the cache, never in the records."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

WINDOW_MINUTES = 10
SENDINGS, SEARCHES = 20, 600
"""At most so many within the window: an office may help many people, and a search goes out with every few letters."""


def spent(request: HttpRequest, what: str, most: int) -> bool:
    """Whether this sending is one too many; whoever is signed in has a name and is not counted."""
    if getattr(request, "viewer", None):
        return False
    key = f"sent:{what}:{get_adapter().get_client_ip(request)}"
    cache.add(key, 0, WINDOW_MINUTES * 60)
    try:
        return int(cache.incr(key)) > most
    except ValueError:  # the entry ran out between the two calls
        return False
