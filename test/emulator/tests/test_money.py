"""Budgets and Cost Explorer."""

from __future__ import annotations

import unittest
from typing import Any

from tests.cloud import ACCOUNT, VIRGINIA, CloudTest

NOTIFICATION = {
    "NotificationType": "ACTUAL",
    "ComparisonOperator": "GREATER_THAN",
    "Threshold": 80.0,
    "ThresholdType": "PERCENTAGE",
}
ADDRESS = {"SubscriptionType": "EMAIL", "Address": "team@example.com"}


class BudgetsTest(CloudTest):
    """Budgets with notifications."""

    def setUp(self) -> None:
        self.budgets = self.client("budgets", VIRGINIA)

    def named(self, name: str, **more: Any) -> dict[str, Any]:
        return {"AccountId": ACCOUNT, "BudgetName": name, **more}

    def made(self, name: str) -> dict[str, Any]:
        budget = {
            "BudgetName": name,
            "BudgetType": "COST",
            "TimeUnit": "MONTHLY",
            "BudgetLimit": {"Amount": "10", "Unit": "USD"},
        }
        self.budgets.create_budget(AccountId=ACCOUNT, Budget=budget, ResourceTags=[{"Key": "Team", "Value": "shop"}])
        return budget

    def test_a_budget_is_read_back_and_changed(self) -> None:
        budget = self.made("monthly")
        self.assertTrue(self.budgets.describe_budget(**self.named("monthly"))["Budget"]["CostTypes"]["IncludeTax"])
        self.budgets.update_budget(
            AccountId=ACCOUNT, NewBudget={**budget, "BudgetLimit": {"Amount": "20", "Unit": "USD"}}
        )
        self.assertEqual(self.budgets.describe_budget(**self.named("monthly"))["Budget"]["BudgetLimit"]["Amount"], "20")
        self.assertIn(
            "monthly", [one["BudgetName"] for one in self.budgets.describe_budgets(AccountId=ACCOUNT)["Budgets"]]
        )

    def test_a_notification_has_subscribers_and_goes_with_the_last(self) -> None:
        self.made("told")
        self.budgets.create_notification(**self.named("told", Notification=NOTIFICATION, Subscribers=[ADDRESS]))
        other = {"SubscriptionType": "SNS", "Address": "arn:aws:sns:us-east-1:111122223333:money"}
        self.budgets.create_subscriber(**self.named("told", Notification=NOTIFICATION, Subscriber=other))
        found = self.budgets.describe_subscribers_for_notification(**self.named("told", Notification=NOTIFICATION))
        self.assertEqual(found["Subscribers"], [ADDRESS, other])
        higher = {**NOTIFICATION, "Threshold": 90.0}
        self.budgets.update_notification(**self.named("told", OldNotification=NOTIFICATION, NewNotification=higher))
        for subscriber in (ADDRESS, other):
            self.budgets.delete_subscriber(**self.named("told", Notification=higher, Subscriber=subscriber))
        self.assertEqual(self.budgets.describe_notifications_for_budget(**self.named("told"))["Notifications"], [])

    def test_a_notification_is_there_once(self) -> None:
        self.made("once")
        asked = self.named("once", Notification=NOTIFICATION, Subscribers=[ADDRESS])
        self.budgets.create_notification(**asked)
        with self.refused("DuplicateRecordException"):
            self.budgets.create_notification(**asked)
        self.budgets.delete_notification(**self.named("once", Notification=NOTIFICATION))
        with self.refused("NotFoundException"):
            self.budgets.delete_notification(**self.named("once", Notification=NOTIFICATION))

    def test_a_budget_has_tags(self) -> None:
        self.made("tagged")
        arn = f"arn:aws:budgets::{ACCOUNT}:budget/tagged"
        self.budgets.tag_resource(ResourceARN=arn, ResourceTags=[{"Key": "Name", "Value": "tagged"}])
        self.budgets.untag_resource(ResourceARN=arn, ResourceTagKeys=["Team"])
        self.assertEqual(
            self.budgets.list_tags_for_resource(ResourceARN=arn)["ResourceTags"], [{"Key": "Name", "Value": "tagged"}]
        )

    def test_an_unknown_budget_is_refused(self) -> None:
        for ask in (
            self.budgets.describe_budget,
            self.budgets.delete_budget,
            self.budgets.describe_notifications_for_budget,
        ):
            with self.refused("NotFoundException"):
                ask(**self.named("none"))
        self.made("gone")
        self.budgets.delete_budget(**self.named("gone"))
        with self.refused("NotFoundException"):
            self.budgets.describe_budget(**self.named("gone"))

    def test_a_budget_without_a_limit_is_refused(self) -> None:
        with self.refused("InvalidParameterException"):
            self.budgets.create_budget(
                AccountId=ACCOUNT, Budget={"BudgetName": "free", "BudgetType": "COST", "TimeUnit": "MONTHLY"}
            )


