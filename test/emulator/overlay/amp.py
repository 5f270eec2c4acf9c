"""Amazon Managed Service for Prometheus: keys and configurations of workspaces."""

from __future__ import annotations

from typing import Any

from moto.amp.models import amp_backends

from .call import AwsError, Call
from .state import table

SERVICES = ("aps",)

DEFAULT_DAYS = 150
MAX_DAYS = 1095


def _check(call: Call) -> str:
    number = str(call.body["workspaceId"])
    if number not in amp_backends[call.account][call.region].workspaces:
        raise AwsError("ResourceNotFoundException", "Workspace not found", 404)
    return number


def create_after(call: Call, answer: dict[str, Any]) -> None:
    """Remember the key of a new workspace."""
    if call.body.get("kmsKeyArn"):
        table(call, "aps:key*")[answer["workspaceId"]] = answer["kmsKeyArn"] = call.body["kmsKeyArn"]


def describe_after(call: Call, answer: dict[str, Any]) -> None:
    """Tell the key of a workspace."""
    workspace = answer["workspace"]
    key = table(call, "aps:key*").get(workspace["workspaceId"])
    if key:
        workspace["kmsKeyArn"] = key


def delete_workspace(call: Call) -> None:
    """The key and configuration go with the workspace."""
    for kind in ("aps:key*", "aps:configuration*"):
        table(call, kind).pop(_check(call), None)


def describe_configuration(call: Call) -> dict[str, Any]:
    """How long a workspace keeps its metrics, and its limits."""
    configuration = table(call, "aps:configuration*").get(_check(call), {})
    whole = {"limitsPerLabelSet": [], "retentionPeriodInDays": DEFAULT_DAYS, **configuration}
    return {"workspaceConfiguration": {**whole, "status": {"statusCode": "ACTIVE"}}}


def update_configuration(call: Call) -> dict[str, Any]:
    """Other retention or limits."""
    configuration = table(call, "aps:configuration*").setdefault(_check(call), {})
    days = call.body.get("retentionPeriodInDays")
    if days is not None and not 1 <= days <= MAX_DAYS:
        raise AwsError("ValidationException", f"retentionPeriodInDays must be between 1 and {MAX_DAYS}.")
    for name in ("retentionPeriodInDays", "limitsPerLabelSet"):
        if call.body.get(name) is not None:
            configuration[name] = call.body[name]
    return {"status": {"statusCode": "UPDATING"}}


def describe_logging(call: Call) -> None:
    """A workspace without logs has no logging configuration; moto answers an empty one."""
    workspace = amp_backends[call.account][call.region].workspaces[_check(call)]
    if workspace.logging_config is None:
        raise AwsError("ResourceNotFoundException", "Logging configuration not found", 404)


OPERATIONS = {
    "DeleteWorkspace": delete_workspace,
    "DescribeLoggingConfiguration": describe_logging,
    "DescribeWorkspaceConfiguration": describe_configuration,
    "UpdateWorkspaceConfiguration": update_configuration,
}
AFTER = {"CreateWorkspace": create_after, "DescribeWorkspace": describe_after}
