"""Errors of people, roles and sign-in."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "ACCESS_001": Entry(
        "Peran Anda tidak membuka halaman ini. Kembali ke beranda, atau minta admin menambah peran.",
        "Your role does not open this page. Go back home, or ask an administrator to add the role.",
    ),
    "ACCESS_002": Entry(
        "Peran \"{seen}\" tidak dikenal. Pilih peran dari daftar.",
        "The role \"{seen}\" is not known. Choose a role from the list.",
    ),
    "ACCESS_003": Entry(
        "Program \"{seen}\" tidak berlaku pada {day}. Pilih program dari daftar, atau kosongkan untuk semua program.",
        "The programme \"{seen}\" is not in force on {day}. Choose one from the list, or leave it empty for all.",
    ),
    "ACCESS_004": Entry(
        "Tanggal akhir {ends} mendahului tanggal mulai {starts}. Perbaiki salah satunya.",
        "The end {ends} lies before the start {starts}. Correct one of them.",
    ),
    "ACCESS_005": Entry(
        "Peran ketua atau bendahara perlu koperasinya. Pilih koperasi yang diurus orang ini.",
        "The roles of chair and treasurer need their cooperative. Choose the one this person serves.",
    ),
    "ACCESS_006": Entry(
        "{name} sudah memegang peran {role} yang sama dari {starts} sampai {ends}. Akhiri dahulu penunjukan itu, "
        "atau pilih tanggal mulai sesudahnya.",
        "{name} already holds the same role {role} from {starts} to {ends}. End that appointment first, "
        "or choose a later start.",
    ),
    "ACCESS_007": Entry(
        "Orang atau wilayah ini di luar wewenang admin Anda. Minta admin yang membawahi wilayah itu.",
        "This person or area is outside your reach as administrator. Ask the administrator of that area.",
    ),
    "ACCESS_008": Entry(
        "Nama pengguna \"{seen}\" sudah dipakai orang lain. Pilih nama lain.",
        "The user name \"{seen}\" is taken. Choose another one.",
    ),
    "ACCESS_009": Entry(
        "Nama pengguna \"{seen}\" tidak dapat dipakai. Tulis 3 sampai 30 huruf kecil, angka, titik, atau garis.",
        "The user name \"{seen}\" cannot be used. Write 3 to 30 small letters, digits, dots, dashes or underscores.",
    ),
    "ACCESS_010": Entry(
        "Kata sandi terlalu mudah ditebak: {reason} Tulis kata sandi lain, sedikitnya 8 tanda.",
        "The password is too easy to guess: {reason} Write another one of at least 8 characters.",
    ),
    "ACCESS_011": Entry(
        "NIP \"{seen}\" bukan 18 angka. Periksa angkanya, atau kosongkan bila bukan ASN.",
        "The NIP \"{seen}\" is not 18 digits. Check it, or leave it empty when the person is no civil servant.",
    ),
    "ACCESS_012": Entry(
        "Akun {name} sudah dinonaktifkan. Aktifkan dahulu akunnya, lalu ulangi.",
        "The account of {name} is switched off. Switch it on first, then try again.",
    ),
    "ACCESS_013": Entry(
        "Anda tidak dapat menonaktifkan akun Anda sendiri. Minta admin lain melakukannya.",
        "You cannot switch off your own account. Ask another administrator.",
    ),
    "ACCESS_014": Entry(
        "Pengguna atau penunjukan ini tidak ditemukan. Muat ulang daftar pengguna, lalu pilih lagi.",
        "This user or appointment was not found. Reload the list of users and choose again.",
    ),
    "ACCESS_015": Entry(
        "Hanya peran ketua dan bendahara yang terikat pada satu koperasi. Kosongkan koperasi, atau pilih peran itu.",
        "Only chair and treasurer are bound to one cooperative. Leave it empty, or choose one of these roles.",
    ),
    "ACCESS_016": Entry(
        "Pencatatan dengan nomor ini sudah ada dengan isi lain. Muat ulang halaman, lalu ulangi.",
        "A record with this id exists with other content. Reload the page and try again.",
    ),
}
