"""What is due to the office, what it heard and saw, and writing it down."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.features.fieldwork.queries import recent_visits
from sidamping.features.oversight import queries, services
from sidamping.features.oversight.forms import ContactForm
from sidamping.features.oversight.views.answers import READERS, faults_of, found_engagement, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.answers import go

ASKED_ABOUT = 6
"""The mentor's last visits that a call asks about."""
SHOWN = 200


@allow(*roles.OVERSEERS)
@require_safe
def monitoring(request: HttpRequest) -> HttpResponse:
    """Mentees whom the office should call or visit, the latest first."""
    everything = request.GET.get("semua") == "1" or not request.viewer.has(*queries.MONITORS)
    due = queries.due_contacts(request.viewer, mine=not everything)
    late = sum(one.late for one in due)
    context = {"due": due[:SHOWN], "count": len(due), "late": late, "everything": everything}
    return page(request, "monitoring.html", {**context, "writes": request.viewer.has(*queries.MONITORS)})


@allow(*READERS)
@require_safe
def contacts(request: HttpRequest) -> HttpResponse:
    """Calls and visits of the office, newest first; of one mentee with ?dampingan=."""
    engagement = read_id(request.GET.get("dampingan", ""))
    kind = request.GET.get("cara", "")
    found = queries.contacts_of(request.viewer, engagement=engagement, kind=kind, after=request.GET.get("after", ""))
    return page(request, "contacts.html", {"page": found, "engagement": engagement, "kind": kind,
                                          "oversees": request.viewer.has(*roles.OVERSEERS)})


@allow(*READERS)
@require_safe
def contact(request: HttpRequest, contact: UUID) -> HttpResponse:
    """One call or visit; for a mentor without what the programme hides."""
    found = queries.contact(request.viewer, contact)
    if found is None:
        raise Http404
    return page(request, "contact.html", {"found": found})


@allow(*queries.MONITORS)
@require_http_methods(["GET", "HEAD", "POST"])
def contact_add(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """Write down a call or visit, with what was said of the mentor's last visits."""
    card = found_engagement(request, engagement)
    visits = recent_visits(request.viewer, engagement, ASKED_ABOUT)
    hidden = queries.hides_words(card.pinned)
    start = {"held_on": request.today, "kind": request.GET.get("cara", "call")}
    form = ContactForm(request.POST or None, initial=start, visits=visits, hidden=hidden)
    if request.method != "POST":
        return page(request, "contact_add.html", {"card": card, "form": form})
    form = ContactForm(request.POST, visits=visits, hidden=hidden)
    draft = form.draft(engagement)
    problems = faults_of(
        form, lambda: services.record_contact(by=request.viewer, draft=draft, on=request.today)
    )
    if problems:
        return page(request, "contact_add.html", {"card": card, "form": form}, problems)
    messages.success(request, _("Pemantauan tersimpan."))
    return go(reverse("contact", args=[draft.id]))
