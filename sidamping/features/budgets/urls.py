"""Addresses of budgets."""

from django.urls import path

from sidamping.features.budgets.views import pages

urlpatterns = [
    path("buku/<uuid:book>/rapbk/", pages.budgets, name="budgets"),
    path("rapbk/<uuid:budget>/", pages.budget, name="budget"),
    path("rapbk/<uuid:budget>/tindakan/", pages.budget_act, name="budget_act"),
    path("rapbk/<uuid:budget>/baris/", pages.budget_line_add, name="budget_line_add"),
    path("rapbk/<uuid:budget>/rapbk.pdf", pages.budget_pdf, name="budget_pdf"),
    path("rapbk/<uuid:budget>/rapbk.xlsx", pages.budget_xlsx, name="budget_xlsx"),
    path("rapbk/baris/<uuid:budget_line>/", pages.budget_line, name="budget_line"),
    path("rapbk/baris/<uuid:budget_line>/evaluasi/", pages.budget_remark, name="budget_remark"),
]
