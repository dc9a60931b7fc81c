"""The scenes of assessments and sheets: an assessor fills in and reads, others decide, a mentor opens sheets."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from tools.pictures_camera import DESK, MERAH_PUTIH, Walk, fill, go, photo, press, settle, shot

BLORO = "Koperasi Simpan Pinjam Bloro Bersatu"
RESULT = "72,70"
"""The score of Merah Putih for the year 2025, as the demonstration tells it."""
LOANS = {"kurang_lancar": "31.000.000", "diragukan": "22.000.000", "pinjaman_macet": "27.000.000"}


def listed(page: Page, words: str) -> Locator:
    """The line of a list of work that says this."""
    return page.locator("li.work").filter(has_text=words).first


def amount(page: Page, key: str, text: str) -> None:
    page.locator(f"[name='inputs.{key}']").fill(text)


def opened(walk: Walk) -> None:
    """Whom and as of which day; the rules of that day with their status."""
    page = walk.page("asesor")
    go(page, "Asesmen")
    shot(page, "asesmen")
    press(page, "Mulai penilaian")
    press(page, "Nilai", listed(page, BLORO))
    fill(page, {"tanggal": "2025-12-31"})
    press(page, "Pakai tanggal ini")
    shot(page, "asesmen-baru", page.get_by_label("Keadaan per tanggal").first, above=112)


def filled(walk: Walk) -> None:
    """One part with amounts and evidence, proposals of another from two balance sheets, then what is missing."""
    page = walk.page("asesor")
    go(page, "Asesmen")
    press(page, "Lanjutkan mengisi")
    for key, text in LOANS.items():
        amount(page, key, text)
    shot(page, "asesmen-isi")
    press(page, "Simpan dan lanjut")
    first = page.locator(".item").first
    first.evaluate("one => one.scrollIntoView({block: 'center'})")
    first.get_by_role("radio", name="Ya", exact=True).check()
    first.locator("summary", has_text="Bukti").click()
    first.locator("input[type=file]").set_input_files({"name": "akta.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    press(page, "Unggah bukti", first)
    page.get_by_role("navigation", name="Bagian isian").get_by_role("link", name="Manajemen permodalan").click()
    settle(page)
    proposed(page)
    page.get_by_role("navigation", name="Bagian isian").get_by_role("link", name="Periksa dan serahkan").click()
    settle(page)
    shot(page, "asesmen-periksa", page.get_by_role("heading", level=2).first)


def proposed(page: Page) -> None:
    page.locator("summary", has_text="angka untuk usulan jawaban").click()
    amount(page, "modal_sendiri_lalu", "171.000.000")
    amount(page, "total_aset_lalu", "618.000.000")
    press(page, "Simpan saja")
    shot(page, "asesmen-usulan", page.locator(".proposal").first, above=220)
    press(page, "Terima: ya")


def decided(walk: Walk) -> None:
    """The coordinator reads both fillings beside each other and decides."""
    page = walk.page("yosef", DESK)
    go(page, "Asesmen")
    press(page, "Periksa")
    shot(page, "asesmen-putuskan", page.get_by_text("Siapa mengisi apa"))
    press(page, "Lihat hitungan sementaranya")
    page.go_back()
    settle(page)
    press(page, "Putuskan hasil")
    page.get_by_text("Hasil diputuskan dan terkunci.").wait_for()


def read(walk: Walk) -> None:
    """A result on the phone, from the total down to the article behind one score."""
    page = walk.page("asesor")
    go(page, "Asesmen")
    press(page, "Lihat hasil", listed(page, RESULT))
    shot(page, "hasil", page.locator(".result-top"), above=70)
    shot(page, "hasil-naik", page.get_by_role("heading", name="Apa yang menaikkan?"))
    press(page, "Rasio kas")
    shot(page, "hasil-mengapa", page.get_by_role("heading", level=1), above=60)


def compared(walk: Walk) -> None:
    """The same answers under other versions, one instrument with its status, the policy lab."""
    page = walk.page("yosef", DESK)
    go(page, "Asesmen")
    press(page, "Lihat hasil", listed(page, RESULT))
    press(page, "Banding dengan versi lain")
    shot(page, "hasil-versi")
    go(page, "Asesmen")
    press(page, "Instrumen penilaian")
    press(page, "Penilaian kesehatan KSP dan USP")
    shot(page, "instrumen")
    press(page, "Instrumen")
    press(page, "Lab kebijakan", page.locator("ul.places"))
    shot(page, "lab")


def sheets(walk: Walk) -> None:
    """The sheets of the practice case; the catalogue is handed in."""
    page = walk.page("ratna")
    go(page, "Dampingan")
    press(page, "Keripik Mantap Jaya")
    press(page, "Buka lembar kerja")
    shot(page, "lembar")
    for title, name in (("Business Model Canvas", "lembar-bmc"), ("Peta pemangku kepentingan", "lembar-peta")):
        press(page, title, listed(page, title))
        shot(page, name, page.locator("article.sheet"), above=70)
        page.go_back()
        settle(page)
    press(page, "Katalog produk", listed(page, "Katalog produk"))
    press(page, "Serahkan lembar")
    page.get_by_text("Lembar diserahkan dan menunggu ditinjau.").wait_for()


def reviewed(walk: Walk) -> None:
    page = walk.page("dinas-sikka", DESK)
    go(page, "Lembar")
    press(page, "Tinjau", listed(page, "Analisis SWOT"))
    shot(page, "lembar-tinjau")
    press(page, "Terima lembar")
    page.get_by_text("Tinjauan tersimpan.").wait_for()


def chaired(walk: Walk) -> None:
    """The chair reads the own view beside the assessor's, and evaluates the own mentor."""
    page = walk.page("ketua01")
    go(page, "Asesmen")
    press(page, MERAH_PUTIH, listed(page, RESULT))
    shot(page, "ketua-diri", page.get_by_role("heading", name="Penilaian diri, berdampingan"))
    go(page, "Beranda")
    press(page, "Nilai pendamping")
    shot(page, "ketua-evaluasi", page.locator(".item").first, above=150)
