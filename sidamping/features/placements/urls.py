"""Addresses of plans: who could mentor whom."""

from django.urls import path

from sidamping.features.placements.views import plans

urlpatterns = [
    path("penempatan/", plans.placements, name="placements"),
    path("penempatan/baru/", plans.placement_add, name="placement_add"),
    path("penempatan/<uuid:plan>/", plans.placement, name="placement"),
    path("penempatan/<uuid:plan>/hitung/", plans.placement_compute, name="placement_compute"),
    path("penempatan/<uuid:plan>/terapkan/", plans.placement_apply, name="placement_apply"),
    path("penempatan/<uuid:plan>/<uuid:engagement>/", plans.placement_pair, name="placement_pair"),
    path("penempatan/hasil/<uuid:job>/", plans.placement_computed, name="placement_computed"),
]
