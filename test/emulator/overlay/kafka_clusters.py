"""MSK: provisioned clusters, their policy and their addresses."""

from __future__ import annotations

import json
from typing import Any

from .call import Call
from .kafka_common import (
    bad_request,
    cluster_of,
    clusters,
    configurations,
    conflict,
    new_arn,
    new_version,
    not_found,
    now,
)
from .neighbours import has_key, has_log_group, has_security_group, subnets

SERVICES = ("kafka",)

VERSIONS = (
    "2.8.1",
    "2.8.2.tiered",
    "3.4.0",
    "3.5.1",
    "3.6.0",
    "3.7.x",
    "3.7.x.kraft",
    "3.8.x",
    "3.8.x.kraft",
    "3.9.x",
    "3.9.x.kraft",
    "4.0.x.kraft",
)
NO_VPC_AUTH = {"Sasl": {"Scram": {"Enabled": False}, "Iam": {"Enabled": False}}, "Tls": {"Enabled": False}}
DEFAULT_VOLUME_GIB = 100

# Port of each kind of address, and where the settings turn it on.
ADDRESSES = (
    ("BootstrapBrokerString", 9092, lambda it: it["EncryptionInfo"]["EncryptionInTransit"]["ClientBroker"] != "TLS"),
    ("BootstrapBrokerStringTls", 9094, lambda it: _takes_tls(it)),
    ("BootstrapBrokerStringSaslScram", 9096, lambda it: it["ClientAuthentication"]["Sasl"]["Scram"]["Enabled"]),
    ("BootstrapBrokerStringSaslIam", 9098, lambda it: it["ClientAuthentication"]["Sasl"]["Iam"]["Enabled"]),
    ("BootstrapBrokerStringVpcConnectivityTls", 14002, lambda it: vpc_auth(it)["Tls"]["Enabled"]),
    ("BootstrapBrokerStringVpcConnectivitySaslScram", 14096, lambda it: vpc_auth(it)["Sasl"]["Scram"]["Enabled"]),
    ("BootstrapBrokerStringVpcConnectivitySaslIam", 14098, lambda it: vpc_auth(it)["Sasl"]["Iam"]["Enabled"]),
)


def _takes_tls(provisioned: dict[str, Any]) -> bool:
    auth = provisioned["ClientAuthentication"]
    if provisioned["EncryptionInfo"]["EncryptionInTransit"]["ClientBroker"] == "PLAINTEXT":
        return False
    return bool(auth.get("Tls", {}).get("Enabled") or auth["Unauthenticated"]["Enabled"])


def vpc_auth(provisioned: dict[str, Any]) -> dict[str, Any]:
    """Which ways of authentication multi-VPC connectivity is on for."""
    auth: dict[str, Any] = provisioned["BrokerNodeGroupInfo"]["ConnectivityInfo"]["VpcConnectivity"][
        "ClientAuthentication"
    ]
    return auth


def merged(defaults: dict[str, Any], given: dict[str, Any] | None) -> dict[str, Any]:
    """`given` over `defaults`, member by member at every depth."""
    answer = dict(defaults)
    for key, value in (given or {}).items():
        inner = answer.get(key)
        answer[key] = merged(inner, value) if isinstance(inner, dict) and isinstance(value, dict) else value
    return answer


def create(call: Call) -> dict[str, Any]:
    """CreateCluster."""
    members = {key: value for key, value in call.body.items() if key not in ("ClusterName", "Tags")}
    return _create(call, members)


def create_v2(call: Call) -> dict[str, Any] | None:
    """CreateClusterV2 of a provisioned cluster; a serverless one is left to moto."""
    if "Provisioned" not in call.body:
        return None
    return {**_create(call, call.body["Provisioned"]), "ClusterType": "PROVISIONED"}


def _create(call: Call, given: dict[str, Any]) -> dict[str, Any]:
    name = call.body["ClusterName"]
    if any(other["ClusterName"] == name for other in clusters(call).values()):
        raise conflict("A resource with this name already exists.")
    _check(call, given)
    arn = new_arn(call, "cluster", name)
    clusters(call)[arn] = {
        "ClusterArn": arn,
        "ClusterName": name,
        "ClusterType": "PROVISIONED",
        "CreationTime": now(),
        "CurrentVersion": new_version(),
        "State": "ACTIVE",
        "Tags": dict(call.body.get("Tags", {})),
        "Provisioned": _provisioned(call, given),
    }
    return {"ClusterArn": arn, "ClusterName": name, "State": "CREATING"}


