"""ElastiCache: replication groups and their clusters."""

from __future__ import annotations

from typing import Any

from .call import AwsError, Call
from .elasticache_access import groups as user_groups
from .elasticache_access import tags_of
from .elasticache_subnets import subnet_group
from .state import Table, table
from .values import find, now, only, stable_id

SERVICES = ("elasticache",)

PATCH_VERSIONS = {"7.2": "7.2.6", "8.0": "8.0.1", "8.1": "8.1.0", "7.1": "7.1.0", "7.0": "7.0.7", "6.2": "6.2.6"}
"""The version a cluster runs for the minor version asked for."""


def _replication_groups(call: Call) -> Table:
    return table(call, "elasticache:replication-group")


def _replication_group(call: Call) -> dict[str, Any]:
    name = call.body["ReplicationGroupId"]
    message = f"ReplicationGroup {name} not found."
    found: dict[str, Any] = find(_replication_groups(call), name, "ReplicationGroupNotFoundFault", message)
    return found


def _default_parameters(engine: str, version: str, clustered: bool) -> str:
    family = version.split(".")[0]
    name = f"default.{engine}{family if engine == 'valkey' or int(family) >= 7 else f'{family}.x'}"
    return name + (".cluster.on" if clustered else "")


def create_replication_group(call: Call) -> dict[str, Any]:
    """A new replication group, ready at once."""
    body, name = call.body, call.body["ReplicationGroupId"]
    if name in _replication_groups(call):
        raise AwsError("ReplicationGroupAlreadyExists", f"Replication group {name} already exists.")
    replicas = (
        (body.get("NumCacheClusters") or 0) - 1
        if body.get("NumCacheClusters")
        else body.get("ReplicasPerNodeGroup") or 0
    )
    shards = body.get("NumNodeGroups") or 1
    clustered = (
        shards > 1
        or body.get("ClusterMode") == "enabled"
        or ".cluster.on" in (body.get("CacheParameterGroupName") or "")
    )
    if body.get("AutomaticFailoverEnabled") and replicas < 1 and not clustered:
        raise AwsError("InvalidParameterCombination", "Automatic failover needs at least one replica.")
    if body.get("UserGroupIds") and not body.get("TransitEncryptionEnabled"):
        raise AwsError("InvalidParameterCombination", "User groups need encryption in transit.")
    for group in body.get("UserGroupIds") or []:
        find(user_groups(call), group, "UserGroupNotFound", f"User Group {group} not found.")
    if body.get("CacheSubnetGroupName"):
        subnet_group(call, body["CacheSubnetGroupName"])
    engine = body.get("Engine", "redis")
    version = body.get("EngineVersion") or ("8.1" if engine == "valkey" else "7.1")
    _replication_groups(call)[name] = group = {
        "Asked": {
            "CacheSubnetGroupName": body.get("CacheSubnetGroupName", "default"),
            "CacheParameterGroupName": body.get("CacheParameterGroupName")
            or _default_parameters(engine, version, clustered),
            "EngineVersion": PATCH_VERSIONS.get(version, version),
            "SecurityGroupIds": body.get("SecurityGroupIds") or [],
            "PreferredMaintenanceWindow": body.get("PreferredMaintenanceWindow", "sun:17:00-sun:18:00"),
            "NotificationTopicArn": body.get("NotificationTopicArn"),
            "Port": int(body.get("Port") or 6379),
            "Replicas": replicas,
            "Shards": shards,
        },
        "ReplicationGroupId": name,
        "Description": body["ReplicationGroupDescription"],
        "Status": "available",
        "SnapshotRetentionLimit": body.get("SnapshotRetentionLimit") or 0,
        "SnapshotWindow": body.get("SnapshotWindow", "15:00-16:00"),
        "ClusterEnabled": clustered,
        "ClusterMode": "enabled" if clustered else "disabled",
        "CacheNodeType": body["CacheNodeType"],
        "AutomaticFailover": "enabled" if body.get("AutomaticFailoverEnabled") else "disabled",
        "MultiAZ": "enabled" if body.get("MultiAZEnabled") else "disabled",
        "AuthTokenEnabled": bool(body.get("AuthToken")),
        "TransitEncryptionEnabled": bool(body.get("TransitEncryptionEnabled")),
        "AtRestEncryptionEnabled": bool(body.get("AtRestEncryptionEnabled")),
        "ARN": f"{call.arn_prefix}:replicationgroup:{name}",
        "UserGroupIds": body.get("UserGroupIds") or [],
        "LogDeliveryConfigurations": [_log(log) for log in body.get("LogDeliveryConfigurations") or []],
        "ReplicationGroupCreateTime": now(),
        "DataTiering": "enabled" if body.get("DataTieringEnabled") else "disabled",
        "AutoMinorVersionUpgrade": body.get("AutoMinorVersionUpgrade", True) is not False,
        "NetworkType": body.get("NetworkType", "ipv4"),
        "IpDiscovery": body.get("IpDiscovery", "ipv4"),
        "Engine": engine,
        **only(body, ("KmsKeyId",)),
    }
    if group["TransitEncryptionEnabled"]:
        group["TransitEncryptionMode"] = body.get("TransitEncryptionMode", "required")
    tags_of(call)[group["ARN"]] = body.get("Tags") or []
    return {"ReplicationGroup": _shown(call, group)}


