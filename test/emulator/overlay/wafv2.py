"""WAF: protection of data in logs, what keeps a web ACL from going, and where its scope is served."""

from __future__ import annotations

from typing import Any

from moto.wafv2.models import wafv2_backends

from .call import AwsError, Call
from .cloudfront import entries
from .state import GLOBAL_REGION, Table, table

SERVICES = ("wafv2",)

DISTRIBUTIONS = "CLOUDFRONT"
DISTRIBUTIONS_REGION = "us-east-1"


def _protection(call: Call) -> Table:
    region = GLOBAL_REGION if call.body.get("Scope") == DISTRIBUTIONS else call.region
    return table(call, "wafv2:data-protection*", region)


def check_scope(call: Call) -> None:
    """What is of distributions is in one region."""
    if call.body.get("Scope") == DISTRIBUTIONS and call.region != DISTRIBUTIONS_REGION:
        raise AwsError(
            "WAFInvalidParameterException", "The scope is not valid., field: SCOPE_VALUE, parameter: CLOUDFRONT"
        )


def _check_rules(call: Call) -> None:
    rules = call.body.get("Rules") or []
    priorities = [rule["Priority"] for rule in rules]
    names = [rule["Name"] for rule in rules]
    if len(set(priorities)) < len(priorities) or len(set(names)) < len(names):
        raise AwsError("WAFInvalidParameterException", "Each rule needs a name and a priority of its own.")
    for rule in rules:
        group = "ManagedRuleGroupStatement" in rule["Statement"] or "RuleGroupReferenceStatement" in rule["Statement"]
        if group == ("Action" in rule) or group != ("OverrideAction" in rule):
            message = f"Rule {rule['Name']}: a group of rules takes an override action, any other an action."
            raise AwsError("WAFInvalidParameterException", message)


def create_acl(call: Call) -> None:
    """Check a new web ACL before moto makes it."""
    check_scope(call)
    _check_rules(call)


def create_after(call: Call, answer: dict[str, Any]) -> None:
    """Remember what of the data is protected."""
    if call.body.get("DataProtectionConfig"):
        _protection(call)[answer["Summary"]["Id"]] = call.body["DataProtectionConfig"]


def update_after(call: Call, answer: dict[str, Any]) -> None:
    """An update replaces what of the data is protected."""
    _protection(call).pop(call.body["Id"], None)
    if call.body.get("DataProtectionConfig"):
        _protection(call)[call.body["Id"]] = call.body["DataProtectionConfig"]


def get_after(call: Call, answer: dict[str, Any]) -> None:
    """Tell what of the data is protected, and no settings that nobody made."""
    acl = answer["WebACL"]
    protection = _protection(call).get(acl["Id"])
    if protection:
        acl["DataProtectionConfig"] = protection
    for holder in (acl, *acl.get("Rules", [])):
        for name in ("CaptchaConfig", "ChallengeConfig"):
            if holder.get(name) == {}:
                del holder[name]


def delete_acl(call: Call) -> None:
    """A web ACL in use stays."""
    check_scope(call)
    region = "global" if call.body.get("Scope") == DISTRIBUTIONS else call.region
    acls = wafv2_backends[call.account][region].wacls.values()
    acl = next((one for one in acls if one.id == call.body["Id"]), None)
    if acl is None:
        return
    users = [entry for entry in entries(call, "distribution").values() if entry["Config"].get("WebACLId") == acl.arn]
    if users or acl.associated_resources:
        raise AwsError(
            "WAFAssociatedItemException",
            "AWS WAF couldn't perform the operation because your resource is being used by another resource.",
        )
    _protection(call).pop(acl.id, None)


OPERATIONS = {
    "CreateWebACL": create_acl,
    "DeleteWebACL": delete_acl,
    "GetWebACL": check_scope,
    "ListWebACLs": check_scope,
    "UpdateWebACL": create_acl,
}
AFTER = {"CreateWebACL": create_after, "GetWebACL": get_after, "UpdateWebACL": update_after}
