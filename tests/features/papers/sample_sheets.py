"""One printed sheet of each of the six formats, as the office of Kupang would send them, in real words."""

from __future__ import annotations

from typing import Any

from sidamping.features.papers.render.sheet import Sheet, Stamp
from tests.features.papers.sample_parts import (
    CHAIR,
    COORDINATOR,
    MENTOR,
    PASSED,
    RECEIVED,
    SEEN,
    SUBMITTED,
    VISITS,
    content_of,
    photo_section,
    pictures,
    rupiah,
    sheet_of,
    table,
    text,
)

LINES = [
    ("Jumlah Pengurus", 5, 0),
    ("Jumlah Pengawas", 3, 0),
    ("Jumlah Anggota", 1_248, 12),
    ("Simpanan Pokok", 124_800_000, 1_200_000),
    ("Simpanan Wajib", 873_600_000, 25_200_000),
    ("Simpanan Sukarela", 412_350_000, -8_150_000),
    ("Piutang Anggota", 1_125_400_000, 34_500_000),
    ("Piutang Bukan Anggota", 0, 0),
    ("Pemberian Pinjaman", 640_000_000, 85_000_000),
    ("Angsuran Pinjaman", 505_500_000, 50_500_000),
    ("Pendapatan", 148_275_000, 16_480_000),
    ("Biaya-biaya", 96_410_000, 9_875_000),
    ("Sisa Hasil Usaha", 51_865_000, 6_605_000),
    ("Perkembangan Dana Hibah", 50_000_000, 0),
    ("Total Asset", 1_612_745_000, 21_900_000),
]


MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
BACKGROUND = "Koperasi melayani 1.248 anggota di tiga desa dengan usaha simpan pinjam dan pembelian hasil kebun. "


def all_sheets() -> dict[str, Sheet]:
    """The six formats by name."""
    return {
        "rencana-kerja": work_plan(),
        "jurnal-kerja": journal(),
        "lap-kegiatan": activity_report(),
        "lap-perkembangan": development_report(),
        "lap-tahunan": annual_report(),
        "monev-usaha-anggota": monitoring_report(),
    }


def work_plan(rows: int = 8) -> Sheet:
    places = ("Kantor koperasi, Desa Bolok", "Rumah bendahara, Desa Kuanheum", "Balai Desa Nitneo")
    lines = [
        (
            str(no),
            visit[4] or "Anggota belum paham SHU",
            visit[0],
            visit[1],
            "Pengurus dan bendahara",
            "Pelatihan dan praktik",
            places[no % 3],
            f"{('Senin', 'Rabu', 'Kamis')[no % 3]}, {3 + 3 * no % 26} Okt 2026, 09.00",
        )
        for no, visit in ((no, VISITS[no % 4]) for no in range(1, rows + 1))
    ]
    columns = (
        "no:No:center:4% | concern:Masalah/Potensi:left:16% | activity:Kegiatan:left:14%"
        " | purpose:Tujuan Kegiatan:left:16% | target:Sasaran:left:11% | method:Metode:left:11%"
        " | place:Lokasi:left:14% | time:Waktu:left:14%"
    )
    content = content_of("rencana-kerja", "RENCANA KERJA BULANAN TPK", [table(columns, lines)], (COORDINATOR, MENTOR))
    return sheet_of(
        content,
        number="",
        revision=0,
        sha256="",
        check_url="",
        draft=True,
        stamps=(),
        state="draft",
        state_label="Draf",
    )


def journal(rows: int = 60) -> Sheet:
    lines = []
    for no in range(1, rows + 1):
        visit = VISITS[no % 4]
        day = f"{('Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat')[no % 5]}, {1 + no % 30} Okt 2026, 09.00–11.30"
        lines.append((str(no), day, "KSP Merah Putih, Desa Bolok", visit[0], visit[1], visit[2], visit[3], visit[4]))
    columns = (
        "no:No:center:4% | day:Hari/Tgl:left:11% | place:Tempat/Lokasi:left:12% | activity:Kegiatan:left:13%"
        " | purpose:Tujuan Kegiatan:left:14% | material:Materi Kegiatan:left:15% | result:Hasil/Capaian:left:18%"
        " | remarks:Keterangan:left:13%"
    )
    content = content_of("jurnal-kerja", "JURNAL KERJA TPK", [table(columns, lines)], (COORDINATOR, MENTOR))
    return sheet_of(content, number="031/JK-TPK/53.01/XI/2026")


