"""What the parts of EKS share: their tables, their errors, the record of updates and tags."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from . import state
from .call import AwsError, Call

SERVICES = ("eks",)

PARTS = ("nodegroup", "addon", "access-entry", "pod-identity")
"""The kinds that belong to a cluster; their tables are keyed by (cluster, name)."""


def now() -> datetime:
    """The present second."""
    return datetime.now(UTC).replace(microsecond=0)


def invalid(message: str) -> AwsError:
    """EKS does not accept a parameter."""
    return AwsError("InvalidParameterException", message, 400)


def refused(message: str) -> AwsError:
    """EKS does not accept the request in the present state."""
    return AwsError("InvalidRequestException", message, 400)


def not_found(message: str) -> AwsError:
    """EKS does not have the resource."""
    return AwsError("ResourceNotFoundException", message, 404)


def in_use(message: str) -> AwsError:
    """The name is taken or something still depends on the resource."""
    return AwsError("ResourceInUseException", message, 409)


def clusters(call: Call) -> state.Table:
    """The clusters of the region by name."""
    return state.table(call, "eks:cluster")


def parts(call: Call, kind: str) -> state.Table:
    """The nodegroups, add-ons, access entries or associations of the region by (cluster, name)."""
    return state.table(call, f"eks:{kind}")


def cluster_of(call: Call) -> dict[str, Any]:
    """The cluster a call names."""
    name = call.body.get("clusterName") or call.body["name"]
    if name not in clusters(call):
        raise not_found(f"No cluster found for name: {name}.")
    found: dict[str, Any] = clusters(call)[name]
    return found


def of_cluster(call: Call, kind: str, cluster: str) -> dict[str, dict[str, Any]]:
    """The parts of one kind of one cluster, by name."""
    return {name: part for (owner, name), part in parts(call, kind).items() if owner == cluster}


def record_update(call: Call, kind: str, parameters: dict[str, Any]) -> dict[str, Any]:
    """An update that is done at once, and kept for DescribeUpdate."""
    update = {
        "id": str(uuid4()),
        "status": "Successful",
        "type": kind,
        "params": [{"type": name, "value": str(value)} for name, value in parameters.items()],
        "createdAt": now(),
        "errors": [],
    }
    state.table(call, "eks:update*")[update["id"]] = update
    return {"update": {**update, "status": "InProgress"}}


def describe_update(call: Call) -> dict[str, Any]:
    """DescribeUpdate."""
    update = state.table(call, "eks:update*").get(call.body["updateId"])
    if update is None:
        raise not_found(f"No update found for ID: {call.body['updateId']}")
    return {"update": update}


def _tags(call: Call) -> dict[str, str]:
    arn = call.body["resourceArn"]
    for kind in ("cluster", *PARTS):
        for resource in state.table(call, f"eks:{kind}").values():
            if arn in resource.values():
                tags: dict[str, str] = resource["tags"]
                return tags
    raise AwsError("NotFoundException", f"The resource {arn} was not found", 404)


def list_tags(call: Call) -> dict[str, Any]:
    """ListTagsForResource."""
    return {"tags": _tags(call)}


def tag(call: Call) -> dict[str, Any]:
    """TagResource."""
    _tags(call).update(call.body["tags"])
    return {}


def untag(call: Call) -> dict[str, Any]:
    """UntagResource."""
    for key in call.body["tagKeys"]:
        _tags(call).pop(key, None)
    return {}


OPERATIONS = {
    "DescribeUpdate": describe_update,
    "ListTagsForResource": list_tags,
    "TagResource": tag,
    "UntagResource": untag,
}
