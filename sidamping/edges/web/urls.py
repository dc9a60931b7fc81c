"""Addresses that belong to no feature: sign-in, about, language, health."""

from django.urls import include, path

urlpatterns = [path("akun/", include("allauth.urls"))]
