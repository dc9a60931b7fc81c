"""Papers handed in, the steps with notary and ministry, the pack for the notary, and the day the cooperative lives."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Refused
from sidamping.features.founding import queries, services
from sidamping.features.founding.forms import LivingForm, MilestoneForm, PieceForm
from sidamping.features.founding.queries import KEEPERS, READERS
from sidamping.features.founding.render.packs import pack_zip
from sidamping.features.founding.views.answers import answered, found_founding, own_founding, page
from sidamping.features.parties import services as registers
from sidamping.features.programmes import queries as programmes
from sidamping.platform.access.guard import allow
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.store import ENDINGS
from sidamping.platform.database.ids import read_id, uuid7
from sidamping.platform.http.answers import go, made_file, plain, stored_file, there
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import programmes as programmes_on

ZIP = "application/zip"


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def founding_pieces(request: HttpRequest, founding: UUID) -> HttpResponse:
    """The papers that are asked for and those handed in."""
    card = own_founding(request, founding) if request.method == "POST" else found_founding(request, founding)
    held = {one.kind: one for one in queries.pieces(founding)}
    form = PieceForm(request.POST or None, request.FILES or None)
    asked = queries.required_pieces(card.form)
    context = {"card": card, "form": form, "asked": [(label, held.get(code)) for code, label in asked.items()],
               "others": [one for code, one in held.items() if code not in asked]}  # fmt: skip
    return answered(
        request, "pieces.html", context,
        lambda: services.hand_in(
            by=request.viewer, id=form.cleaned_data["id"], founding=founding, kind=form.cleaned_data["kind"],
            file=(form.cleaned_data["file"].name, form.cleaned_data["file"].read()), note=form.cleaned_data["note"],
            now=request.now,
        ),
        _("Berkas diterima."), reverse("founding_pieces", args=[founding]),
    )  # fmt: skip


@allow(*KEEPERS)
@require_safe
def founding_piece_file(request: HttpRequest, piece: UUID) -> HttpResponse:
    """A paper handed in, for whoever keeps the founding: it may show identity cards, so no browser keeps it."""
    return stored_file(there(queries.piece_of(request.viewer, piece)), _("berkas-pendirian"), stays=False)


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def founding_steps(request: HttpRequest, founding: UUID) -> HttpResponse:
    """The steps with notary and ministry, each with until when it is due."""
    card = own_founding(request, founding) if request.method == "POST" else found_founding(request, founding)
    said = queries.steps(founding)
    form = MilestoneForm(request.POST or None, initial={"day": request.today})
    context = {
        "card": card, "form": form, "said": said, "stations": queries.way(said, request.today),
    }  # fmt: skip
    return answered(
        request, "steps.html", context,
        lambda: services.reach(
            by=request.viewer, id=form.cleaned_data["id"], founding=founding, draft=form.draft(), now=request.now,
        ),
        _("Langkah dicatat."), reverse("founding_steps", args=[founding]),
    )  # fmt: skip


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def founding_packs(request: HttpRequest, founding: UUID) -> HttpResponse:
    """The versions of the pack, and a button that freezes the next; what lacks is told at once."""
    card = own_founding(request, founding) if request.method == "POST" else found_founding(request, founding)
    context = {"card": card, "packs": queries.packs(founding), "id": uuid7(), "may_open": card.may_write}
    if request.method != "POST":
        return page(request, "packs.html", context)
    try:
        services.freeze_pack(by=request.viewer, id=_sent(request), founding=founding, now=request.now)
    except Refused as refused:
        return page(request, "packs.html", context, refused.problems)
    messages.success(request, _("Paket dibekukan. Unduh, tandatangani yang perlu, lalu serahkan kepada notaris."))
    return go(reverse("founding_packs", args=[founding]))


@allow(*KEEPERS)
@require_safe
def founding_pack_file(request: HttpRequest, pack: UUID) -> HttpResponse:
    """A version of the pack as a zip, for whoever keeps the founding: it names identity numbers in full."""
    one = there(queries.pack(request.viewer, pack))
    card = found_founding(request, one.founding)
    if not card.keeps:
        raise Http404
    version = _("Versi %(number)s, sidik %(hash)s") % {"number": one.version, "hash": one.sha256[:16]}
    name = f"notaris-{plain(card.name)}-v{one.version}.zip"
    return made_file(pack_zip(one.content, version, _handed), ZIP, name, inline=False)


@allow(*registers.WRITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def founding_live(request: HttpRequest, founding: UUID) -> HttpResponse:
    """What the click will make, and the click."""
    card = own_founding(request, founding)
    offered = _programmes(request.viewer, card.village_code)
    mentors = programmes.mentors_for(request.viewer, card.village_code) if offered else ()
    form = LivingForm(request.POST if request.method == "POST" else None, programmes=offered, mentors=mentors)
    context = {"card": card, "form": form, "ratified": queries.steps(founding).get("ratified"),
               "people": queries.founders(founding), "may_mentor": bool(offered)}  # fmt: skip
    return answered(
        request, "live.html", context,
        lambda: services.bring_to_life(
            by=request.viewer, founding=founding, now=request.now, mentoring=form.mentoring(),
        ),
        _("Koperasi hidup: tercatat berbadan hukum, dengan anggota, pengurus dan buku."),
        reverse("founding", args=[founding]),
    )  # fmt: skip


def _programmes(viewer: Viewer, village: str) -> list[tuple[str, str]]:
    """The programmes that mentor cooperatives in which the viewer opens mentorings of the village."""
    return [
        (one.code, one.title.text(reader_language())) for one in programmes_on(viewer.on)
        if "cooperative" in one.mentee_kinds and not one.steps_of("cohort")
        and programmes.manages(viewer, one.code, village)
    ]  # fmt: skip


def _handed(attachment: str) -> tuple[bytes, str]:
    key = UUID(attachment)
    try:
        one = store.kept([key])[key]
        return store.bytes_of(one), ENDINGS[one.media_type]
    except (KeyError, FileNotFoundError):
        raise Http404 from None


def _sent(request: HttpRequest) -> UUID:
    """The id made with the page; a form that was tampered with gets a new one."""
    return read_id(request.POST.get("id", "")) or uuid7()
