"""The help index: what each role does first, with a link to where it is done."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sidamping.platform.access import roles


@dataclass(frozen=True)
class Step:
    """One short answer to 'how do I'; the name of the address where it is done, if there is one."""

    title: str | Promise
    text: str | Promise
    url_name: str = ""


@dataclass(frozen=True)
class Guide:
    """The steps of one role."""

    role: str
    title: str | Promise
    steps: tuple[Step, ...]


OVERSEER = (
    Step(
        _("Lihat laporan wilayah Anda"),
        _("Daftar laporan dapat disaring menurut bulan, keadaan, dan pendamping."),
        "papers",
    ),
    Step(_("Telusuri satu dampingan"), _("Buka dampingan untuk melihat jalan, kunjungan, dan masalahnya."), "mentees"),
)
GUIDES = (
    Guide(
        roles.MENTOR,
        _("Pendamping"),
        (
            Step(
                _("Mulai dari Hari ini"),
                _("Di sana ada kunjungan hari ini, tindak lanjut, dan laporan yang harus jadi."),
                "today",
            ),
            Step(
                _("Catat kunjungan"),
                _("Isi sekali saja: jurnal, laporan kegiatan, dan rencana-realisasi tersusun dari catatan ini."),
                "visit_add",
            ),
            Step(
                _("Susun rencana bulan depan"),
                _("Tulis kegiatan, tujuan, dan waktunya; koordinator memeriksanya."),
                "plan",
            ),
            Step(
                _("Serahkan laporan"),
                _("Periksa isinya, lengkapi uraian, lalu serahkan. Isi terkunci sejak diserahkan."),
                "papers",
            ),
        ),
    ),
    Guide(
        roles.CHAIR,
        _("Ketua koperasi"),
        (
            Step(
                _("Nyatakan mengetahui laporan"),
                _("Baca laporan pendamping, lalu tekan Ketahui. Ada yang keliru? Hubungi pendamping atau koordinator."),
                "papers",
            ),
            Step(
                _("Nilai koperasi atau pendamping Anda"),
                _("Penilaian diri berdampingan dengan penilai; evaluasi pendamping tidak dilihat pendamping."),
                "chair_home",
            ),
        ),
    ),
    Guide(
        roles.COORDINATOR,
        _("Koordinator"),
        (
            Step(
                _("Periksa antrean"),
                _("Laporan yang menunggu ada di Antrean; teruskan atau kembalikan dengan catatan."),
                "queue",
            ),
            Step(_("Lihat kepatuhan"), _("Siapa belum menyerahkan dan siapa lama tak dikunjungi."), "compliance"),
        ),
    ),
    Guide(
        roles.SECRETARIAT,
        _("Sekretariat"),
        (Step(_("Terima laporan"), _("Catat penerimaan salinan; pendamping mendapat tanda terima."), "reception"),),
    ),
    Guide(roles.DINAS_REGENCY, _("Dinas kabupaten/kota"), OVERSEER),
    Guide(roles.DINAS_PROVINCE, _("Dinas provinsi"), OVERSEER),
    Guide(roles.PMO, _("Pengelola program"), OVERSEER),
    Guide(
        roles.ASSESSOR,
        _("Penilai"),
        (
            Step(
                _("Mulai penilaian"),
                _("Pilih yang dinilai dan tanggal keadaannya; aturan yang berlaku pada tanggal itu yang dipakai."),
                "assessment_add",
            ),
            Step(
                _("Isi bagian demi bagian"),
                _("Setiap bagian tersimpan sendiri. Lampirkan foto atau PDF sebagai bukti, lalu serahkan."),
                "assessments",
            ),
            Step(
                _("Putuskan penilaian orang lain"),
                _("Yang mengisi tidak memutuskan. Baca isian dan buktinya, lalu putuskan atau kembalikan."),
                "assessments",
            ),
            Step(_("Lihat koperasi"), _("Setiap koperasi menyimpan hasil penilaiannya dari tahun ke tahun."),
                 "cooperatives"),
        ),
    ),
    Guide(
        roles.ADMIN,
        _("Admin"),
        (
            Step(_("Tambah pengguna"), _("Buat akun, lalu beri peran dengan wilayah dan tanggal berlaku."), "user_add"),
            Step(_("Atur penugasan"), _("Siapa mendampingi siapa, sejak kapan sampai kapan."), "assignments"),
            Step(
                _("Isi daftar koperasi"),
                _("Satu per satu, atau sekaligus dari berkas XLSX dengan pratinjau."),
                "cooperatives",
            ),
        ),
    ),
)


def for_roles(held: set[str]) -> tuple[Guide, ...]:
    """The guides of the roles held; all of them for a visitor who has not signed in."""
    return tuple(guide for guide in GUIDES if not held or guide.role in held)