def _log(log: dict[str, Any]) -> dict[str, Any]:
    return {**only(log, ("LogType", "DestinationType", "DestinationDetails", "LogFormat")), "Status": "active"}


def _members(group: dict[str, Any]) -> list[list[str]]:
    """The names of the clusters, shard by shard."""
    name, asked = group["ReplicationGroupId"], group["Asked"]
    count = range(1, asked["Replicas"] + 2)
    if not group["ClusterEnabled"]:
        return [[f"{name}-{node:03}" for node in count]]
    return [[f"{name}-{shard:04}-{node:03}" for node in count] for shard in range(1, asked["Shards"] + 1)]


def _shown(call: Call, group: dict[str, Any]) -> dict[str, Any]:
    """The replication group as AWS describes it."""
    name, port = group["ReplicationGroupId"], group["Asked"]["Port"]
    domain = f"{name}.{stable_id(group['ARN'], 6)}.{_short(call.region)}.cache.amazonaws.com"
    shards = []
    for number, members in enumerate(_members(group), 1):
        shard: dict[str, Any] = {
            "NodeGroupId": f"{number:04}",
            "Status": "available",
            "NodeGroupMembers": [{"CacheClusterId": member, "CacheNodeId": "0001"} for member in members],
        }
        if not group["ClusterEnabled"]:
            shard["PrimaryEndpoint"] = {"Address": f"master.{domain}", "Port": port}
            shard["ReaderEndpoint"] = {"Address": f"replica.{domain}", "Port": port}
        shards.append(shard)
    shown = {key: value for key, value in group.items() if key != "Asked"}
    if group["ClusterEnabled"]:
        shown["ConfigurationEndpoint"] = {"Address": f"clustercfg.{domain}", "Port": port}
    return {
        **shown,
        "NodeGroups": shards,
        "MemberClusters": [member for members in _members(group) for member in members],
    }


def _short(region: str) -> str:
    """A region the way host names of caches have it, e.g. apn2."""
    area, side, number = region.split("-")
    return (
        area
        + "".join(part[0] for part in (side.replace("north", "n-").replace("south", "s-").split("-")) if part)
        + number
    )


def describe_replication_groups(call: Call) -> dict[str, Any]:
    """One replication group or all."""
    found = (
        [_replication_group(call)] if call.body.get("ReplicationGroupId") else list(_replication_groups(call).values())
    )
    return {"ReplicationGroups": [_shown(call, group) for group in found]}


def modify_replication_group(call: Call) -> dict[str, Any]:
    """Other settings, in effect at once."""
    group, body = _replication_group(call), call.body
    group.update(
        only(
            body,
            (
                "SnapshotRetentionLimit",
                "SnapshotWindow",
                "CacheNodeType",
                "IpDiscovery",
                "Engine",
                "TransitEncryptionMode",
            ),
        )
    )
    group["Asked"].update(
        only(
            body, ("SecurityGroupIds", "PreferredMaintenanceWindow", "CacheParameterGroupName", "NotificationTopicArn")
        )
    )
    for flag, member in (("AutomaticFailoverEnabled", "AutomaticFailover"), ("MultiAZEnabled", "MultiAZ")):
        if body.get(flag) is not None:
            group[member] = "enabled" if body[flag] else "disabled"
    for flag in ("AutoMinorVersionUpgrade", "TransitEncryptionEnabled"):
        if body.get(flag) is not None:
            group[flag] = body[flag]
    if body.get("ReplicationGroupDescription"):
        group["Description"] = body["ReplicationGroupDescription"]
    if body.get("EngineVersion"):
        group["Asked"]["EngineVersion"] = PATCH_VERSIONS.get(body["EngineVersion"], body["EngineVersion"])
    kept = (
        []
        if body.get("RemoveUserGroups")
        else [one for one in group["UserGroupIds"] if one not in (body.get("UserGroupIdsToRemove") or [])]
    )
    group["UserGroupIds"] = kept + list(body.get("UserGroupIdsToAdd") or [])
    for log in body.get("LogDeliveryConfigurations") or []:
        others = [other for other in group["LogDeliveryConfigurations"] if other["LogType"] != log["LogType"]]
        group["LogDeliveryConfigurations"] = others + ([] if log.get("Enabled") is False else [_log(log)])
    return {"ReplicationGroup": _shown(call, group)}


