"""What members can bring together as equity: the guideline's example, or the figures of the own cooperative (E6)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sidamping.domain.problems import Problem, Refused
from sidamping.domain.savings.potential import Potential, read_potential
from sidamping.features.savings.forms import PotentialForm
from sidamping.features.savings.views.answers import page
from sidamping.platform.access.guard import signed_in

EXAMPLE = "anggota=100&pokok=25000&wajib=5000&bulan=24"
"""Koperasi Jaya Tetap Sejahtera of the guideline: 14,500,000 after two years."""


@signed_in
@require_safe
def savings_potential(request: HttpRequest) -> HttpResponse:
    """A calculator for anybody who signed in: it keeps nothing and shows nothing that is kept."""
    asked = any(name in request.GET for name in PotentialForm.base_fields)
    form = PotentialForm(request.GET if asked else None)
    made: Potential | None = None
    problems: tuple[Problem, ...] = ()
    if asked and form.is_valid():
        try:
            made, _warnings = read_potential(form.case())
        except Refused as refused:
            problems = tuple(refused.problems)
    context = {"form": form, "made": made, "example": EXAMPLE}
    return page(request, "potential.html", context, problems, wrong=asked and not form.is_valid())
