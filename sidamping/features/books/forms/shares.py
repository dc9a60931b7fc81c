"""How a surplus is to be shared: the day it is counted to, and a percentage for each fund; together 100."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.shu.request import Member
from sidamping.features.books.queries import SurplusBasis

FUNDS = (
    ("cadangan", _("Cadangan"), 25), ("jasa_modal", _("Jasa modal anggota (menurut simpanan)"), 20),
    ("jasa_anggota", _("Jasa usaha anggota (menurut transaksi)"), 25),
    ("pengurus", _("Dana pengurus dan pengawas"), 10),
    ("karyawan", _("Dana karyawan"), 5), ("pendidikan", _("Dana pendidikan"), 5), ("sosial", _("Dana sosial"), 5),
    ("pembangunan", _("Dana pembangunan daerah kerja"), 5),
)  # fmt: skip
"""Fund, its words, and a percentage to begin with; the articles and the members' meeting decide (contoh)."""
WORDS = {key: word for key, word, _percent in FUNDS}


class ShareForm(forms.Form):
    """A simulation: nothing is kept until a posting is drafted."""

    per = forms.DateField(label=_("Dihitung sampai"), widget=forms.DateInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, word, percent in FUNDS:
            self.fields[f"pct_{key}"] = forms.DecimalField(
                label=word, min_value=Decimal(0), max_value=Decimal(100), decimal_places=2, initial=percent,
            )

    @classmethod
    def start(cls, at: date) -> dict[str, Any]:
        """What the form begins with."""
        return {"per": at.isoformat(), **{f"pct_{key}": str(percent) for key, _word, percent in FUNDS}}

    def case(self, basis: SurplusBasis) -> Mapping[str, Any]:
        """The figures as `domain.shu` reads them."""
        percents = {f"pct_{key}": self.cleaned_data[f"pct_{key}"] for key, *_rest in FUNDS}
        members = [Member(str(one.number), one.name, one.savings, one.business) for one in basis.members]
        return {"shu": basis.surplus, **{key: value for key, value in percents.items() if value}, "members": members}

    def percents(self) -> list[forms.BoundField]:
        return [self[f"pct_{key}"] for key, *_rest in FUNDS]
