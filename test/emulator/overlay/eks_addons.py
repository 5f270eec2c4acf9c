"""EKS: add-ons and the catalogue of their versions."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

from .call import Call
from .eks_clusters import VERSIONS
from .eks_common import cluster_of, in_use, invalid, not_found, now, of_cluster, parts, record_update
from .eks_pod_identity import add, of_owner, remove

SERVICES = ("eks",)

# Name to its type, its namespace and its versions, the newest first; the last is the default one.
# They are stand-ins: the real ones change every few weeks.
CATALOGUE: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "adot": ("observability", "opentelemetry-operator-system", ("v0.117.0-eksbuild.2", "v0.117.0-eksbuild.1")),
    "amazon-cloudwatch-observability": (
        "observability",
        "amazon-cloudwatch",
        ("v4.2.0-eksbuild.1", "v4.1.0-eksbuild.1"),
    ),
    "aws-ebs-csi-driver": ("storage", "kube-system", ("v1.45.0-eksbuild.2", "v1.44.0-eksbuild.1")),
    "aws-efs-csi-driver": ("storage", "kube-system", ("v2.1.8-eksbuild.1", "v2.1.7-eksbuild.1")),
    "aws-mountpoint-s3-csi-driver": ("storage", "kube-system", ("v2.0.0-eksbuild.1", "v1.15.0-eksbuild.1")),
    "cert-manager": ("security", "cert-manager", ("v1.18.1-eksbuild.2", "v1.17.2-eksbuild.1")),
    "coredns": ("networking", "kube-system", ("v1.12.2-eksbuild.4", "v1.12.1-eksbuild.2")),
    "eks-node-monitoring-agent": ("observability", "kube-system", ("v1.3.0-eksbuild.2", "v1.2.0-eksbuild.1")),
    "eks-pod-identity-agent": ("security", "kube-system", ("v1.3.8-eksbuild.2", "v1.3.7-eksbuild.2")),
    "external-dns": ("networking", "external-dns", ("v0.18.0-eksbuild.1", "v0.17.0-eksbuild.1")),
    "kube-proxy": ("networking", "kube-system", ("v1.33.3-eksbuild.4", "v1.33.0-eksbuild.2")),
    "metrics-server": ("observability", "kube-system", ("v0.8.0-eksbuild.1", "v0.7.2-eksbuild.4")),
    "snapshot-controller": ("storage", "kube-system", ("v8.3.0-eksbuild.1", "v8.2.0-eksbuild.1")),
    "vpc-cni": ("networking", "kube-system", ("v1.20.1-eksbuild.1", "v1.19.5-eksbuild.1")),
}


def describe_versions(call: Call) -> dict[str, Any]:
    """DescribeAddonVersions, in one page; kube-proxy's versions follow Kubernetes'."""
    wanted = [name for name in CATALOGUE if call.body.get("addonName", name) == name]
    clusters = [call.body["kubernetesVersion"]] if "kubernetesVersion" in call.body else list(VERSIONS)
    return {"addons": [_describe_versions(name, [minor for minor in clusters if minor in VERSIONS]) for name in wanted]}


def _describe_versions(name: str, clusters: list[str]) -> dict[str, Any]:
    kind, namespace, _ = CATALOGUE[name]
    offered: dict[str, list[dict[str, Any]]] = {}
    for cluster in clusters:
        versions = _versions(name, cluster)
        for version in versions:
            compatible = {
                "clusterVersion": cluster,
                "platformVersions": ["*"],
                "defaultVersion": version == versions[-1],
            }
            offered.setdefault(version, []).append(compatible)
    return {
        "addonName": name,
        "type": kind,
        "publisher": "eks",
        "owner": "aws",
        "defaultNamespace": namespace,
        "addonVersions": [
            {
                "addonVersion": version,
                "architecture": ["amd64", "arm64"],
                "computeTypes": ["ec2"],
                "compatibilities": compatibilities,
                "requiresConfiguration": False,
                "requiresIamPermissions": name in ("vpc-cni", "aws-ebs-csi-driver", "aws-efs-csi-driver"),
            }
            for version, compatibilities in offered.items()
        ],
    }


def _versions(name: str, cluster: str) -> tuple[str, ...]:
    if name == "kube-proxy":
        return (f"v{cluster}.3-eksbuild.2", f"v{cluster}.0-eksbuild.2")
    return CATALOGUE[name][2]


def create_addon(call: Call) -> dict[str, Any]:
    """CreateAddon: active at once."""
    cluster = cluster_of(call)
    body = call.body
    name = body["addonName"]
    if (cluster["name"], name) in parts(call, "addon"):
        raise in_use("Addon already exists.")
    if name not in CATALOGUE:
        raise invalid("Addon specified is not supported")
    versions = _versions(name, cluster["version"])
    version = _check(call, versions) or versions[-1]
    addon = {
        "addonName": name,
        "clusterName": cluster["name"],
        "status": "ACTIVE",
        "addonVersion": version,
        "health": {"issues": []},
        "addonArn": f"{call.arn_prefix}:addon/{cluster['name']}/{name}/{uuid4()}",
        "createdAt": now(),
        "modifiedAt": now(),
        "tags": dict(body.get("tags", {})),
        **{key: body[key] for key in ("serviceAccountRoleArn", "configurationValues") if body.get(key)},
    }
    addon["podIdentityAssociations"] = _associate(call, addon, body.get("podIdentityAssociations", []))
    parts(call, "addon")[cluster["name"], name] = addon
    return {"addon": {**addon, "status": "CREATING"}}


def _check(call: Call, versions: tuple[str, ...]) -> str | None:
    """The version asked for, after the checks that creation and update share."""
    version: str | None = call.body.get("addonVersion")
    if version is not None and version not in versions:
        raise invalid(f"Addon version specified is not supported, supported versions: [{', '.join(versions)}]")
    try:
        json.loads(call.body.get("configurationValues") or "{}")
    except ValueError as error:
        raise invalid(
            "ConfigurationValue provided in request is not supported: it is not valid JSON or YAML"
        ) from error
    return version


def _associate(call: Call, addon: dict[str, Any], wanted: list[dict[str, Any]]) -> list[str]:
    """The ARNs of the add-on's associations, which are made anew where they differ from what is wanted."""
    cluster, owner = addon["clusterName"], addon["addonArn"]
    by_account = {entry["serviceAccount"]: entry["roleArn"] for entry in wanted}
    for present in of_owner(call, cluster, owner):
        if by_account.get(present["serviceAccount"]) == present["roleArn"]:
            del by_account[present["serviceAccount"]]
        else:
            remove(call, present)
    namespace = CATALOGUE[addon["addonName"]][1]
    for account, role in by_account.items():
        add(call, cluster, {"namespace": namespace, "serviceAccount": account, "roleArn": role}, owner)
    return [entry["associationArn"] for entry in of_owner(call, cluster, owner)]


