"""Backup: vault notifications and policies, selections of plans, and what a plan or vault refuses."""

from __future__ import annotations

import json
import uuid
from typing import Any
from urllib.parse import unquote

from moto.backup.models import BackupBackend, Plan, Vault, backup_backends
from moto.core.utils import unix_time
from moto.iam.models import iam_backends

from .call import AwsError, Call
from .state import Table, table
from .values import find, now

SERVICES = ("backup",)


def backend(call: Call) -> BackupBackend:
    """Moto's backend of the region."""
    found: BackupBackend = backup_backends[call.account][call.region]
    return found


def missing(what: str, status: int = 400) -> AwsError:
    """The error for what is not there."""
    return AwsError("ResourceNotFoundException", f"{what} not found.", status)


def check_role(call: Call, arn: str) -> None:
    """Refuse a role that does not exist."""
    roles = iam_backends[call.account]["aws"].roles.values()
    if not any(role.arn == arn for role in roles):
        raise AwsError("InvalidParameterValueException", f"IAM Role {arn} cannot be assumed by AWS Backup")


def vault(call: Call) -> Vault:
    """The vault a call names."""
    found: Vault | None = backend(call).vaults.get(call.body["BackupVaultName"])
    if found is None:
        raise missing(f"Backup vault {call.body['BackupVaultName']}")
    return found


def _plan(call: Call) -> Plan:
    found: Plan | None = backend(call).plans.get(call.body["BackupPlanId"])
    if found is None:
        raise missing("Backup plan")
    return found


def _selections(call: Call) -> Table:
    return table(call, "backup:selection")


def _settings(call: Call, kind: str) -> Table:
    return table(call, f"backup:vault-{kind}")


def delete_vault(call: Call) -> None:
    """What a vault had goes with it."""
    name = vault(call).backup_vault_name
    for kind in ("notifications", "policy"):
        _settings(call, kind).pop(name, None)


def put_notifications(call: Call) -> dict[str, Any]:
    """Tell a topic what happens in a vault."""
    _settings(call, "notifications")[vault(call).backup_vault_name] = {
        "SNSTopicArn": call.body["SNSTopicArn"],
        "BackupVaultEvents": call.body["BackupVaultEvents"],
    }
    return {}


def get_notifications(call: Call) -> dict[str, Any]:
    """The topic and the events."""
    name, arn = vault(call).backup_vault_name, vault(call).backup_vault_arn
    settings = find(
        _settings(call, "notifications"),
        name,
        "ResourceNotFoundException",
        f"Failed reading notifications from vault {name}",
        400,
    )
    return {"BackupVaultName": name, "BackupVaultArn": arn, **settings}


def delete_notifications(call: Call) -> dict[str, Any]:
    """Tell no topic any more."""
    _settings(call, "notifications").pop(vault(call).backup_vault_name, None)
    return {}


def put_policy(call: Call) -> dict[str, Any]:
    """Say who may do what with a vault."""
    try:
        json.loads(call.body.get("Policy") or "")
    except ValueError as error:
        raise AwsError("InvalidParameterValueException", "The policy is not valid JSON.") from error
    _settings(call, "policy")[vault(call).backup_vault_name] = call.body["Policy"]
    return {}


def get_policy(call: Call) -> dict[str, Any]:
    """The policy of a vault."""
    name, arn = vault(call).backup_vault_name, vault(call).backup_vault_arn
    policy = find(
        _settings(call, "policy"), name, "ResourceNotFoundException", f"Policy of vault {name} not found", 400
    )
    return {"BackupVaultName": name, "BackupVaultArn": arn, "Policy": policy}


def delete_policy(call: Call) -> dict[str, Any]:
    """A vault without a policy."""
    _settings(call, "policy").pop(vault(call).backup_vault_name, None)
    return {}


def list_tags(call: Call) -> dict[str, Any]:
    """The tags of any resource; moto mistakes the ARN when the path has no last slash."""
    return {"Tags": backend(call).list_tags(unquote(call.body["ResourceArn"]))}


def list_recovery_points(call: Call) -> dict[str, Any]:
    """None: the emulator makes no backups."""
    vault(call)
    return {"RecoveryPoints": []}


