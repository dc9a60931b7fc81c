"""Errors of the ratio table: why a ratio cannot be computed."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "RATIOS_001": Entry(
        "Tidak dapat dihitung: {name} nol, jadi tidak ada pembaginya. Ini bukan nilai nol.",
        "Not computable: {name} is zero, so there is nothing to divide by. This is not a value of zero.",
    ),
    "RATIOS_002": Entry(
        "Tidak dapat dihitung: {name} kurang dari nol, jadi hasilnya tidak bermakna. Periksa laporan keuangannya.",
        "Not computable: {name} is below zero, so the result means nothing. Check the statements.",
    ),
    "RATIOS_003": Entry(
        "Tidak dapat dihitung: belum dilaporkan {missing}. Isi jumlahnya; kosong tidak sama dengan nol.",
        "Not computable: not reported are {missing}. Give the amounts; empty is not zero.",
    ),
    "RATIOS_004": Entry(
        "Tidak dapat dihitung: harga koperasi sama dengan harga pesaing, jadi RPEPA tidak terdefinisi. Baca uji P "
        "persen.",
        "Not computable: the cooperative's price equals the competitor's, so RPEPA is not defined. Read the P "
        "percent test.",
    ),
    "RATIOS_005": Entry(
        "Tidak dapat dihitung karena {name} tidak dapat dihitung. Lihat alasannya pada baris itu.",
        "Not computable because {name} is not. See the reason in that line.",
    ),
    "RATIOS_006": Entry(
        "Tanda RPEPA dibalik oleh pembaginya: koperasi {cheaper} daripada pesaing. Pakai uji P persen untuk menilai "
        "harga.",
        "The sign of RPEPA is turned by its divisor: the cooperative is {cheaper} than the competitor. Judge prices "
        "by the P percent test.",
    ),
    "RATIOS_007": Entry(
        "Belum ada jumlah yang dapat dihitung. Tulis jumlah dari neraca dan PHU, mis. aktiva_lancar dan "
        "hutang_lancar; kunci yang dilihat: {seen}.",
        "There is no amount to compute with. Write amounts of the balance sheet and PHU, e.g. aktiva_lancar and "
        "hutang_lancar; keys seen: {seen}.",
    ),
}
