"""Cost Explorer: monitors of anomalies and subscriptions to them."""

from __future__ import annotations

import uuid
from typing import Any

from .call import AwsError, Call
from .state import GLOBAL_REGION, Table, table
from .values import find, merge_tags, now, only, without_tags

SERVICES = ("ce",)


def _monitors(call: Call) -> Table:
    return table(call, "ce:anomaly-monitor", GLOBAL_REGION)


def _subscriptions(call: Call) -> Table:
    return table(call, "ce:anomaly-subscription", GLOBAL_REGION)


def _tags(call: Call) -> Table:
    return table(call, "ce:tags*", GLOBAL_REGION)


def _monitor(call: Call, arn: str) -> dict[str, Any]:
    found: dict[str, Any] = find(
        _monitors(call), arn, "UnknownMonitorException", "The cost anomaly monitor does not exist.", 400
    )
    return found


def _subscription(call: Call, arn: str) -> dict[str, Any]:
    message = "The cost anomaly subscription does not exist."
    found: dict[str, Any] = find(_subscriptions(call), arn, "UnknownSubscriptionException", message, 400)
    return found


def _new_arn(call: Call, kind: str) -> str:
    return f"arn:aws:ce::{call.account}:{kind}/{uuid.uuid4()}"


def create_monitor(call: Call) -> dict[str, Any]:
    """A new monitor, of one dimension or of an expression."""
    asked = call.body["AnomalyMonitor"]
    if asked["MonitorType"] == "DIMENSIONAL" and any(
        one["MonitorType"] == "DIMENSIONAL" for one in _monitors(call).values()
    ):
        raise AwsError("LimitExceededException", "Limit exceeded on dimensional spend monitor creation")
    if asked["MonitorType"] == "CUSTOM" and not asked.get("MonitorSpecification"):
        raise AwsError("ValidationException", "A custom monitor needs a specification.")
    arn, today = _new_arn(call, "anomalymonitor"), now().strftime("%Y-%m-%d")
    named = ("MonitorName", "MonitorType", "MonitorDimension", "MonitorSpecification")
    _monitors(call)[arn] = {"MonitorArn": arn, "CreationDate": today, "LastUpdatedDate": today, **only(asked, named)}
    _tags(call)[arn] = call.body.get("ResourceTags") or []
    return {"MonitorArn": arn}


def get_monitors(call: Call) -> dict[str, Any]:
    """The wanted monitors or all."""
    wanted = call.body.get("MonitorArnList")
    return {"AnomalyMonitors": [_monitor(call, arn) for arn in wanted] if wanted else list(_monitors(call).values())}


def update_monitor(call: Call) -> dict[str, Any]:
    """Another name."""
    monitor = _monitor(call, call.body["MonitorArn"])
    monitor.update(only(call.body, ("MonitorName",)), LastUpdatedDate=now().strftime("%Y-%m-%d"))
    return {"MonitorArn": monitor["MonitorArn"]}


def delete_monitor(call: Call) -> dict[str, Any]:
    """The monitor is gone."""
    arn = _monitor(call, call.body["MonitorArn"])["MonitorArn"]
    del _monitors(call)[arn]
    _tags(call).pop(arn, None)
    return {}


def _check_subscription(call: Call, asked: dict[str, Any]) -> None:
    for arn in asked.get("MonitorArnList") or []:
        _monitor(call, arn)
    for subscriber in asked.get("Subscribers") or []:
        if asked.get("Frequency") == "IMMEDIATE" and subscriber["Type"] != "SNS":
            raise AwsError("ValidationException", "Immediate alerts are sent to an SNS topic only.")
        if asked.get("Frequency") in ("DAILY", "WEEKLY") and subscriber["Type"] != "EMAIL":
            raise AwsError("ValidationException", "Daily and weekly alerts are sent by e-mail only.")


def create_subscription(call: Call) -> dict[str, Any]:
    """A new subscription to monitors."""
    asked = call.body["AnomalySubscription"]
    _check_subscription(call, asked)
    arn = _new_arn(call, "anomalysubscription")
    _subscriptions(call)[arn] = {
        **asked,
        "SubscriptionArn": arn,
        "AccountId": call.account,
        "Subscribers": _confirmed(asked),
    }
    _tags(call)[arn] = call.body.get("ResourceTags") or []
    return {"SubscriptionArn": arn}


def _confirmed(asked: dict[str, Any]) -> list[dict[str, Any]]:
    return [{**one, "Status": "CONFIRMED"} for one in asked["Subscribers"]]


def get_subscriptions(call: Call) -> dict[str, Any]:
    """The wanted subscriptions, those to a monitor, or all."""
    wanted, monitor = call.body.get("SubscriptionArnList"), call.body.get("MonitorArn")
    found = [_subscription(call, arn) for arn in wanted] if wanted else list(_subscriptions(call).values())
    return {"AnomalySubscriptions": [one for one in found if not monitor or monitor in one["MonitorArnList"]]}


def update_subscription(call: Call) -> dict[str, Any]:
    """Other settings."""
    subscription = _subscription(call, call.body["SubscriptionArn"])
    changed = only(
        call.body,
        ("Frequency", "MonitorArnList", "SubscriptionName", "Subscribers", "Threshold", "ThresholdExpression"),
    )
    _check_subscription(call, {**subscription, **changed})
    if "Subscribers" in changed:
        changed["Subscribers"] = _confirmed(changed)
    subscription.update(changed)
    return {"SubscriptionArn": subscription["SubscriptionArn"]}


def delete_subscription(call: Call) -> dict[str, Any]:
    """The subscription is gone."""
    arn = _subscription(call, call.body["SubscriptionArn"])["SubscriptionArn"]
    del _subscriptions(call)[arn]
    _tags(call).pop(arn, None)
    return {}


def list_tags(call: Call) -> dict[str, Any] | None:
    """The tags of a monitor or subscription; others are moto's."""
    arn = call.body["ResourceArn"]
    return {"ResourceTags": _tags(call)[arn]} if arn in _tags(call) else None


def tag_resource(call: Call) -> dict[str, Any] | None:
    """More tags."""
    arn = call.body["ResourceArn"]
    if arn not in _tags(call):
        return None
    _tags(call)[arn] = merge_tags(_tags(call)[arn], call.body["ResourceTags"])
    return {}


def untag_resource(call: Call) -> dict[str, Any] | None:
    """Fewer tags."""
    arn = call.body["ResourceArn"]
    if arn not in _tags(call):
        return None
    _tags(call)[arn] = without_tags(_tags(call)[arn], call.body["ResourceTagKeys"])
    return {}


OPERATIONS = {
    "CreateAnomalyMonitor": create_monitor,
    "CreateAnomalySubscription": create_subscription,
    "DeleteAnomalyMonitor": delete_monitor,
    "DeleteAnomalySubscription": delete_subscription,
    "GetAnomalyMonitors": get_monitors,
    "GetAnomalySubscriptions": get_subscriptions,
    "ListTagsForResource": list_tags,
    "TagResource": tag_resource,
    "UntagResource": untag_resource,
    "UpdateAnomalyMonitor": update_monitor,
    "UpdateAnomalySubscription": update_subscription,
}
