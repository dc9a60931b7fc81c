"""Ratios between two balance sheets and of the 2021 worksheet, and what balance sheets say about the questions."""

from __future__ import annotations

from fractions import Fraction

from sidamping.domain.formulas.quotient import Unknowable, percent

Amount = int | Fraction
Ratio = Fraction | Unknowable


def asset_growth(total_aset: Amount, total_aset_lalu: Amount) -> Ratio:
    """kenaikan total aset / total aset tahun lalu"""
    return percent(total_aset - total_aset_lalu, total_aset_lalu, "total_aset_lalu")


def own_capital_growth_over_assets(
    modal_sendiri: Amount, modal_sendiri_lalu: Amount, total_aset: Amount, total_aset_lalu: Amount
) -> Ratio:
    """pertumbuhan modal sendiri dikurangi pertumbuhan aset"""
    own = percent(modal_sendiri - modal_sendiri_lalu, modal_sendiri_lalu, "modal_sendiri_lalu")
    assets = asset_growth(total_aset, total_aset_lalu)
    if isinstance(own, Unknowable):
        return own
    return assets if isinstance(assets, Unknowable) else own - assets


def member_capital_growth(modal_dari_anggota: Amount, modal_dari_anggota_lalu: Amount) -> Ratio:
    """kenaikan modal sendiri dari anggota / tahun lalu"""
    return percent(modal_dari_anggota - modal_dari_anggota_lalu, modal_dari_anggota_lalu, "modal_dari_anggota_lalu")


def reserve_share_of_surplus(penyisihan_cadangan: Amount, shu_tahun_berjalan: Amount) -> Ratio:
    """penyisihan cadangan / SHU tahun berjalan"""
    return percent(penyisihan_cadangan, shu_tahun_berjalan, "shu_tahun_berjalan")


def savings_growth(jumlah_simpanan: Amount, jumlah_simpanan_lalu: Amount) -> Ratio:
    """kenaikan simpanan dan simpanan berjangka / tahun lalu"""
    return percent(jumlah_simpanan - jumlah_simpanan_lalu, jumlah_simpanan_lalu, "jumlah_simpanan_lalu")


def current_loans_share(pinjaman_lancar: Amount, pinjaman_diberikan: Amount) -> Ratio:
    """pinjaman lancar / pinjaman diberikan"""
    return percent(pinjaman_lancar, pinjaman_diberikan, "pinjaman_diberikan")


def write_off_reserve_to_losses(cadangan_penghapusan: Amount, pinjaman_macet: Amount) -> Ratio:
    """dana cadangan penghapusan / pinjaman macet tahunan"""
    return percent(cadangan_penghapusan, pinjaman_macet, "pinjaman_macet")


def loans_to_productive_assets(pinjaman_diberikan: Amount, aset_produktif: Amount) -> Ratio:
    """piutang atau pinjaman / aset produktif"""
    return percent(pinjaman_diberikan, aset_produktif, "aset_produktif")


def liquid_assets_to_assets(aset_likuid: Amount, total_aset: Amount) -> Ratio:
    """aset likuid / total aset"""
    return percent(aset_likuid, total_aset, "total_aset")


def liquid_assets_to_current_liabilities(aset_likuid: Amount, kewajiban_lancar: Amount) -> Ratio:
    """aset likuid / kewajiban lancar"""
    return percent(aset_likuid, kewajiban_lancar, "kewajiban_lancar")


def surplus_after_tax_to_assets(shu_setelah_pajak: Amount, total_aset: Amount) -> Ratio:
    """SHU setelah pajak / total aset"""
    return percent(shu_setelah_pajak, total_aset, "total_aset")


def surplus_after_tax_to_equity(shu_setelah_pajak: Amount, ekuitas: Amount) -> Ratio:
    """SHU setelah pajak / ekuitas"""
    return percent(shu_setelah_pajak, ekuitas, "ekuitas")


def net_profit_margin(shu_setelah_pajak: Amount, total_pendapatan: Amount) -> Ratio:
    """SHU bersih / total pendapatan"""
    return percent(shu_setelah_pajak, total_pendapatan, "total_pendapatan")


def operating_costs_to_income(beban_operasional: Amount, pendapatan_operasional: Amount) -> Ratio:
    """beban operasional / pendapatan operasional (BOPO)"""
    return percent(beban_operasional, pendapatan_operasional, "pendapatan_operasional")


def current_assets_to_current_liabilities(aset_lancar: Amount, kewajiban_lancar: Amount) -> Ratio:
    """aset lancar / kewajiban jangka pendek"""
    return percent(aset_lancar, kewajiban_lancar, "kewajiban_lancar")


def equity_growth(ekuitas: Amount, ekuitas_lalu: Amount) -> Ratio:
    """kenaikan ekuitas / ekuitas tahun lalu"""
    return percent(ekuitas - ekuitas_lalu, ekuitas_lalu, "ekuitas_lalu")


def surplus_growth(shu_setelah_pajak: Amount, shu_setelah_pajak_lalu: Amount) -> Ratio:
    """kenaikan SHU / SHU tahun lalu"""
    return percent(shu_setelah_pajak - shu_setelah_pajak_lalu, shu_setelah_pajak_lalu, "shu_setelah_pajak_lalu")


def main_income_share(pendapatan_utama: Amount, total_pendapatan: Amount) -> Ratio:
    """pendapatan utama / total pendapatan"""
    return percent(pendapatan_utama, total_pendapatan, "total_pendapatan")


def surplus_to_member_savings(shu_setelah_pajak: Amount, simpanan_pokok: Amount, simpanan_wajib: Amount) -> Ratio:
    """SHU / (simpanan pokok + simpanan wajib)"""
    return percent(shu_setelah_pajak, simpanan_pokok + simpanan_wajib, "simpanan_pokok + simpanan_wajib")


def equity_to_assets(ekuitas: Amount, total_aset: Amount) -> Ratio:
    """ekuitas / total aset"""
    return percent(ekuitas, total_aset, "total_aset")
