"""Savings of members."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SavingsConfig(AppConfig):
    name = "sidamping.features.savings"
    label = "savings"

    def ready(self) -> None:
        """From now on, drafts that this room makes are changed on its own page."""
        from sidamping.features.books.queries import Room, tell_room  # models are ready only now
        from sidamping.features.savings.queries import rests_on  # models are ready only now

        tell_room(Room("savings", _("Simpanan"), rests_on))
