"""ECR: repository creation templates, which moto does not have."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from . import state
from .call import AwsError, Call
from .neighbours import has_key, has_role

SERVICES = ("ecr",)

MEMBERS = (
    "prefix",
    "description",
    "encryptionConfiguration",
    "resourceTags",
    "imageTagMutability",
    "imageTagMutabilityExclusionFilters",
    "repositoryPolicy",
    "lifecyclePolicy",
    "appliedFor",
    "customRoleArn",
)


def _templates(call: Call) -> state.Table:
    return state.table(call, "ecr:creation-template")


def _answer(call: Call, template: dict[str, Any]) -> dict[str, Any]:
    return {"registryId": call.account, "repositoryCreationTemplate": template}


def _check(call: Call) -> None:
    body = call.body
    encryption = body.get("encryptionConfiguration", {})
    if not body.get("customRoleArn") and (
        encryption.get("encryptionType", "AES256") != "AES256" or body.get("resourceTags")
    ):
        raise AwsError(
            "InvalidParameterException", "A custom role is required for KMS encryption and for resource tags"
        )
    if body.get("customRoleArn") and not has_role(call, body["customRoleArn"]):
        raise AwsError("InvalidParameterException", f"The role {body['customRoleArn']} does not exist")
    if encryption.get("kmsKey") and not has_key(call, encryption["kmsKey"]):
        raise AwsError("InvalidParameterException", f"The key {encryption['kmsKey']} does not exist")


def create(call: Call) -> dict[str, Any]:
    """CreateRepositoryCreationTemplate: the role that makes the repositories must exist."""
    prefix = call.body["prefix"]
    if prefix in _templates(call):
        raise AwsError("TemplateAlreadyExistsException", f"A template for the prefix {prefix} already exists")
    _check(call)
    now = datetime.now(UTC)
    defaults = {"encryptionConfiguration": {"encryptionType": "AES256"}, "imageTagMutability": "MUTABLE"}
    given = {member: call.body[member] for member in MEMBERS if member in call.body}
    template = {**defaults, **given, "createdAt": now, "updatedAt": now}
    _templates(call)[prefix] = template
    return _answer(call, template)


def _template_of(call: Call) -> dict[str, Any]:
    found: dict[str, Any] | None = _templates(call).get(call.body["prefix"])
    if found is None:
        raise AwsError("TemplateNotFoundException", f"The template for the prefix {call.body['prefix']} does not exist")
    return found


def describe(call: Call) -> dict[str, Any]:
    """DescribeRepositoryCreationTemplates, in one page; prefixes without a template are left out."""
    wanted = call.body.get("prefixes") or sorted(_templates(call))
    found = [_templates(call)[prefix] for prefix in wanted if prefix in _templates(call)]
    return {"registryId": call.account, "repositoryCreationTemplates": found}


def update(call: Call) -> dict[str, Any]:
    """UpdateRepositoryCreationTemplate."""
    template = _template_of(call)
    _check(call)
    template.update(
        {member: call.body[member] for member in MEMBERS if member in call.body}, updatedAt=datetime.now(UTC)
    )
    return _answer(call, template)


def delete(call: Call) -> dict[str, Any]:
    """DeleteRepositoryCreationTemplate."""
    template = _template_of(call)
    del _templates(call)[call.body["prefix"]]
    return _answer(call, template)


OPERATIONS = {
    "CreateRepositoryCreationTemplate": create,
    "DeleteRepositoryCreationTemplate": delete,
    "DescribeRepositoryCreationTemplates": describe,
    "UpdateRepositoryCreationTemplate": update,
}
