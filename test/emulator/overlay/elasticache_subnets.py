"""ElastiCache: subnet groups, and the tags of every kind of resource."""

from __future__ import annotations

from typing import Any

from .call import AwsError, Call
from .elasticache_access import tags_of
from .neighbours import subnets
from .state import Table, table
from .values import find, merge_tags, only, without_tags

SERVICES = ("elasticache",)


def groups(call: Call) -> Table:
    """The subnet groups of the region."""
    return table(call, "elasticache:subnet-group")


def subnet_group(call: Call, name: str) -> dict[str, Any]:
    """A subnet group by its name."""
    message = f"Cache Subnet Group {name} does not exist."
    found: dict[str, Any] = find(groups(call), name, "CacheSubnetGroupNotFoundFault", message, 400)
    return found


def _subnets(call: Call, ids: list[str]) -> dict[str, Any]:
    found = subnets(call, ids)
    if len(found) < len(ids):
        raise AwsError("InvalidSubnet", f"Some input subnets are invalid: {', '.join(ids)}")
    if len({subnet.vpc_id for subnet in found}) > 1:
        raise AwsError("InvalidSubnet", "All subnets must be of one VPC.")
    entries = [
        {
            "SubnetIdentifier": subnet.id,
            "SubnetAvailabilityZone": {"Name": subnet.availability_zone},
            "SupportedNetworkTypes": ["ipv4"],
        }
        for subnet in found
    ]
    return {"VpcId": found[0].vpc_id, "Subnets": entries, "SupportedNetworkTypes": ["ipv4"]}


def create_subnet_group(call: Call) -> dict[str, Any]:
    """A new subnet group."""
    name = call.body["CacheSubnetGroupName"].lower()
    if name in groups(call):
        raise AwsError("CacheSubnetGroupAlreadyExists", f"Cache subnet group {name} already exists.")
    groups(call)[name] = group = {
        "CacheSubnetGroupName": name,
        "CacheSubnetGroupDescription": call.body["CacheSubnetGroupDescription"],
        "ARN": f"{call.arn_prefix}:subnetgroup:{name}",
        **_subnets(call, call.body["SubnetIds"]),
    }
    tags_of(call)[group["ARN"]] = call.body.get("Tags") or []
    return {"CacheSubnetGroup": group}


def describe_subnet_groups(call: Call) -> dict[str, Any]:
    """One subnet group or all."""
    name = call.body.get("CacheSubnetGroupName")
    return {"CacheSubnetGroups": [subnet_group(call, name)] if name else list(groups(call).values())}


def modify_subnet_group(call: Call) -> dict[str, Any]:
    """Other subnets."""
    group = subnet_group(call, call.body["CacheSubnetGroupName"])
    group.update(only(call.body, ("CacheSubnetGroupDescription",)))
    if call.body.get("SubnetIds"):
        group.update(_subnets(call, call.body["SubnetIds"]))
    return {"CacheSubnetGroup": group}


def delete_subnet_group(call: Call) -> dict[str, Any]:
    """The subnet group is gone, unless a cache is in it."""
    name = subnet_group(call, call.body["CacheSubnetGroupName"])["CacheSubnetGroupName"]
    if any(
        group["Asked"]["CacheSubnetGroupName"] == name
        for group in table(call, "elasticache:replication-group").values()
    ):
        raise AwsError("CacheSubnetGroupInUse", f"Cache subnet group {name} is currently in use by a cache cluster.")
    tags_of(call).pop(groups(call).pop(name)["ARN"], None)
    return {}


def _tags(call: Call) -> list[dict[str, str]]:
    arn = call.body["ResourceName"]
    found: list[dict[str, str]] = find(tags_of(call), arn, "InvalidARN", f"{arn} is no ARN of a resource.", 400)
    return found


def list_tags(call: Call) -> dict[str, Any]:
    """The tags of any resource."""
    return {"TagList": _tags(call)}


def add_tags(call: Call) -> dict[str, Any]:
    """More tags on any resource."""
    tags_of(call)[call.body["ResourceName"]] = merged = merge_tags(_tags(call), call.body["Tags"])
    return {"TagList": merged}


def remove_tags(call: Call) -> dict[str, Any]:
    """Fewer tags on any resource."""
    tags_of(call)[call.body["ResourceName"]] = rest = without_tags(_tags(call), call.body["TagKeys"])
    return {"TagList": rest}


OPERATIONS = {
    "AddTagsToResource": add_tags,
    "CreateCacheSubnetGroup": create_subnet_group,
    "DeleteCacheSubnetGroup": delete_subnet_group,
    "DescribeCacheSubnetGroups": describe_subnet_groups,
    "ListTagsForResource": list_tags,
    "ModifyCacheSubnetGroup": modify_subnet_group,
    "RemoveTagsFromResource": remove_tags,
}
