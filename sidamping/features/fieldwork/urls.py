"""Addresses of fieldwork."""

from django.urls import path

from sidamping.features.fieldwork import views

urlpatterns = [
    path("catat/", views.visit_add, name="visit_add"),
    path("jurnal/", views.visits, name="visits"),
    path("jurnal/<uuid:visit>/", views.visit, name="visit"),
    path("jurnal/<uuid:visit>/ubah/", views.visit_revise, name="visit_revise"),
    path("jurnal/<uuid:visit>/foto/<uuid:photo>/", views.visit_photo, name="visit_photo"),
    path("dampingan/<uuid:engagement>/bagian/lapangan/", views.engagement_fieldwork, name="engagement_fieldwork"),
    path("dampingan/<uuid:engagement>/materi/", views.engagement_materials, name="engagement_materials"),
    path("materi/<slug:material>/diserahkan/", views.material_deliveries, name="material_deliveries"),
    path("dampingan/<uuid:engagement>/pengamatan/", views.observation, name="observation"),
    path("dampingan/<uuid:engagement>/masalah/baru/", views.problem_add, name="problem_add"),
    path("dampingan/<uuid:engagement>/evaluasi/", views.evaluation_add, name="evaluation_add"),
    path("masalah/<uuid:problem>/", views.problem, name="problem"),
    path("masalah/<uuid:problem>/ubah/", views.problem_change, name="problem_change"),
    path("rencana/", views.plan, name="plan"),
    path("rencana/butir/baru/", views.plan_add, name="plan_add"),
    path("rencana/butir/<uuid:item>/", views.plan_item, name="plan_item"),
    path("rencana/<str:month>/", views.plan, name="plan"),
    path("kalender/", views.calendar, name="calendar"),
    path("kalender/<str:token>.ics", views.calendar_feed, name="calendar_feed"),
    path("tindak-lanjut/", views.follow_ups, name="follow_ups"),
    path("tindak-lanjut/<uuid:follow_up>/selesai/", views.follow_up_close, name="follow_up_close"),
]
