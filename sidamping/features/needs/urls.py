"""Addresses of needs."""

from django.urls import path

from sidamping.features.needs import views

urlpatterns = [
    path("dampingan/<uuid:engagement>/kebutuhan/", views.needs, name="needs"),
    path("dampingan/<uuid:engagement>/kebutuhan/tetapkan/", views.need_determine, name="need_determine"),
    path("dampingan/<uuid:engagement>/rujukan/baru/", views.referral_add, name="referral_add"),
    path("rujukan/", views.referrals, name="referrals"),
    path("rujukan/<uuid:referral>/tutup/", views.referral_close, name="referral_close"),
    path("angkatan/<uuid:cohort>/kebutuhan/", views.cohort_needs, name="cohort_needs"),
    path("angkatan/<uuid:cohort>/kebutuhan/ekspor/", views.cohort_needs_export, name="cohort_needs_export"),
]
