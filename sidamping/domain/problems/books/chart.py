"""Errors of the chart of accounts and of the templates made from it."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "BOOKS_006": Entry(
        "Bukti {voucher}, baris {line}: {seen} adalah judul kelompok akun. Pilih akun di bawahnya.",
        "Voucher {voucher}, line {line}: {seen} is the heading of a group. Choose an account below it.",
    ),
    "BOOKS_011": Entry(
        "Bagan akun tidak mempunyai akun untuk {role}. Tambahkan akun dengan peran itu.",
        "The chart has no account for {role}. Add an account with that role.",
    ),
    "BOOKS_059": Entry(
        "Nomor akun {seen} sudah dipakai untuk {account}. Pilih nomor lain.",
        "The account number {seen} belongs to {account} already. Choose another number.",
    ),
    "BOOKS_060": Entry(
        "Nomor akun \"{seen}\" tidak cocok di bawah {account}. Mulai dengan {prefix} dan tambah angka, misalnya"
        " {example}.",
        "The account number \"{seen}\" does not fit below {account}. Begin with {prefix} and add digits, such "
        "as {example}.",
    ),
    "BOOKS_077": Entry(
        "Templat bernama \"{name}\" sudah ada. Pilih nama lain, atau ubah templat yang itu.",
        "There is a template called \"{name}\" already. Choose another name, or change that one.",
    ),
    "BOOKS_078": Entry(
        "Templat \"{name}\": akun {seen} tidak dapat dipakai di sini. Pilih dari daftar di formulir.",
        "Template \"{name}\": account {seen} cannot be used here. Choose from the list of the form.",
    ),
    "BOOKS_079": Entry(
        "Templat \"{name}\" sudah dihapus atau milik buku lain. Buat templat baru.",
        "The template \"{name}\" was dropped or belongs to another book. Make a new one.",
    ),
    "BOOKS_080": Entry(
        "Sudah ada {most} templat, lebih dari itu sulit dicari. Hapus yang tidak dipakai lagi.",
        "There are {most} templates already; more are hard to find. Drop those that are not used any more.",
    ),
}
