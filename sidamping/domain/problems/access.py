"""Errors of people, roles and sign-in."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "ACCESS_001": Entry(
        "Peran Anda tidak membuka halaman ini. Kembali ke beranda, atau minta admin menambah peran.",
        "Your role does not open this page. Go back home, or ask an administrator to add the role.",
    ),
}
