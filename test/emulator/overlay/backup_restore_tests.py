"""Backup: plans that test restores, and what they restore."""

from __future__ import annotations

import re
from typing import Any

from .backup import backend, check_role
from .call import AwsError, Call
from .state import Table, table
from .values import find, now, only

SERVICES = ("backup",)

NAME = re.compile(r"[a-zA-Z0-9_]{1,50}")


def _plans(call: Call) -> Table:
    return table(call, "backup:restore-testing-plan")


def _selections(call: Call) -> Table:
    return table(call, "backup:restore-testing-selection")


def _plan(call: Call) -> dict[str, Any]:
    name = call.body["RestoreTestingPlanName"]
    found: dict[str, Any] = find(
        _plans(call), name, "ResourceNotFoundException", f"Restore testing plan {name} not found", 400
    )
    return found


def _selection(call: Call) -> dict[str, Any]:
    key = (_plan(call)["RestoreTestingPlanName"], call.body["RestoreTestingSelectionName"])
    found: dict[str, Any] = find(
        _selections(call), key, "ResourceNotFoundException", f"Restore testing selection {key[1]} not found", 400
    )
    return found


def _check_name(name: str) -> None:
    if not NAME.fullmatch(name):
        raise AwsError("InvalidParameterValueException", f"{name} must have 1 to 50 letters, digits and underscores.")


def _points(given: dict[str, Any]) -> dict[str, Any]:
    return {"ExcludeVaults": [], "SelectionWindowDays": 30, **given}


def create_plan(call: Call) -> dict[str, Any]:
    """A new plan."""
    asked = call.body["RestoreTestingPlan"]
    name = asked["RestoreTestingPlanName"]
    _check_name(name)
    if name in _plans(call):
        raise AwsError("AlreadyExistsException", f"Restore testing plan {name} already exists")
    arn = f"{call.arn_prefix}:restore-testing-plan:{name}"
    _plans(call)[name] = plan = {
        "CreationTime": now(),
        "LastUpdateTime": now(),
        "RestoreTestingPlanArn": arn,
        "ScheduleExpressionTimezone": "Etc/UTC",
        "StartWindowHours": 24,
        **asked,
        "RecoveryPointSelection": _points(asked["RecoveryPointSelection"]),
        **only(call.body, ("CreatorRequestId",)),
    }
    if call.body.get("Tags"):
        backend(call).tag_resource(arn, call.body["Tags"])
    return only(plan, ("CreationTime", "RestoreTestingPlanArn", "RestoreTestingPlanName"))


def get_plan(call: Call) -> dict[str, Any]:
    """A plan."""
    return {"RestoreTestingPlan": _plan(call)}


def update_plan(call: Call) -> dict[str, Any]:
    """Other settings."""
    plan, asked = _plan(call), call.body["RestoreTestingPlan"]
    plan.update(asked, LastUpdateTime=now())
    plan["RecoveryPointSelection"] = _points(plan["RecoveryPointSelection"])
    return {**only(plan, ("CreationTime", "RestoreTestingPlanArn", "RestoreTestingPlanName")), "UpdateTime": now()}


def delete_plan(call: Call) -> dict[str, Any]:
    """The plan is gone, once it restores nothing."""
    name = _plan(call)["RestoreTestingPlanName"]
    if any(key[0] == name for key in _selections(call)):
        raise AwsError("InvalidRequestException", "Restore testing selections must be deleted before the plan.")
    del _plans(call)[name]
    return {}


def create_selection(call: Call) -> dict[str, Any]:
    """What a plan restores."""
    plan, asked = _plan(call), call.body["RestoreTestingSelection"]
    _check_name(asked["RestoreTestingSelectionName"])
    check_role(call, asked["IamRoleArn"])
    key = (plan["RestoreTestingPlanName"], asked["RestoreTestingSelectionName"])
    if key in _selections(call):
        raise AwsError("AlreadyExistsException", f"Restore testing selection {key[1]} already exists")
    _check_resources(asked)
    _selections(call)[key] = {
        "CreationTime": now(),
        "RestoreTestingPlanName": key[0],
        "ValidationWindowHours": 0,
        **_whole(asked),
        **only(call.body, ("CreatorRequestId",)),
    }
    return _named(plan, key[1])


def _check_resources(asked: dict[str, Any]) -> None:
    arns = asked.get("ProtectedResourceArns") or []
    conditions = asked.get("ProtectedResourceConditions") or {}
    if "*" in arns and len(arns) > 1:
        raise AwsError("InvalidParameterValueException", "ProtectedResourceArns are ARNs or a wildcard, not both.")
    if not arns and not any(conditions.values()):
        raise AwsError(
            "InvalidParameterValueException", "ProtectedResourceArns or ProtectedResourceConditions must be given."
        )


def _whole(asked: dict[str, Any]) -> dict[str, Any]:
    conditions = asked.get("ProtectedResourceConditions") or {}
    return {
        "ProtectedResourceArns": [],
        "RestoreMetadataOverrides": {},
        **asked,
        "ProtectedResourceConditions": {
            kind: conditions.get(kind) or [] for kind in ("StringEquals", "StringNotEquals")
        },
    }


def _named(plan: dict[str, Any], name: str) -> dict[str, Any]:
    return {
        "CreationTime": now(),
        **only(plan, ("RestoreTestingPlanArn", "RestoreTestingPlanName")),
        "RestoreTestingSelectionName": name,
    }


def get_selection(call: Call) -> dict[str, Any]:
    """A selection."""
    return {"RestoreTestingSelection": _selection(call)}


def update_selection(call: Call) -> dict[str, Any]:
    """Other resources."""
    selection = _selection(call)
    _check_resources({**selection, **call.body["RestoreTestingSelection"]})
    selection.update(_whole({**selection, **call.body["RestoreTestingSelection"]}))
    return {**_named(_plan(call), selection["RestoreTestingSelectionName"]), "UpdateTime": now()}


def delete_selection(call: Call) -> dict[str, Any]:
    """The selection is gone."""
    selection = _selection(call)
    del _selections(call)[selection["RestoreTestingPlanName"], selection["RestoreTestingSelectionName"]]
    return {}


OPERATIONS = {
    "CreateRestoreTestingPlan": create_plan,
    "CreateRestoreTestingSelection": create_selection,
    "DeleteRestoreTestingPlan": delete_plan,
    "DeleteRestoreTestingSelection": delete_selection,
    "GetRestoreTestingPlan": get_plan,
    "GetRestoreTestingSelection": get_selection,
    "UpdateRestoreTestingPlan": update_plan,
    "UpdateRestoreTestingSelection": update_selection,
}
