"""CloudFront: what distributions refer to: functions, and policies of caching, origin requests and response headers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .call import Answer, AwsError, Call
from .cloudfront import arn, check_version, entries, etag, new_id
from .state import Table
from .values import find, now

SERVICES = ("cloudfront",)

POLICIES = ("CachePolicy", "OriginRequestPolicy", "ResponseHeadersPolicy")
CODE_LIMIT = 10 * 1024
"""Bytes of code a function may have at most."""


def _functions(call: Call) -> Table:
    return entries(call, "function")


def _function(call: Call) -> dict[str, Any]:
    message = "The specified function does not exist."
    found: dict[str, Any] = find(_functions(call), call.body["Name"], "NoSuchFunctionExists", message)
    return found


def _behaviours(call: Call) -> list[dict[str, Any]]:
    """The cache behaviours of every distribution."""
    configs = [entry["Config"] for entry in entries(call, "distribution").values()]
    return [
        one
        for config in configs
        for one in (config["DefaultCacheBehavior"], *((config.get("CacheBehaviors") or {}).get("Items") or []))
    ]


def _summary(function: dict[str, Any], stage: str) -> dict[str, Any]:
    version = function[stage]
    return {
        "Name": function["Name"],
        "Status": "UNASSOCIATED" if stage == "LIVE" else "UNPUBLISHED",
        "FunctionConfig": version["Config"],
        "FunctionMetadata": {
            "FunctionARN": function["ARN"],
            "Stage": stage,
            "CreatedTime": function["CreatedTime"],
            "LastModifiedTime": version["LastModifiedTime"],
        },
    }


def _code(call: Call) -> bytes:
    code = call.body["FunctionCode"]
    code = code.encode() if isinstance(code, str) else bytes(code)
    if len(code) > CODE_LIMIT:
        raise AwsError("FunctionSizeLimitExceeded", "The function is too large.", 413)
    return code


def create_function(call: Call) -> dict[str, Any]:
    """A new function, not yet published."""
    name = call.body["Name"]
    if name in _functions(call):
        raise AwsError("FunctionAlreadyExists", "A function with the same name already exists in this account.", 409)
    version = {"Config": call.body["FunctionConfig"], "Code": _code(call), "LastModifiedTime": now()}
    _functions(call)[name] = function = {
        "Id": name,
        "Revision": 1,
        "Name": name,
        "ARN": arn(call, f"function/{name}"),
        "CreatedTime": now(),
        "DEVELOPMENT": version,
    }
    location = f"https://cloudfront.amazonaws.com/2020-05-31/function/{function['ARN']}"
    return {"FunctionSummary": _summary(function, "DEVELOPMENT"), "Location": location, "ETag": etag(function)}


def update_function(call: Call) -> dict[str, Any]:
    """Another code, not yet published."""
    function = _function(call)
    check_version(call, function)
    function["DEVELOPMENT"] = {"Config": call.body["FunctionConfig"], "Code": _code(call), "LastModifiedTime": now()}
    function["Revision"] += 1
    return {"FunctionSummary": _summary(function, "DEVELOPMENT"), "ETag": etag(function)}


def publish_function(call: Call) -> dict[str, Any]:
    """The code in development becomes the live one."""
    function = _function(call)
    check_version(call, function)
    function["LIVE"] = {**function["DEVELOPMENT"], "LastModifiedTime": now()}
    function["LiveVersion"] = {"Id": function["Name"], "Revision": function["Revision"]}
    return {"FunctionSummary": _summary(function, "LIVE")}


def _stage(call: Call, function: dict[str, Any]) -> tuple[str, str]:
    stage = call.body.get("Stage") or "DEVELOPMENT"
    if stage not in function:
        raise AwsError("NoSuchFunctionExists", "The specified function does not exist.", 404)
    return stage, etag(function["LiveVersion"] if stage == "LIVE" else function)


def describe_function(call: Call) -> dict[str, Any]:
    """A stage of a function without its code."""
    function = _function(call)
    stage, version = _stage(call, function)
    return {"FunctionSummary": _summary(function, stage), "ETag": version}


def get_function(call: Call) -> Answer:
    """The code of a stage of a function."""
    function = _function(call)
    stage, version = _stage(call, function)
    return Answer(200, function[stage]["Code"], {"ETag": version, "Content-Type": "application/octet-stream"})


def delete_function(call: Call) -> dict[str, Any]:
    """The function is gone, unless a distribution has it."""
    function = _function(call)
    check_version(call, function)
    used = [
        one["FunctionARN"]
        for behaviour in _behaviours(call)
        for one in (behaviour.get("FunctionAssociations") or {}).get("Items") or []
    ]
    if function["ARN"] in used:
        raise AwsError("FunctionInUse", "Cannot delete the function because it's attached to a cache behavior.", 409)
    del _functions(call)[function["Name"]]
    return {}


def _policy(call: Call, kind: str) -> dict[str, Any]:
    found: dict[str, Any] = find(entries(call, kind), call.body["Id"], f"NoSuch{kind}", f"The {kind} does not exist.")
    return found


def _shown(kind: str, policy: dict[str, Any]) -> dict[str, Any]:
    shown = {"Id": policy["Id"], "LastModifiedTime": policy["LastModifiedTime"], f"{kind}Config": policy["Config"]}
    return {kind: shown, "ETag": etag(policy)}


def _create(kind: str) -> Callable[[Call], dict[str, Any]]:
    def create(call: Call) -> dict[str, Any]:
        config = call.body[f"{kind}Config"]
        if any(policy["Config"]["Name"] == config["Name"] for policy in entries(call, kind).values()):
            raise AwsError(f"{kind}AlreadyExists", "A policy with this name already exists.", 409)
        number = new_id(f"{kind} {config['Name']} {now()}").lower()
        number = f"{number[:8]}-{number[8:12]}-4000-8000-{number[2:14]}"
        entries(call, kind)[number] = policy = {
            "Id": number,
            "Revision": 1,
            "LastModifiedTime": now(),
            "Config": config,
        }
        return _shown(kind, policy)

    return create


def _get(kind: str) -> Callable[[Call], dict[str, Any]]:
    return lambda call: _shown(kind, _policy(call, kind))


def _update(kind: str) -> Callable[[Call], dict[str, Any]]:
    def update(call: Call) -> dict[str, Any]:
        policy = _policy(call, kind)
        check_version(call, policy)
        policy.update(Config=call.body[f"{kind}Config"], Revision=policy["Revision"] + 1, LastModifiedTime=now())
        return _shown(kind, policy)

    return update


def _delete(kind: str) -> Callable[[Call], dict[str, Any]]:
    def delete(call: Call) -> dict[str, Any]:
        policy = _policy(call, kind)
        check_version(call, policy)
        if any(behaviour.get(f"{kind}Id") == policy["Id"] for behaviour in _behaviours(call)):
            raise AwsError(f"{kind}InUse", "Cannot delete the policy because it is attached to a cache behavior.", 409)
        del entries(call, kind)[policy["Id"]]
        return {}

    return delete


OPERATIONS = {
    "CreateFunction": create_function,
    "DeleteFunction": delete_function,
    "DescribeFunction": describe_function,
    "GetFunction": get_function,
    "PublishFunction": publish_function,
    "UpdateFunction": update_function,
    **{f"Create{kind}": _create(kind) for kind in POLICIES},
    **{f"Delete{kind}": _delete(kind) for kind in POLICIES},
    **{f"Get{kind}": _get(kind) for kind in POLICIES},
    **{f"Update{kind}": _update(kind) for kind in POLICIES},
}
