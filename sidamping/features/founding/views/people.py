"""Who founds: the list with masked numbers, who leaves, one number opened, the first officers and the proxies."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from sidamping.domain.problems import Refused
from sidamping.features.founding import queries, services
from sidamping.features.founding.forms import AskedForm, FounderForm, OfficersForm, WhyForm
from sidamping.features.founding.queries import KEEPERS, READERS, FounderLine, FoundingCard
from sidamping.features.founding.views.answers import answered, found_founding, own_founding, page
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import there


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def founding_founders(request: HttpRequest, founding: UUID) -> HttpResponse:
    """The founders; whoever keeps the founding adds one."""
    card = own_founding(request, founding) if request.method == "POST" else found_founding(request, founding)
    form = FounderForm(request.POST or None, by_persons=card.by_persons)
    return answered(
        request, "founders.html", _shown(request, card, form),
        lambda: services.add_founder(
            by=request.viewer, id=form.cleaned_data["id"], founding=founding, draft=form.draft(), now=request.now,
        ),
        _("Pendiri ditambahkan."), reverse("founding_founders", args=[founding]),
    )  # fmt: skip


@allow(*KEEPERS)
@require_POST
def founding_asked(request: HttpRequest, founding: UUID) -> HttpResponse:
    """How many founders an office asks for; empty takes it back."""
    card = own_founding(request, founding)
    form = AskedForm(request.POST)
    context = {**_shown(request, card, FounderForm(by_persons=card.by_persons)), "form": form, "asked": form,
               "adding": FounderForm(by_persons=card.by_persons)}  # fmt: skip
    return answered(
        request, "founders.html", context,
        lambda: services.ask_for(
            by=request.viewer, founding=founding, asked=form.cleaned_data["asked"], office=form.cleaned_data["office"],
        ),
        _("Dicatat sebagai peringatan, bukan penghalang."), reverse("founding_founders", args=[founding]),
    )  # fmt: skip


@allow(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def founder_leave(request: HttpRequest, founder: UUID) -> HttpResponse:
    """A founder does not go on."""
    one, card = _own(request, founder)
    form = WhyForm(request.POST or None)
    return answered(
        request, "leave.html", {"card": card, "one": one, "form": form},
        lambda: services.release_founder(by=request.viewer, founder=founder, why=form.cleaned_data["why"]),
        _("Pendiri tidak lagi dihitung."), reverse("founding_founders", args=[card.id]),
    )  # fmt: skip


@allow(*KEEPERS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def founder_nik(request: HttpRequest, founder: UUID) -> HttpResponse:
    """Asks why; with a reason shows the number on this answer only."""
    one, card = _own(request, founder)
    form = WhyForm(request.POST or None)
    context = {"card": card, "one": one, "form": form}
    if request.method != "POST" or not form.is_valid():
        return page(request, "nik.html", context)
    try:
        value = services.reveal_nik(by=request.viewer, founder=founder, why=form.cleaned_data["why"])
    except Refused as refused:
        return page(request, "nik.html", context, refused.problems)
    return page(request, "nik.html", {**context, "value": value})


@allow(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def founding_officers(request: HttpRequest, founding: UUID) -> HttpResponse:
    """The first board and supervisors, and who goes to the notary."""
    card = own_founding(request, founding)
    form = OfficersForm(request.POST or None, people=queries.founders(founding))
    return answered(
        request, "officers_first.html", {"card": card, "form": form},
        lambda: services.seat_officers(
            by=request.viewer, founding=founding, positions=form.seats(), signers=form.signers(),
        ),
        _("Pengurus, Pengawas dan kuasa pendiri dicatat."), reverse("founding", args=[founding]),
    )  # fmt: skip


def _shown(request: HttpRequest, card: FoundingCard, form: FounderForm) -> dict[str, object]:
    asked = AskedForm(initial={"asked": card.asked, "office": card.asked_by})
    people = queries.founders(card.id)
    return {
        "card": card, "people": people, "form": form, "adding": form, "asked": asked,
        "rule": queries.needed(card, request.today),
        "warnings": tuple(queries.warnings(card, len(people), request.today)),
    }  # fmt: skip


def _own(request: HttpRequest, founder: UUID) -> tuple[FounderLine, FoundingCard]:
    one = there(queries.founder_of(request.viewer, founder))
    return one, own_founding(request, one.founding)
