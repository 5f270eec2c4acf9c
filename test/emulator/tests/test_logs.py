"""CloudWatch Logs."""

from __future__ import annotations

import unittest

from tests.cloud import CloudTest


class KeyOfGroupTest(CloudTest):
    """The key of a group of logs."""

    def setUp(self) -> None:
        super().setUp()
        self.logs = self.client("logs")
        self.key = self.client("kms").create_key()["KeyMetadata"]["Arn"]
        self.logs.create_log_group(logGroupName="/shop/orders")
        self.addCleanup(self.logs.delete_log_group, logGroupName="/shop/orders")

    def key_now(self) -> str | None:
        (group,) = self.logs.describe_log_groups(logGroupNamePrefix="/shop/orders")["logGroups"]
        return group.get("kmsKeyId")

    def test_a_group_gets_a_key_and_loses_it(self) -> None:
        self.logs.associate_kms_key(logGroupName="/shop/orders", kmsKeyId=self.key)
        self.assertEqual(self.key_now(), self.key)
        self.logs.disassociate_kms_key(logGroupName="/shop/orders")
        self.assertIsNone(self.key_now())

    def test_a_key_that_is_not_there_is_refused(self) -> None:
        with self.refused("InvalidParameterException"):
            self.logs.associate_kms_key(logGroupName="/shop/orders", kmsKeyId=f"{self.key}0")
        self.assertIsNone(self.key_now())

    def test_a_group_that_is_not_there_is_refused(self) -> None:
        for ask in (self.logs.associate_kms_key, self.logs.disassociate_kms_key):
            more = {"kmsKeyId": self.key} if ask == self.logs.associate_kms_key else {}
            with self.refused("ResourceNotFoundException"):
                ask(logGroupName="/shop/none", **more)


if __name__ == "__main__":
    unittest.main()
