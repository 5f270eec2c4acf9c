"""KMS."""

from __future__ import annotations

import unittest

from tests.cloud import CloudTest


class KeysTest(CloudTest):
    """Keys of AWS and of the account."""

    def test_the_key_of_a_service_is_of_aws_and_does_not_count_as_left(self) -> None:
        key = self.client("kms", "eu-north-1").describe_key(KeyId="alias/aws/dynamodb")["KeyMetadata"]
        self.assertEqual(key["KeyManager"], "AWS")
        self.assertEqual([line for line in self.left() if key["KeyId"] in line], [])

    def test_a_key_of_the_account_counts_until_it_is_to_be_deleted(self) -> None:
        kms = self.client("kms", "eu-north-1")
        key = kms.create_key()["KeyMetadata"]
        self.assertEqual(key["KeyManager"], "CUSTOMER")
        self.assertEqual(len([line for line in self.left() if key["KeyId"] in line]), 1)
        kms.schedule_key_deletion(KeyId=key["KeyId"], PendingWindowInDays=7)
        self.assertEqual([line for line in self.left() if key["KeyId"] in line], [])

    def test_an_unknown_key_is_refused(self) -> None:
        with self.refused("NotFoundException"):
            self.client("kms").describe_key(KeyId="alias/none")


if __name__ == "__main__":
    unittest.main()
