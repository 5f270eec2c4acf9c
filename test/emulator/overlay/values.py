"""Small values that several services make alike."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime, timezone
from typing import Any

from .call import AwsError
from .state import Table

Tags = list[dict[str, str]]


def now() -> datetime:
    """This moment, as AWS gives it: in UTC and whole seconds."""
    return datetime.now(timezone.utc).replace(microsecond=0)


def stable_id(text: str, length: int, alphabet: str = "abcdefghijklmnopqrstuvwxyz0123456789") -> str:
    """An id that looks random and is the same for the same text."""
    number = int.from_bytes(hashlib.sha512(text.encode()).digest(), "big")
    letters = []
    for _ in range(length):
        number, rest = divmod(number, len(alphabet))
        letters.append(alphabet[rest])
    return "".join(letters)


def find(table: Table, key: Any, code: str, message: str, status: int = 404) -> Any:
    """The entry of a table, or the error of the service when there is none."""
    if key not in table:
        raise AwsError(code, message, status)
    return table[key]


def merge_tags(tags: Iterable[Mapping[str, str]] | None, more: Iterable[Mapping[str, str]] | None) -> Tags:
    """Tags with some set anew, each key once."""
    merged = {tag["Key"]: tag.get("Value", "") for tag in [*(tags or []), *(more or [])]}
    return [{"Key": key, "Value": value} for key, value in merged.items()]


def without_tags(tags: Iterable[Mapping[str, str]], keys: Iterable[str]) -> Tags:
    """Tags without those of some keys."""
    gone = set(keys)
    return [{"Key": tag["Key"], "Value": tag.get("Value", "")} for tag in tags if tag["Key"] not in gone]


def only(given: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """The named members that were given."""
    return {name: given[name] for name in names if given.get(name) is not None}
