"""Walks the journey of docs/panduan in a browser, pressing what the guide says, and keeps the pictures it shows.

`python -m tools.pictures http://127.0.0.1:8000` wants a fresh demonstration told on 2026-11-21. A word that changed on
the screen stops the walk. A picture that shows the same as before is left as it is.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from subprocess import run

import xlsxwriter
from PIL import Image
from playwright.sync_api import Locator, Page

from tools import pictures_judging as judging
from tools.pictures_camera import DESK, MERAH_PUTIH, PLACE, Walk, browser, fill, go, keep, photo, press, settle, shot

DEVELOPMENT, ACTIVITY = "Laporan perkembangan koperasi", "Laporan kegiatan bulanan"
MONTH = "November 2026"
FLOWS = ("loans_given", "instalments", "income", "costs")


def sign_in(walk: Walk) -> None:
    page = walk.page("")
    shot(page, "masuk", page.get_by_text("Coba dengan akun contoh"))


def problem(walk: Walk) -> None:
    """Mentee, observation, a problem with two ways out and the mentee's choice, then its place in the plan."""
    page = walk.page("ratna")
    shot(page, "hari-ini")
    go(page, "Dampingan")
    press(page, MERAH_PUTIH)
    shot(page, "dampingan")
    page.get_by_role("link", name="Buka atau perbaiki pengamatan").click()
    shot(page, "pengamatan", page.get_by_text("Yang Anda temukan"))
    page.go_back()
    settle(page)
    press(page, "Catat masalah")
    fill(page, {
        "title": "Rapat anggota selalu sepi", "cause-1": "Undangan hanya dibacakan di gereja",
        "cause-2": "Daftar anggota dan nomor telepon tidak lengkap",
    })  # fmt: skip
    page.get_by_label("Sisi koperasi dan sistem").check()
    page.get_by_label("Jenis masalah").select_option(label="Rapat anggota")
    press(page, "Simpan masalah")
    ways(page)
    press(page, "Rencanakan tindakannya")
    fill(page, {
        "planned_on": "2026-11-24", "activity": "Menyusun daftar anggota bersama kepala dusun",
        "purpose": "Semua anggota dapat diundang", "target": "1 daftar anggota lengkap",
        "place": "Kantor koperasi", "agreed_by": "Bernadus Nong Sina",
    })  # fmt: skip
    page.get_by_label("Metode").select_option(index=2)
    shot(page, "rencana-isian", page.locator("[name=activity]"), above=120)
    press(page, "Simpan rencana")
    go(page, "Rencana")
    shot(page, "rencana")


def ways(page: Page) -> None:
    """Two ways out with what follows from each; the chair chooses."""
    for words, follows in (
        ("Undangan lewat kepala dusun", "Tanpa biaya; perlu daftar anggota yang lengkap."),
        ("Undangan lewat pesan telepon", "Cepat; hanya sampai kepada yang punya telepon."),
    ):
        if not page.locator("details[open] [name=text]").count():
            page.locator("summary", has_text="Tambah jalan keluar").click()
        fill(page, {"text": words, "consequences": follows})
        press(page, "Simpan jalan keluar")
    page.get_by_label("Undangan lewat kepala dusun").check()
    fill(page, {"chosen_by": "Bernadus Nong Sina", "capacity": "Ketua", "meeting": "Kunjungan di kantor koperasi"})
    shot(page, "pilihan", page.get_by_role("heading", name="Pilihan dampingan"))
    press(page, "Simpan pilihan dampingan")


