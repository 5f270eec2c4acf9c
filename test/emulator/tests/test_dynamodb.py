"""DynamoDB."""

from __future__ import annotations

import unittest
from typing import Any

from tests.cloud import IRELAND, SEOUL, VIRGINIA, CloudTest


class GlobalTablesTest(CloudTest):
    """Tables with replicas in other regions."""

    def setUp(self) -> None:
        self.home = self.client("dynamodb", SEOUL)

    def table(self, name: str, **more: Any) -> dict[str, Any]:
        asked = {
            "TableName": name,
            "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
            "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
            "BillingMode": "PAY_PER_REQUEST",
            "StreamSpecification": {"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
        }
        made: dict[str, Any] = self.home.create_table(**{**asked, **more})["TableDescription"]
        return made

    def replicate(self, name: str, region: str, **more: Any) -> None:
        self.home.update_table(TableName=name, ReplicaUpdates=[{"Create": {"RegionName": region, **more}}])

    def regions(self, name: str, region: str) -> list[str]:
        table = self.client("dynamodb", region).describe_table(TableName=name)["Table"]
        return sorted(replica["RegionName"] for replica in table.get("Replicas", []))

    def test_each_replica_tells_the_others(self) -> None:
        self.table("carts")
        self.replicate("carts", IRELAND)
        self.replicate("carts", VIRGINIA)
        self.assertEqual(self.regions("carts", SEOUL), [IRELAND, VIRGINIA])
        self.assertEqual(self.regions("carts", IRELAND), [SEOUL, VIRGINIA])

    def test_an_item_written_in_one_region_is_read_in_another(self) -> None:
        self.table("items")
        self.replicate("items", IRELAND)
        self.home.put_item(TableName="items", Item={"id": {"S": "1"}})
        self.assertIn("Item", self.client("dynamodb", IRELAND).get_item(TableName="items", Key={"id": {"S": "1"}}))

    def test_a_deleted_replica_is_gone(self) -> None:
        self.table("shrinking")
        self.replicate("shrinking", IRELAND)
        self.home.update_table(TableName="shrinking", ReplicaUpdates=[{"Delete": {"RegionName": IRELAND}}])
        self.assertEqual(self.regions("shrinking", SEOUL), [])
        with self.refused("ResourceNotFoundException"):
            self.client("dynamodb", IRELAND).describe_table(TableName="shrinking")

    def test_a_table_alone_has_no_version_of_global_tables(self) -> None:
        self.table("alone")
        self.assertNotIn("GlobalTableVersion", self.home.describe_table(TableName="alone")["Table"])

    def test_a_replica_needs_a_key_of_its_own_region(self) -> None:
        key = f"arn:aws:kms:{SEOUL}:111122223333:key/0"
        self.table("secret", SSESpecification={"Enabled": True, "SSEType": "KMS", "KMSMasterKeyId": key})
        with self.refused("ValidationException"):
            self.replicate("secret", IRELAND)
        with self.refused("ValidationException"):
            self.replicate("secret", IRELAND, KMSMasterKeyId=key)
        self.replicate("secret", IRELAND, KMSMasterKeyId=f"arn:aws:kms:{IRELAND}:111122223333:key/1")
        [replica] = self.home.describe_table(TableName="secret")["Table"]["Replicas"]
        self.assertEqual(replica["KMSMasterKeyId"], f"arn:aws:kms:{IRELAND}:111122223333:key/1")

    def test_a_replica_of_an_unknown_table_is_refused(self) -> None:
        with self.refused("ResourceNotFoundException"):
            self.replicate("none", IRELAND)

    def test_an_unknown_replica_is_refused(self) -> None:
        self.table("single")
        with self.refused("ValidationException"):
            self.home.update_table(TableName="single", ReplicaUpdates=[{"Delete": {"RegionName": IRELAND}}])

    def test_a_key_can_be_changed_later(self) -> None:
        self.table("rekeyed")
        key = f"arn:aws:kms:{SEOUL}:111122223333:key/2"
        self.home.update_table(
            TableName="rekeyed", SSESpecification={"Enabled": True, "SSEType": "KMS", "KMSMasterKeyId": key}
        )
        self.assertEqual(
            self.home.describe_table(TableName="rekeyed")["Table"]["SSEDescription"]["KMSMasterKeyArn"], key
        )

    def test_a_tag_set_again_replaces_the_old_one(self) -> None:
        arn = self.table("tagged", Tags=[{"Key": "Name", "Value": "old"}])["TableArn"]
        self.home.tag_resource(ResourceArn=arn, Tags=[{"Key": "Name", "Value": "new"}])
        self.assertEqual(self.home.list_tags_of_resource(ResourceArn=arn)["Tags"], [{"Key": "Name", "Value": "new"}])


if __name__ == "__main__":
    unittest.main()
