"""Errors of indicators: contradictions between counts, and figures published elsewhere."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "INDICATORS_001": Entry(
        "{part}: {seen} lebih besar daripada keseluruhannya ({whole}). Periksa kedua angka pada sumbernya.",
        "{part}: {seen} is more than the whole ({whole}). Check both figures in the source.",
    ),
    "INDICATORS_002": Entry(
        "{part} ({seen}) tidak mungkin lebih banyak daripada {whole} ({count}), karena yang pertama adalah bagian dari "
        "yang kedua. Minta sumbernya menjelaskan.",
        "{part} ({seen}) cannot be more than {whole} ({count}), for the first is a part of the second. Ask the source.",
    ),
    "INDICATORS_003": Entry(
        "{part} ({seen}) terlalu sedikit: bagian-bagiannya begitu besar sehingga paling sedikit {least} harus memenuhi "
        "semuanya. Minta sumbernya menjelaskan.",
        "{part} ({seen}) is too few: its parts are so large that at least {least} must be in all. Ask the source.",
    ),
    "INDICATORS_004": Entry(
        "{parts} saling melengkapi, tetapi jumlahnya {seen}, bukan {whole}. Cari yang terhitung dua kali atau hilang.",
        "{parts} make up the whole, but add up to {seen}, not {whole}. Look for what was counted twice or left out.",
    ),
    "INDICATORS_005": Entry(
        "{part}: {percent} % dari {whole} bukan {seen}. Periksa pembilang dan penyebutnya pada sumbernya.",
        "{part}: {percent} % of {whole} is not {seen}. Check numerator and denominator in the source.",
    ),
    "INDICATORS_006": Entry(
        "{part}: tidak ada jumlah bulat yang memberi {percent} % dari {whole}. Periksa penyebutnya pada sumbernya.",
        "{part}: no whole count gives {percent} % of {whole}. Check the denominator in the source.",
    ),
    "INDICATORS_007": Entry(
        "{part}: satu sumber menyebut {first} dan juga {second} untuk keseluruhan yang sama. Minta sumbernya memilih.",
        "{part}: one source says {first} and also {second} of the same whole. Ask the source to choose.",
    ),
}
