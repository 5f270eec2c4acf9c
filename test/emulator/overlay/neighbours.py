"""What other services hold, for the checks AWS makes of the ARNs and ids in a call."""

from __future__ import annotations

from typing import Any

from moto.backends import get_backend

from .call import Call


def backend(call: Call, service: str, region: str | None = None) -> Any:
    """Moto's backend of another service in the call's account; `region` is `aws` for a service without regions."""
    return get_backend(service)[call.account][region or call.region]  # type: ignore[call-overload]


def has_role(call: Call, arn: str) -> bool:
    """Whether an IAM role of the call's account has this ARN."""
    return any(role.arn == arn for role in backend(call, "iam", "aws").roles.values())


def has_principal(call: Call, arn: str) -> bool:
    """Whether an IAM role or user of the call's account has this ARN; another account cannot be looked into."""
    if arn.split(":")[4] != call.account:
        return True
    return has_role(call, arn) or any(user.arn == arn for user in backend(call, "iam", "aws").users.values())


def subnets(call: Call, ids: list[str]) -> list[Any]:
    """The subnets of these ids that exist, in their order."""
    known = {subnet.id: subnet for zone in backend(call, "ec2").subnets.values() for subnet in zone.values()}
    return [known[subnet_id] for subnet_id in ids if subnet_id in known]


def has_security_group(call: Call, group_id: str) -> bool:
    """Whether the region has the security group."""
    return backend(call, "ec2").get_security_group_from_id(group_id) is not None


def has_key(call: Call, arn: str) -> bool:
    """Whether KMS has the key of this ARN in the call's account and region."""
    return arn.rpartition("/")[2] in backend(call, "kms").keys


def has_log_group(call: Call, name: str) -> bool:
    """Whether CloudWatch Logs has the group in the region."""
    return name in backend(call, "logs").groups