def activity_report(rows: int = 6) -> Sheet:
    lines = [
        (
            str(no),
            visit[0],
            "Kantor KSP Merah Putih",
            "5, 12, 19 Okt 2026",
            {"text": "3", "value": 3},
            "Pengurus dan bendahara",
            rupiah(50_000 * no),
            visit[4],
            visit[5],
        )
        for no, visit in ((no, VISITS[no % 4]) for no in range(1, rows + 1))
    ]
    columns = (
        "no:No:center:4% | kind:Jenis Kegiatan:left:15% | place:Lokasi:left:12% | time:Waktu:left:10%"
        " | volume:Volume (kali):center:7% | target:Sasaran:left:11% | cost:Biaya:right:10% | problems:Masalah:left:15%"
        " | advice:Saran:left:16%"
    )
    content = content_of(
        "lap-kegiatan",
        "LAPORAN PENDAMPINGAN TPK",
        [table(columns, lines)],
        (COORDINATOR, MENTOR),
        subtitle="PADA KSP MERAH PUTIH, Desa Bolok, Kec. Kupang Barat, Kabupaten Kupang",
    )
    return sheet_of(content, stamps=(SUBMITTED, PASSED, RECEIVED), state="received", state_label="Diterima sekretariat")


def development_report() -> Sheet:
    def shown(value: int, line: str) -> dict[str, Any]:
        return (
            rupiah(value) if not line.startswith("Jumlah") else {"text": f"{value:,}".replace(",", "."), "value": value}
        )

    remarks = {
        "Simpanan Sukarela": "Penarikan untuk biaya sekolah",
        "Piutang Bukan Anggota": "Tidak ada",
        "Pendapatan": "Dikoreksi: semula Rp148.725.000 menjadi Rp148.275.000 karena salah ketik pada bulan September",
    }
    rows = [
        (name, shown(before, name), shown(now, name), shown(before + now, name), remarks.get(name, ""))
        for name, before, now in LINES
    ]
    columns = (
        "line:Uraian:left:22% | before:Sampai dengan Bulan lalu:right:18% | now:Bulan ini:right:16%"
        " | to_date:Sampai dengan Bulan ini:right:18% | remarks:Keterangan:left:26%"
    )
    content = content_of(
        "lap-perkembangan",
        "LAPORAN BULANAN PERKEMBANGAN KOPERASI DAMPINGAN",
        [table(columns, rows)],
        (CHAIR, COORDINATOR, MENTOR),
        orientation="portrait",
        heading=[
            ["Nama TPK", "Ratna Tefa"],
            ["Nama Koperasi", "KSP Merah Putih"],
            ["Alamat Koperasi", "Jalan Bolok Raya RT 04/RW 02"],
            ["Desa", "Bolok"],
            ["Kecamatan", "Kupang Barat"],
            ["Kabupaten/Kota", "Kabupaten Kupang"],
            ["Laporan Bulan", "Oktober 2026"],
        ],
        notes=[
            "Angka awal dikunci dari laporan September 2026 nomor 009/LPK-TPK/53.01/X/2026.",
            "Keadaan akhir bulan ('bulan ini' adalah perubahannya): Simpanan Pokok, Simpanan Wajib, Piutang Anggota.",
        ],
    )
    return sheet_of(content, number="010/LPK-TPK/53.01/XI/2026", stamps=(SUBMITTED, SEEN, PASSED))


def annual_report() -> Sheet:
    sections = [*_chapters(), _growth(), photo_section("Lampiran 2. Dokumentasi kegiatan", 5)]
    content = content_of(
        "lap-tahunan",
        "LAPORAN TAHUNAN TPK",
        sections,
        (CHAIR, COORDINATOR, MENTOR),
        orientation="portrait",
        subtitle="PADA KSP MERAH PUTIH",
        period={"start": "2026-01-01", "end": "2026-12-31", "label": "2026"},
        heading=[["Nama TPK", "Ratna Tefa"], ["Nama Koperasi", "KSP Merah Putih"]],
        notes=["Belum disahkan RAT"],
    )
    return sheet_of(
        content,
        number="001/LT-TPK/53.01/I/2027",
        pictures=pictures(4),
        stamps=(SUBMITTED, SEEN),
        state="acknowledged",
        state_label="Diketahui ketua",
    )


