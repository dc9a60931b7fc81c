"""Errors of the cash book of a small business."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "BOOKS_065": Entry(
        "Buku kas usaha ini hanya ditulis oleh pemiliknya atau pendamping yang sedang mendampinginya. Minta "
        "salah satu dari mereka mencatat.",
        "Only the owner and the mentor who carries this business write in its cash book. Ask one of them.",
    ),
    "BOOKS_074": Entry(
        "Jumlah orang {seen} bukan 0 sampai {most}. Hitung orangnya; 0 bila tidak ada.",
        "A count of {seen} people is not 0 to {most}. Count heads; 0 where there are none.",
    ),
    "BOOKS_075": Entry(
        "Tanggal hitung {seen} harus antara {first}, hari pertama buku, dan hari ini, {today}. Periksa tanggalnya.",
        "The day of counting {seen} must lie between {first}, the first day of the book, and today, {today}. Check the "
        "day.",
    ),
}