def change_replica_count(call: Call) -> dict[str, Any]:
    """Another number of replicas in each shard."""
    group = _replication_group(call)
    if call.body.get("NewReplicaCount") is not None:
        group["Asked"]["Replicas"] = call.body["NewReplicaCount"]
    return {"ReplicationGroup": _shown(call, group)}


def change_shards(call: Call) -> dict[str, Any]:
    """Another number of shards."""
    group = _replication_group(call)
    if not group["ClusterEnabled"]:
        raise AwsError("InvalidParameterValue", "Shards can only be changed with cluster mode enabled.")
    group["Asked"]["Shards"] = call.body["NodeGroupCount"]
    return {"ReplicationGroup": _shown(call, group)}


def delete_replication_group(call: Call) -> dict[str, Any]:
    """The replication group is gone."""
    group = _replication_group(call)
    del _replication_groups(call)[group["ReplicationGroupId"]]
    tags_of(call).pop(group["ARN"], None)
    return {"ReplicationGroup": {**_shown(call, group), "Status": "deleting"}}


def describe_cache_clusters(call: Call) -> dict[str, Any] | None:
    """The clusters of replication groups; others are moto's."""
    wanted = call.body.get("CacheClusterId")
    found = [
        _cluster(call, group, member, index)
        for group in _replication_groups(call).values()
        for index, member in enumerate(name for members in _members(group) for name in members)
        if wanted in (None, "", member)
    ]
    return {"CacheClusters": found} if found else None


def _cluster(call: Call, group: dict[str, Any], name: str, index: int) -> dict[str, Any]:
    asked = group["Asked"]
    domain = f"{stable_id(group['ARN'], 6)}.{_short(call.region)}.cache.amazonaws.com"
    endpoint = {"Address": f"{name}.{group['ReplicationGroupId']}.{domain}", "Port": asked["Port"]}
    zone = f"{call.region}{'abc'[index % 3]}"
    node = {
        "CacheNodeId": "0001",
        "CacheNodeStatus": "available",
        "Endpoint": endpoint,
        "CustomerAvailabilityZone": zone,
    }
    shared = (
        "CacheNodeType",
        "Engine",
        "AutoMinorVersionUpgrade",
        "SnapshotRetentionLimit",
        "SnapshotWindow",
        "AuthTokenEnabled",
    )
    more = (
        "TransitEncryptionEnabled",
        "AtRestEncryptionEnabled",
        "NetworkType",
        "IpDiscovery",
        "TransitEncryptionMode",
        "ReplicationGroupId",
    )
    cluster = {
        **only(group, shared + more),
        **only(asked, ("EngineVersion", "CacheSubnetGroupName", "PreferredMaintenanceWindow")),
        "CacheClusterId": name,
        "CacheClusterStatus": "available",
        "NumCacheNodes": 1,
        "PreferredAvailabilityZone": zone,
        "CacheClusterCreateTime": group["ReplicationGroupCreateTime"],
        "CacheParameterGroup": {
            "CacheParameterGroupName": asked["CacheParameterGroupName"],
            "ParameterApplyStatus": "in-sync",
        },
        "SecurityGroups": [{"SecurityGroupId": one, "Status": "active"} for one in asked["SecurityGroupIds"]],
        "CacheNodes": [node] if call.body.get("ShowCacheNodeInfo") else [],
        "ARN": f"{call.arn_prefix}:cluster:{name}",
        "ReplicationGroupLogDeliveryEnabled": bool(group["LogDeliveryConfigurations"]),
    }
    if asked["NotificationTopicArn"]:
        cluster["NotificationConfiguration"] = {"TopicArn": asked["NotificationTopicArn"], "TopicStatus": "active"}
    return cluster


OPERATIONS = {
    "CreateReplicationGroup": create_replication_group,
    "DecreaseReplicaCount": change_replica_count,
    "DeleteReplicationGroup": delete_replication_group,
    "DescribeCacheClusters": describe_cache_clusters,
    "DescribeReplicationGroups": describe_replication_groups,
    "IncreaseReplicaCount": change_replica_count,
    "ModifyReplicationGroup": modify_replication_group,
    "ModifyReplicationGroupShardConfiguration": change_shards,
}
