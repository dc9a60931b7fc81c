"""Errors of letters: numbered letters of a programme."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "LETTERS_001": Entry(
        "Jenis surat \"{seen}\" tidak dikenal pada tanggal itu. Yang ada: {known}.",
        "There is no letter of the kind \"{seen}\" on that day. There are: {known}.",
    ),
    "LETTERS_002": Entry(
        "{letter}: {fact} ({key}) belum ada. Lengkapi data itu, lalu terbitkan lagi.",
        "{letter}: {fact} ({key}) is missing. Complete it, then issue the letter again.",
    ),
    "LETTERS_003": Entry(
        "{letter} tidak memakai data \"{seen}\". Yang dipakai: {known}.",
        "{letter} does not use \"{seen}\". It uses: {known}.",
    ),
    "LETTERS_004": Entry(
        "{fact} ({key}): \"{seen}\" bukan {kind}. Perbaiki, lalu terbitkan lagi.",
        "{fact} ({key}): \"{seen}\" is not of the kind {kind}. Correct it, then issue the letter again.",
    ),
    "LETTERS_005": Entry(
        "Penerima surat kosong. Tulis kepada siapa surat ini dikirim.",
        "The letter has no recipient. Write to whom it goes.",
    ),
    "LETTERS_006": Entry(
        "Anda tidak menerbitkan surat program {programme} di wilayah ini. Minta PMO, sekretariat, atau dinasnya.",
        "You do not issue letters of {programme} in this area. Ask its PMO, secretariat or office.",
    ),
    "LETTERS_007": Entry(
        "Surat {number} sudah terbit dengan tanda pengenal ini dan isi lain. Muat ulang halaman, lalu ulangi.",
        "Letter {number} was issued under this identifier with other content. Reload the page and try again.",
    ),
    "LETTERS_008": Entry(
        "{part}: nama {{{seen}}} tidak dikenal. Pakai salah satu dari: {known}.",
        "{part}: the name {{{seen}}} is not known. Use one of: {known}.",
    ),
    "LETTERS_009": Entry(
        "{part}: ada kurung kurawal yang tidak berpasangan. Tulis nama data seperti {{nama}}, tanpa kurung lain.",
        "{part}: a brace stands alone. Write a name as {{name}}, without other braces.",
    ),
    "LETTERS_010": Entry(
        "{part} kosong. Tulis bagian itu, atau kembali ke naskah baku.",
        "{part} is empty. Write it, or go back to the standard text.",
    ),
    "LETTERS_011": Entry(
        "Nomor \"{seen}\" harus memuat urutan {{seq:03d}} dan tahun {{year}}. Tambahkan keduanya.",
        "The number \"{seen}\" needs the sequence {{seq:03d}} and the year {{year}}. Add both.",
    ),
    "LETTERS_012": Entry(
        "Pola nomor \"{seen}\" sudah dipakai untuk {other}. Bedakan kodenya agar dua surat tidak bernomor sama.",
        "The number pattern \"{seen}\" belongs to {other}. Change its code, so that no two letters share a number.",
    ),
    "LETTERS_013": Entry(
        "Naskah ini sudah disimpan {name} sesudah Anda buka. Isian Anda masih di layar: salin, muat ulang, simpan.",
        "{name} saved this text after you opened it. Your entries are still on the screen: copy, reload, save again.",
    ),
    "LETTERS_014": Entry(
        "Anda tidak menyunting naskah surat program {programme} di wilayah ini. Minta PMO atau sekretariatnya.",
        "You do not edit letters of {programme} in this area. Ask its PMO or secretariat.",
    ),
    "LETTERS_015": Entry(
        "Surat {number} tidak menunggu tanda terima Anda. Yang menandatanganinya: {roles}.",
        "Letter {number} does not wait for your acknowledgement. It is acknowledged by: {roles}.",
    ),
    "LETTERS_016": Entry(
        "Surat {number} sudah diterima {name} pada {at}. Tidak perlu diterima lagi.",
        "Letter {number} was acknowledged by {name} on {at}. It need not be acknowledged again.",
    ),
    "LETTERS_017": Entry(
        "Tulis alasan pembatalan. Alasan itu tercatat bersama surat.",
        "Write why the letter becomes void. The reason is kept with the letter.",
    ),
    "LETTERS_018": Entry(
        "Surat {number} bukan wewenang Anda untuk dibatalkan. Minta PMO atau sekretariat programnya.",
        "Letter {number} is not yours to declare void. Ask the programme's PMO or secretariat.",
    ),
    "LETTERS_019": Entry(
        "Surat {number} sudah dibatalkan pada {at}. Mintalah surat penggantinya.",
        "Letter {number} was declared void on {at}. Ask for the letter that replaces it.",
    ),
    "LETTERS_020": Entry(
        "{part}: {seen} huruf terlalu panjang. Ringkas sampai {most} huruf.",
        "{part}: {seen} letters are too many. Shorten it to {most} letters.",
    ),
    "LETTERS_021": Entry(
        "Naskah tidak menyebut {{{fact}}} ({label}), padahal itu isi pokok surat. Tulis di bagian isi.",
        "The text never names {{{fact}}} ({label}), which this letter is about. Write it in the body.",
    ),
    "LETTERS_022": Entry(
        "Surat yang dibalas tidak ditemukan di wilayah Anda. Pilih surat dari daftar.",
        "The letter to be answered is not found in your area. Choose a letter from the list.",
    ),
    "LETTERS_023": Entry(
        "Peran yang menandatangani surat ini tidak ada pada program {programme}. Ubah berkas program atau suratnya.",
        "No role of {programme} signs this letter. Change the programme's file or the letter's.",
    ),
}
