"""What stands at the edge: certificates, DNS and firewalls."""

from __future__ import annotations

import unittest
from typing import Any

from tests.cloud import IRELAND, SEOUL, VIRGINIA, CloudTest

VISIBLE = {"SampledRequestsEnabled": True, "CloudWatchMetricsEnabled": True, "MetricName": "shop"}


class CertificatesTest(CloudTest):
    """Certificates of ACM."""

    def test_a_certificate_is_issued_once_its_record_stands(self) -> None:
        acm, dns = self.client("acm"), self.client("route53", VIRGINIA)
        arn = acm.request_certificate(DomainName="issued.example.com", ValidationMethod="DNS")["CertificateArn"]
        told = acm.describe_certificate(CertificateArn=arn)["Certificate"]
        self.assertEqual(told["Status"], "PENDING_VALIDATION")
        record = told["DomainValidationOptions"][0]["ResourceRecord"]
        zone = dns.create_hosted_zone(Name="issued.example.com", CallerReference="issued")["HostedZone"]["Id"]
        change = {"Name": record["Name"], "Type": "CNAME", "TTL": 60, "ResourceRecords": [{"Value": record["Value"]}]}
        dns.change_resource_record_sets(
            HostedZoneId=zone, ChangeBatch={"Changes": [{"Action": "CREATE", "ResourceRecordSet": change}]}
        )
        self.assertEqual(acm.describe_certificate(CertificateArn=arn)["Certificate"]["Status"], "ISSUED")

    def test_an_unknown_certificate_is_refused(self) -> None:
        with self.refused("ResourceNotFoundException"):
            self.client("acm").describe_certificate(
                CertificateArn="arn:aws:acm:ap-northeast-2:111122223333:certificate/none"
            )


class HealthChecksTest(CloudTest):
    """Health checks of Route 53."""

    def setUp(self) -> None:
        self.dns = self.client("route53", VIRGINIA)

    def alarm(self, name: str, **more: Any) -> dict[str, Any]:
        asked = {
            "Namespace": "AWS/ApplicationELB",
            "MetricName": "HealthyHostCount",
            "Statistic": "Maximum",
            "Period": 60,
        }
        self.client("cloudwatch").put_metric_alarm(
            AlarmName=name,
            ComparisonOperator="LessThanThreshold",
            EvaluationPeriods=3,
            Threshold=1,
            **{**asked, **more},
        )
        return {
            "Type": "CLOUDWATCH_METRIC",
            "AlarmIdentifier": {"Region": SEOUL, "Name": name},
            "InsufficientDataHealthStatus": "Unhealthy",
        }

    def test_a_check_of_an_alarm_tells_nothing_of_endpoints(self) -> None:
        made = self.dns.create_health_check(CallerReference="alarm", HealthCheckConfig=self.alarm("gate"))[
            "HealthCheck"
        ]
        found = self.dns.get_health_check(HealthCheckId=made["Id"])["HealthCheck"]
        self.assertEqual(found["HealthCheckConfig"]["AlarmIdentifier"], {"Region": SEOUL, "Name": "gate"})
        self.assertNotIn("RequestInterval", found["HealthCheckConfig"])
        self.assertEqual(found["CloudWatchAlarmConfiguration"]["MetricName"], "HealthyHostCount")

    def test_a_check_of_an_endpoint_has_its_defaults_and_is_changed(self) -> None:
        config = {"Type": "HTTPS", "FullyQualifiedDomainName": "shop.example.com", "ResourcePath": "/healthz"}
        made = self.dns.create_health_check(CallerReference="endpoint", HealthCheckConfig=config)["HealthCheck"]
        self.assertEqual((made["HealthCheckConfig"]["Port"], made["HealthCheckConfig"]["RequestInterval"]), (443, 30))
        self.dns.update_health_check(HealthCheckId=made["Id"], FailureThreshold=5)
        found = self.dns.get_health_check(HealthCheckId=made["Id"])["HealthCheck"]
        self.assertEqual((found["HealthCheckConfig"]["FailureThreshold"], found["HealthCheckVersion"]), (5, 2))
        self.assertIn(made["Id"], [check["Id"] for check in self.dns.list_health_checks()["HealthChecks"]])
        self.dns.delete_health_check(HealthCheckId=made["Id"])
        for ask in (self.dns.get_health_check, self.dns.delete_health_check, self.dns.update_health_check):
            with self.refused("NoSuchHealthCheck"):
                ask(HealthCheckId=made["Id"])

    def test_an_unfit_alarm_is_refused(self) -> None:
        unknown = {"Type": "CLOUDWATCH_METRIC", "AlarmIdentifier": {"Region": SEOUL, "Name": "none"}}
        for config in (unknown, self.alarm("some", DatapointsToAlarm=1)):
            with self.refused("InvalidInput"):
                self.dns.create_health_check(CallerReference=str(config), HealthCheckConfig=config)


