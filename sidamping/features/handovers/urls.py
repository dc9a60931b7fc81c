"""Addresses of handovers."""

from django.urls import path

from sidamping.features.handovers.views import pages

urlpatterns = [
    path("estafet/", pages.handovers, name="handovers"),
    path("estafet/<uuid:handover>/", pages.handover, name="handover"),
    path("estafet/<uuid:handover>/pesan/", pages.handover_remark, name="handover_remark"),
    path("estafet/<uuid:handover>/serahkan/", pages.handover_give, name="handover_give"),
    path("estafet/<uuid:handover>/baca/", pages.handover_confirm, name="handover_confirm"),
    path("estafet/<uuid:handover>/pdf", pages.handover_pdf, name="handover_pdf"),
]
