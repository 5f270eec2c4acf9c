"""EKS: Pod Identity associations."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from .call import Call
from .eks_common import cluster_of, in_use, invalid, not_found, now, of_cluster, parts
from .neighbours import has_role

SERVICES = ("eks",)

SUMMARY = ("clusterName", "namespace", "serviceAccount", "associationArn", "associationId", "ownerArn")


def create_association(call: Call) -> dict[str, Any]:
    """CreatePodIdentityAssociation: one for a service account."""
    return {"association": add(call, cluster_of(call)["name"], call.body)}


def add(call: Call, cluster: str, wanted: dict[str, Any], owner: str | None = None) -> dict[str, Any]:
    """An association, made by a user or by the add-on whose ARN is `owner`."""
    account = (wanted["namespace"], wanted["serviceAccount"])
    for other in of_cluster(call, "pod-identity", cluster).values():
        if (other["namespace"], other["serviceAccount"]) == account:
            raise in_use(f"Association already exists: {other['associationId']}")
    if not has_role(call, wanted["roleArn"]):
        raise invalid("Role provided in the request does not exist.")
    identity = f"a-{uuid4().hex[:17]}"
    association = {
        "clusterName": cluster,
        "namespace": wanted["namespace"],
        "serviceAccount": wanted["serviceAccount"],
        "roleArn": wanted["roleArn"],
        "associationArn": f"{call.arn_prefix}:podidentityassociation/{cluster}/{identity}",
        "associationId": identity,
        "tags": dict(wanted.get("tags", {})),
        "createdAt": now(),
        "modifiedAt": now(),
        "disableSessionTags": wanted.get("disableSessionTags", False),
        **{key: wanted[key] for key in ("targetRoleArn", "policy") if wanted.get(key)},
        **({"ownerArn": owner} if owner else {}),
    }
    parts(call, "pod-identity")[cluster, identity] = association
    return association


def of_owner(call: Call, cluster: str, owner: str) -> list[dict[str, Any]]:
    """The associations an add-on owns."""
    return [entry for entry in of_cluster(call, "pod-identity", cluster).values() if entry.get("ownerArn") == owner]


def remove(call: Call, association: dict[str, Any]) -> None:
    """Take an association away."""
    del parts(call, "pod-identity")[association["clusterName"], association["associationId"]]


def _association_of(call: Call) -> dict[str, Any]:
    cluster, identity = cluster_of(call)["name"], call.body["associationId"]
    found: dict[str, Any] | None = parts(call, "pod-identity").get((cluster, identity))
    if found is None:
        raise not_found(f"No association found for associationId: {identity}")
    return found


def describe_association(call: Call) -> dict[str, Any]:
    """DescribePodIdentityAssociation."""
    return {"association": _association_of(call)}


def list_associations(call: Call) -> dict[str, Any]:
    """ListPodIdentityAssociations, in one page."""
    found = [
        {key: entry[key] for key in SUMMARY if key in entry}
        for entry in of_cluster(call, "pod-identity", cluster_of(call)["name"]).values()
        if all(call.body.get(key, entry[key]) == entry[key] for key in ("namespace", "serviceAccount"))
    ]
    return {"associations": found}


def update_association(call: Call) -> dict[str, Any]:
    """UpdatePodIdentityAssociation: another role."""
    association = _association_of(call)
    if not has_role(call, call.body.get("roleArn", association["roleArn"])):
        raise invalid("Role provided in the request does not exist.")
    changed = ("roleArn", "disableSessionTags", "targetRoleArn", "policy")
    association.update({key: call.body[key] for key in changed if key in call.body})
    association["modifiedAt"] = now()
    return {"association": association}


def delete_association(call: Call) -> dict[str, Any]:
    """DeletePodIdentityAssociation."""
    association = _association_of(call)
    remove(call, association)
    return {"association": association}


OPERATIONS = {
    "CreatePodIdentityAssociation": create_association,
    "DeletePodIdentityAssociation": delete_association,
    "DescribePodIdentityAssociation": describe_association,
    "ListPodIdentityAssociations": list_associations,
    "UpdatePodIdentityAssociation": update_association,
}