def _check(call: Call, given: dict[str, Any]) -> None:
    if given["KafkaVersion"] not in VERSIONS:
        raise bad_request(f"Unsupported KafkaVersion [{given['KafkaVersion']}]. Valid values: [{', '.join(VERSIONS)}]")
    brokers = given["BrokerNodeGroupInfo"]
    zones = {subnet.availability_zone for subnet in subnets(call, brokers["ClientSubnets"])}
    if len(zones) not in (2, 3) or len(zones) != len(brokers["ClientSubnets"]):
        raise bad_request(
            "One or more subnets are invalid: give two or three existing ones, each in an Availability Zone of its own."
        )
    if given["NumberOfBrokerNodes"] % len(zones):
        raise bad_request(
            "The number of broker nodes must be a multiple of Availability Zones in the Client Subnets parameter."
        )
    for group in brokers.get("SecurityGroups", []):
        if not has_security_group(call, group):
            raise bad_request(f"The security group {group} does not exist.")
    on_vpc = brokers.get("ConnectivityInfo", {}).get("VpcConnectivity", {}).get("ClientAuthentication", {})
    if merged(NO_VPC_AUTH, on_vpc) != NO_VPC_AUTH:
        raise bad_request("When creating a cluster, all vpcConnectivity auth schemes must be disabled.")
    check_settings(call, given)


def check_settings(call: Call, given: dict[str, Any]) -> None:
    """The checks of settings that may also be changed later."""
    key = given.get("EncryptionInfo", {}).get("EncryptionAtRest", {}).get("DataVolumeKMSKeyId")
    if key and not has_key(call, key):
        raise bad_request(f"The KMS key {key} does not exist.")
    logs = given.get("LoggingInfo", {}).get("BrokerLogs", {}).get("CloudWatchLogs", {})
    if logs.get("Enabled") and not has_log_group(call, logs.get("LogGroup", "")):
        raise bad_request(f"The CloudWatch Logs log group {logs.get('LogGroup')} does not exist.")
    auth = given.get("ClientAuthentication", {})
    sasl = auth.get("Sasl", {})
    in_transit = given.get("EncryptionInfo", {}).get("EncryptionInTransit", {}).get("ClientBroker", "TLS")
    if in_transit == "PLAINTEXT" and any(way.get("Enabled") for way in (*sasl.values(), auth.get("Tls", {}))):
        raise bad_request("Client authentication needs encryption in transit between clients and brokers.")
    configuration = given.get("ConfigurationInfo")
    if configuration:
        known = configurations(call).get(configuration["Arn"])
        if known is None or int(configuration["Revision"]) not in known["revisions*"]:
            raise bad_request("Configuration ARN or revision does not exist.")


def _provisioned(call: Call, given: dict[str, Any]) -> dict[str, Any]:
    configuration = given.get("ConfigurationInfo", {})
    software: dict[str, Any] = {"KafkaVersion": given["KafkaVersion"]}
    if configuration:
        software.update(ConfigurationArn=configuration["Arn"], ConfigurationRevision=int(configuration["Revision"]))
    off = {"Enabled": False}
    exporters = {"JmxExporter": {"EnabledInBroker": False}, "NodeExporter": {"EnabledInBroker": False}}
    defaults: dict[str, Any] = {
        "BrokerNodeGroupInfo": {
            "BrokerAZDistribution": "DEFAULT",
            "ConnectivityInfo": {
                "PublicAccess": {"Type": "DISABLED"},
                "VpcConnectivity": {"ClientAuthentication": NO_VPC_AUTH},
            },
        },
        "ClientAuthentication": {
            # No `Tls`: MSK answers none for a cluster that was made without it.
            "Sasl": {"Scram": off, "Iam": off},
            "Unauthenticated": {"Enabled": "ClientAuthentication" not in given},
        },
        "CurrentBrokerSoftwareInfo": software,
        "CustomerActionStatus": "NONE",
        "EncryptionInfo": {
            "EncryptionAtRest": {"DataVolumeKMSKeyId": f"arn:aws:kms:{call.region}:{call.account}:alias/aws/kafka"},
            "EncryptionInTransit": {"ClientBroker": "TLS", "InCluster": True},
        },
        "EnhancedMonitoring": "DEFAULT",
        "LoggingInfo": {"BrokerLogs": {"CloudWatchLogs": off, "Firehose": off, "S3": off}},
        "OpenMonitoring": {"Prometheus": exporters},
        "StorageMode": "LOCAL",
    }
    if not given["BrokerNodeGroupInfo"]["InstanceType"].startswith("express."):
        defaults["BrokerNodeGroupInfo"]["StorageInfo"] = {"EbsStorageInfo": {"VolumeSize": DEFAULT_VOLUME_GIB}}
    rest = {key: value for key, value in given.items() if key not in ("ConfigurationInfo", "KafkaVersion")}
    provisioned = merged(defaults, rest)
    if not given["KafkaVersion"].endswith(".kraft"):
        provisioned["ZookeeperConnectString"] = _hosts("z", call, call.body["ClusterName"], 3, 2181)
        provisioned["ZookeeperConnectStringTls"] = _hosts("z", call, call.body["ClusterName"], 3, 2182)
    return provisioned


