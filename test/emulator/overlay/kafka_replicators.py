"""MSK: replicators, with the checks of both clusters that MSK makes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from .call import Call
from .kafka_clusters import merged, vpc_auth
from .kafka_common import (
    bad_request,
    check_version,
    clusters,
    conflict,
    new_arn,
    new_version,
    not_found,
    now,
    replicators,
)
from .neighbours import has_role, has_security_group, subnets

SERVICES = ("kafka",)

POLICY_ACTIONS = ("kafka:CreateVpcConnection", "kafka:DescribeClusterV2", "kafka:GetBootstrapBrokers")


def create(call: Call) -> dict[str, Any]:
    """CreateReplicator: in the target's region, between two clusters with IAM access control."""
    body = call.body
    name = body["ReplicatorName"]
    if any(other["ReplicatorName"] == name for other in replicators(call).values()):
        raise conflict("A resource with this name already exists.")
    if not has_role(call, body["ServiceExecutionRoleArn"]):
        raise bad_request(f"The service execution role {body['ServiceExecutionRoleArn']} does not exist.")
    if len(body["KafkaClusters"]) != 2 or len(body["ReplicationInfoList"]) != 1:
        raise bad_request("A replicator has two clusters and one replication.")
    info = body["ReplicationInfoList"][0]
    names = {}
    for cluster in body["KafkaClusters"]:
        arn = cluster["AmazonMskCluster"]["MskClusterArn"]
        names[arn] = _check_cluster(call, cluster, is_target=arn == info["TargetKafkaClusterArn"])
    if set(names) != {info["SourceKafkaClusterArn"], info["TargetKafkaClusterArn"]}:
        raise bad_request("The source and the target of the replication must be the clusters of the replicator.")
    arn = new_arn(call, "replicator", name)
    replicators(call)[arn] = _describe(call, arn, names)
    return {"ReplicatorArn": arn, "ReplicatorName": name, "ReplicatorState": "CREATING"}


def _check_cluster(call: Call, cluster: dict[str, Any], is_target: bool) -> str:
    """The cluster's name, when it may take part."""
    arn = cluster["AmazonMskCluster"]["MskClusterArn"]
    there = replace(call, region=arn.split(":")[3])
    known = clusters(there).get(arn)
    if known is None:
        raise bad_request(f"The cluster {arn} does not exist.")
    if is_target and there.region != call.region:
        raise bad_request("The replicator must be in the region of its target cluster.")
    settings = known["Provisioned"]
    if not settings["ClientAuthentication"]["Sasl"]["Iam"]["Enabled"]:
        raise bad_request(f"The cluster {arn} must have IAM access control on.")
    if there.region != call.region:
        _check_far_source(known)
    network = cluster["VpcConfig"]
    if len(subnets(there, network["SubnetIds"])) != len(network["SubnetIds"]):
        raise bad_request(f"The subnets of the cluster {arn} do not exist.")
    if not all(has_security_group(there, group) for group in network.get("SecurityGroupIds", [])):
        raise bad_request(f"The security groups of the cluster {arn} do not exist.")
    name: str = known["ClusterName"]
    return name


def _check_far_source(cluster: dict[str, Any]) -> None:
    """What MSK asks of a source in another region: multi-VPC connectivity and a policy for the service."""
    arn = cluster["ClusterArn"]
    if not vpc_auth(cluster["Provisioned"])["Sasl"]["Iam"]["Enabled"]:
        raise bad_request(f"The source cluster {arn} must have multi-VPC connectivity with IAM access control on.")
    statements = json.loads(cluster.get("policy*", '{"Statement": []}'))["Statement"]
    allowed = {
        action
        for statement in statements
        if statement["Effect"] == "Allow" and "kafka.amazonaws.com" in str(statement.get("Principal"))
        for action in ([statement["Action"]] if isinstance(statement["Action"], str) else statement["Action"])
    }
    missing = [action for action in POLICY_ACTIONS if action not in allowed and "kafka:*" not in allowed]
    if missing:
        raise bad_request(
            f"The policy of the source cluster {arn} must allow kafka.amazonaws.com {', '.join(missing)}."
        )


def _describe(call: Call, arn: str, names: dict[str, str]) -> dict[str, Any]:
    body = call.body
    info = body["ReplicationInfoList"][0]
    replication = {
        "SourceKafkaClusterAlias": names[info["SourceKafkaClusterArn"]],
        "TargetKafkaClusterAlias": names[info["TargetKafkaClusterArn"]],
        "TargetCompressionType": info["TargetCompressionType"],
        "ConsumerGroupReplication": {
            "ConsumerGroupsToExclude": [],
            "DetectAndCopyNewConsumerGroups": True,
            "SynchroniseConsumerGroupOffsets": True,
            **info["ConsumerGroupReplication"],
        },
        "TopicReplication": merged(
            {
                "CopyAccessControlListsForTopics": True,
                "CopyTopicConfigurations": True,
                "DetectAndCopyNewTopics": True,
                "StartingPosition": {"Type": "LATEST"},
                "TopicNameConfiguration": {"Type": "PREFIXED_WITH_SOURCE_CLUSTER_ALIAS"},
                "TopicsToExclude": [],
            },
            info["TopicReplication"],
        ),
    }
    return {
        "ReplicatorArn": arn,
        "ReplicatorName": body["ReplicatorName"],
        "ReplicatorDescription": body.get("Description", ""),
        "ReplicatorState": "RUNNING",
        "CreationTime": now(),
        "CurrentVersion": new_version(),
        "IsReplicatorReference": False,
        "KafkaClusters": [
            {**cluster, "KafkaClusterAlias": names[cluster["AmazonMskCluster"]["MskClusterArn"]]}
            for cluster in body["KafkaClusters"]
        ],
        "ReplicationInfoList": [replication],
        "ServiceExecutionRoleArn": body["ServiceExecutionRoleArn"],
        "Tags": dict(body.get("Tags", {})),
    }


def _replicator_of(call: Call) -> dict[str, Any]:
    found: dict[str, Any] | None = replicators(call).get(call.body["ReplicatorArn"])
    if found is None:
        raise not_found("The requested replicator does not exist.")
    return found


def describe(call: Call) -> dict[str, Any]:
    """DescribeReplicator."""
    return _replicator_of(call)


def list_all(call: Call) -> dict[str, Any]:
    """ListReplicators, in one page."""
    return {"Replicators": list(replicators(call).values())}


def update(call: Call) -> dict[str, Any]:
    """UpdateReplicationInfo."""
    replicator = _replicator_of(call)
    check_version(call, replicator)
    replication = replicator["ReplicationInfoList"][0]
    for member in ("ConsumerGroupReplication", "TopicReplication"):
        replication[member] = merged(replication[member], call.body.get(member))
    replicator["CurrentVersion"] = new_version()
    return {"ReplicatorArn": replicator["ReplicatorArn"], "ReplicatorState": "UPDATING"}


def delete(call: Call) -> dict[str, Any]:
    """DeleteReplicator."""
    replicator = _replicator_of(call)
    check_version(call, replicator)
    del replicators(call)[replicator["ReplicatorArn"]]
    return {"ReplicatorArn": replicator["ReplicatorArn"], "ReplicatorState": "DELETING"}


OPERATIONS = {
    "CreateReplicator": create,
    "DeleteReplicator": delete,
    "DescribeReplicator": describe,
    "ListReplicators": list_all,
    "UpdateReplicationInfo": update,
}