def _check_rules(call: Call, plan: dict[str, Any]) -> None:
    for rule in plan["Rules"]:
        kept = backend(call).vaults.get(rule["TargetBackupVaultName"])
        if kept is None:
            raise AwsError(
                "InvalidParameterValueException", f"Backup vault {rule['TargetBackupVaultName']} does not exist"
            )
        lifecycle = rule.get("Lifecycle") or {}
        cold, delete = lifecycle.get("MoveToColdStorageAfterDays"), lifecycle.get("DeleteAfterDays")
        if cold is not None and delete is not None and delete < cold + 90:
            raise AwsError("InvalidParameterValueException", "Backups must stay in cold storage for 90 days at least.")
        if rule.get("EnableContinuousBackup") and (delete is None or delete > 35):
            raise AwsError("InvalidParameterValueException", "Continuous backups are kept for 1 to 35 days.")


def create_plan(call: Call) -> None:
    """Refuse rules the service refuses before moto makes the plan."""
    _check_rules(call, call.body["BackupPlan"])


def update_plan(call: Call) -> dict[str, Any]:
    """Other rules: a new version of the plan."""
    plan = _plan(call)
    _check_rules(call, call.body["BackupPlan"])
    new = Plan(call.body["BackupPlan"], plan.creator_request_id, backend(call))
    plan.backup_plan, plan.version_id = new.backup_plan, new.version_id
    plan.advanced_backup_settings = new.advanced_backup_settings
    return {**plan.to_dict(), "CreationDate": now()}


def delete_plan(call: Call) -> dict[str, Any]:
    """The plan is gone, once nothing is selected for it."""
    plan = _plan(call)
    if any(one["BackupPlanId"] == plan.backup_plan_id for one in _selections(call).values()):
        raise AwsError(
            "InvalidRequestException", "Related backup plan selections must be deleted prior to backup plan deletion"
        )
    del backend(call).plans[plan.backup_plan_id]
    return {
        "BackupPlanId": plan.backup_plan_id,
        "BackupPlanArn": plan.backup_plan_arn,
        "DeletionDate": unix_time(),
        "VersionId": plan.version_id,
    }


def create_selection(call: Call) -> dict[str, Any]:
    """What a plan backs up."""
    plan, asked = _plan(call), call.body["BackupSelection"]
    check_role(call, asked["IamRoleArn"])
    number = str(uuid.uuid4())
    _selections(call)[number] = entry = {
        "SelectionId": number,
        "BackupPlanId": plan.backup_plan_id,
        "CreationDate": now(),
        "CreatorRequestId": call.body.get("CreatorRequestId") or str(uuid.uuid4()),
        "BackupSelection": {"Resources": [], "NotResources": [], "ListOfTags": [], **_with_conditions(asked)},
    }
    return {key: entry[key] for key in ("SelectionId", "BackupPlanId", "CreationDate")}


def _with_conditions(asked: dict[str, Any]) -> dict[str, Any]:
    kinds = ("StringEquals", "StringNotEquals", "StringLike", "StringNotLike")
    conditions = asked.get("Conditions") or {}
    return {**asked, "Conditions": {kind: conditions.get(kind) or [] for kind in kinds}}


def get_selection(call: Call) -> dict[str, Any]:
    """A selection."""
    _plan(call)
    message = "Cannot find Backup selection"
    found: dict[str, Any] = find(_selections(call), call.body["SelectionId"], "ResourceNotFoundException", message, 400)
    return found


def list_selections(call: Call) -> dict[str, Any]:
    """The selections of a plan."""
    plan = _plan(call)
    return {
        "BackupSelectionsList": [
            {
                **entry,
                "SelectionName": entry["BackupSelection"]["SelectionName"],
                "IamRoleArn": entry["BackupSelection"]["IamRoleArn"],
            }
            for entry in _selections(call).values()
            if entry["BackupPlanId"] == plan.backup_plan_id
        ]
    }


def delete_selection(call: Call) -> dict[str, Any]:
    """The selection is gone."""
    del _selections(call)[get_selection(call)["SelectionId"]]
    return {}


OPERATIONS = {
    "CreateBackupPlan": create_plan,
    "CreateBackupSelection": create_selection,
    "DeleteBackupPlan": delete_plan,
    "DeleteBackupSelection": delete_selection,
    "DeleteBackupVault": delete_vault,
    "DeleteBackupVaultAccessPolicy": delete_policy,
    "DeleteBackupVaultNotifications": delete_notifications,
    "GetBackupSelection": get_selection,
    "GetBackupVaultAccessPolicy": get_policy,
    "GetBackupVaultNotifications": get_notifications,
    "ListBackupSelections": list_selections,
    "ListRecoveryPointsByBackupVault": list_recovery_points,
    "ListTags": list_tags,
    "PutBackupVaultAccessPolicy": put_policy,
    "PutBackupVaultNotifications": put_notifications,
    "UpdateBackupPlan": update_plan,
}
