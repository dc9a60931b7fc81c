"""Addresses of members' meetings."""

from django.urls import path

from sidamping.features.meetings.views import ballots, desk, papers, preparing, reporting, running

urlpatterns = [
    path("buku/<uuid:book>/rapat/", desk.meetings, name="member_meetings"),
    path("buku/<uuid:book>/rapat/baru/", desk.meeting_add, name="meeting_add"),
    path("rapat/<uuid:assembly>/", desk.meeting, name="member_meeting"),
    path("rapat/<uuid:assembly>/tindakan/", desk.meeting_act, name="meeting_act"),
    path("rapat/<uuid:assembly>/persiapan/", desk.meeting_checklist, name="meeting_checklist"),
    path("rapat/<uuid:assembly>/panitia/", preparing.meeting_committee, name="meeting_committee"),
    path("rapat/<uuid:assembly>/ubah/", preparing.meeting_change, name="meeting_change"),
    path("rapat/<uuid:assembly>/tunda/", preparing.meeting_postpone, name="meeting_postpone"),
    path("rapat/<uuid:assembly>/undang/", preparing.meeting_invite, name="meeting_invite"),
    path("rapat/<uuid:assembly>/undangan/", preparing.meeting_delivery, name="meeting_delivery"),
    path("rapat/<uuid:assembly>/undangan.pdf", papers.meeting_invitations_pdf, name="meeting_invitations_pdf"),
    path("rapat/<uuid:assembly>/hadir/", running.meeting_attendance, name="meeting_attendance"),
    path("rapat/<uuid:assembly>/daftar-hadir.pdf", papers.meeting_attendance_pdf, name="meeting_attendance_pdf"),
    path("rapat/anggota/<uuid:elector>/hadir/", running.elector_arrive, name="elector_arrive"),
    path("rapat/<uuid:assembly>/layar/", running.meeting_screen, name="meeting_screen"),
    path("rapat/<uuid:assembly>/pimpinan/", running.meeting_leaders, name="meeting_leaders"),
    path("rapat/<uuid:assembly>/persetujuan/", running.meeting_consent, name="meeting_consent"),
    path("rapat/<uuid:assembly>/keputusan/", running.meeting_decide, name="meeting_decide"),
    path("rapat/<uuid:assembly>/laporan/", running.meeting_report, name="meeting_report"),
    path("rapat/<uuid:assembly>/berita-acara.pdf", papers.meeting_minutes_pdf, name="meeting_minutes_pdf"),
    path("rapat/<uuid:assembly>/keputusan.pdf", papers.meeting_decisions_pdf, name="meeting_decisions_pdf"),
    path("rapat/<uuid:annual>/buku/", reporting.rat_book, name="rat_book"),
    path("rapat/<uuid:annual>/buku/bekukan/", reporting.rat_book_freeze, name="rat_book_freeze"),
    path("rapat/<uuid:annual>/buku/<slug:passage>/", reporting.rat_passage, name="rat_passage"),
    path("rapat/<uuid:annual>/buku-rat.pdf", papers.rat_book_pdf, name="rat_book_pdf"),
    path("rapat/<uuid:assembly>/suara/", ballots.poll_add, name="poll_add"),
    path("rapat/suara/<uuid:poll>/", ballots.poll, name="poll"),
    path("rapat/suara/<uuid:poll>/tindakan/", ballots.poll_act, name="poll_act"),
    path("rapat/suara/<uuid:poll>/hitung/", ballots.poll_count, name="poll_count"),
    path("rapat/suara/<uuid:poll>/terpilih/", ballots.poll_seat, name="poll_seat"),
    path("suara/<uuid:poll>/", ballots.vote, name="vote"),
]
