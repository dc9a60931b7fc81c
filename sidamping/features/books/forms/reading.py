"""The span, comparison and layout a report is asked for; odd values of the address count as empty."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.layouts import Layout
from sidamping.platform.http.days import Asked, DayForm, showing
from sidamping.platform.http.language import reader_language

YEAR_END, SAME_DAY, MONTH_END = "tahun", "sama", "bulan"
AGAINST = (
    (YEAR_END, _("Akhir tahun lalu")), (SAME_DAY, _("Tanggal yang sama tahun lalu")),
    (MONTH_END, _("Akhir bulan lalu")),
)  # fmt: skip


class ReportForm(DayForm):
    """A statement at the end of a day, beside another, in a layout."""

    banding = forms.ChoiceField(label=_("Dibandingkan dengan"), required=False, choices=AGAINST)
    susunan = forms.ChoiceField(label=_("Susunan laporan"), required=False)

    def __init__(self, data: Asked, *, today: date, layouts: tuple[Layout, ...]) -> None:
        super().__init__(data, today=today)
        english = reader_language() == "en"
        self.layouts = {one.name: one for one in layouts}
        choices = [(one.name, one.en if english else one.id) for one in layouts]
        self.fields["susunan"].choices = choices  # type: ignore[attr-defined]  # a choice field

    def layout(self) -> Layout:
        """The layout chosen, else the first: the standard of the law."""
        self.is_valid()
        return self.layouts.get(self.cleaned_data.get("susunan", ""), next(iter(self.layouts.values())))

    def before(self) -> date:
        """The day to compare with."""
        at, chosen = self.at, self.cleaned_data.get("banding") or YEAR_END
        if chosen == MONTH_END:
            return at.replace(day=1) - timedelta(days=1)
        if chosen == SAME_DAY:
            return at.replace(year=at.year - 1, day=min(at.day, 28) if at.month == 2 else at.day)
        return date(at.year - 1, 12, 31)


class SpanForm(forms.Form):
    """A report of the days between two, both included."""

    dari = forms.DateField(label=_("Dari tanggal"), required=False, widget=forms.DateInput)
    sampai = forms.DateField(label=_("Sampai tanggal"), required=False, widget=forms.DateInput)

    def __init__(self, data: Asked, *, today: date) -> None:
        super().__init__(data)
        self.today = today

    def clean(self) -> dict[str, Any]:
        since, until = self.span
        self.data = showing(self.data, dari=since, sampai=until)
        return self.cleaned_data

    @property
    def span(self) -> tuple[date, date]:
        """The days asked for; the running month up to today without them, turned round when asked backwards."""
        self.is_valid()
        until = self.cleaned_data.get("sampai") or self.today
        since = self.cleaned_data.get("dari") or until.replace(day=1)
        return min(since, until), max(since, until)