def visit(walk: Walk) -> None:
    page = walk.page("ratna")
    go(page, "Catat")
    shot(page, "catat")
    press(page, "Pakai rencana ini", page.locator("li", has_text=MERAH_PUTIH))
    fill(page, {
        "visited_on": "2026-11-21", "starts_at": "09:00", "ends_at": "11:00",
        "result": "Buku dan uang di laci cocok; selisih Rp40.000 ditemukan buktinya.", "cost": "25.000",
    })  # fmt: skip
    shot(page, "catat-isi", page.get_by_label("Tanggal", exact=True))
    first = page.locator("[data-rows]").nth(1).locator("[data-row]").first
    first.get_by_label("Yang akan dikerjakan").fill("Mengisi buku kas setiap sore")
    first.get_by_label("Nama penanggung jawab").fill("Yohanes Moan Rago")
    first.get_by_label("Batas waktu").fill("2026-12-05")
    page.locator("input[type=file]").set_input_files({"name": "kas.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    page.wait_for_timeout(500)
    shot(page, "catat-janji", page.get_by_text("Siapa berjanji apa"))
    press(page, "Simpan kunjungan")


def papers(walk: Walk) -> None:
    """Both monthly reports of Merah Putih, composed, completed and handed in."""
    page = walk.page("ratna")
    go(page, "Laporan")
    shot(page, "laporan")
    compose(page, ACTIVITY)
    press(page, "Simpan dan serahkan")
    go(page, "Laporan")
    compose(page, DEVELOPMENT)
    for line in page.locator(".figure-line").all():
        figure = line.locator("[name^='now.']")
        code = (figure.get_attribute("name") or "").removeprefix("now.")
        locked = line.locator(".locked").first.inner_text().strip()
        figure.fill("1.250.000" if code in FLOWS else "0" if code == "surplus" else locked.removeprefix("Rp"))
    press(page, "Simpan draf")
    members = page.locator(".figure-line").nth(3)
    members.locator("summary").click()
    shot(page, "angka", members)
    press(page, "Simpan dan serahkan")
    shot(page, "diserahkan")


def compose(page: Page, kind: str) -> None:
    press(page, "Susun", waiting(page, kind))


def chair(walk: Walk, pictures: bool = True) -> None:
    page = walk.page("ketua01")
    page.goto(walk.base)
    if pictures:
        shot(page, "ketua-beranda")
    while page.get_by_role("link", name="Baca").count():
        press(page, "Baca")
        if pictures and page.get_by_role("heading", level=1, name=ACTIVITY).count():
            shot(page, "ketua-ketahui", page.get_by_text("Tindakan Anda"))
        press(page, "Ketahui")
        go(page, "Beranda")


def coordinator(walk: Walk) -> None:
    """Passes the month before, returns the development report with a remark and passes the activity report."""
    page = walk.page("yosef", DESK)
    shot(page, "antrean")
    check(page, DEVELOPMENT, "Oktober 2026")
    press(page, "Teruskan")
    check(page, DEVELOPMENT)
    page.locator("summary", has_text="Kembalikan dengan catatan").click()
    page.get_by_label("Apa yang harus diperbaiki?").fill(
        "Pendapatan dan biaya sama besar; periksa lagi bersama bendahara."
    )
    shot(page, "kembalikan")
    press(page, "Kembalikan dengan catatan", page.locator("details[open] form"))
    check(page, ACTIVITY)
    press(page, "Teruskan")
    go(page, "Kepatuhan")
    shot(page, "kepatuhan")


def check(page: Page, kind: str, month: str = MONTH) -> None:
    go(page, "Antrean")
    press(page, "Periksa", waiting(page, kind, month))


def waiting(page: Page, kind: str, month: str = MONTH) -> Locator:
    """The line of Merah Putih's paper of a month in a list of work."""
    return page.locator("li.work").filter(has_text=kind).filter(has_text=MERAH_PUTIH).filter(has_text=month).first


def again(walk: Walk) -> None:
    """What came back is put right and handed in again; chair and coordinator act once more."""
    page = walk.page("ratna")
    go(page, "Hari ini")
    shot(page, "dikembalikan", page.get_by_role("heading", name="Dikembalikan kepada Anda"))
    press(page, "Buka", page.locator("li.work").filter(has_text=MERAH_PUTIH))
    press(page, "Perbaiki")
    fill(page, {"now.costs": "975.000", "now.surplus": "275.000"})
    press(page, "Simpan dan serahkan")
    chair(walk, pictures=False)
    desk = walk.page("yosef", DESK)
    check(desk, DEVELOPMENT)
    press(desk, "Teruskan")


def secretariat(walk: Walk) -> None:
    page = walk.page("sekretariat", DESK)
    go(page, "Penerimaan")
    shot(page, "penerimaan")
    press(page, "Terima", waiting(page, DEVELOPMENT))
    shot(page, "terima")
    press(page, "Terima", page.locator(".paper-acts"))
    page.get_by_text("Agnes Mariana Seran, 21 Nov 2026").first.wait_for()
    second = walk.page("yosef", DESK)
    second.reload()
    press(second, "Terima rangkap ini")
    printed(walk, page)


def printed(walk: Walk, page: Page) -> None:
    """The first sheet of the PDF, and the page that its QR code opens."""
    href = page.get_by_role("link", name="PDF", exact=True).get_attribute("href")
    sheet = page.request.get(f"{walk.base}{href}").body()
    with tempfile.TemporaryDirectory() as room:
        (Path(room) / "sheet.pdf").write_bytes(sheet)
        run(["pdftoppm", "-r", "80", "-l", "1", "-singlefile", "-png", "sheet.pdf", "sheet"], cwd=room, check=True)
        keep(Image.open(Path(room) / "sheet.png"), "cetak")
    address = re.search(r"/cek/[\w-]+/", page.locator("main").inner_text())
    assert address, "the sheet names no address to check it"
    reader = walk.page("")
    reader.goto(walk.base + address[0])
    shot(reader, "cek")


def admin(walk: Walk) -> None:
    page = walk.page("admin", DESK)
    press(page, "Petrus Nong Ose")
    press(page, "Beri peran")
    shot(page, "peran")
    go(page, "Penugasan")
    press(page, "Ganti pendamping", page.locator("tr", has_text="Koperasi Jasa Angkutan Tilang"))
    shot(page, "ganti-pendamping")
    go(page, "Orang")
    press(page, "Impor dari Excel")
    page.locator("input[type=file]").set_input_files(
        {"name": "orang.xlsx", "mimeType": "application/octet-stream", "buffer": persons()}
    )
    press(page, "Periksa berkas")
    page.get_by_text("Hasil pemeriksaan").first.wait_for()
    page.get_by_text("Keliru").first.wait_for()
    shot(page, "impor")
    go(page, "Orang")
    fill(page, {"q": "Ujang"})
    press(page, "Saring")
    press(page, "Ujang Suherman")
    shot(page, "buka-data")


def persons() -> bytes:
    """A workbook of three people: one is new, one has a short NIK, one an unknown village."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Orang")
        for number, row in enumerate((
            ("Nama *", "NIK", "Jenis kelamin", "Kode desa *", "Telepon"),
            ("Contoh Baru", "5307040101850009", "L", "53.07.04.2001", "081339000099"),
            ("Contoh Keliru", "53070401018500", "P", "53.07.04.2001", ""),
            ("Contoh Nyasar", "", "P", "53.07.99.2001", ""),
        )):  # fmt: skip
            sheet.write_row(number, 0, row)
    return out.getvalue()


def cover() -> None:
    """The picture of the README: a visit written on a phone, the sheet it becomes, the chair who acknowledges it."""
    whole = Image.new("RGB", (1280, 700), "#f6f2e7")
    for name, left, width, frame in (
        ("catat", 50, 300, 10),
        ("cetak", 400, 480, 1),
        ("ketua-ketahui", 930, 300, 10),
    ):
        picture = Image.open(PLACE / f"{name}.png").convert("RGB")
        height = width * picture.height // picture.width
        picture, top = picture.resize((width, height), Image.Resampling.LANCZOS), (700 - height) // 2
        whole.paste("#2b3a32", (left - frame, top - frame, left + width + frame, top + height + frame))
        whole.paste(picture, (left, top))
    keep(whole, "sekilas", most=120_000)


SCENES: tuple[Callable[[Walk], None], ...] = (
    sign_in,
    problem,
    visit,
    papers,
    chair,
    coordinator,
    again,
    secretariat,
    admin,
    judging.opened,
    judging.filled,
    judging.decided,
    judging.read,
    judging.compared,
    judging.sheets,
    judging.reviewed,
    judging.chaired,
)


def main(base: str) -> None:
    PLACE.mkdir(parents=True, exist_ok=True)
    with browser() as running:
        walk = Walk(running, base.rstrip("/"))
        for scene in SCENES:
            scene(walk)
    cover()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