def _addon_of(call: Call) -> dict[str, Any]:
    cluster, name = cluster_of(call)["name"], call.body["addonName"]
    found: dict[str, Any] | None = parts(call, "addon").get((cluster, name))
    if found is None:
        raise not_found(f"No addon: {name} found in cluster: {cluster}")
    return found


def describe_addon(call: Call) -> dict[str, Any]:
    """DescribeAddon."""
    return {"addon": _addon_of(call)}


def list_addons(call: Call) -> dict[str, Any]:
    """ListAddons, in one page."""
    return {"addons": sorted(of_cluster(call, "addon", cluster_of(call)["name"]))}


def update_addon(call: Call) -> dict[str, Any]:
    """UpdateAddon: what is not sent stays, but for the configuration values, which go."""
    addon = _addon_of(call)
    body = call.body
    addon["addonVersion"] = (
        _check(call, _versions(addon["addonName"], cluster_of(call)["version"])) or addon["addonVersion"]
    )
    addon.pop("configurationValues", None)
    addon.update({key: body[key] for key in ("serviceAccountRoleArn", "configurationValues") if body.get(key)})
    if "podIdentityAssociations" in body:
        addon["podIdentityAssociations"] = _associate(call, addon, body["podIdentityAssociations"])
    addon["modifiedAt"] = now()
    return record_update(call, "AddonUpdate", {"AddonVersion": addon["addonVersion"]})


def delete_addon(call: Call) -> dict[str, Any]:
    """DeleteAddon: its associations go with it."""
    addon = _addon_of(call)
    for association in of_owner(call, addon["clusterName"], addon["addonArn"]):
        remove(call, association)
    del parts(call, "addon")[addon["clusterName"], addon["addonName"]]
    return {"addon": {**addon, "status": "DELETING"}}


OPERATIONS = {
    "CreateAddon": create_addon,
    "DeleteAddon": delete_addon,
    "DescribeAddon": describe_addon,
    "DescribeAddonVersions": describe_versions,
    "ListAddons": list_addons,
    "UpdateAddon": update_addon,
}
