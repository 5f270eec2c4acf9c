"""RDS: Aurora global databases, in place of moto's, which knows their members in one region only."""

from __future__ import annotations

from typing import Any

from moto.rds.models import DBCluster, rds_backends

from .call import AwsError, Call
from .rds import cluster_of
from .rds import create_cluster as create_any_cluster
from .state import GLOBAL_REGION, Table, table
from .values import find, merge_tags, only, stable_id, without_tags

SERVICES = ("rds",)


def _globals(call: Call) -> Table:
    return table(call, "rds:global-cluster", GLOBAL_REGION)


def _global(call: Call, name: str) -> dict[str, Any]:
    message = f"Global cluster {name} not found"
    found: dict[str, Any] = find(_globals(call), name.lower(), "GlobalClusterNotFoundFault", message)
    return found


def _arn(call: Call, name: str) -> str:
    return f"arn:aws:rds::{call.account}:global-cluster:{name}"


def _cluster_by_arn(call: Call, arn: str) -> DBCluster | None:
    region, name = arn.split(":")[3], arn.split(":")[6]
    found: DBCluster | None = rds_backends[call.account][region].clusters.get(name)
    return found


def _shown(call: Call, entry: dict[str, Any]) -> dict[str, Any]:
    members = entry["Members"]
    shown = {name: value for name, value in entry.items() if name != "Members"}
    shown["GlobalClusterMembers"] = [
        {
            "DBClusterArn": arn,
            "IsWriter": index == 0,
            "Readers": members[1:] if index == 0 else [],
            "SynchronizationStatus": "connected",
            **({} if index == 0 else {"GlobalWriteForwardingStatus": "disabled"}),
        }
        for index, arn in enumerate(members)
    ]
    return shown


def create_global_cluster(call: Call) -> dict[str, Any]:
    """A new global cluster, of an engine or around a cluster that is there."""
    body, name = call.body, call.body["GlobalClusterIdentifier"].lower()
    if name in _globals(call):
        raise AwsError("GlobalClusterAlreadyExistsFault", f"Global cluster {name} already exists")
    source = body.get("SourceDBClusterIdentifier")
    if not source and not body.get("Engine"):
        raise AwsError(
            "InvalidParameterValue", "When creating standalone global cluster, value for engineName should be specified"
        )
    cluster = _cluster_by_arn(call, source) if source else None
    if source and cluster is None:
        raise AwsError("DBClusterNotFoundFault", f"DBCluster {source} not found.", 404)
    number = stable_id(_arn(call, name), 16)
    _globals(call)[name] = entry = {
        "GlobalClusterIdentifier": name,
        "GlobalClusterResourceId": f"cluster-{number}",
        "GlobalClusterArn": _arn(call, name),
        "Status": "available",
        "Engine": cluster.engine if cluster else body["Engine"],
        "EngineVersion": (
            cluster.engine_version
            if cluster
            else body.get("EngineVersion") or DBCluster.default_engine_version(body["Engine"])
        ),
        "EngineLifecycleSupport": body.get("EngineLifecycleSupport", "open-source-rds-extended-support"),
        "StorageEncrypted": cluster.storage_encrypted if cluster else bool(body.get("StorageEncrypted")),
        "DeletionProtection": bool(body.get("DeletionProtection")),
        "Endpoint": f"{name}.global-{stable_id(number, 12)}.global.rds.amazonaws.com",
        "TagList": body.get("Tags") or [],
        "Members": [source] if source else [],
        **only(body, ("DatabaseName",)),
    }
    return {"GlobalCluster": _shown(call, entry)}


def describe_global_clusters(call: Call) -> dict[str, Any]:
    """Global clusters, of every region, narrowed by name or by member."""
    name = call.body.get("GlobalClusterIdentifier")
    found = [_global(call, name)] if name else list(_globals(call).values())
    for one in call.body.get("Filters") or []:
        if one["Name"] == "db-cluster-id":
            found = [
                entry for entry in found if any(_is(arn, value) for arn in entry["Members"] for value in one["Values"])
            ]
    return {"GlobalClusters": [_shown(call, entry) for entry in found]}


def _is(arn: str, name_or_arn: str) -> bool:
    return name_or_arn in (arn, arn.split(":")[6])


def modify_global_cluster(call: Call) -> dict[str, Any]:
    """Other settings; a new version reaches every member."""
    entry = _global(call, call.body["GlobalClusterIdentifier"])
    entry.update(only(call.body, ("DeletionProtection", "EngineVersion")))
    if call.body.get("EngineVersion"):
        for arn in entry["Members"]:
            cluster = _cluster_by_arn(call, arn)
            if cluster is not None:
                cluster.engine_version = entry["EngineVersion"]
    new = call.body.get("NewGlobalClusterIdentifier")
    if new:
        del _globals(call)[entry["GlobalClusterIdentifier"]]
        entry.update(GlobalClusterIdentifier=new.lower(), GlobalClusterArn=_arn(call, new.lower()))
        _globals(call)[new.lower()] = entry
    return {"GlobalCluster": _shown(call, entry)}


