"""DynamoDB: global tables of version 2019.11.21, encryption changed later, and tags that replace each other."""

from __future__ import annotations

from typing import Any

from moto.dynamodb.models import DynamoDBBackend, dynamodb_backends
from moto.dynamodb.models.table import Table as DynamoTable

from .call import AwsError, Call
from .values import merge_tags

SERVICES = ("dynamodb",)

VERSION = "2019.11.21"


def _table(call: Call, region: str | None = None) -> Any:
    """The table a call names, None when there is none."""
    name = str(call.body.get("TableName", "")).rpartition("/")[2]
    found: Any = dynamodb_backends[call.account][region or call.region].tables.get(name)
    return found


def _members(found: Any) -> list[str]:
    """The regions of a table's replicas, one list shared by all of them; empty for a table of one region."""
    members: list[str] = getattr(found, "members", [])
    return members


def _replicas(found: Any) -> list[dict[str, Any]]:
    """The replicas of a table in the other regions."""
    described = []
    for region in _members(found):
        other: Any = dynamodb_backends[found.account_id][region].tables.get(found.name)
        if region == found.region_name or other is None:
            continue
        replica = {"RegionName": region, "ReplicaStatus": "ACTIVE"}
        if getattr(other, "customer_key", False):
            replica["KMSMasterKeyId"] = other.sse_specification["KMSMasterKeyId"]
        described.append(replica)
    return described


def _add_replica(call: Call, source: Any, asked: dict[str, Any]) -> None:
    region, name = asked["RegionName"], source.name
    if region == call.region:
        raise AwsError("ValidationException", "Cannot add, delete, or update the local region through ReplicaUpdates.")
    if name in dynamodb_backends[call.account][region].tables:
        raise AwsError(
            "ValidationException",
            f"Failed to create a the new replica of table with name: '{name}' "
            "because one or more replicas already existed as tables.",
        )
    key = asked.get("KMSMasterKeyId")
    if getattr(source, "customer_key", False) and not key:
        raise AwsError(
            "ValidationException", "A replica of a table with a customer managed key needs a key of its own region."
        )
    if key and key.startswith("arn:") and key.split(":")[3] != region:
        raise AwsError("ValidationException", f"The KMS key {key} is not in region {region}.")
    if not source.latest_stream_label:
        source.set_stream_specification({"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"})
    elif source.stream_specification and source.stream_specification.get("StreamViewType") != "NEW_AND_OLD_IMAGES":
        raise AwsError("ValidationException", "The stream of a global table must have new and old images.")
    dynamodb_backends[call.account][region].create_table(
        name=name,
        schema=source.schema,
        throughput=dict(source.throughput) if source.billing_mode == "PROVISIONED" else None,
        attr=source.attr,
        global_indexes=[index.describe() for index in source.global_indexes],
        indexes=[index.describe() for index in source.indexes],
        streams={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
        billing_mode=source.billing_mode or "PROVISIONED",
        sse_specification=_encryption(source, key),
        tags=[],
        deletion_protection_enabled=False,
        warm_throughput=None,
    )
    copy: Any = dynamodb_backends[call.account][region].tables[name]
    copy.ttl = source.ttl
    copy.items = source.items
    source.members = _members(source) or [call.region]
    source.members.append(region)
    copy.members = source.members


def _encryption(source: Any, key: str | None) -> dict[str, Any] | None:
    if key:
        return {"Enabled": True, "SSEType": "KMS", "KMSMasterKeyId": key}
    return {"Enabled": True} if source.sse_specification and source.sse_specification.get("Enabled") else None


def _drop_replica(call: Call, source: Any, region: str) -> None:
    if region == call.region or region not in _members(source):
        raise AwsError(
            "ValidationException", f"Replica specified in the Replica Update action {region} does not exist."
        )
    dynamodb_backends[call.account][region].delete_table(source.name)
    _forget(source, region)


def _forget(found: Any, region: str) -> None:
    """A region has no replica any more; the last replica is a table of one region."""
    members = _members(found)
    if region in members:
        members.remove(region)
    if len(members) == 1:
        members.clear()


def _update_replica(call: Call, source: Any, asked: dict[str, Any]) -> None:
    copy = _table(call, asked["RegionName"])
    if copy is None or asked["RegionName"] not in _members(source):
        raise AwsError("ValidationException", "Replica specified in the Replica Update action does not exist.")
    if asked.get("KMSMasterKeyId"):
        copy.sse_specification = _encryption(source, asked["KMSMasterKeyId"])


def update_table(call: Call) -> dict[str, Any] | None:
    """Replicas and encryption; everything else of an update is moto's."""
    found = _table(call)
    if found is None:
        return None
    updates = call.body.get("ReplicaUpdates") or []
    if len(updates) > 1:
        raise AwsError("ValidationException", "Only one replica can be updated at a time.")
    for update in updates:
        if "Create" in update:
            _add_replica(call, found, update["Create"])
        elif "Delete" in update:
            _drop_replica(call, found, update["Delete"]["RegionName"])
        else:
            _update_replica(call, found, update["Update"])
    if call.body.get("SSESpecification"):
        asked = call.body["SSESpecification"]
        found.sse_specification = {**asked, "KMSMasterKeyId": asked.get("KMSMasterKeyId") or "alias/aws/dynamodb"}
        found.customer_key = bool(asked.get("KMSMasterKeyId"))
    if updates:
        return found.describe()
    _spread(call, found)
    return None


def _spread(call: Call, source: Any) -> None:
    """The indexes, the stream and the mode of payment of a global table are the same in every region."""
    for region in _members(source):
        copy = _table(call, region)
        if region == call.region or copy is None:
            continue
        backend = dynamodb_backends[call.account][region]
        copy.billing_mode = call.body.get("BillingMode") or copy.billing_mode
        copy.attr = call.body.get("AttributeDefinitions") or copy.attr
        if call.body.get("GlobalSecondaryIndexUpdates"):
            backend.update_table_global_indexes(copy, call.body["GlobalSecondaryIndexUpdates"])


def delete_table(call: Call) -> None:
    """A deleted replica leaves its family, if it may be deleted at all."""
    found = _table(call)
    if found is not None and not found.deletion_protection_enabled:
        _forget(found, call.region)


def patch() -> None:
    """Make moto's tables whole."""
    make, describe = DynamoTable.__init__, DynamoTable.describe

    def make_whole(self: Any, *arguments: Any, **given: Any) -> None:
        # Moto writes the key of AWS into the settings of a table that asked for none;
        # whether one was asked for is needed.
        asked = given.get("sse_specification") or {}
        self.customer_key = bool(asked.get("KMSMasterKeyId"))
        make(self, *arguments, **given)

    def tag(self: DynamoDBBackend, table_arn: str, tags: list[dict[str, str]]) -> None:
        # Moto adds a tag of the same key beside the old one.
        for found in self.tables.values():
            if found.table_arn == table_arn:
                found.tags = merge_tags(found.tags, tags)

    def describe_whole(self: Any, base_key: str = "TableDescription") -> dict[str, Any]:
        # Moto knows no replicas.
        described: dict[str, Any] = describe(self, base_key)
        replicas = _replicas(self)
        if replicas:
            described[base_key].update(GlobalTableVersion=VERSION, Replicas=replicas)
        return described

    DynamoTable.__init__ = make_whole  # type: ignore[method-assign]
    DynamoTable.describe = describe_whole  # type: ignore[method-assign]
    DynamoDBBackend.tag_resource = tag  # type: ignore[method-assign]


OPERATIONS = {"DeleteTable": delete_table, "UpdateTable": update_table}
