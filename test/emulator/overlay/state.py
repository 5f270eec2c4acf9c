"""What the overlay remembers: one table for each kind of resource, account and region."""

from __future__ import annotations

from threading import RLock
from typing import Any

from .call import Call

GLOBAL_REGION = "global"
"""The region under which resources of services without regions are kept."""

LOCK = RLock()
"""Held while an operation is answered, so that tables and moto's backends are never changed by two threads."""

Table = dict[Any, Any]
_tables: dict[tuple[str, str, str], Table] = {}


def table(call: Call, kind: str, region: str | None = None) -> Table:
    """The table of `kind` (written `service:resource`) in the call's account and region, or in `region`."""
    return _tables.setdefault((call.account, region or call.region, kind), {})


def left() -> list[str]:
    """A line for each entry of a table; tables whose kind ends in `*` keep no resources and do not count."""
    with LOCK:
        return sorted(
            f"{kind} {account}/{region} {key}"
            for (account, region, kind), entries in _tables.items()
            if not kind.endswith("*")
            for key in entries
        )


def clear() -> None:
    """Forget everything."""
    with LOCK:
        _tables.clear()
