"""The tags and filters every page uses: `{% load ui %}`. They only show; what they show is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms, template
from django.forms import BoundField
from django.http import QueryDict
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sidamping.edges.web import fields, formats, icons, statuses
from sidamping.rules.books import label

register = template.Library()
register.filter("rupiah", formats.rupiah)
register.filter("angka", formats.number)
register.filter("tanggal", formats.day)
register.filter("tanggal_panjang", formats.long_day)
register.filter("bulan", formats.month)
register.filter("jam", formats.clock)
register.filter("waktu", formats.moment)
register.filter("ekor", formats.short_id)
register.filter("sumber", formats.source)


@register.simple_tag
def icon(name: str, extra: str = "") -> SafeString:
    """An inline icon: `{% icon "calendar" %}`."""
    return icons.icon(name, extra)


@register.simple_tag
def status(code: str, word: str = "") -> SafeString:
    """A badge with icon and word: `{% status "returned" %}`; a second value replaces the word."""
    look = statuses.look_of(code)
    return format_html('<span class="state state-{}">{}{}</span>', look.tone, icons.icon(look.icon), word or look.word)


@register.simple_tag
def code_label(name: str, code: str) -> str:
    """The word of a code of a rulebook list: `{% code_label "visit-modes" visit.mode %}`."""
    return label(name, code, "en" if formats.english() else "id") if code else formats.EMPTY


@register.simple_tag
def fault_list(
    problems: Iterable[object] | None = None, form: forms.BaseForm | None = None
) -> tuple[fields.Fault, ...]:
    """All faults of a refusal and of a form, for the list at the top."""
    return fields.all_faults(problems or (), form or None)


@register.simple_tag(takes_context=True)
def field_faults(context: Context, field: BoundField) -> tuple[fields.Fault, ...]:
    """The faults standing at one field; reads `problems` of the page."""
    return fields.faults_at(field, context.get("problems") or ())


@register.simple_tag
def field_kind(field: BoundField) -> str:
    return fields.kind_of(field)


@register.simple_tag
def dressed(field: BoundField, faults: Iterable[fields.Fault]) -> SafeString:
    """The field's widget with our classes and ids."""
    return fields.dressed(field, tuple(faults))


@register.simple_tag(takes_context=True)
def with_query(context: Context, **changes: Any) -> str:
    """This page's query with changes: `?{% with_query after=page.next_key %}`; an empty value leaves the name out."""
    query: QueryDict = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value not in (None, ""):
            query[name] = value
    return query.urlencode()
