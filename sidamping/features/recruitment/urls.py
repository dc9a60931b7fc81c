"""Addresses of recruitment."""

from django.urls import URLPattern, path

from sidamping.features.recruitment.views import calls, candidates, induction, interviews, public, rankings

urlpatterns: list[URLPattern] = [
    path("lowongan-pendamping/", public.mentor_calls, name="mentor_calls"),
    path("lowongan-pendamping/desa/", public.mentor_places, name="mentor_places"),
    path("lowongan-pendamping/lamaran/<str:token>/", public.mentor_receipt, name="mentor_receipt"),
    path("lowongan-pendamping/<uuid:call>/", public.mentor_call, name="mentor_call"),
    path("rekrutmen/", calls.recruitments, name="recruitments"),
    path("rekrutmen/baru/", calls.call_open, name="call_open"),
    path("rekrutmen/<uuid:call>/", calls.recruitment, name="recruitment"),
    path("rekrutmen/<uuid:call>/ubah/", calls.call_change, name="call_change"),
    path("rekrutmen/<uuid:call>/pewawancara/", candidates.call_panel, name="call_panel"),
    path("rekrutmen/<uuid:call>/peringkat/", rankings.ranking, name="ranking"),
    path("rekrutmen/<uuid:call>/peringkat/xlsx/", rankings.ranking_xlsx, name="ranking_xlsx"),
    path("rekrutmen/<uuid:call>/peringkat/pdf/", rankings.ranking_pdf, name="ranking_pdf"),
    path("rekrutmen/<uuid:call>/tetapkan/", rankings.call_appoint, name="call_appoint"),
    path("calon-pendamping/<uuid:candidacy>/", candidates.candidate, name="candidate"),
    path("calon-pendamping/<uuid:candidacy>/putusan/", candidates.candidate_decide, name="candidate_decide"),
    path("calon-pendamping/<uuid:candidacy>/nilai/", interviews.candidate_marks, name="candidate_marks"),
    path("calon-pendamping/<uuid:candidacy>/berkas/<uuid:document>/", candidates.candidate_file,
         name="candidate_file"),
    path("wawancara/", interviews.interviews, name="interviews"),
    path("pembekalan/", induction.inductions, name="inductions"),
    path("pembekalan/<uuid:call>/", induction.induction, name="induction"),
    path("pembekalan/sesi/<uuid:session>/", induction.induction_session, name="induction_session"),
    path("pembekalan/sesi/<uuid:session>/daftar-hadir/", induction.session_pdf, name="session_pdf"),
    path("pembekalan/sesi/<uuid:session>/materi/", induction.session_file, name="session_file"),
]
