"""The board as a paper, and its letter every month: asking for it, and ending it, from the page or from the letter."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sidamping.features.indicators import services
from sidamping.features.indicators.forms import SubscribeForm
from sidamping.features.indicators.queries import boards, saved
from sidamping.features.indicators.queries.printed import board_paper
from sidamping.features.indicators.queries.saved import ViewLine
from sidamping.features.indicators.queries.wanted import READERS
from sidamping.features.indicators.views.boards import asked, page
from sidamping.platform.access.guard import allow, public
from sidamping.platform.attachments.documents import PDF
from sidamping.platform.documents.sheets import paper_pdf
from sidamping.platform.http.answers import form_page, go, made_file, there


@allow(*READERS)
@require_safe
def figures_pdf(request: HttpRequest) -> HttpResponse:
    """The board of the same address on paper, with what each number means."""
    found = boards.board(request.viewer, asked(request))
    name = f"papan-angka-{found.wanted.month}.pdf"
    return made_file(paper_pdf(board_paper(found, request.viewer)), PDF, name)


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def view_subscribe(request: HttpRequest, view: UUID) -> HttpResponse:
    """Where a board of one's own is sent every month, and how its letters fared."""
    line = there(_board(request, view))
    form = SubscribeForm(request.POST if request.method == "POST" else None, initial={"email": line.email})
    context = {"line": line, "form": form, "letters": saved.deliveries(line.id)}

    def ask() -> None:
        services.subscribe(by=request.viewer, view=view, email=form.cleaned_data["email"], now=request.now)

    said = _("Papan ini dikirim setiap awal bulan.")
    return form_page("indicators", request, "subscribe.html", context, ask, said, request.path)


@allow(*READERS)
@require_POST
def view_unsubscribe(request: HttpRequest, view: UUID) -> HttpResponse:
    """End the letters of a board of one's own."""
    there(_board(request, view))
    services.unsubscribe(by=request.viewer, view=view)
    messages.success(request, _("Papan ini tidak dikirim lagi."))
    return go(reverse("view_subscribe", args=[view]))


@public
@require_http_methods(["GET", "HEAD", "POST"])
def view_leave(request: HttpRequest, token: str) -> HttpResponse:
    """End the letters from the address in the letter, signed in or not."""
    view, name = there(saved.left_view(token))
    if request.method == "POST":
        services.unsubscribe(by=None, view=view)
    return page(request, "leave.html", {"name": name, "left": request.method == "POST"})


def _board(request: HttpRequest, view: UUID) -> ViewLine | None:
    found = saved.saved_view(request.viewer, view)  # type: ignore[attr-defined]  # set by middleware
    return found if found and found.is_board else None
