"""Addresses that belong to no feature: sign-in, about, help, language, own account, health.

Of allauth only what an office needs: no sign-up, no e-mail pages, no password reset by e-mail.
"""

from allauth.account import views as sign_in
from django.urls import include, path

from sidamping.edges.web import views

urlpatterns = [
    path("akun/saya/", views.account, name="account_page"),
    path("akun/login/", sign_in.login, name="account_login"),
    path("akun/logout/", sign_in.logout, name="account_logout"),
    path("akun/inactive/", sign_in.account_inactive, name="account_inactive"),
    path("akun/reauthenticate/", sign_in.reauthenticate, name="account_reauthenticate"),
    path("akun/password/change/", sign_in.password_change, name="account_change_password"),
    path("akun/2fa/", include("allauth.mfa.urls")),
    path("tentang/", views.about, name="about"),
    path("bantuan/", views.help_page, name="help"),
    path("cari/", views.search, name="search"),
    path("bahasa/", views.language, name="language"),
    path("sehat/", views.health, name="health"),
]
