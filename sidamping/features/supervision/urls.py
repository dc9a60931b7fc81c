"""Addresses of supervision."""

from django.urls import path

from sidamping.features.supervision.views import desk, findings, papers, sanctions

urlpatterns = [
    path("pengawasan/", desk.examinations, name="examinations"),
    path("pengawasan/baru/", desk.examination_add, name="examination_add"),
    path("pengawasan/kop-surat/", desk.letterhead, name="letterhead"),
    path("pengawasan/<uuid:examination>/", desk.examination, name="examination"),
    path("pengawasan/<uuid:examination>/surat-tugas/", desk.examination_assign, name="examination_assign"),
    path("pengawasan/<uuid:examination>/surat-tugas/pdf/", papers.assignment_pdf, name="assignment_pdf"),
    path("pengawasan/<uuid:examination>/temuan/", findings.finding_add, name="finding_add"),
    path("pengawasan/<uuid:examination>/laporan/", desk.examination_report, name="examination_report"),
    path("pengawasan/<uuid:examination>/laporan/pdf/", papers.examination_report_pdf, name="examination_report_pdf"),
    path("pengawasan/<uuid:examination>/sanksi/", sanctions.sanction_add, name="sanction_add"),
    path("pengawasan/<uuid:examination>/tutup/", desk.examination_close, name="examination_close"),
    path("pengawasan/temuan/<uuid:finding>/", findings.finding, name="finding"),
    path("pengawasan/temuan/<uuid:finding>/coret/", findings.finding_strike, name="finding_strike"),
    path("pengawasan/tanggapan/<uuid:answer>/nilai/", findings.answer_judge, name="answer_judge"),
    path("pengawasan/tanggapan/<uuid:answer>/bukti/", findings.answer_file, name="answer_file"),
    path("pengawasan/sanksi/<uuid:sanction>/cabut/", sanctions.sanction_lift, name="sanction_lift"),
    path("pengawasan/sanksi/<uuid:sanction>/pdf/", papers.sanction_pdf, name="sanction_pdf"),
]
