"""Addresses of the material library."""

from django.urls import path

from sidamping.features.materials import views

urlpatterns = [
    path("materi/", views.materials, name="materials"),
    path("materi/baru/", views.material_add, name="material_add"),
    path("materi/<slug:material>/", views.material, name="material"),
    path("materi/<slug:material>/pdf/", views.material_pdf, name="material_pdf"),
    path("materi/<slug:material>/berkas/", views.material_file, name="material_file"),
    path("materi/<uuid:material>/ubah/", views.material_change, name="material_change"),
    path("materi/<uuid:material>/tarik/", views.material_retire, name="material_retire"),
]
