"""MSK: changes of a cluster, each done at once under a new version of the cluster."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from . import state
from .call import Call
from .kafka_clusters import VERSIONS, check_settings, merged
from .kafka_common import bad_request, check_version, cluster_of, new_version, not_found, now

SERVICES = ("kafka",)


def _changed(call: Call, kind: str) -> dict[str, Any]:
    cluster = cluster_of(call)
    cluster["CurrentVersion"] = new_version()
    arn = f"{cluster['ClusterArn'].replace(':cluster/', ':cluster-operation/')}/{uuid4()}"
    state.table(call, "kafka:operation*")[arn] = {
        "ClusterArn": cluster["ClusterArn"],
        "CreationTime": now(),
        "EndTime": now(),
        "OperationArn": arn,
        "OperationState": "UPDATE_COMPLETE",
        "OperationType": kind,
    }
    return {"ClusterArn": cluster["ClusterArn"], "ClusterOperationArn": arn}


def _open(call: Call) -> dict[str, Any]:
    """The settings of the cluster, when the caller knows its present version."""
    cluster = cluster_of(call)
    check_version(call, cluster)
    settings: dict[str, Any] = cluster["Provisioned"]
    return settings


def describe_operation(call: Call) -> dict[str, Any]:
    """DescribeClusterOperation."""
    found = state.table(call, "kafka:operation*").get(call.body["ClusterOperationArn"])
    if found is None:
        raise not_found("The requested cluster operation does not exist.")
    return {"ClusterOperationInfo": found}


def broker_storage(call: Call) -> dict[str, Any]:
    """UpdateBrokerStorage: volumes only grow."""
    settings = _open(call)
    wanted = call.body["TargetBrokerEBSVolumeInfo"][0]
    volume = settings["BrokerNodeGroupInfo"]["StorageInfo"]["EbsStorageInfo"]
    if wanted.get("VolumeSizeGB", volume["VolumeSize"]) < volume["VolumeSize"]:
        raise bad_request("The volume size of a broker cannot be decreased.")
    volume["VolumeSize"] = wanted.get("VolumeSizeGB", volume["VolumeSize"])
    if "ProvisionedThroughput" in wanted:
        volume["ProvisionedThroughput"] = wanted["ProvisionedThroughput"]
    return _changed(call, "UPDATE_BROKER_STORAGE")


def broker_type(call: Call) -> dict[str, Any]:
    """UpdateBrokerType."""
    _open(call)["BrokerNodeGroupInfo"]["InstanceType"] = call.body["TargetInstanceType"]
    return _changed(call, "UPDATE_BROKER_TYPE")


def broker_count(call: Call) -> dict[str, Any]:
    """UpdateBrokerCount: a multiple of the Availability Zones."""
    settings, wanted = _open(call), call.body["TargetNumberOfBrokerNodes"]
    if wanted % len(settings["BrokerNodeGroupInfo"]["ClientSubnets"]):
        raise bad_request(
            "The number of broker nodes must be a multiple of Availability Zones in the Client Subnets parameter."
        )
    settings["NumberOfBrokerNodes"] = wanted
    return _changed(call, "UPDATE_BROKER_COUNT")


def kafka_version(call: Call) -> dict[str, Any]:
    """UpdateClusterKafkaVersion: never back, and never between ZooKeeper and KRaft."""
    settings, wanted = _open(call), call.body["TargetKafkaVersion"]
    software = settings["CurrentBrokerSoftwareInfo"]
    present = software["KafkaVersion"]
    if (
        wanted not in VERSIONS
        or present.endswith(".kraft") != wanted.endswith(".kraft")
        or _number(wanted) < _number(present)
    ):
        raise bad_request(f"The cluster cannot be updated from Kafka version {present} to {wanted}.")
    check_settings(call, call.body)
    software["KafkaVersion"] = wanted
    _configure(software, call.body.get("ConfigurationInfo"))
    return _changed(call, "UPDATE_CLUSTER_KAFKA_VERSION")


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:2])


def _configure(software: dict[str, Any], configuration: dict[str, Any] | None) -> None:
    if configuration:
        software.update(ConfigurationArn=configuration["Arn"], ConfigurationRevision=int(configuration["Revision"]))


def configuration(call: Call) -> dict[str, Any]:
    """UpdateClusterConfiguration."""
    settings = _open(call)
    check_settings(call, call.body)
    _configure(settings["CurrentBrokerSoftwareInfo"], call.body["ConfigurationInfo"])
    return _changed(call, "UPDATE_CLUSTER_CONFIGURATION")


def _merge(*members: str) -> Any:
    """An update that puts what the call says of some members over what they are."""

    def change(call: Call) -> dict[str, Any]:
        settings = _open(call)
        check_settings(call, call.body)
        for member in members:
            if member in call.body:
                given = call.body[member]
                settings[member] = merged(settings[member], given) if isinstance(given, dict) else given
        return _changed(call, call.operation.upper())

    return change


def connectivity(call: Call) -> dict[str, Any]:
    """UpdateConnectivity: multi-VPC connectivity takes only ways of authentication the cluster has itself."""
    settings = _open(call)
    brokers, given = settings["BrokerNodeGroupInfo"], call.body.get("ConnectivityInfo", {})
    wanted = merged(brokers["ConnectivityInfo"], given)
    own, on_vpc = settings["ClientAuthentication"], wanted["VpcConnectivity"]["ClientAuthentication"]
    pairs = [(on_vpc["Sasl"][way], own["Sasl"][way]) for way in ("Scram", "Iam")] + [
        (on_vpc["Tls"], own.get("Tls", {}))
    ]
    if any(outer["Enabled"] and not inner.get("Enabled") for outer, inner in pairs):
        raise bad_request("VPC connectivity can be on only for authentication schemes the cluster has on.")
    brokers["ConnectivityInfo"] = wanted
    return _changed(call, "UPDATE_CONNECTIVITY")


OPERATIONS = {
    "DescribeClusterOperation": describe_operation,
    "UpdateBrokerCount": broker_count,
    "UpdateBrokerStorage": broker_storage,
    "UpdateBrokerType": broker_type,
    "UpdateClusterConfiguration": configuration,
    "UpdateClusterKafkaVersion": kafka_version,
    "UpdateConnectivity": connectivity,
    "UpdateMonitoring": _merge("EnhancedMonitoring", "OpenMonitoring", "LoggingInfo"),
    "UpdateRebalancing": _merge("Rebalancing"),
    "UpdateSecurity": _merge("ClientAuthentication", "EncryptionInfo"),
}
