"""What the amounts of the ratio table are called for people, in both languages; files and programs use the keys."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "aktiva_lancar": ("aktiva lancar", "current assets"),
    "hutang_lancar": ("hutang lancar", "current liabilities"),
    "persediaan": ("persediaan", "inventory"),
    "rata_rata_persediaan": ("rata-rata persediaan", "average inventory"),
    "kas": ("kas", "cash"),
    "piutang": ("piutang", "receivables"),
    "penjualan_kredit": ("penjualan kredit", "credit sales"),
    "harga_pokok_pelayanan": ("beban pokok pelayanan", "cost of service"),
    "partisipasi_bruto": ("partisipasi bruto", "gross participation"),
    "modal_kerja": ("modal kerja", "working capital"),
    "aktiva_tetap": ("aktiva tetap", "fixed assets"),
    "total_aktiva": ("total aktiva", "total assets"),
    "total_hutang": ("total hutang", "total debt"),
    "ekuitas": ("ekuitas", "equity"),
    "total_modal": ("total modal", "total capital"),
    "shu_sebelum_bunga_pajak": ("SHU sebelum bunga dan pajak", "surplus before interest and tax"),
    "beban_bunga": ("beban bunga pinjaman", "interest on loans"),
    "shu_sebelum_pajak": ("SHU sebelum pajak", "surplus before tax"),
    "shu_setelah_pajak": ("SHU setelah pajak", "surplus after tax"),
    "margin_pesaing": ("margin pesaing", "the competitor's margin"),
    "margin_koperasi": ("margin koperasi", "the cooperative's margin"),
    "harga_koperasi": ("harga di koperasi", "the cooperative's price"),
    "harga_pesaing": ("harga di pesaing", "the competitor's price"),
    "shu_bagian_anggota": ("SHU bagian anggota", "the members' share of the surplus"),
}


def called(keys: str, language: str = "id") -> str:
    """One key or several with commas between them in words; what is no key stands as it is."""
    at = 1 if language.startswith("en") else 0
    return ", ".join(WORDS[key][at] if key in WORDS else key.replace("_", " ") for key in keys.split(", "))
