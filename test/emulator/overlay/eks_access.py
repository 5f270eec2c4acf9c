"""EKS: access entries and the access policies associated with them."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from .call import Call
from .eks_common import cluster_of, in_use, invalid, not_found, now, of_cluster, parts, refused
from .neighbours import has_principal

SERVICES = ("eks",)

NODE_TYPES = ("EC2", "EC2_LINUX", "EC2_WINDOWS", "FARGATE_LINUX", "HYBRID_LINUX", "HYPERPOD_LINUX")
POLICY_PREFIX = "arn:aws:eks::aws:cluster-access-policy/"
POLICIES = (
    "AmazonEKSAdminPolicy",
    "AmazonEKSAdminViewPolicy",
    "AmazonEKSAutoNodePolicy",
    "AmazonEKSClusterAdminPolicy",
    "AmazonEKSEditPolicy",
    "AmazonEKSSecretReaderPolicy",
    "AmazonEKSViewPolicy",
)


def _open_cluster(call: Call) -> dict[str, Any]:
    """The cluster, which must take part in the access entry API."""
    cluster = cluster_of(call)
    if cluster["accessConfig"]["authenticationMode"] == "CONFIG_MAP":
        raise refused(
            "The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP] for this operation."
        )
    return cluster


def create_entry(call: Call) -> dict[str, Any]:
    """CreateAccessEntry: the principal must exist, and a name of Kubernetes' own is refused."""
    cluster = _open_cluster(call)
    principal = call.body["principalArn"]
    if (cluster["name"], principal) in parts(call, "access-entry"):
        raise in_use("The specified access entry resource is already in use on this cluster.")
    if not principal.startswith("arn:aws:iam::") or not has_principal(call, principal):
        raise invalid("The specified principalArn is invalid: invalid principal.")
    kind = call.body.get("type", "STANDARD")
    if kind not in ("STANDARD", *NODE_TYPES):
        raise invalid(f"The specified type {kind} is invalid")
    if kind in NODE_TYPES and (call.body.get("kubernetesGroups") or call.body.get("username")):
        raise invalid(f"An access entry of type {kind} has no groups and no user name of its own")
    _check_names(call)
    return {"accessEntry": _add_entry(call, cluster["name"], principal, kind)}


def _check_names(call: Call) -> None:
    for group in call.body.get("kubernetesGroups", []):
        if group.startswith("system:"):
            raise invalid(f"The kubernetes group name {group} is invalid, it cannot start with system:")
    if call.body.get("username", "").startswith(("system:", "eks:", "aws:", "amazon:", "iam:")):
        raise invalid(f"The username {call.body['username']} is invalid, it has a reserved prefix")


def _add_entry(call: Call, cluster: str, principal: str, kind: str) -> dict[str, Any]:
    account, resource = principal.split(":", 5)[4:]
    principal_kind, name = resource.split("/", 1)
    owner = f"{principal_kind}/{account}/{name.split('/')[-1]}"
    entry = {
        "clusterName": cluster,
        "principalArn": principal,
        "kubernetesGroups": call.body.get("kubernetesGroups", ["system:nodes"] if kind in NODE_TYPES else []),
        "accessEntryArn": f"{call.arn_prefix}:access-entry/{cluster}/{owner}/{uuid4()}",
        "createdAt": now(),
        "modifiedAt": now(),
        "tags": dict(call.body.get("tags", {})) if call.operation == "CreateAccessEntry" else {},
        "username": call.body.get("username") or _username(principal, account, name, kind),
        "type": kind,
        "policies*": {},
    }
    parts(call, "access-entry")[cluster, principal] = entry
    return entry


def _username(principal: str, account: str, name: str, kind: str) -> str:
    if kind in NODE_TYPES:
        return "system:node:{{EC2PrivateDNSName}}"
    if ":role/" in principal:
        return f"arn:aws:sts::{account}:assumed-role/{name.split('/')[-1]}/{{{{SessionName}}}}"
    return principal