class FirewallsTest(CloudTest):
    """Web ACLs of WAF."""

    PROTECTION = {
        "DataProtections": [
            {"Field": {"FieldType": "SINGLE_HEADER", "FieldKeys": ["cookie"]}, "Action": "SUBSTITUTION"}
        ]
    }
    RATE = {
        "Name": "rate",
        "Priority": 0,
        "Statement": {"RateBasedStatement": {"Limit": 100, "AggregateKeyType": "IP"}},
        "Action": {"Block": {}},
        "VisibilityConfig": VISIBLE,
    }

    def setUp(self) -> None:
        self.waf = self.client("wafv2")

    def acl(self, name: str, client: Any = None, **more: Any) -> dict[str, Any]:
        asked = {"Name": name, "Scope": "REGIONAL", "DefaultAction": {"Allow": {}}, "VisibilityConfig": VISIBLE, **more}
        made: dict[str, Any] = (client or self.waf).create_web_acl(**asked)["Summary"]
        return made

    def test_protection_of_data_is_read_back_and_dropped_by_an_update_without_it(self) -> None:
        made = self.acl("protected", DataProtectionConfig=self.PROTECTION, Rules=[self.RATE])
        named = {"Name": "protected", "Scope": "REGIONAL", "Id": made["Id"]}
        found = self.waf.get_web_acl(**named)["WebACL"]
        self.assertEqual(found["DataProtectionConfig"], self.PROTECTION)
        self.assertNotIn("CaptchaConfig", found["Rules"][0])
        self.waf.update_web_acl(
            **named, LockToken=made["LockToken"], DefaultAction={"Allow": {}}, VisibilityConfig=VISIBLE
        )
        self.assertNotIn("DataProtectionConfig", self.waf.get_web_acl(**named)["WebACL"])

    def test_what_is_of_distributions_is_in_one_region(self) -> None:
        with self.refused("WAFInvalidParameterException"):
            self.acl("far", self.client("wafv2", IRELAND), Scope="CLOUDFRONT")

    def test_two_rules_of_one_priority_are_refused(self) -> None:
        with self.refused("WAFInvalidParameterException"):
            self.acl("twice", Rules=[self.RATE, {**self.RATE, "Name": "other"}])

    def test_a_rule_group_takes_an_override_and_no_action(self) -> None:
        managed = {"ManagedRuleGroupStatement": {"VendorName": "AWS", "Name": "AWSManagedRulesCommonRuleSet"}}
        with self.refused("WAFInvalidParameterException"):
            self.acl("mixed", Rules=[{**self.RATE, "Statement": managed}])

    def test_an_acl_in_use_stays_and_an_unknown_one_is_refused(self) -> None:
        waf, cdn = self.client("wafv2", VIRGINIA), self.client("cloudfront", VIRGINIA)
        made = self.acl("used", waf, Scope="CLOUDFRONT")
        origin = {
            "Id": "app",
            "DomainName": "app.example.com",
            "CustomOriginConfig": {"HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "https-only"},
        }
        cdn.create_distribution(
            DistributionConfig={
                "CallerReference": "uses a firewall",
                "Comment": "",
                "Enabled": True,
                "WebACLId": made["ARN"],
                "Origins": {"Quantity": 1, "Items": [origin]},
                "DefaultCacheBehavior": {"TargetOriginId": "app", "ViewerProtocolPolicy": "allow-all"},
            }
        )
        with self.refused("WAFAssociatedItemException"):
            waf.delete_web_acl(Name="used", Scope="CLOUDFRONT", Id=made["Id"], LockToken=made["LockToken"])
        with self.refused("WAFNonexistentItemException"):
            self.waf.delete_web_acl(Name="none", Scope="REGIONAL", Id="none", LockToken="none")


if __name__ == "__main__":
    unittest.main()
