"""Ratios of the health instruments. Functions name their amounts as the forms do; results in percent (E15)."""

from __future__ import annotations

from fractions import Fraction

from sidamping.domain.formulas.quotient import Unknowable, percent

Amount = int | Fraction
Ratio = Fraction | Unknowable


def own_capital_to_assets(modal_sendiri: Amount, total_aset: Amount) -> Ratio:
    """modal sendiri / total aset"""
    return percent(modal_sendiri, total_aset, "total_aset")


def own_capital_to_risky_loans(modal_sendiri: Amount, pinjaman_berisiko: Amount) -> Ratio:
    """modal sendiri / pinjaman diberikan yang berisiko"""
    return percent(modal_sendiri, pinjaman_berisiko, "pinjaman_berisiko")


def capital_adequacy(modal_tertimbang: Amount, atmr: Amount) -> Ratio:
    """modal tertimbang / ATMR"""
    return percent(modal_tertimbang, atmr, "atmr")


def member_loans_to_loans(pinjaman_anggota: Amount, pinjaman_diberikan: Amount) -> Ratio:
    """volume pinjaman pada anggota / volume pinjaman diberikan"""
    return percent(pinjaman_anggota, pinjaman_diberikan, "pinjaman_diberikan")


def weighted_problem_loans_to_loans(risiko_pinjaman_bermasalah: Amount, pinjaman_diberikan: Amount) -> Ratio:
    """risiko pinjaman bermasalah (tertimbang) / pinjaman diberikan"""
    return percent(risiko_pinjaman_bermasalah, pinjaman_diberikan, "pinjaman_diberikan")


def problem_loans_to_loans(pinjaman_bermasalah: Amount, pinjaman_diberikan: Amount) -> Ratio:
    """pinjaman bermasalah / pinjaman diberikan"""
    return percent(pinjaman_bermasalah, pinjaman_diberikan, "pinjaman_diberikan")


def reserve_to_problem_loans(cadangan_risiko: Amount, pinjaman_bermasalah: Amount) -> Ratio:
    """cadangan risiko / pinjaman bermasalah"""
    return percent(cadangan_risiko, pinjaman_bermasalah, "pinjaman_bermasalah")


def risky_loans_to_loans(pinjaman_berisiko: Amount, pinjaman_diberikan: Amount) -> Ratio:
    """pinjaman berisiko / pinjaman diberikan"""
    return percent(pinjaman_berisiko, pinjaman_diberikan, "pinjaman_diberikan")


def non_member_ceiling_to_loans(bmpp_bukan_anggota: Amount, pinjaman_diberikan: Amount) -> Ratio:
    """BMPP kepada calon anggota, koperasi lain dan anggotanya / volume pinjaman"""
    return percent(bmpp_bukan_anggota, pinjaman_diberikan, "pinjaman_diberikan")


def operating_costs_to_gross_participation(beban_operasi_anggota: Amount, partisipasi_bruto: Amount) -> Ratio:
    """(beban pokok + beban usaha + beban perkoperasian) / partisipasi bruto"""
    return percent(beban_operasi_anggota, partisipasi_bruto, "partisipasi_bruto")


def service_costs_to_gross_participation(biaya_operasional_pelayanan: Amount, partisipasi_bruto: Amount) -> Ratio:
    """biaya operasional pelayanan / partisipasi bruto"""
    return percent(biaya_operasional_pelayanan, partisipasi_bruto, "partisipasi_bruto")


def business_costs_to_gross_surplus(beban_usaha: Amount, shu_kotor: Amount) -> Ratio:
    """beban usaha / SHU kotor"""
    return percent(beban_usaha, shu_kotor, "shu_kotor")


def fixed_assets_to_assets(aktiva_tetap: Amount, total_aset: Amount) -> Ratio:
    """aktiva tetap / total aset"""
    return percent(aktiva_tetap, total_aset, "total_aset")


def staff_costs_to_loans(biaya_karyawan: Amount, volume_pinjaman: Amount) -> Ratio:
    """biaya karyawan / volume pinjaman"""
    return percent(biaya_karyawan, volume_pinjaman, "volume_pinjaman")


def cash_to_current_liabilities(kas_dan_bank: Amount, kewajiban_lancar: Amount) -> Ratio:
    """(kas + bank) / kewajiban lancar"""
    return percent(kas_dan_bank, kewajiban_lancar, "kewajiban_lancar")


def loans_to_funds(pinjaman_diberikan: Amount, dana_yang_diterima: Amount) -> Ratio:
    """pinjaman diberikan / dana yang diterima"""
    return percent(pinjaman_diberikan, dana_yang_diterima, "dana_yang_diterima")


def surplus_before_tax_to_assets(shu_sebelum_pajak: Amount, total_aset: Amount) -> Ratio:
    """SHU sebelum pajak / total aset"""
    return percent(shu_sebelum_pajak, total_aset, "total_aset")


def members_surplus_to_own_capital(shu_bagian_anggota: Amount, modal_sendiri: Amount) -> Ratio:
    """SHU bagian anggota / modal sendiri"""
    return percent(shu_bagian_anggota, modal_sendiri, "modal_sendiri")


def operating_independence(partisipasi_neto: Amount, beban_usaha: Amount, beban_perkoperasian: Amount) -> Ratio:
    """partisipasi neto / (beban usaha + beban perkoperasian)"""
    return percent(partisipasi_neto, beban_usaha + beban_perkoperasian, "beban_usaha + beban_perkoperasian")


def gross_participation_share(partisipasi_bruto: Amount, pendapatan_bukan_anggota: Amount) -> Ratio:
    """partisipasi bruto / (partisipasi bruto + pendapatan dari bukan anggota)"""
    whole = partisipasi_bruto + pendapatan_bukan_anggota
    return percent(partisipasi_bruto, whole, "partisipasi_bruto + pendapatan_bukan_anggota")


def member_promotion_to_savings(
    promosi_ekonomi_anggota: Amount, simpanan_pokok: Amount, simpanan_wajib: Amount
) -> Ratio:
    """PEA / (simpanan pokok + simpanan wajib)"""
    return percent(promosi_ekonomi_anggota, simpanan_pokok + simpanan_wajib, "simpanan_pokok + simpanan_wajib")