def ensure_node_entry(call: Call, cluster: dict[str, Any], role: str) -> None:
    """The entry EKS itself makes for the role of a managed node group."""
    open_to_entries = cluster["accessConfig"]["authenticationMode"] != "CONFIG_MAP"
    if open_to_entries and (cluster["name"], role) not in parts(call, "access-entry"):
        _add_entry(call, cluster["name"], role, "EC2_LINUX")


def forget_node_entry(call: Call, cluster: str, role: str) -> None:
    """The entry of a role no node group has any more goes."""
    parts(call, "access-entry").pop((cluster, role), None)


def _entry_of(call: Call) -> dict[str, Any]:
    cluster = _open_cluster(call)
    found: dict[str, Any] | None = parts(call, "access-entry").get((cluster["name"], call.body["principalArn"]))
    if found is None:
        raise not_found("The specified principalArn could not be found.")
    return found


def describe_entry(call: Call) -> dict[str, Any]:
    """DescribeAccessEntry."""
    return {"accessEntry": _entry_of(call)}


def list_entries(call: Call) -> dict[str, Any]:
    """ListAccessEntries, in one page."""
    return {"accessEntries": sorted(of_cluster(call, "access-entry", _open_cluster(call)["name"]))}


def update_entry(call: Call) -> dict[str, Any]:
    """UpdateAccessEntry: groups and user name of a standard entry."""
    entry = _entry_of(call)
    _check_names(call)
    entry.update({key: call.body[key] for key in ("kubernetesGroups", "username") if key in call.body})
    entry["modifiedAt"] = now()
    return {"accessEntry": entry}


def delete_entry(call: Call) -> dict[str, Any]:
    """DeleteAccessEntry."""
    entry = _entry_of(call)
    del parts(call, "access-entry")[entry["clusterName"], entry["principalArn"]]
    return {}


def associate_policy(call: Call) -> dict[str, Any]:
    """AssociateAccessPolicy: a second association of the policy changes its scope."""
    entry = _entry_of(call)
    arn, scope = call.body["policyArn"], call.body["accessScope"]
    if entry["type"] != "STANDARD":
        raise refused(f"An access policy cannot be associated with an access entry of type {entry['type']}")
    if not arn.startswith(POLICY_PREFIX) or arn.removeprefix(POLICY_PREFIX) not in POLICIES:
        raise invalid("The specified policyArn is invalid: you must use a valid policy arn")
    if (scope.get("type") == "namespace") != bool(scope.get("namespaces")):
        raise invalid("An access scope of type namespace needs namespaces, and one of type cluster has none")
    association = {
        "policyArn": arn,
        "accessScope": {"namespaces": [], **scope},
        "associatedAt": now(),
        "modifiedAt": now(),
    }
    entry["policies*"][arn] = association
    return {**_owner(entry), "associatedAccessPolicy": association}


def list_policies_of_entry(call: Call) -> dict[str, Any]:
    """ListAssociatedAccessPolicies, in one page."""
    entry = _entry_of(call)
    return {**_owner(entry), "associatedAccessPolicies": list(entry["policies*"].values())}


def disassociate_policy(call: Call) -> dict[str, Any]:
    """DisassociateAccessPolicy."""
    entry = _entry_of(call)
    if entry["policies*"].pop(call.body["policyArn"], None) is None:
        raise not_found("The specified policyArn is not associated with the access entry")
    return {}


def list_policies(_: Call) -> dict[str, Any]:
    """ListAccessPolicies."""
    return {"accessPolicies": [{"name": name, "arn": POLICY_PREFIX + name} for name in POLICIES]}


def _owner(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: entry[key] for key in ("clusterName", "principalArn")}


OPERATIONS = {
    "AssociateAccessPolicy": associate_policy,
    "CreateAccessEntry": create_entry,
    "DeleteAccessEntry": delete_entry,
    "DescribeAccessEntry": describe_entry,
    "DisassociateAccessPolicy": disassociate_policy,
    "ListAccessEntries": list_entries,
    "ListAccessPolicies": list_policies,
    "ListAssociatedAccessPolicies": list_policies_of_entry,
    "UpdateAccessEntry": update_entry,
}
