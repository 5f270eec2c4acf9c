"""EKS: clusters. Each has its security group in EC2, as the real ones have."""

from __future__ import annotations

import base64
import re
from typing import Any
from uuid import uuid4

from .call import Call
from .eks_common import PARTS, cluster_of, clusters, in_use, invalid, now, of_cluster, parts, record_update
from .neighbours import backend, has_key, has_role, has_security_group, subnets

SERVICES = ("eks",)

LOG_TYPES = ("api", "audit", "authenticator", "controllerManager", "scheduler")
DEFAULT_VERSION = "1.35"
VERSIONS = tuple(f"1.{minor}" for minor in range(29, 37))
MODES = {"CONFIG_MAP": ("API_AND_CONFIG_MAP",), "API_AND_CONFIG_MAP": ("API",), "API": ()}
"""The authentication modes one may change to."""


def create_cluster(call: Call) -> dict[str, Any]:
    """CreateCluster: active at once."""
    body = call.body
    name = body["name"]
    if name in clusters(call):
        raise in_use(f"Cluster already exists with name: {name}")
    if not re.fullmatch(r"[0-9A-Za-z][A-Za-z0-9_-]{0,99}", name):
        raise invalid(f"The cluster name {name} is not valid")
    if body.get("version", DEFAULT_VERSION) not in VERSIONS:
        raise invalid(f"unsupported Kubernetes version {body['version']}")
    _check_neighbours(call)
    cluster = _describe(call, uuid4().hex.upper())
    clusters(call)[name] = cluster
    return {"cluster": {**cluster, "status": "CREATING"}}


def _check_neighbours(call: Call) -> None:
    network = call.body["resourcesVpcConfig"]
    found = subnets(call, network.get("subnetIds", []))
    missing = set(network.get("subnetIds", [])) - {subnet.id for subnet in found}
    if missing:
        raise invalid(f"The subnet ID '{sorted(missing)[0]}' does not exist")
    if len({subnet.availability_zone for subnet in found}) < 2:
        raise invalid("Subnets specified must be in at least two different AZs")
    for group in network.get("securityGroupIds", []):
        if not has_security_group(call, group):
            raise invalid(f"The security group '{group}' does not exist")
    if not has_role(call, call.body["roleArn"]):
        raise invalid(f"Role with arn: {call.body['roleArn']}, could not be assumed because it does not exist")
    for config in call.body.get("encryptionConfig", []):
        if not has_key(call, config["provider"]["keyArn"]):
            raise invalid(f"KMS key {config['provider']['keyArn']} does not exist")


def _describe(call: Call, identity: str) -> dict[str, Any]:
    body = call.body
    access = body.get("accessConfig", {})
    family = body.get("kubernetesNetworkConfig", {})
    # AWS answers neither compute nor storage configuration for a cluster that never had EKS Auto Mode.
    optional = ("encryptionConfig", "computeConfig", "storageConfig", "remoteNetworkConfig", "zonalShiftConfig")
    return {
        "name": body["name"],
        "arn": f"{call.arn_prefix}:cluster/{body['name']}",
        "createdAt": now(),
        "version": body.get("version", DEFAULT_VERSION),
        "endpoint": f"https://{identity}.gr7.{call.region}.eks.amazonaws.com",
        "roleArn": body["roleArn"],
        "resourcesVpcConfig": _network(call),
        "kubernetesNetworkConfig": {
            "serviceIpv4Cidr": family.get("serviceIpv4Cidr", "172.20.0.0/16"),
            "ipFamily": family.get("ipFamily", "ipv4"),
            "elasticLoadBalancing": family.get("elasticLoadBalancing", {"enabled": False}),
        },
        "logging": _logging(body.get("logging", {})),
        "identity": {"oidc": {"issuer": f"https://oidc.eks.{call.region}.amazonaws.com/id/{identity}"}},
        "status": "ACTIVE",
        "certificateAuthority": {"data": base64.b64encode(b"certificate authority of " + identity.encode()).decode()},
        "platformVersion": "eks.1",
        "tags": dict(body.get("tags", {})),
        "health": {"issues": []},
        "accessConfig": {
            "authenticationMode": access.get("authenticationMode", "CONFIG_MAP"),
            "bootstrapClusterCreatorAdminPermissions": access.get("bootstrapClusterCreatorAdminPermissions", True),
        },
        "upgradePolicy": body.get("upgradePolicy", {"supportType": "EXTENDED"}),
        "deletionProtection": body.get("deletionProtection", False),
        **{key: body[key] for key in optional if key in body},
    }


def _network(call: Call) -> dict[str, Any]:
    given = call.body["resourcesVpcConfig"]
    vpc = subnets(call, given["subnetIds"])[0].vpc_id
    name = call.body["name"]
    group = backend(call, "ec2").create_security_group(
        f"eks-cluster-sg-{name}-{uuid4().int % 10**9}",
        "EKS created security group applied to the ENIs of the control plane and to any managed workloads.",
        vpc,
        tags={"Name": f"eks-cluster-sg-{name}", f"kubernetes.io/cluster/{name}": "owned"},
    )
    return {
        "subnetIds": given["subnetIds"],
        "securityGroupIds": given.get("securityGroupIds", []),
        "clusterSecurityGroupId": group.id,
        "vpcId": vpc,
        "endpointPublicAccess": given.get("endpointPublicAccess", True),
        "endpointPrivateAccess": given.get("endpointPrivateAccess", False),
        "publicAccessCidrs": given.get("publicAccessCidrs") or _open_to_all(given),
    }


