"""What the parts of MSK share: their tables, their errors and tags."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from . import state
from .call import AwsError, Call

SERVICES = ("kafka",)


def now() -> datetime:
    """The present second."""
    return datetime.now(UTC).replace(microsecond=0)


def bad_request(message: str) -> AwsError:
    """MSK does not accept the request."""
    return AwsError("BadRequestException", message, 400)


def not_found(message: str) -> AwsError:
    """MSK does not have the resource."""
    return AwsError("NotFoundException", message, 404)


def conflict(message: str) -> AwsError:
    """The name is taken."""
    return AwsError("ConflictException", message, 409)


def clusters(call: Call) -> state.Table:
    """The clusters of the region by ARN."""
    return state.table(call, "kafka:cluster")


def configurations(call: Call) -> state.Table:
    """The configurations of the region by ARN."""
    return state.table(call, "kafka:configuration")


def replicators(call: Call) -> state.Table:
    """The replicators of the region by ARN."""
    return state.table(call, "kafka:replicator")


def new_arn(call: Call, kind: str, name: str) -> str:
    """An ARN of MSK's form, which ends in a random part."""
    return f"{call.arn_prefix}:{kind}/{name}/{uuid4()}-1"


def new_version() -> str:
    """A version token of a cluster or replicator, which every change renews."""
    return "K" + uuid4().hex[:13].upper()


def cluster_of(call: Call) -> dict[str, Any]:
    """The cluster a call names."""
    found: dict[str, Any] | None = clusters(call).get(call.body["ClusterArn"])
    if found is None:
        raise not_found(f"The requested cluster {call.body['ClusterArn']} does not exist.")
    return found


def check_version(call: Call, resource: dict[str, Any]) -> None:
    """The caller must know the present version of what it changes."""
    if call.body.get("CurrentVersion", resource["CurrentVersion"]) != resource["CurrentVersion"]:
        raise bad_request("This operation cannot be performed because the specified current version is out of date.")


def _tags(call: Call) -> dict[str, str]:
    arn = call.body["ResourceArn"]
    for table in (clusters(call), replicators(call)):
        if arn in table:
            tags: dict[str, str] = table[arn]["Tags"]
            return tags
    raise not_found(f"The resource {arn} does not exist.")


def list_tags(call: Call) -> dict[str, Any]:
    """ListTagsForResource."""
    return {"Tags": _tags(call)}


def tag(call: Call) -> dict[str, Any]:
    """TagResource."""
    _tags(call).update(call.body["Tags"])
    return {}


def untag(call: Call) -> dict[str, Any]:
    """UntagResource."""
    for key in call.body["TagKeys"]:
        _tags(call).pop(key, None)
    return {}


OPERATIONS = {"ListTagsForResource": list_tags, "TagResource": tag, "UntagResource": untag}
