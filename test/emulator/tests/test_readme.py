"""The README says what is there."""

from __future__ import annotations

import unittest

from tests import cloud  # noqa: F401  (puts the emulator on the path)

import operations


class ReadmeTest(unittest.TestCase):
    """The list of operations."""

    def test_every_operation_is_listed(self) -> None:
        text = operations.README.read_text()
        self.assertEqual(text, operations.renewed(text), "run python3 test/emulator/operations.py")


if __name__ == "__main__":
    unittest.main()
