"""Errors of sharing the surplus (SHU): 001 to 009, 015 and 016 refuse, the others are told beside the result."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "SHU_001": Entry(
        "Persentase semua pos berjumlah {seen}, seharusnya {wanted}. Tambah atau kurangi {difference} pada salah "
        "satu pos.",
        "The percentages of all funds add up to {seen}, not {wanted}. Add or take away {difference} in one of them.",
    ),
    "SHU_002": Entry(
        "{key}: SHU {seen} adalah rugi dan tidak dibagi. Tutup dengan cadangan menurut AD/ART.",
        "{key}: the SHU of {seen} is a loss and is not shared. Cover it from the reserve as the articles say.",
    ),
    "SHU_003": Entry(
        "Pos {pot} sebesar {amount} tidak dapat dibagi: {basis} semua anggota nol. Isi angkanya, atau jadikan pos "
        "itu 0 persen.",
        "The pool {pot} of {amount} cannot be shared: {basis} of all members is zero. Give the figures, or set the "
        "fund to 0 percent.",
    ),
    "SHU_004": Entry(
        "{key}: jumlah daftar anggota {seen}, sedangkan {key} tertulis {given}. Lengkapi daftar atau perbaiki "
        "jumlahnya.",
        "{key}: the list of members adds up to {seen}, but {key} says {given}. Complete the list or correct the "
        "total.",
    ),
    "SHU_005": Entry(
        "{where}: nomor anggota \"{seen}\" sudah dipakai baris {row}. Satu anggota satu baris.",
        "{where}: the member number \"{seen}\" stands in row {row} already. One row for each member.",
    ),
    "SHU_006": Entry(
        "Belum ada yang dapat dihitung. Tulis pct_jasa_modal dan pct_jasa_anggota (atau shu_bagian_anggota), lalu "
        "simpanan dan transaksi; kunci yang dilihat: {seen}.",
        "There is nothing to compute yet. Write pct_jasa_modal and pct_jasa_anggota (or shu_bagian_anggota), then "
        "savings and business; keys seen: {seen}.",
    ),
    "SHU_007": Entry(
        "Usul posting tidak dibuat: {why}. Lengkapi dahulu, karena bagian-bagian harus berjumlah tepat sama dengan "
        "SHU.",
        "No posting is proposed: {why}. Complete it first, for the parts must add up to the SHU exactly.",
    ),
    "SHU_008": Entry(
        "Bagian anggota ditulis dengan dua cara: {first} dan {second}. Sisakan satu.",
        "The members' share is written in two ways: {first} and {second}. Keep one.",
    ),
    "SHU_009": Entry(
        "Daftar anggota kosong. Tulis paling sedikit satu anggota dengan simpanan dan transaksinya, atau hapus kunci"
        " members.",
        "The list of members is empty. Write at least one member with savings and business, or delete the key "
        "members.",
    ),
    "SHU_010": Entry(
        "Baru {seen} persen yang disebut; sisa {rest} persen ({amount}) belum punya pos. Jangan diposting sebelum "
        "semuanya {wanted} persen.",
        "Only {seen} percent is named; {rest} percent ({amount}) has no fund yet. Do not post before all is {wanted}"
        " percent.",
    ),
    "SHU_011": Entry(
        "{part} tidak dihitung karena belum diisi: {missing}. Isi bila bagian itu diperlukan.",
        "{part} is not computed because these are missing: {missing}. Give them if the part is needed.",
    ),
    "SHU_012": Entry(
        "Rumus tercetak membagi dengan total partisipasi ditambah total penjualan, jadi bagian anggota berjumlah "
        "{seen} persen dari {amount}, bukan 100. Hanya untuk dibandingkan; pakai one-pot atau two-pot untuk membagi.",
        "The printed formula divides by total participation plus total sales, so the shares add up to {seen} percent"
        " of {amount}, not 100. For comparison only; share with one-pot or two-pot.",
    ),
    "SHU_013": Entry(
        "Rumus tercetak tidak menjamin bagian anggota berjumlah 100 persen. Hanya untuk dibandingkan; pakai one-pot "
        "atau two-pot untuk membagi.",
        "The printed formula does not make the shares add up to 100 percent. For comparison only; share with one-pot"
        " or two-pot.",
    ),
    "SHU_014": Entry(
        "Hanya {percent} persen SHU berasal dari usaha dengan anggota; {amount} tidak ikut dibagi. AD/ART menentukan"
        " pemakaiannya, umumnya cadangan.",
        "Only {percent} percent of the SHU was earned with members; {amount} is not shared. The articles decide its "
        "use, mostly the reserve.",
    ),
    "SHU_015": Entry(
        "Pembagian SHU tahun {year} dibukukan sesudah Rapat Anggota mengesahkan tahun itu sampai 31 Desember. Sebelum"
        " itu angkanya simulasi: cetak slip simulasi untuk rapat.",
        "The sharing of the surplus of {year} is booked once the annual meeting approved that year up to 31 December."
        " Until then it is a simulation: print its slips for the meeting.",
    ),
    "SHU_016": Entry(
        "SHU tahun {year} sudah dibagi dengan bukti {voucher}. Bila keliru, balik bukti itu dahulu.",
        "The surplus of {year} was shared by voucher {voucher} already. If it was wrong, turn that voucher back first.",
    ),
}
