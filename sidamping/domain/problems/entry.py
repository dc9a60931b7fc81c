"""The shape of a catalogue row: the message in both languages, with {names} for the values seen."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    indonesian: str
    english: str
