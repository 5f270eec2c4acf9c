"""The list of the overlay's operations in README.md; `python3 test/emulator/operations.py` writes it anew."""

from __future__ import annotations

import sys
from pathlib import Path

sys.dont_write_bytecode = True

README = Path(__file__).with_name("README.md")
START, END = "<!-- operations -->\n", "<!-- /operations -->"


def listed() -> str:
    """One row for each service with its operations by name."""
    from overlay import load

    registry = load()
    rows: dict[str, set[str]] = {}
    for mark, table in (("", registry.operations), (" (after)", registry.after)):
        for service, operation in table:
            rows.setdefault(service, set()).add(operation + mark)
    for service in registry.patched:
        rows.setdefault(service, set()).add("(moto itself is changed)")
    lines = [f"| {service} | {', '.join(sorted(names))} |" for service, names in sorted(rows.items())]
    return "\n".join(["| service | operations |", "| --- | --- |", *lines]) + "\n"


def renewed(text: str) -> str:
    """The text with the present list between the marks."""
    before, rest = text.split(START)
    return before + START + listed() + END + rest.split(END)[1]


if __name__ == "__main__":
    README.write_text(renewed(README.read_text()))
