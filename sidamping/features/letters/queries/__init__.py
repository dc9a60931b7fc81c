"""Reads letters within the viewer's scope, and the texts they are made from."""

from sidamping.features.letters.queries.letters import (
    LetterFilter,
    check_of,
    letter_card,
    letter_file,
    letters_of,
    letters_page,
    letters_told,
    public_check,
    sheet_of,
    told_letters,
    waiting_letters,
)
from sidamping.features.letters.queries.lines import AckLine, LetterCard, LetterLine, PublicCheck, ToldLetter
from sidamping.features.letters.queries.senders import IssuingOffice, issuing_office
from sidamping.features.letters.queries.wordings import (
    Office,
    WordingCard,
    WordingLine,
    offices_of,
    preview,
    wording_card,
    wordings_page,
    words_letters,
)

__all__ = [
    "AckLine",
    "IssuingOffice",
    "LetterCard",
    "LetterFilter",
    "LetterLine",
    "Office",
    "PublicCheck",
    "ToldLetter",
    "WordingCard",
    "WordingLine",
    "check_of",
    "issuing_office",
    "letter_card",
    "letter_file",
    "letters_of",
    "letters_page",
    "letters_told",
    "offices_of",
    "preview",
    "public_check",
    "sheet_of",
    "told_letters",
    "waiting_letters",
    "wording_card",
    "wordings_page",
    "words_letters",
]  # fmt: skip
