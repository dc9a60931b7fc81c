"""Errors of Excel workbooks."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "SHEETS_001": Entry(
        "Berkas {name} bukan buku kerja Excel (.xlsx) yang dapat dibaca. Simpan ulang sebagai .xlsx, lalu kirim lagi.",
        "The file {name} is not a readable Excel workbook (.xlsx). Save it as .xlsx, then send it again.",
    ),
    "SHEETS_002": Entry(
        "Berkas {name} berukuran {size} MB; batasnya {limit} MB. Bagi menjadi beberapa berkas.",
        "The file {name} has {size} MB; the limit is {limit} MB. Split it into several files.",
    ),
    "SHEETS_003": Entry(
        "Berkas berisi lebih dari {limit} baris. Bagi menjadi beberapa berkas.",
        "The file has more than {limit} rows. Split it into several files.",
    ),
    "SHEETS_004": Entry(
        "Judul kolom tidak ditemukan: {missing}. Pakai templat dan jangan ubah baris judulnya.",
        "Column headings were not found: {missing}. Use the template and leave its heading row as it is.",
    ),
    "SHEETS_005": Entry(
        "Berkas tidak berisi baris data di bawah judul kolom. Isi sedikitnya satu baris, lalu kirim lagi.",
        "The file has no rows of data below its headings. Fill in at least one row, then send it again.",
    ),
    "SHEETS_006": Entry(
        "Kolom {column}: \"{seen}\" bukan tanggal. Tulis hari/bulan/tahun, mis. 21/11/2026.",
        "Column {column}: \"{seen}\" is not a date. Write day/month/year, e.g. 21/11/2026.",
    ),
    "SHEETS_007": Entry(
        "Kolom {column}: angka ini sepanjang {count} digit dan disimpan Excel sebagai bilangan, sehingga angka "
        "terakhirnya hilang. Ubah kolom menjadi Teks, lalu ketik ulang.",
        "Column {column}: this number has {count} digits and Excel kept it as a figure, so its last digits are lost. "
        "Format the column as Text and type it again.",
    ),
    "SHEETS_008": Entry(
        "Kolom {column}: sel berisi kesalahan rumus Excel ({seen}). Tulis nilainya langsung.",
        "Column {column}: the cell holds an Excel formula error ({seen}). Write the value itself.",
    ),
    "SHEETS_009": Entry(
        "Belum ada berkas. Pilih berkas Excel (.xlsx) yang akan diimpor.",
        "There is no file yet. Choose the Excel workbook (.xlsx) to import.",
    ),
    "SHEETS_010": Entry(
        "Berkas {name} berisi sel yang sangat jauh dari tabelnya, mungkin terisi tanpa sengaja. Salin tabelnya saja ke"
        " templat, lalu kirim lagi.",
        "The file {name} holds a cell very far from its table, perhaps filled by accident. Copy the table alone into"
        " the template, then send it again.",
    ),
}
