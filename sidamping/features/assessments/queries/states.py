"""What each state of a round is called: one table for lists, filters, pages and messages."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from sidamping.features.assessments.queries.lines import DECIDED, DRAFT, RETURNED, SUBMITTED, WITHDRAWN

STATE_WORDS = {
    DRAFT: _("Draf"),
    RETURNED: _("Dikembalikan"),
    SUBMITTED: _("Diserahkan"),
    DECIDED: _("Diputuskan"),
    WITHDRAWN: _("Ditarik"),
}