def _chapters() -> list[dict[str, Any]]:
    return [
        text("I. Pendahuluan", level=1),
        text(
            "1.1. Latar belakang",
            "KSP Merah Putih didampingi sejak Januari 2026. " + BACKGROUND * 3,
            "Pembukuan semula dikerjakan sekali sebulan.",
        ),
        text(
            "1.2. Tujuan",
            "- Pembukuan tertib setiap hari\n- RAT tepat waktu\n- Tunggakan pinjaman turun di bawah 5 persen",
        ),
        text("II. Pelaksanaan Pendampingan", level=1),
        text("2.2. Pelaksanaan", "Selama 2026 dilaksanakan 46 kunjungan. " * 4),
        table(
            "month:Bulan:left:18% | volume:Kunjungan:right:12% | kinds:Kegiatan:left: | cost:Biaya:right:16%",
            [
                (f"{month} 2026", {"text": "4", "value": 4}, VISITS[no % 4][0], rupiah(200_000))
                for no, month in enumerate(MONTHS)
            ],
            "Kegiatan per bulan",
        ),
        text("2.4. Kendala dan tindakan", *(f"{one[4]}. Tindakan: {one[5].lower()}." for one in VISITS if one[4])),
        text("III. Kesimpulan dan Rekomendasi", level=1),
        text("3.1. Kesimpulan", "Pendampingan berjalan sesuai rencana. Dari 9 masalah yang ditemukan, 7 selesai. " * 2),
        text(
            "3.2. Rekomendasi Pelaksanaan Pendampingan",
            "Pendampingan dilanjutkan dengan pokok perhatian pada penagihan.",
        ),
    ]


def _growth() -> dict[str, Any]:
    rows = [(name, *(rupiah(now * 12 + before + now * no) for no in range(12))) for name, before, now in LINES]
    columns = "line:Uraian:left:16% | " + " | ".join(f"m{no}:{month}:right:" for no, month in enumerate(MONTHS))
    return table(columns, rows, "Lampiran 1. Data Perkembangan Koperasi")


def monitoring_report() -> Sheet:
    sections = [
        text("I. Pendahuluan", level=1),
        text(
            "1.1. Latar belakang", "Bapak Ujang mengelola usaha Keripik Mantap Jaya. Penjualan turun sejak Juli 2026."
        ),
        text("1.2. Tujuan", "Memantau, mengevaluasi, dan mencatat hasil pendampingan usaha selama Oktober 2026."),
        text("II. Pelaksanaan", level=1),
        table(
            "no:No:center:6% | activity:Kegiatan:left:28% | material:Materi:left:30% | result:Hasil:left:36%",
            [(str(no), one[0], one[2], one[3]) for no, one in enumerate(VISITS, 1)],
            "Kegiatan yang dilaksanakan",
        ),
        text("III. Hasil dan Masalah", level=1),
        text(
            "3.1. Hasil", "Kemasan baru dipakai sejak 12 Oktober; penjualan naik dari 40 menjadi 65 bungkus per pekan."
        ),
        text("IV. Penutup", level=1),
        text("4.1. Kesimpulan", "Usaha berjalan dan sudah mencatat pembelian serta penjualan setiap hari."),
        photo_section("Dokumentasi kegiatan", 2),
    ]
    content = content_of(
        "monev-usaha-anggota",
        "LAPORAN MONITORING DAN EVALUASI",
        sections,
        (CHAIR, MENTOR),
        orientation="portrait",
        subtitle="PENDAMPINGAN USAHA ANGGOTA",
        heading=[["Pendamping", "Ratna Tefa"], ["Nama anggota", "Ujang Mantap"], ["Masa", "Oktober 2026"]],
        copies=[],
    )
    returned = Stamp(
        "chair", "returned", "Ujang Mantap", "", "Ketua koperasi", SEEN.at, "Tambahkan daftar harga bahan baku."
    )
    return sheet_of(
        content, stamps=(SUBMITTED, returned), state="returned", state_label="Dikembalikan", pictures=pictures(2)
    )
