"""Addresses of the homes of each role."""

from django.urls import path

from sidamping.features.workdesk.views import homes, notices, oversight

urlpatterns = [
    path("perhatian/", notices.notices, name="notices"),
    path("", homes.home, name="home"),
    path("hari-ini/", homes.today, name="today"),
    path("hari-ini/saran/", homes.suggestions, name="today_suggestions"),
    path("beranda-koperasi/", homes.chair_home, name="chair_home"),
    path("lainnya/", homes.more, name="more"),
    path("antrean/", oversight.queue, name="queue"),
    path("penerimaan/", oversight.reception, name="reception"),
    path("kepatuhan/", oversight.compliance, name="compliance"),
    path("pendamping/<uuid:user>/", oversight.mentor, name="mentor"),
    path("belum-ditemui/", oversight.unseen, name="unseen"),
]
