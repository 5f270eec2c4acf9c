"""S3: replication and logging of buckets, and conditions of bucket policies."""

from __future__ import annotations

import json
from typing import Any

from moto.s3.models import FakeBucket, s3_backends

from .call import AwsError, Call
from .neighbours import has_role
from .state import GLOBAL_REGION, Table, table

SERVICES = ("s3",)


def _bucket(call: Call, name: str) -> FakeBucket:
    found: FakeBucket | None = s3_backends[call.account]["aws"].buckets.get(name)
    if found is None:
        raise AwsError("NoSuchBucket", "The specified bucket does not exist", 404)
    return found


def _settings(call: Call, kind: str) -> Table:
    """Settings by bucket name."""
    return table(call, f"s3:{kind}*", GLOBAL_REGION)


def _check_rule(call: Call, rule: dict[str, Any]) -> None:
    if "Filter" in rule and ("Priority" not in rule or "DeleteMarkerReplication" not in rule):
        raise AwsError(
            "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema"
        )
    target = s3_backends[call.account]["aws"].buckets.get(rule["Destination"]["Bucket"].split(":")[-1])
    if target is None and rule["Destination"].get("Account", call.account) == call.account:
        raise AwsError("InvalidRequest", "Destination bucket must exist.")
    if target is not None and not target.is_versioned:
        raise AwsError("InvalidRequest", "Destination bucket must have versioning enabled.")


def put_replication(call: Call) -> dict[str, Any]:
    """Other rules of replication."""
    bucket, asked = _bucket(call, call.body["Bucket"]), call.body["ReplicationConfiguration"]
    if not bucket.is_versioned:
        raise AwsError(
            "InvalidRequest", "Versioning must be 'Enabled' on the bucket to apply a replication configuration"
        )
    if not has_role(call, asked["Role"]):
        raise AwsError("InvalidArgument", "Invalid role ARN.")
    rules = asked["Rules"]
    for rule in rules:
        _check_rule(call, rule)
    priorities = [rule["Priority"] for rule in rules if "Priority" in rule]
    if len(set(priorities)) < len(priorities):
        raise AwsError("InvalidRequest", "Found duplicate priority values.")
    named = [{**rule, "ID": rule.get("ID") or f"rule-{number}"} for number, rule in enumerate(rules)]
    _settings(call, "replication")[bucket.name] = {"Role": asked["Role"], "Rules": named}
    return {}


def get_replication(call: Call) -> dict[str, Any]:
    """The rules of replication."""
    found = _settings(call, "replication").get(_bucket(call, call.body["Bucket"]).name)
    if found is None:
        raise AwsError("ReplicationConfigurationNotFoundError", "The replication configuration was not found", 404)
    return {"ReplicationConfiguration": found}


def delete_replication(call: Call) -> dict[str, Any]:
    """No replication any more."""
    _settings(call, "replication").pop(_bucket(call, call.body["Bucket"]).name, None)
    return {}


def put_logging(call: Call) -> dict[str, Any]:
    """Another target of access logs, or none."""
    name = _bucket(call, call.body["Bucket"]).name
    enabled = (call.body.get("BucketLoggingStatus") or {}).get("LoggingEnabled")
    if not enabled:
        _settings(call, "logging").pop(name, None)
        return {}
    if enabled["TargetBucket"] not in s3_backends[call.account]["aws"].buckets:
        raise AwsError("InvalidTargetBucketForLogging", "The target bucket for logging does not exist")
    _settings(call, "logging")[name] = enabled
    return {}


def get_logging(call: Call) -> dict[str, Any]:
    """The target of access logs."""
    found = _settings(call, "logging").get(_bucket(call, call.body["Bucket"]).name)
    return {"LoggingEnabled": found} if found else {}


def delete_bucket(call: Call) -> None:
    """The settings go with an empty bucket; whether it is empty moto says."""
    bucket = _bucket(call, call.body["Bucket"])
    if not bucket.keys:
        for kind in ("replication", "logging"):
            _settings(call, kind).pop(bucket.name, None)


def patch() -> None:
    """Leave conditions of bucket policies aside."""
    allow = FakeBucket.get_permission

    def allow_unconditional(self: Any, *arguments: Any, **given: Any) -> Any:
        # Moto takes a statement as if it had no condition, so that "deny without TLS" denies everything.
        whole = self.policy
        if whole is None:
            return allow(self, *arguments, **given)
        policy = json.loads(whole)
        policy["Statement"] = [one for one in policy["Statement"] if "Condition" not in one]
        self.policy = json.dumps(policy).encode()
        try:
            return allow(self, *arguments, **given)
        finally:
            self.policy = whole

    FakeBucket.get_permission = allow_unconditional  # type: ignore[method-assign]


OPERATIONS = {
    "DeleteBucket": delete_bucket,
    "DeleteBucketReplication": delete_replication,
    "GetBucketLogging": get_logging,
    "GetBucketReplication": get_replication,
    "PutBucketLogging": put_logging,
    "PutBucketReplication": put_replication,
}
