"""The monthly board by e-mail: which are due, and sending each exactly once (F6).

A delivery is a row before it is a letter: what a mail server does not take now is kept and tried again later. Sending
and noting it share a lock; should the process die between them, the letter's own number tells it from a new one.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused
from sidamping.features.indicators.models import Delivery, Subscription
from sidamping.features.indicators.queries.boards import Board, board
from sidamping.features.indicators.queries.printed import board_paper
from sidamping.features.indicators.queries.saved import leave_url, page_url
from sidamping.features.indicators.queries.wanted import READERS, read_wanted
from sidamping.features.indicators.queries.words import counted, described, group_words, percent
from sidamping.platform.access.viewer import Viewer, viewer_of
from sidamping.platform.activity import journal
from sidamping.platform.attachments.documents import PDF
from sidamping.platform.documents.sheets import paper_pdf
from sidamping.platform.http.language import reader_language

log = logging.getLogger(__name__)
MOST_ATTEMPTS = 8
FIRST_WAIT = timedelta(hours=1)
"""Doubled each time: the last attempt comes five days after the first."""
WAITING, SENT = Delivery.State.WAITING, Delivery.State.SENT


def send_due(*, now: datetime, on: date) -> int:
    """Note the boards of the month that ended, then try whatever waits; returns how many were sent."""
    _note(Month.of(on).previous, now)
    waiting = Delivery.objects.filter(state=WAITING, next_at__lte=now).order_by("next_at", "pk")
    return sum(_try(id, now, on) for id in list(waiting.values_list("pk", flat=True)))


def _note(month: Month, now: datetime) -> None:
    asked = Subscription.objects.filter(since__lte=month.end).exclude(deliveries__month=month.start)
    Delivery.objects.bulk_create(
        (Delivery(subscription_id=id, month=month.start, next_at=now) for id in asked.values_list("pk", flat=True)),
        ignore_conflicts=True,
    )


@transaction.atomic
def _try(id: UUID, now: datetime, on: date) -> bool:
    """Send one; another worker's turn is left to it."""
    rows = Delivery.objects.select_for_update(skip_locked=True, of=("self",))
    row = rows.select_related("subscription__view__user").filter(pk=id, state=WAITING).first()
    if row is None:
        return False
    viewer = viewer_of(row.subscription.view.user, on)
    if not (row.subscription.view.user.is_active and viewer.has(*READERS)):
        row.state = Delivery.State.CLOSED
    else:
        _send(row, viewer, now)
    row.save()
    if row.state == SENT:
        sent = f"{row.month:%Y-%m}"
        journal.record("indicators.board_sent", by=viewer.user_id, subject=row.subscription_id, month=sent)
    return row.state == SENT


def _send(row: Delivery, viewer: Viewer, now: datetime) -> None:
    row.attempts += 1
    try:
        with transaction.atomic(), override(row.subscription.language):
            _letter(row, viewer).send()
    except SMTPRecipientsRefused as fault:
        row.state, row.fault = Delivery.State.REFUSED, str(fault)[:200]
    except (OSError, SMTPException) as fault:
        _wait(row, now, str(fault))
    except Exception as fault:  # whatever it is, the boards of others still go out
        log.exception("board of %s not composed", row.pk)
        _wait(row, now, ", ".join(fault.codes) if isinstance(fault, Refused) else type(fault).__name__)
    else:
        row.state, row.sent_at, row.fault = SENT, now, ""


def _wait(row: Delivery, now: datetime, fault: str) -> None:
    """Until the next attempt, if there is one."""
    row.fault, row.next_at = fault[:200], now + FIRST_WAIT * 2 ** (row.attempts - 1)
    row.state = Delivery.State.GIVEN_UP if row.attempts >= MOST_ATTEMPTS else WAITING


def _letter(row: Delivery, viewer: Viewer) -> EmailMessage:
    view, month = row.subscription.view, Month.of(row.month)
    wanted = read_wanted(viewer, parse_qs(urlsplit(view.address).query))
    found = board(viewer, replace(wanted, month=month))
    label, leave = month.label(reader_language()), leave_url(view.pk)
    text = render_to_string("indicators/monthly_board.txt", {
        "name": viewer.name, "view": view.name, "month": label, "groups": list(_told(found)), "leave": leave,
        "board": page_url(found.wanted),
    })
    letter = EmailMessage(
        f"{view.name}: {label}", text, to=[row.subscription.email],
        headers={"Message-ID": f"<board-{row.pk}@sidamping>", "List-Unsubscribe": f"<{leave}>"},
    )
    letter.attach(f"papan-angka-{month}.pdf", paper_pdf(board_paper(found, viewer)), PDF)
    return letter


def _told(found: Board) -> Iterator[tuple[str, list[str]]]:
    for group, tiles in found.groups:
        yield group_words()[group], [
            _("%(title)s: %(part)s dari %(whole)s (%(share)s), belum dilaporkan %(left)s") % {
                "title": described(tile.indicator).title, "part": counted(tile.count.part),
                "whole": counted(tile.count.whole), "share": percent(tile.count.share),
                "left": counted(tile.count.unreported),
            } for tile in tiles
        ]
