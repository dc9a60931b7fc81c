"""Errors of the API's border."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "API_001": Entry(
        "Anda belum masuk. Masuk dahulu di peramban ini, lalu ulangi permintaannya.",
        "You are not signed in. Sign in with this browser first, then repeat the request.",
    ),
    "API_002": Entry(
        "Alamat atau data ini tidak ada, atau di luar wilayah dan penugasan Anda. Periksa alamatnya.",
        "This address or record does not exist, or lies outside your area and assignments. Check the address.",
    ),
    "API_003": Entry(
        "Isian {field} tidak dapat dipakai: {seen}. Lihat bentuknya di halaman acuan API.",
        "The value of {field} cannot be used: {seen}. See its shape on the API reference page.",
    ),
    "API_004": Entry(
        "Isi permintaan tidak terbaca sebagai JSON dalam UTF-8. Perbaiki bentuknya, lalu kirim lagi.",
        "The body cannot be read as JSON in UTF-8. Correct its form, then send it again.",
    ),
    "API_005": Entry(
        "Tanda pengaman (CSRF) tidak cocok atau sudah lama. Ambil yang baru, lalu ulangi permintaannya.",
        "The security token (CSRF) does not fit or is old. Fetch a new one, then repeat the request.",
    ),
}
