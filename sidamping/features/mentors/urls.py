"""Addresses of mentors: profiles, certificates, declared interests, conflicts."""

from django.urls import path

from sidamping.features.mentors.views import certificates, conflicts, profiles

urlpatterns = [
    path("profil-saya/", profiles.own_profile, name="own_profile"),
    path("para-pendamping/", profiles.mentors, name="mentors"),
    path("para-pendamping/<uuid:mentor>/", profiles.mentor_profile, name="mentor_profile"),
    path("para-pendamping/<uuid:mentor>/ubah/", profiles.mentor_profile_change, name="mentor_profile_change"),
    path("para-pendamping/<uuid:mentor>/nik/", profiles.mentor_nik, name="mentor_nik"),
    path("para-pendamping/<uuid:mentor>/sertifikat/", certificates.certificate_add, name="certificate_add"),
    path("para-pendamping/<uuid:mentor>/kepentingan/", conflicts.interest_add, name="interest_add"),
    path(
        "para-pendamping/<uuid:mentor>/kepentingan/<uuid:interest>/", conflicts.interest_end, name="interest_end"
    ),
    path("sertifikat/", certificates.certificates, name="certificates"),
    path("sertifikat/<uuid:certificate>/tarik/", certificates.certificate_withdraw, name="certificate_withdraw"),
    path("sertifikat/<uuid:certificate>/berkas", certificates.certificate_file, name="certificate_file"),
    path("benturan/", conflicts.conflicts, name="conflicts"),
    path("benturan/<uuid:mentor>/<uuid:party>/", conflicts.waiver_ask, name="waiver_ask"),
    path("benturan/izin/<uuid:waiver_request>/", conflicts.waiver_decide, name="waiver_decide"),
]
