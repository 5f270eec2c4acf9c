"""CloudWatch Logs: a group gets another key, or none."""

from __future__ import annotations

from typing import Any

from .call import AwsError, Call
from .neighbours import backend, has_key

SERVICES = ("logs",)


def _group(call: Call) -> Any:
    """The group that is named; what a group's `resourceIdentifier` may name besides, results of queries, is not there."""
    name = call.body.get("logGroupName") or str(call.body.get("resourceIdentifier", "")).partition(":log-group:")[2]
    group = backend(call, "logs").groups.get(name)
    if group is None:
        raise AwsError("ResourceNotFoundException", "The specified log group does not exist.")
    return group


def associate_kms_key(call: Call) -> dict[str, Any]:
    """Encrypt what a group is written from now on with a key of the region."""
    group, key = _group(call), call.body["kmsKeyId"]
    if not has_key(call, key):
        raise AwsError("InvalidParameterException", f"The specified KMS key {key} does not exist or is not allowed.")
    group.kms_key_id = key
    return {}


def disassociate_kms_key(call: Call) -> dict[str, Any]:
    """Let a group be encrypted by AWS's own key again."""
    _group(call).kms_key_id = None
    return {}


OPERATIONS = {"AssociateKmsKey": associate_kms_key, "DisassociateKmsKey": disassociate_kms_key}
