"""Loans to members."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LoansConfig(AppConfig):
    name = "sidamping.features.loans"
    label = "loans"

    def ready(self) -> None:
        """From now on, drafts that this room makes are changed on its own page."""
        from sidamping.features.books.queries import Room, tell_room  # models are ready only now
        from sidamping.features.loans.queries import rests_on  # models are ready only now

        tell_room(Room("loans", _("Pinjaman"), rests_on))
