"""Addresses of programmes: mentees, assignments, users and the trail of activities."""

from django.urls import path

from sidamping.features.programmes.views import (
    activities,
    assignments,
    cohorts,
    exports,
    mentees,
    paths,
    programmes,
    users,
)

urlpatterns = [
    path("dampingan/", mentees.mentees, name="mentees"),
    path("dampingan/ekspor/", exports.mentees_export, name="mentees_export"),
    path("dampingan/<uuid:engagement>/", mentees.engagement, name="engagement"),
    path("dampingan/<uuid:engagement>/langkah/", paths.step_add, name="step_add"),
    path("jalan/<uuid:path>/", paths.path_page, name="path"),
    path("jalan/<uuid:path>/langkah/", paths.path_step_add, name="path_step_add"),
    path("langkah/<uuid:step_record>/tarik/", paths.step_take_back, name="step_take_back"),
    path("langkah/bukti/<uuid:proof>/", paths.step_file, name="step_file"),
    path("angkatan/", cohorts.cohorts, name="cohorts"),
    path("angkatan/baru/", cohorts.cohort_add, name="cohort_add"),
    path("angkatan/<uuid:cohort>/", cohorts.cohort, name="cohort"),
    path("angkatan/<uuid:cohort>/ubah/", cohorts.cohort_change, name="cohort_change"),
    path("program/", programmes.programmes, name="programmes"),
    path("program/<slug:programme>/", programmes.programme, name="programme"),
    path("penugasan/", assignments.assignments, name="assignments"),
    path("penugasan/ekspor/", exports.assignments_export, name="assignments_export"),
    path("penugasan/baru/", assignments.engagement_add, name="engagement_add"),
    path("penugasan/<uuid:engagement>/ganti/", assignments.assignment_change, name="assignment_change"),
    path("penugasan/<uuid:engagement>/akhiri/", assignments.engagement_end, name="engagement_end"),
    path("penugasan/<uuid:engagement>/prioritas/", assignments.engagement_priority, name="engagement_priority"),
    path("pengguna/", users.users, name="users"),
    path("pengguna/ekspor/", exports.users_export, name="users_export"),
    path("pengguna/baru/", users.user_add, name="user_add"),
    path("pengguna/<uuid:user>/", users.user, name="user"),
    path("pengguna/<uuid:user>/ubah/", users.user_change, name="user_change"),
    path("pengguna/<uuid:user>/sandi/", users.user_password, name="user_password"),
    path("pengguna/<uuid:user>/aktif/", users.user_switch, name="user_switch"),
    path("pengguna/<uuid:user>/peran/", users.appointment_add, name="appointment_add"),
    path("pengguna/peran/<uuid:appointment>/", users.appointment_change, name="appointment_change"),
    path("aktivitas/", activities.activities, name="activities"),
    path("aktivitas/ekspor/", exports.activities_export, name="activities_export"),
]