class AnomaliesTest(CloudTest):
    """Monitors and subscriptions."""

    def setUp(self) -> None:
        self.costs = self.client("ce", VIRGINIA)

    def monitor(self, name: str) -> str:
        spec = {"Tags": {"Key": "Team", "Values": [name]}}
        made: str = self.costs.create_anomaly_monitor(
            AnomalyMonitor={"MonitorName": name, "MonitorType": "CUSTOM", "MonitorSpecification": spec}
        )["MonitorArn"]
        return made

    def subscription(self, monitor: str, **more: Any) -> str:
        asked = {
            "SubscriptionName": "alerts",
            "MonitorArnList": [monitor],
            "Frequency": "IMMEDIATE",
            "Subscribers": [{"Type": "SNS", "Address": "arn:aws:sns:us-east-1:111122223333:money"}],
            **more,
        }
        made: str = self.costs.create_anomaly_subscription(AnomalySubscription=asked)["SubscriptionArn"]
        return made

    def test_a_monitor_is_renamed_tagged_and_deleted(self) -> None:
        arn = self.monitor("shop")
        self.costs.update_anomaly_monitor(MonitorArn=arn, MonitorName="store")
        self.costs.tag_resource(ResourceArn=arn, ResourceTags=[{"Key": "Team", "Value": "shop"}])
        self.assertEqual(
            self.costs.list_tags_for_resource(ResourceArn=arn)["ResourceTags"], [{"Key": "Team", "Value": "shop"}]
        )
        self.costs.untag_resource(ResourceArn=arn, ResourceTagKeys=["Team"])
        [found] = self.costs.get_anomaly_monitors(MonitorArnList=[arn])["AnomalyMonitors"]
        self.assertEqual(found["MonitorName"], "store")
        self.costs.delete_anomaly_monitor(MonitorArn=arn)
        with self.refused("UnknownMonitorException"):
            self.costs.get_anomaly_monitors(MonitorArnList=[arn])
        with self.refused("UnknownMonitorException"):
            self.costs.update_anomaly_monitor(MonitorArn=arn, MonitorName="x")

    def test_a_subscription_is_changed_and_deleted(self) -> None:
        arn = self.subscription(self.monitor("watched"))
        self.costs.update_anomaly_subscription(SubscriptionArn=arn, SubscriptionName="new")
        [found] = self.costs.get_anomaly_subscriptions(SubscriptionArnList=[arn])["AnomalySubscriptions"]
        self.assertEqual((found["SubscriptionName"], found["Subscribers"][0]["Status"]), ("new", "CONFIRMED"))
        self.costs.delete_anomaly_subscription(SubscriptionArn=arn)
        with self.refused("UnknownSubscriptionException"):
            self.costs.get_anomaly_subscriptions(SubscriptionArnList=[arn])

    def test_immediate_alerts_go_to_topics_and_daily_ones_by_mail(self) -> None:
        monitor = self.monitor("strict")
        with self.refused("ValidationException"):
            self.subscription(monitor, Frequency="DAILY")
        with self.refused("ValidationException"):
            self.subscription(monitor, Subscribers=[{"Type": "EMAIL", "Address": "team@example.com"}])

    def test_a_subscription_to_an_unknown_monitor_is_refused(self) -> None:
        with self.refused("UnknownMonitorException"):
            self.subscription("arn:aws:ce::111122223333:anomalymonitor/none")


if __name__ == "__main__":
    unittest.main()
