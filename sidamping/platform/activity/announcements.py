"""Tells the background worker of activities that something above reacts to, in the transaction of the write.

The storey above says which actions it wants to hear; nothing here knows why.
"""

from __future__ import annotations

from collections.abc import Iterable

from procrastinate import App
from procrastinate.contrib.django.django_connector import DjangoConnector

TASK = "react"
_queue = App(connector=DjangoConnector())  # always Django's connection, also inside the worker: one transaction
_wanted: set[str] = set()


def announce(actions: Iterable[str]) -> None:
    """From now on, activities of these actions start the background task."""
    _wanted.update(actions)


def withdraw(actions: Iterable[str]) -> None:
    """No longer announce these actions."""
    _wanted.difference_update(actions)


def tell(action: str, activity_id: int) -> None:
    """Queue the task for the activity when its action is wanted; it runs only if the transaction commits."""
    if action in _wanted:
        _queue.configure_task(TASK).defer(activity_id=activity_id)
