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


BOARD = Step(_("Lihat papan program"), _("Sampai di mana tiap langkah; ketuk angkanya untuk melihat siapa."), "board")
OVERSEER = (
    Step(
        _("Lihat laporan wilayah Anda"),
        _("Daftar laporan dapat disaring menurut bulan, keadaan, dan pendamping."),
        "papers",
    ),
    Step(_("Telusuri satu dampingan"), _("Buka dampingan untuk melihat jalan, kunjungan, dan masalahnya."), "mentees"),
    BOARD,
)
MONITOR = Step(
    _("Pantau dari kantor"),
    _("Pemantauan menyebut siapa yang perlu ditelepon atau dikunjungi; catat kata dampingan apa adanya."),
    "monitoring",
)
COPIES = Step(
    _("Nyatakan surat diterima"),
    _("Pemberitahuan dan tembusan laporan menunggu di Surat; baca, lalu nyatakan diterima."),
    "letters",
)
LOOK_BACK = Step(
    _("Lihat lagi sesudah pendampingan"),
    _("Pascapendampingan memuat dampingan yang perlu dilihat lagi, yang paling lama lewat di atas."),
    "look_backs",
)
OF_THE_BOOK = (
    Step(
        _("Periksa dan bukukan bukti orang lain"),
        _("Yang menulis tidak membukukan. Cocokkan draf dengan kuitansinya, lalu bukukan."),
        "books",
    ),
    Step(
        _("Baca buku kas, neraca, dan PHU"),
        _("Semua dihitung dari bukti yang dibukukan; tiap angka membuka akunnya."),
        "books",
    ),
)
PLACE_MENTORS = Step(
    _("Susun usulan penugasan"),
    _("Pasangan diusulkan beserta alasannya; centang yang Anda setujui, lalu terapkan."),
    "placements",
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
                _("Bekerja tanpa sinyal"),
                _("Pasang aplikasi lapangan sekali saat ada sinyal; catatan di HP terkirim sendiri kemudian."),
                "field_app",
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
            Step(
                _("Ikuti jalan program"),
                _("Dampingan menunjukkan langkah berikutnya dan output yang diminta program."),
                "mentees",
            ),
            Step(
                _("Catat kemajuan peserta"),
                _("Angka bulanan dicatat Anda atau peserta sendiri lewat tautan; Urutan menyebut siapa lebih dahulu."),
                "participants",
            ),
            Step(
                _("Rujuk ke pihak lain"),
                _("Buat rujukan dari halaman kebutuhan dampingan; tutup dengan hasilnya."),
                "referrals",
            ),
            Step(
                _("Serahkan dampingan kepada pengganti"),
                _("Kirim semua catatan, tulis pesan, serahkan berkas estafet; pengganti menyatakan sudah membaca."),
                "handovers",
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
            Step(
                _("Daftarkan koperasi pada program"),
                _("Pilih pendaftaran yang dibuka, isi, kirim dokumen, dan simpan tautan tanda terimanya."),
                "open_calls",
            ),
            *OF_THE_BOOK,
        ),
    ),
    Guide(
        roles.TREASURER,
        _("Bendahara"),
        (
            Step(
                _("Catat uang masuk dan keluar"),
                _("Satu bukti boleh memuat beberapa hal. Simpan sebagai draf; pengurus lain membukukannya."),
                "books",
            ),
            *OF_THE_BOOK,
            Step(
                _("Tutup bulan"),
                _("Bukukan atau hapus semua draf bulan itu dahulu. Bulan yang ditutup tidak dibuka lagi."),
                "books",
            ),
            Step(
                _("Bagi SHU dan cetak slip anggota"),
                _("Isi persentase menurut anggaran dasar dan rapat, hitung, lalu cetak slip tiap anggota."),
                "books",
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
            PLACE_MENTORS,
            Step(
                _("Jaga estafet"),
                _("Dampingan yang berpindah pendamping: siapa belum menyerahkan, siapa belum membaca."),
                "handovers",
            ),
            Step(
                _("Periksa kontak dan angka peserta"),
                _("Peserta memuat kontak, angka bulanan, dan hasil bersama; Kontak kurang: siapa perlu ditemui."),
                "participants",
            ),
        ),
    ),
    Guide(
        roles.SECRETARIAT,
        _("Sekretariat"),
        (
            Step(_("Terima laporan"), _("Catat penerimaan salinan; pendamping mendapat tanda terima."), "reception"),
            Step(
                _("Periksa pemohon"),
                _("Permohonan yang menunggu putusan, menurut antrean; yang tidak lolos selalu beserta alasannya."),
                "applications",
            ),
            PLACE_MENTORS,
            MONITOR,
            BOARD,
        ),
    ),
    Guide(
        roles.DINAS_REGENCY,
        _("Dinas kabupaten/kota"),
        (
            *OVERSEER,
            Step(
                _("Verifikasi pemohon di wilayah Anda"),
                _("Lihat dokumen dan kesiapannya, hubungi bila perlu, lalu putuskan."),
                "applications",
            ),
            COPIES,
            MONITOR,
            LOOK_BACK,
        ),
    ),
    Guide(roles.DINAS_PROVINCE, _("Dinas provinsi"), (*OVERSEER, COPIES, MONITOR, LOOK_BACK)),
    Guide(
        roles.PMO,
        _("Pengelola program"),
        (
            Step(
                _("Buka angkatan dan pendaftarannya"),
                _("Satu putaran program: kapan mendaftar, berapa dampingan, berapa pendamping."),
                "cohorts",
            ),
            Step(
                _("Putuskan permohonan"),
                _("Menurut antrean, tahap demi tahap. Yang lolos diterima: pendampingan dibuka dan surat terbit."),
                "applications",
            ),
            Step(
                _("Cari pendamping menurut kebutuhan"),
                _("Tetapkan kebutuhan dahulu, buka lowongan, wawancarai, tetapkan dengan SK dan SPK, lalu bekali."),
                "recruitments",
            ),
            PLACE_MENTORS,
            Step(
                _("Nilai hasil dan putuskan predikat"),
                _("Buka dampingan, lalu Hasil pendampingan: syarat wisuda satu per satu. Putusannya milik orang."),
                "mentees",
            ),
            MONITOR,
            LOOK_BACK,
            *OVERSEER,
        ),
    ),
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
            Step(
                _("Wawancarai calon pendamping"),
                _("Isi nilai tiap aspek sendiri, lalu serahkan; nilai rekan terlihat sesudah semua menyerahkan."),
                "interviews",
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
