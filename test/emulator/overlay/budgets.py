"""Budgets: budgets with notifications, subscribers and tags, in place of moto's, which has no subscribers and tags."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from .call import AwsError, Call
from .state import GLOBAL_REGION, Table, table
from .values import find, merge_tags, now, without_tags

SERVICES = ("budgets",)

COST_TYPES = {
    "IncludeCredit": True,
    "IncludeDiscount": True,
    "IncludeOtherSubscription": True,
    "IncludeRecurring": True,
    "IncludeRefund": True,
    "IncludeSubscription": True,
    "IncludeSupport": True,
    "IncludeTax": True,
    "IncludeUpfront": True,
    "UseAmortized": False,
    "UseBlended": False,
}
END = datetime(2087, 6, 15, tzinfo=timezone.utc)
MAX_NOTIFICATIONS = 10


def _budgets(call: Call) -> Table:
    return table(call, "budgets:budget", GLOBAL_REGION)


def _budget(call: Call) -> dict[str, Any]:
    name = call.body["BudgetName"]
    found: dict[str, Any] = find(_budgets(call), name, "NotFoundException", f"Unable to find budget: {name}", 400)
    return found


def _whole(budget: dict[str, Any]) -> dict[str, Any]:
    if "BudgetLimit" not in budget and "PlannedBudgetLimits" not in budget and "AutoAdjustData" not in budget:
        raise AwsError(
            "InvalidParameterException",
            "Unable to create/update budget - please provide one of the followings: "
            "Budget Limit/ Planned Budget Limit/ Auto Adjust Data",
        )
    start = now().replace(day=1, hour=0, minute=0, second=0)
    period = {"Start": start, "End": END, **(budget.get("TimePeriod") or {})}
    whole = {"CostFilters": {}, **budget, "TimePeriod": period, "LastUpdatedTime": now()}
    if budget["BudgetType"] == "COST":
        whole["CostTypes"] = {**COST_TYPES, **(budget.get("CostTypes") or {})}
    whole["CalculatedSpend"] = {"ActualSpend": {"Amount": "0.0", "Unit": "USD"}}
    return whole


def create_budget(call: Call) -> dict[str, Any]:
    """A new budget."""
    budget = call.body["Budget"]
    if budget["BudgetName"] in _budgets(call):
        raise AwsError(
            "DuplicateRecordException", f"Error creating budget: {budget['BudgetName']} - the budget already exists."
        )
    _budgets(call)[budget["BudgetName"]] = {
        "Budget": _whole(budget),
        "Notifications": [
            {"Notification": _named(one["Notification"]), "Subscribers": list(one["Subscribers"])}
            for one in call.body.get("NotificationsWithSubscribers") or []
        ],
        "Tags": call.body.get("ResourceTags") or [],
    }
    return {}


def describe_budget(call: Call) -> dict[str, Any]:
    """A budget."""
    return {"Budget": _budget(call)["Budget"]}


def describe_budgets(call: Call) -> dict[str, Any]:
    """All budgets."""
    return {"Budgets": [entry["Budget"] for entry in _budgets(call).values()]}


def update_budget(call: Call) -> dict[str, Any]:
    """Another limit or other filters."""
    new = call.body["NewBudget"]
    entry = find(
        _budgets(call), new["BudgetName"], "NotFoundException", f"Unable to find budget: {new['BudgetName']}", 400
    )
    entry["Budget"] = _whole(new)
    return {}


def delete_budget(call: Call) -> dict[str, Any]:
    """The budget is gone."""
    _budget(call)
    del _budgets(call)[call.body["BudgetName"]]
    return {}


def _named(notification: dict[str, Any]) -> dict[str, Any]:
    """What tells a notification from the others of its budget."""
    return {
        "NotificationType": notification["NotificationType"],
        "ComparisonOperator": notification["ComparisonOperator"],
        "Threshold": float(notification["Threshold"]),
        "ThresholdType": notification.get("ThresholdType") or "PERCENTAGE",
    }


def _notification(call: Call, given: dict[str, Any]) -> dict[str, Any]:
    wanted = _named(given)
    for entry in _budget(call)["Notifications"]:
        if entry["Notification"] == wanted:
            found: dict[str, Any] = entry
            return found
    raise AwsError("NotFoundException", "Unable to find notification.")


def create_notification(call: Call) -> dict[str, Any]:
    """One more notification of a budget."""
    notifications, named = _budget(call)["Notifications"], _named(call.body["Notification"])
    if any(entry["Notification"] == named for entry in notifications):
        raise AwsError("DuplicateRecordException", "The notification already exists.")
    if len(notifications) >= MAX_NOTIFICATIONS:
        raise AwsError("CreationLimitExceededException", f"A budget has at most {MAX_NOTIFICATIONS} notifications.")
    notifications.append({"Notification": named, "Subscribers": list(call.body["Subscribers"])})
    return {}


def describe_notifications(call: Call) -> dict[str, Any]:
    """The notifications of a budget."""
    return {
        "Notifications": [
            {**entry["Notification"], "NotificationState": "OK"} for entry in _budget(call)["Notifications"]
        ]
    }


def update_notification(call: Call) -> dict[str, Any]:
    """Another threshold."""
    _notification(call, call.body["OldNotification"])["Notification"] = _named(call.body["NewNotification"])
    return {}


def delete_notification(call: Call) -> dict[str, Any]:
    """One notification less."""
    _budget(call)["Notifications"].remove(_notification(call, call.body["Notification"]))
    return {}


def describe_subscribers(call: Call) -> dict[str, Any]:
    """Who is told."""
    return {"Subscribers": _notification(call, call.body["Notification"])["Subscribers"]}


def create_subscriber(call: Call) -> dict[str, Any]:
    """One more is told."""
    _notification(call, call.body["Notification"])["Subscribers"].append(call.body["Subscriber"])
    return {}


def delete_subscriber(call: Call) -> dict[str, Any]:
    """One is told no more; a notification without anyone is gone."""
    entry = _notification(call, call.body["Notification"])
    if call.body["Subscriber"] not in entry["Subscribers"]:
        raise AwsError("NotFoundException", "Unable to find subscriber.")
    entry["Subscribers"].remove(call.body["Subscriber"])
    if not entry["Subscribers"]:
        _budget(call)["Notifications"].remove(entry)
    return {}


def _tagged(call: Call) -> dict[str, Any]:
    name = call.body["ResourceARN"].rpartition("budget/")[2]
    found: dict[str, Any] = find(_budgets(call), name, "NotFoundException", f"Unable to find budget: {name}", 400)
    return found


def list_tags(call: Call) -> dict[str, Any]:
    """The tags of a budget."""
    return {"ResourceTags": _tagged(call)["Tags"]}


def tag_resource(call: Call) -> dict[str, Any]:
    """More tags."""
    entry = _tagged(call)
    entry["Tags"] = merge_tags(entry["Tags"], call.body["ResourceTags"])
    return {}


def untag_resource(call: Call) -> dict[str, Any]:
    """Fewer tags."""
    entry = _tagged(call)
    entry["Tags"] = without_tags(entry["Tags"], call.body["ResourceTagKeys"])
    return {}


OPERATIONS = {
    "CreateBudget": create_budget,
    "CreateNotification": create_notification,
    "CreateSubscriber": create_subscriber,
    "DeleteBudget": delete_budget,
    "DeleteNotification": delete_notification,
    "DeleteSubscriber": delete_subscriber,
    "DescribeBudget": describe_budget,
    "DescribeBudgets": describe_budgets,
    "DescribeNotificationsForBudget": describe_notifications,
    "DescribeSubscribersForNotification": describe_subscribers,
    "ListTagsForResource": list_tags,
    "TagResource": tag_resource,
    "UntagResource": untag_resource,
    "UpdateBudget": update_budget,
    "UpdateNotification": update_notification,
}