def remove_from_global_cluster(call: Call) -> dict[str, Any]:
    """A member goes its own way; the writer only as the last one."""
    entry = _global(call, call.body["GlobalClusterIdentifier"])
    arn = next((one for one in entry["Members"] if _is(one, call.body["DbClusterIdentifier"])), None)
    if arn is None:
        raise AwsError("DBClusterNotFoundFault", f"DBCluster {call.body['DbClusterIdentifier']} not found.", 404)
    if arn == entry["Members"][0] and len(entry["Members"]) > 1:
        raise AwsError(
            "InvalidGlobalClusterStateFault", "The writer cluster can be removed only after every other cluster."
        )
    entry["Members"].remove(arn)
    cluster = _cluster_by_arn(call, arn)
    if cluster is not None:
        cluster.global_cluster_identifier = None
    return {"GlobalCluster": _shown(call, entry)}


def delete_global_cluster(call: Call) -> dict[str, Any]:
    """The global cluster is gone, once it has no members and no protection."""
    entry = _global(call, call.body["GlobalClusterIdentifier"])
    if entry["DeletionProtection"]:
        raise AwsError(
            "InvalidParameterCombination",
            "Cannot delete protected Global Cluster, please disable deletion protection and try again.",
        )
    if entry["Members"]:
        raise AwsError("InvalidGlobalClusterStateFault", f"Global Cluster {entry['GlobalClusterArn']} is not empty")
    del _globals(call)[entry["GlobalClusterIdentifier"]]
    return {"GlobalCluster": {**_shown(call, entry), "Status": "deleting"}}


def switch_writer(call: Call) -> dict[str, Any]:
    """Another member becomes the writer."""
    entry = _global(call, call.body["GlobalClusterIdentifier"])
    target = next((one for one in entry["Members"] if _is(one, call.body["TargetDbClusterIdentifier"])), None)
    if target is None:
        raise AwsError("DBClusterNotFoundFault", f"DBCluster {call.body['TargetDbClusterIdentifier']} not found.", 404)
    entry["Members"].remove(target)
    entry["Members"].insert(0, target)
    return {"GlobalCluster": _shown(call, entry)}


def create_cluster(call: Call) -> None:
    """Check a cluster that is to join a global one, before moto makes it."""
    create_any_cluster(call)
    if not call.body.get("GlobalClusterIdentifier"):
        return
    entry, body = _global(call, call.body["GlobalClusterIdentifier"]), call.body
    if any(arn.split(":")[3] == call.region for arn in entry["Members"]):
        raise AwsError("InvalidParameterValue", "A global cluster has one cluster a region.")
    if body.get("ManageMasterUserPassword"):
        raise AwsError(
            "InvalidParameterCombination",
            "Secrets Manager cannot manage the password of a cluster of a global cluster.",
        )
    if entry["Members"] and (body.get("MasterUsername") or body.get("MasterUserPassword") or body.get("DatabaseName")):
        raise AwsError(
            "InvalidParameterCombination", "Cannot specify user name, password or database for a secondary cluster."
        )
    if body.get("EngineVersion") and body["EngineVersion"] != entry["EngineVersion"]:
        raise AwsError("InvalidParameterValue", "The engine version must be the one of the global cluster.")
    if bool(body.get("StorageEncrypted")) != entry["StorageEncrypted"]:
        raise AwsError("InvalidParameterCombination", "Encryption must be that of the global cluster.")
    if entry["Members"] and entry["StorageEncrypted"] and not body.get("KmsKeyId"):
        raise AwsError("InvalidParameterCombination", "A secondary cluster needs a KMS key of its own region.")


def join(call: Call, text: str) -> None:
    """A cluster that moto made becomes a member of its global cluster and has the writer's user and database."""
    name = call.body.get("GlobalClusterIdentifier")
    if not name:
        return
    entry, cluster = _global(call, name), cluster_of(call, call.body["DBClusterIdentifier"])
    writer = _cluster_by_arn(call, entry["Members"][0]) if entry["Members"] else None
    if writer is not None:
        cluster.master_username, cluster.database_name = writer.master_username, writer.database_name
    elif entry.get("DatabaseName") and not cluster.database_name:
        cluster.database_name = entry["DatabaseName"]
    entry["Members"].append(cluster.arn)


def _tagged(call: Call) -> dict[str, Any] | None:
    arn = call.body["ResourceName"]
    return _global(call, arn.split(":")[-1]) if ":global-cluster:" in arn else None


def list_tags(call: Call) -> dict[str, Any] | None:
    """The tags of a global cluster."""
    entry = _tagged(call)
    return None if entry is None else {"TagList": entry["TagList"]}


def add_tags(call: Call) -> dict[str, Any] | None:
    """More tags of a global cluster."""
    entry = _tagged(call)
    if entry is None:
        return None
    entry["TagList"] = merge_tags(entry["TagList"], call.body["Tags"])
    return {}


def remove_tags(call: Call) -> dict[str, Any] | None:
    """Fewer tags of a global cluster."""
    entry = _tagged(call)
    if entry is None:
        return None
    entry["TagList"] = without_tags(entry["TagList"], call.body["TagKeys"])
    return {}


OPERATIONS = {
    "AddTagsToResource": add_tags,
    "CreateDBCluster": create_cluster,
    "CreateGlobalCluster": create_global_cluster,
    "DeleteGlobalCluster": delete_global_cluster,
    "DescribeGlobalClusters": describe_global_clusters,
    "FailoverGlobalCluster": switch_writer,
    "ListTagsForResource": list_tags,
    "ModifyGlobalCluster": modify_global_cluster,
    "RemoveFromGlobalCluster": remove_from_global_cluster,
    "RemoveTagsFromResource": remove_tags,
    "SwitchoverGlobalCluster": switch_writer,
}

AFTER = {"CreateDBCluster": join}
