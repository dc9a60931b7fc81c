"""The outcome of a mentoring on one page: conditions, sheets, before and after, help of others, judgements, letters."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sidamping.domain.problems import Problem, Refused
from sidamping.features.needs.queries import KEEPERS, acts_as
from sidamping.features.outcomes import queries, services
from sidamping.features.outcomes.forms import CopyForm, InterventionForm, words_of
from sidamping.features.outcomes.queries import READERS, Explanation, Seen
from sidamping.features.outcomes.queries.scope import COPY, RECEIVED, RESULT, VERDICT
from sidamping.features.outcomes.views.answers import answered, card_to_do, found_card, is_shut, page
from sidamping.features.outcomes.views.meetings import WRITERS
from sidamping.features.programmes.queries import EngagementCard
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.answers import go
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels

OFFICES = (roles.DINAS_REGENCY, roles.DINAS_PROVINCE, roles.PMO)


@allow(*READERS)
@require_safe
def outcome(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """What was reached, what is missing, and who judged what."""
    return _show(request, found_card(request, engagement))


@allow(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def intervention_add(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """Record help from others."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = found_card(request, engagement)
    if not acts_as(viewer, card, KEEPERS):
        raise PermissionDenied("ACCESS_001")
    form = InterventionForm(request.POST if request.method == "POST" else None, today=viewer.on)
    return answered(
        request, "intervention_add.html", {"card": card, "form": form},
        lambda: services.add_intervention(by=viewer, draft=form.draft(engagement)),
        _("Intervensi tercatat."), reverse("outcome", args=[engagement]),
    )


@allow(*WRITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def outcome_copy(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """Send the copy of the report to the local office as a numbered letter."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = card_to_do(request, engagement, COPY)
    data = request.POST if request.method == "POST" else None
    form = CopyForm(data, shut=is_shut(card, COPY), initial=_offered(card, viewer.on, viewer))
    context = {"card": card, "form": form, "recipient": services.recipient(card), "stop": queries.stop_of(card, COPY)}

    def write() -> None:
        said = form.cleaned_data
        services.send_copy(
            by=viewer, id=said["id"], engagement=engagement, documents=words_of(said["documents"]), on=said["on"],
            outcome=said["outcome"], follow_ups=words_of(said["follow_ups"]), override_why=form.override,
        )

    return answered(
        request, "copy.html", context, write, _("Tembusan dikirim; Dinas diminta menyatakan penerimaannya."),
        reverse("outcome", args=[engagement]),
    )


@allow(*OFFICES)
@require_POST
def copy_receive(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """The local office acknowledges the copy."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = found_card(request, engagement)
    try:
        services.receive_copy(
            by=viewer, engagement=engagement, now=request.now,  # type: ignore[attr-defined]  # set by middleware
            remark=request.POST.get("remark", "")[:400],
        )
    except Refused as refused:
        return _show(request, card, refused.problems)
    messages.success(request, _("Tembusan dinyatakan diterima."))
    return go(reverse("outcome", args=[engagement]))


def _show(request: HttpRequest, card: EngagementCard, problems: tuple[Problem, ...] = ()) -> HttpResponse:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    found = queries.explanation(card, viewer)
    seen = found.seen if found else queries.seen_of(card, viewer.on, viewer)
    context = {
        "card": card, "form": None, "found": found, "seen": seen, "conditions": _conditions(card, found),
        "sheets": _sheets(seen),
        "confidential": queries.reads_confidential(viewer, card, seen.mentors),
        "interventions": seen.interventions, "judged": seen.judged, "referrals": seen.referrals,
        "letters": seen.letters, "may": _may(viewer, card),
        "copy": queries.stop_of(card, COPY), "received": queries.stop_of(card, RECEIVED),
    }
    return page(request, "outcome.html", context, problems)


def _may(viewer: Viewer, card: EngagementCard) -> dict[str, bool]:
    """What the viewer may do here now."""
    done = {one.code for one in card.path if one.done_on}
    verdict = queries.stop_of(card, VERDICT)
    graduated = verdict is not None and verdict.outcome == "graduate"
    found = {code: queries.may(viewer, card, code) and queries.step_of(card, code) is not None
             for code in (RESULT, VERDICT, COPY, RECEIVED)}  # fmt: skip
    return {
        "judge": found[RESULT] and RESULT not in done, "verdict": found[VERDICT] and not graduated,
        "copy": found[COPY] and COPY not in done, "receive": found[RECEIVED] and COPY in done and RECEIVED not in done,
        "intervene": acts_as(viewer, card, KEEPERS),
    }


def _conditions(card: EngagementCard, found: Explanation | None) -> list[dict[str, Any]]:
    """Each condition with where one works on it."""
    if found is None:
        return []
    assess = f"{reverse('assessments')}?q={card.mentee_name}"
    where = {
        "general_outputs": reverse("sheets", args=[card.id]), "theme_outputs": reverse("sheets", args=[card.id]),
        "assessment_pair": assess, "criteria_met": assess, "interventions": reverse("intervention_add", args=[card.id]),
        "mentor_evaluation": reverse("engagement", args=[card.id]), "open_follow_ups": reverse("follow_ups"),
        "visits": reverse("visits"), "final_presentation": reverse("meetings", args=[card.id]),
    }
    return [{"line": one, "url": where.get(one.measure, "")} for one in found.lines]


def _sheets(seen: Seen) -> list[tuple[str, list[tuple[str, bool]]]]:
    words = labels("deliverables", reader_language())
    parts = ((_("Output umum"), seen.general), (_("Output khusus menurut tema"), seen.special))
    return [(title, [(words.get(code, code), there) for code, there in rows]) for title, rows in parts if rows]


def _offered(card: EngagementCard, today: date, viewer: Viewer) -> dict[str, Any]:
    """What the letter begins with: the reports there are, and what is still open."""
    seen = queries.seen_of(card, today)
    documents = [_("Laporan pendampingan"), *([_("Hasil asesmen awal dan akhir")] if seen.pair else ())]
    return {"on": today, "documents": "\n".join(documents), "follow_ups": "\n".join(seen.promises)}
