"""How sign-in behaves: accounts are made by an administrator, never by the public."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Closed(DefaultAccountAdapter):
    """Refuses public sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
