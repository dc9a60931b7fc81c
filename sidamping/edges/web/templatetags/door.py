"""The sign-in page of a demonstration: its accounts, one tap each. Empty wherever the demonstration was not loaded."""

from __future__ import annotations

from django import template

from sidamping.edges.demo import accounts as story
from sidamping.edges.demo.story import named
from sidamping.edges.web import formats
from sidamping.platform.access.models import User

register = template.Library()
SHOWN = len(story.SHOWN_FIRST)


@register.simple_tag
def demo_accounts() -> tuple[story.DemoAccount, ...]:
    """The accounts of the tour, if the people of the demonstration are in this database."""
    loaded = User.objects.filter(pk=named("user", story.SHOWN_FIRST[0]), is_active=True).exists()
    return story.accounts("en" if formats.english() else "id")[:SHOWN] if loaded else ()


@register.simple_tag
def demo_password() -> str:
    return story.password()
