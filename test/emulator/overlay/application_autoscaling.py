"""Application Auto Scaling: tags of scalable targets, and MSK clusters as what they scale."""

from __future__ import annotations

from typing import Any

from . import state
from .call import AwsError, Call
from .kafka_common import clusters
from .neighbours import backend

SERVICES = ("application-autoscaling",)


def _tags(call: Call) -> dict[str, str]:
    """The tags of a target by its ARN; a target that moto has not forgotten may have none yet."""
    arn = call.body["ResourceARN"]
    targets = backend(call, "application-autoscaling").targets
    if not any(target.arn == arn for dimension in targets.values() for target in dimension.values()):
        raise AwsError("ResourceNotFoundException", f"The scalable target {arn} was not found", 400)
    tags: dict[str, str] = state.table(call, "application-autoscaling:tags*").setdefault(arn, {})
    return tags


def register(call: Call) -> None:
    """RegisterScalableTarget: moto's, for an MSK cluster that exists."""
    body = call.body
    if body["ServiceNamespace"] == "kafka" and body["ResourceId"] not in clusters(call):
        raise AwsError("ValidationException", f"MSK cluster doesn't exist: {body['ResourceId']}", 400)


def keep_tags(call: Call, answer: dict[str, Any]) -> None:
    """RegisterScalableTarget: keep the tags moto drops."""
    state.table(call, "application-autoscaling:tags*").setdefault(answer["ScalableTargetARN"], {}).update(
        call.body.get("Tags", {})
    )


def deregister(call: Call, _: dict[str, Any]) -> None:
    """DeregisterScalableTarget: AWS deletes the target's policies with it."""
    policies = backend(call, "application-autoscaling").policies
    members = (
        ("service_namespace", "ServiceNamespace"),
        ("resource_id", "ResourceId"),
        ("scalable_dimension", "ScalableDimension"),
    )
    for key, policy in list(policies.items()):
        if all(getattr(policy, own) == call.body[given] for own, given in members):
            del policies[key]


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


OPERATIONS = {
    "ListTagsForResource": list_tags,
    "RegisterScalableTarget": register,
    "TagResource": tag,
    "UntagResource": untag,
}
AFTER = {"DeregisterScalableTarget": deregister, "RegisterScalableTarget": keep_tags}
