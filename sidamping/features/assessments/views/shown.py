"""How rounds look on lists and pages: the word of a state, why a round is in the list, the one thing to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sidamping.features.assessments.queries import (
    DECIDED,
    DRAFT,
    RETURNED,
    SUBMITTED,
    WITHDRAWN,
    AssessmentCard,
    AssessmentHead,
)
from sidamping.features.assessments.queries.states import STATE_WORDS

LOOKS = {
    DRAFT: ("draft", STATE_WORDS[DRAFT]),
    SUBMITTED: ("submitted", STATE_WORDS[SUBMITTED]),
    RETURNED: ("returned", STATE_WORDS[RETURNED]),
    DECIDED: ("done", STATE_WORDS[DECIDED]),
    WITHDRAWN: ("dropped", STATE_WORDS[WITHDRAWN]),
}
"""A state → the look of a badge and its word."""
PARTS = {
    "lead": gettext_lazy("Penilai utama"),
    "second": gettext_lazy("Penilai kedua"),
    "self": gettext_lazy("Penilaian diri"),
}
PURPOSES = {
    "single": gettext_lazy("Penilaian tunggal"),
    "baseline": gettext_lazy("Keadaan awal"),
    "midterm": gettext_lazy("Tengah masa"),
    "final": gettext_lazy("Keadaan akhir"),
}
KINDS = {
    "cooperative": gettext_lazy("Koperasi"),
    "business": gettext_lazy("Usaha"),
    "person": gettext_lazy("Orang"),
    "mentor": gettext_lazy("Pendamping"),
    "topic": gettext_lazy("Topik"),
}
ACTS = {
    SUBMITTED: (STATE_WORDS[SUBMITTED], "send", "waiting"),
    RETURNED: (STATE_WORDS[RETURNED], "corner-up-left", "returned"),
    DECIDED: (STATE_WORDS[DECIDED], "circle-check", "done"),
    WITHDRAWN: (STATE_WORDS[WITHDRAWN], "ban", ""),
}
STATUSES = {
    "resmi": ("valid", gettext_lazy("Aturan resmi")),
    "usulan": ("open", gettext_lazy("Usulan, belum resmi")),
    "contoh": ("todo", gettext_lazy("Contoh, bukan aturan resmi")),
}
"""A rule's status → the look of a badge and its words."""


@dataclass(frozen=True)
class WorkItem:
    """One round as the list shows it."""

    head: AssessmentHead
    look: str
    word: Any
    reason: str
    url: str
    action: str
    main: bool


def work_item(head: AssessmentHead) -> WorkItem:
    """Why the round is here and the one thing to do with it."""
    look, word = LOOKS[head.state]
    reason, url_name, action, main = _next(head)
    if head.sampled:
        drawn = _("Terpilih untuk penilaian kedua.")
        reason = f"{reason} {drawn}"
    return WorkItem(head, look, word, reason, reverse(url_name, args=[head.id]), action, main)


def _next(head: AssessmentHead) -> tuple[str, str, str, bool]:
    """The reason in words, the page to open, its verb, and whether it waits for this viewer."""
    if head.mine_open and head.state == RETURNED and head.mine != "second":
        return _("Dikembalikan kepada Anda. Baca catatannya, lalu perbaiki."), "assessment", _("Buka"), True
    if head.mine_open:
        part = str(PARTS[head.mine])
        return _("%(part)s: isian Anda belum diserahkan.") % {"part": part}, "fill", _("Lanjutkan mengisi"), True
    if head.state == SUBMITTED and not head.mine:
        waits = _("Diisi %(name)s, menunggu diputuskan.") % {"name": head.lead}
        return waits, "assessment", _("Periksa"), True
    if head.state == SUBMITTED:
        return _("Menunggu diputuskan orang lain."), "assessment", _("Buka"), False
    if head.state == DECIDED:
        return _verdict(head), "result", _("Lihat hasil"), False
    return _("Diisi %(name)s.") % {"name": head.lead or "–"}, "assessment", _("Buka"), False


def stations(card: AssessmentCard) -> list[dict[str, Any]]:
    """The way of a round as a picture: filled in, handed in, decided; a return shows where it stands again."""
    state, done = card.head.state, {one.act: one for one in card.steps}
    filled = state not in (DRAFT, RETURNED)
    handed, decided = done.get(SUBMITTED), done.get(DECIDED)
    fill = "done" if filled else "late" if state == RETURNED else "next"
    hand = "done" if state in (SUBMITTED, DECIDED) else "todo"
    judge = "done" if state == DECIDED else "next" if state == SUBMITTED else "todo"
    return [
        {"label": _("Dibuka"), "state": "done", "note": card.head.lead},
        {"label": _("Diisi"), "state": fill, "note": _("dikembalikan") if state == RETURNED else ""},
        {"label": _("Diserahkan"), "state": hand, "on": handed.at.date() if handed and filled else None},
        {"label": _("Diputuskan"), "state": judge, "on": decided.at.date() if decided else None,
         "note": decided.by if decided else ""},
    ]  # fmt: skip


def moments(card: AssessmentCard) -> list[dict[str, Any]]:
    """The acts of a round, the newest first, as the timeline shows them."""
    return [
        {"when": one.at, "who": one.by, "title": ACTS[one.act][0], "note": one.remark, "icon": ACTS[one.act][1],
         "tone": ACTS[one.act][2]}
        for one in reversed(card.steps) if one.act in ACTS
    ]  # fmt: skip


def _verdict(head: AssessmentHead) -> str:
    if head.total is None:
        return str(_("Sudah diputuskan."))
    total = f"{head.total:.2f}".replace(".", ",")
    return f"{total} · {head.category}" if head.category else total