def _open_to_all(network: dict[str, Any]) -> list[str]:
    return ["0.0.0.0/0"] if network.get("endpointPublicAccess", True) else []


def _logging(given: dict[str, Any], enabled: set[str] | None = None) -> dict[str, Any]:
    """Which log types are on, after those that `given` turns on and off."""
    enabled = enabled or set()
    for part in given.get("clusterLogging", []):
        enabled = enabled | set(part["types"]) if part.get("enabled") else enabled - set(part["types"])
    parts_of_answer = (([kind for kind in LOG_TYPES if (kind in enabled) is on], on) for on in (True, False))
    return {"clusterLogging": [{"types": types, "enabled": on} for types, on in parts_of_answer if types]}


def _enabled_logs(cluster: dict[str, Any]) -> set[str]:
    return {kind for part in cluster["logging"]["clusterLogging"] if part["enabled"] for kind in part["types"]}


def describe_cluster(call: Call) -> dict[str, Any]:
    """DescribeCluster."""
    return {"cluster": cluster_of(call)}


def list_clusters(call: Call) -> dict[str, Any]:
    """ListClusters, in one page."""
    return {"clusters": sorted(clusters(call))}


def delete_cluster(call: Call) -> dict[str, Any]:
    """DeleteCluster: refused while it has nodes; everything else of it goes with it."""
    cluster = cluster_of(call)
    name = cluster["name"]
    if of_cluster(call, "nodegroup", name):
        raise in_use("Cluster has nodegroups attached")
    if cluster["deletionProtection"]:
        raise invalid("Cluster has deletion protection enabled")
    for kind in PARTS:
        for part in of_cluster(call, kind, name):
            del parts(call, kind)[name, part]
    backend(call, "ec2").delete_security_group(group_id=cluster["resourcesVpcConfig"]["clusterSecurityGroupId"])
    return {"cluster": {**clusters(call).pop(name), "status": "DELETING"}}


def update_cluster_version(call: Call) -> dict[str, Any]:
    """UpdateClusterVersion: one minor version at a time."""
    cluster = cluster_of(call)
    wanted, present = call.body["version"], cluster["version"]
    if wanted not in VERSIONS or int(wanted.split(".")[1]) != int(present.split(".")[1]) + 1:
        raise invalid(f"Unsupported Kubernetes minor version update from {present} to {wanted}")
    cluster["version"] = wanted
    return record_update(call, "VersionUpdate", {"Version": wanted, "PlatformVersion": "eks.1"})


def update_cluster_config(call: Call) -> dict[str, Any]:
    """UpdateClusterConfig: one kind of change a call."""
    cluster = cluster_of(call)
    changes = [kind for kind in CHANGES if kind in call.body]
    if len(changes) != 1:
        raise invalid("Only one type of update can be allowed.")
    kind, change = CHANGES[changes[0]]
    change(call, cluster, call.body[changes[0]])
    return record_update(call, kind, {})


def _change_logging(_: Call, cluster: dict[str, Any], given: dict[str, Any]) -> None:
    changed = _logging(given, _enabled_logs(cluster))
    if changed == cluster["logging"]:
        raise invalid("No changes needed for the logging config provided")
    cluster["logging"] = changed


def _change_network(call: Call, cluster: dict[str, Any], given: dict[str, Any]) -> None:
    changed = {**cluster["resourcesVpcConfig"], **given}
    if not given.get("publicAccessCidrs"):
        changed["publicAccessCidrs"] = cluster["resourcesVpcConfig"]["publicAccessCidrs"] or _open_to_all(changed)
    if changed == cluster["resourcesVpcConfig"]:
        raise invalid("Cluster is already at the desired configuration")
    if len(subnets(call, changed["subnetIds"])) != len(changed["subnetIds"]):
        raise invalid("A subnet ID does not exist")
    cluster["resourcesVpcConfig"] = changed


def _change_access(_: Call, cluster: dict[str, Any], given: dict[str, Any]) -> None:
    present = cluster["accessConfig"]["authenticationMode"]
    wanted = given.get("authenticationMode")
    if wanted not in MODES[present]:
        raise invalid(f"Unsupported authentication mode update from {present} to {wanted}")
    cluster["accessConfig"]["authenticationMode"] = wanted


def _replace(member: str) -> Any:
    def change(_: Call, cluster: dict[str, Any], given: Any) -> None:
        cluster[member] = given

    return change


CHANGES: dict[str, tuple[str, Any]] = {
    "logging": ("LoggingUpdate", _change_logging),
    "resourcesVpcConfig": ("EndpointAccessUpdate", _change_network),
    "accessConfig": ("AccessConfigUpdate", _change_access),
    "upgradePolicy": ("UpgradePolicyUpdate", _replace("upgradePolicy")),
    "zonalShiftConfig": ("ZonalShiftConfigUpdate", _replace("zonalShiftConfig")),
    "deletionProtection": ("DeletionProtectionUpdate", _replace("deletionProtection")),
}

OPERATIONS = {
    "CreateCluster": create_cluster,
    "DeleteCluster": delete_cluster,
    "DescribeCluster": describe_cluster,
    "ListClusters": list_clusters,
    "UpdateClusterConfig": update_cluster_config,
    "UpdateClusterVersion": update_cluster_version,
}