def _hosts(kind: str, call: Call, cluster: str, count: int, port: int) -> str:
    return ",".join(
        f"{kind}-{number}.{cluster}.c1.kafka.{call.region}.amazonaws.com:{port}" for number in range(1, count + 1)
    )


def describe(call: Call) -> dict[str, Any]:
    """DescribeCluster: the settings beside the name."""
    cluster = cluster_of(call)
    rest = {key: value for key, value in cluster.items() if key not in ("Provisioned", "ClusterType")}
    return {"ClusterInfo": {**rest, **cluster["Provisioned"]}}


def describe_v2(call: Call) -> dict[str, Any]:
    """DescribeClusterV2: the settings under `Provisioned`."""
    return {"ClusterInfo": cluster_of(call)}


def list_v2(call: Call) -> dict[str, Any]:
    """ListClustersV2, in one page."""
    prefix = call.body.get("ClusterNameFilter", "")
    return {"ClusterInfoList": [entry for entry in clusters(call).values() if entry["ClusterName"].startswith(prefix)]}


def delete(call: Call) -> dict[str, Any]:
    """DeleteCluster."""
    cluster = cluster_of(call)
    del clusters(call)[cluster["ClusterArn"]]
    return {"ClusterArn": cluster["ClusterArn"], "State": "DELETING"}


def bootstrap_brokers(call: Call) -> dict[str, Any]:
    """GetBootstrapBrokers: the addresses of the ways of authentication that are on."""
    cluster = cluster_of(call)
    provisioned = cluster["Provisioned"]
    count = min(3, provisioned["NumberOfBrokerNodes"])
    return {
        member: _hosts("b", call, cluster["ClusterName"], count, port)
        for member, port, is_on in ADDRESSES
        if is_on(provisioned)
    }


def put_policy(call: Call) -> dict[str, Any]:
    """PutClusterPolicy."""
    cluster = cluster_of(call)
    try:
        json.loads(call.body["Policy"])
    except ValueError as error:
        raise bad_request("The policy is not valid JSON.") from error
    if call.body.get("CurrentVersion", cluster.get("policy version*")) != cluster.get("policy version*"):
        raise bad_request("The current version of the policy is out of date.")
    cluster["policy*"], cluster["policy version*"] = call.body["Policy"], new_version()
    return {"CurrentVersion": cluster["policy version*"]}


def get_policy(call: Call) -> dict[str, Any]:
    """GetClusterPolicy."""
    cluster = cluster_of(call)
    if "policy*" not in cluster:
        raise not_found("There is no policy associated with the cluster.")
    return {"CurrentVersion": cluster["policy version*"], "Policy": cluster["policy*"]}


def delete_policy(call: Call) -> dict[str, Any]:
    """DeleteClusterPolicy."""
    get_policy(call)
    cluster = cluster_of(call)
    del cluster["policy*"], cluster["policy version*"]
    return {}


def list_scram_secrets(call: Call) -> dict[str, Any]:
    """ListScramSecrets: none, as they cannot be associated here."""
    cluster_of(call)
    return {"SecretArnList": []}


OPERATIONS = {
    "CreateCluster": create,
    "CreateClusterV2": create_v2,
    "DeleteCluster": delete,
    "DeleteClusterPolicy": delete_policy,
    "DescribeCluster": describe,
    "DescribeClusterV2": describe_v2,
    "GetBootstrapBrokers": bootstrap_brokers,
    "GetClusterPolicy": get_policy,
    "ListClustersV2": list_v2,
    "ListScramSecrets": list_scram_secrets,
    "PutClusterPolicy": put_policy,
}
