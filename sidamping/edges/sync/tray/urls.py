"""Addresses of the tray."""

from __future__ import annotations

from django.urls import path

from sidamping.edges.sync.tray import views

urlpatterns = [
    path("kiriman/", views.tray, name="tray"),
    path("kiriman/hp/", views.phones, name="tray_phones"),
    path("kiriman/hp/<uuid:phone>/cabut/", views.phone_revoke, name="tray_phone_revoke"),
    path("kiriman/hp/<uuid:phone>/selesai/", views.refusal_settle, name="tray_refusal_settle"),
    path("kiriman/titip/", views.carry, name="tray_carry"),
    path("kiriman/<uuid:phone_record>/", views.handed_in, name="tray_record"),
    path("kiriman/<uuid:phone_record>/lagi/", views.look_again, name="tray_again"),
    path("kiriman/<uuid:phone_record>/teruskan/", views.force, name="tray_force"),
    path("kiriman/<uuid:phone_record>/pilih/", views.choose, name="tray_choose"),
]
