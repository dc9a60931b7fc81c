"""Loads the demonstration once: everything in one transaction, up to the day it is told on."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from sidamping.edges.demo.admissions import tell_admissions
from sidamping.edges.demo.assessments import tell_assessments
from sidamping.edges.demo.books import tell_books
from sidamping.edges.demo.budgets import tell_budgets
from sidamping.edges.demo.cohorts import open_cohorts
from sidamping.edges.demo.diary import Diary, month_before
from sidamping.edges.demo.fieldwork import Months, open_engagements
from sidamping.edges.demo.founding import tell_founding
from sidamping.edges.demo.indicators import keep_boards, tell_publications
from sidamping.edges.demo.loans import tell_loans
from sidamping.edges.demo.materials import tell_materials
from sidamping.edges.demo.meetings import tell_meetings
from sidamping.edges.demo.mentors import tell_mentors
from sidamping.edges.demo.outcomes import tell_outcomes
from sidamping.edges.demo.oversight import tell_oversight
from sidamping.edges.demo.papers import hand_in_month
from sidamping.edges.demo.people import add_people, user_id, viewer
from sidamping.edges.demo.progress import tell_progress
from sidamping.edges.demo.recruitment import tell_recruitment
from sidamping.edges.demo.registers import add_registers
from sidamping.edges.demo.savings import tell_savings
from sidamping.edges.demo.sheets import tell_sheets
from sidamping.edges.demo.signatures import tell_signatures
from sidamping.edges.demo.small_books import tell_small_books
from sidamping.edges.demo.supervision import tell_supervision
from sidamping.edges.demo.ujang import report_ujang, tell_ujang
from sidamping.edges.demo.units import tell_units
from sidamping.platform.access.models import User

MONTHS_TOLD = 3
"""Whole months before the one the story is told in."""


def is_loaded() -> bool:
    return User.objects.filter(pk=user_id("ratna")).exists()


@transaction.atomic
def load(anchor: date) -> None:
    """The whole story: people, registers, engagements, the months with their papers, the practice case."""
    viewer.cache_clear()
    first = month_before(anchor, MONTHS_TOLD)
    diary = Diary()
    add_people(first.start)
    add_registers(first.start)
    tell_materials(first.start)
    open_cohorts(first.start, anchor)
    tell_recruitment(first.start, anchor)
    tell_admissions(first.start, anchor)
    open_engagements(first.start)
    tell_ujang(first.start, anchor, diary)
    months = Months(first, anchor, diary)
    month = first
    for index in range(MONTHS_TOLD + 1):
        months.tell(index, month)
        month = month.next
    report_ujang(first, anchor)
    tell_assessments(first)
    tell_books(first, anchor)
    tell_units(first, anchor)
    tell_savings(anchor)
    tell_loans(anchor)
    tell_budgets(first, anchor)
    tell_meetings(anchor)
    tell_supervision(anchor)
    tell_founding(anchor)
    tell_sheets(first, anchor)
    tell_progress(first, anchor, diary)
    tell_small_books(first, anchor)
    tell_oversight(first, anchor)
    for index in range(MONTHS_TOLD + 1):
        hand_in_month(index, first, anchor)
        first = first.next
    tell_signatures(anchor)
    tell_mentors(month_before(anchor, MONTHS_TOLD).start, anchor)
    tell_outcomes(month_before(anchor, MONTHS_TOLD).start, anchor)
    tell_publications(anchor)
    keep_boards(anchor)
