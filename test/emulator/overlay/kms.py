"""KMS: the keys AWS makes for its services are AWS's own."""

from __future__ import annotations

from typing import Any

from moto.dynamodb.models.table import Table
from moto.kms.models import KmsBackend, kms_backends

SERVICES = ("kms",)

AWS = "AWS"
"""The manager of a key that belongs to AWS."""


def patch() -> None:
    """Mark the keys that moto makes when a service first asks for them; moto says they are the customer's."""
    make, for_tables = KmsBackend._generate_default_keys, Table._get_default_encryption_key

    def make_own(self: KmsBackend, alias_name: str) -> Any:
        number = make(self, alias_name)
        if number in self.keys:
            self.keys[number].key_manager = AWS
        return number

    def make_own_for_tables(self: Table, account_id: str, region: str) -> str:
        arn: str = for_tables(self, account_id, region)
        kms_backends[account_id][region].keys[arn.rpartition("/")[2]].key_manager = AWS
        return arn

    KmsBackend._generate_default_keys = make_own  # type: ignore[method-assign]
    Table._get_default_encryption_key = make_own_for_tables  # type: ignore[method-assign]
