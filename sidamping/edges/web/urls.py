"""Addresses that belong to no feature: sign-in, about, help, language, own account, health."""

from django.urls import include, path

from sidamping.edges.web import views

urlpatterns = [
    path("akun/saya/", views.account, name="account_page"),
    path("akun/", include("allauth.urls")),
    path("tentang/", views.about, name="about"),
    path("bantuan/", views.help_page, name="help"),
    path("bahasa/", views.language, name="language"),
    path("sehat/", views.health, name="health"),
]
