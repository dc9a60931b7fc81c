"""The trace a decided result keeps: which rule file it came from, its hash, and the citation of the value used."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sidamping.rules.loader import RuleFile


@dataclass(frozen=True)
class RuleRef:
    """A rule file as evidence. `key` and `cite` name the value used; empty when the whole file was used."""

    name: str
    path: str
    sha256: str
    status: str = ""
    key: str = ""
    cite: str = ""

    def plain(self) -> dict[str, str]:
        """As JSON keeps it beside a frozen result."""
        return asdict(self)


def ref(rule: RuleFile, key: str = "") -> RuleRef:
    """The reference to a file, or to one value of a rule file."""
    if key:
        return RuleRef(rule.name, rule.path, rule.sha256, rule.status_of(key), key, rule.cite(key))
    return RuleRef(rule.name, rule.path, rule.sha256, rule.status, "", str(rule.data.get("cite", "")))
