"""A field of public forms that no person sees: whoever fills it in is a program, and is asked to empty it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, problem

TRAP = "website"


class TrapForm(forms.Form):
    """The base of a form that visitors send; `ui/trap.html` draws the field."""

    website = forms.CharField(label=_("Situs web"), required=False)

    @property
    def trap(self) -> Any:
        """The field as the page draws it."""
        return self[TRAP]

    def trap_faults(self) -> list[Problem]:
        """Told without ceremony; a person who filled it in by accident learns what to do."""
        if not self.data.get(TRAP, "").strip():
            return []
        return [problem("ADMISSIONS_005", TRAP, label=self.trap.label)]
