"""Reads about mentors. Pages take the viewer; facts for assigning and conflicts are for features that have scoped."""

from sidamping.features.mentors.queries.certificates import (
    CertificateLine,
    certificate_file,
    certificate_line,
    certificates_of,
    expiring_certificates,
)
from sidamping.features.mentors.queries.conflicts import (
    Ground,
    InterestLine,
    LetIn,
    PairConflict,
    conflicts_of,
    interests_declared,
    interests_of,
)
from sidamping.features.mentors.queries.profiles import (
    MentorFacts,
    MentorLine,
    ProfileCard,
    has_profile,
    mentor_name,
    mentors_page,
    profile,
    profiles_of,
    user_with_nik,
)
from sidamping.features.mentors.queries.requests import (
    RequestLine,
    WaiverLine,
    decisions_about,
    decisions_page,
    open_requests,
    request_line,
)
from sidamping.features.mentors.queries.scope import DECIDERS, KEEPERS, READERS, VISITORS, decides, keeps

__all__ = [
    "DECIDERS",
    "KEEPERS",
    "READERS",
    "VISITORS",
    "CertificateLine",
    "Ground",
    "InterestLine",
    "LetIn",
    "MentorFacts",
    "MentorLine",
    "PairConflict",
    "ProfileCard",
    "RequestLine",
    "WaiverLine",
    "certificate_file",
    "certificate_line",
    "certificates_of",
    "conflicts_of",
    "decides",
    "decisions_about",
    "decisions_page",
    "expiring_certificates",
    "has_profile",
    "interests_declared",
    "interests_of",
    "keeps",
    "mentor_name",
    "mentors_page",
    "open_requests",
    "profile",
    "profiles_of",
    "request_line",
    "user_with_nik",
]
