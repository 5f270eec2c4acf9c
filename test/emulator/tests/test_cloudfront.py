"""CloudFront."""

from __future__ import annotations

import unittest
from typing import Any

from tests.cloud import VIRGINIA, CloudTest


def config(reference: str, **more: Any) -> dict[str, Any]:
    """The least settings of a distribution."""
    origin = {
        "Id": "app",
        "DomainName": "app.example.com",
        "CustomOriginConfig": {"HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "https-only"},
    }
    behaviour = {"TargetOriginId": "app", "ViewerProtocolPolicy": "redirect-to-https"}
    return {
        "CallerReference": reference,
        "Comment": "shop",
        "Enabled": True,
        "Origins": {"Quantity": 1, "Items": [origin]},
        "DefaultCacheBehavior": behaviour,
        **more,
    }


class DistributionsTest(CloudTest):
    """Distributions and their tags."""

    def setUp(self) -> None:
        self.cdn = self.client("cloudfront", VIRGINIA)

    def made(self, reference: str, **more: Any) -> dict[str, Any]:
        tags = {"Items": [{"Key": "Name", "Value": reference}]}
        made: dict[str, Any] = self.cdn.create_distribution_with_tags(
            DistributionConfigWithTags={"DistributionConfig": config(reference, **more), "Tags": tags}
        )
        return made

    def test_a_distribution_is_deployed_and_read_back_with_what_was_not_said(self) -> None:
        made = self.made("first")
        found = self.cdn.get_distribution(Id=made["Distribution"]["Id"])
        self.assertEqual((found["Distribution"]["Status"], found["ETag"]), ("Deployed", made["ETag"]))
        self.assertEqual(found["Distribution"]["DistributionConfig"]["CacheBehaviors"], {"Quantity": 0})
        self.assertEqual(
            found["Distribution"]["DistributionConfig"]["DefaultCacheBehavior"]["TrustedSigners"],
            {"Enabled": False, "Quantity": 0},
        )
        self.assertEqual(
            self.cdn.get_distribution_config(Id=made["Distribution"]["Id"])["DistributionConfig"]["Comment"], "shop"
        )

    def test_a_distribution_goes_only_when_disabled_and_by_its_newest_version(self) -> None:
        made = self.made("second")
        number = made["Distribution"]["Id"]
        with self.refused("DistributionNotDisabled"):
            self.cdn.delete_distribution(Id=number, IfMatch=made["ETag"])
        changed = self.cdn.update_distribution(
            Id=number, IfMatch=made["ETag"], DistributionConfig=config("second", Enabled=False)
        )
        with self.refused("PreconditionFailed"):
            self.cdn.delete_distribution(Id=number, IfMatch=made["ETag"])
        self.cdn.delete_distribution(Id=number, IfMatch=changed["ETag"])
        with self.refused("NoSuchDistribution"):
            self.cdn.get_distribution(Id=number)

    def test_an_unknown_distribution_is_refused(self) -> None:
        for ask in (
            lambda: self.cdn.get_distribution(Id="E0"),
            lambda: self.cdn.get_distribution_config(Id="E0"),
            lambda: self.cdn.update_distribution(Id="E0", IfMatch="x", DistributionConfig=config("none")),
            lambda: self.cdn.delete_distribution(Id="E0", IfMatch="x"),
        ):
            with self.refused("NoSuchDistribution"):
                ask()

    def test_a_behaviour_without_its_origin_is_refused(self) -> None:
        behaviour = {"TargetOriginId": "other", "ViewerProtocolPolicy": "allow-all"}
        with self.refused("NoSuchOrigin"):
            self.made("third", DefaultCacheBehavior=behaviour)

    def test_a_behaviour_may_have_a_group_of_origins_for_reading_only(self) -> None:
        group = {
            "Id": "both",
            "FailoverCriteria": {"StatusCodes": {"Quantity": 1, "Items": [503]}},
            "Members": {"Quantity": 2, "Items": [{"OriginId": "app"}, {"OriginId": "app"}]},
        }
        groups = {"OriginGroups": {"Quantity": 1, "Items": [group]}}
        reading = {"TargetOriginId": "both", "ViewerProtocolPolicy": "allow-all"}
        made = self.made("grouped", DefaultCacheBehavior=reading, **groups)
        self.assertEqual(made["Distribution"]["DistributionConfig"]["OriginGroups"]["Items"][0]["Id"], "both")
        methods = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
        writing = {**reading, "AllowedMethods": {"Quantity": 7, "Items": methods}}
        with self.refused("InvalidArgument"):
            self.made("grouped to write", DefaultCacheBehavior=writing, **groups)

    def test_a_certificate_of_another_region_is_refused(self) -> None:
        certificate = {
            "ACMCertificateArn": "arn:aws:acm:eu-west-1:111122223333:certificate/0",
            "SSLSupportMethod": "sni-only",
        }
        with self.refused("InvalidViewerCertificate"):
            self.made("fourth", ViewerCertificate=certificate)

    def test_one_caller_reference_makes_one_distribution(self) -> None:
        self.made("fifth")
        with self.refused("DistributionAlreadyExists"):
            self.cdn.create_distribution(DistributionConfig=config("fifth"))

    def test_tags_are_added_and_removed(self) -> None:
        arn = self.made("sixth")["Distribution"]["ARN"]
        self.cdn.tag_resource(Resource=arn, Tags={"Items": [{"Key": "Team", "Value": "shop"}]})
        self.cdn.untag_resource(Resource=arn, TagKeys={"Items": ["Name"]})
        self.assertEqual(
            self.cdn.list_tags_for_resource(Resource=arn)["Tags"]["Items"], [{"Key": "Team", "Value": "shop"}]
        )
        with self.refused("NoSuchResource"):
            self.cdn.list_tags_for_resource(Resource=arn + "x")
        self.assertIn(arn, [one["ARN"] for one in self.cdn.list_distributions()["DistributionList"]["Items"]])


class PartsTest(CloudTest):
    """Functions and policies."""

    def setUp(self) -> None:
        self.cdn = self.client("cloudfront", VIRGINIA)

    def function(self, name: str) -> dict[str, Any]:
        made: dict[str, Any] = self.cdn.create_function(
            Name=name, FunctionConfig={"Comment": "", "Runtime": "cloudfront-js-2.0"}, FunctionCode=b"one"
        )
        return made

    def test_a_function_is_live_once_published(self) -> None:
        made = self.function("first")
        with self.refused("NoSuchFunctionExists"):
            self.cdn.describe_function(Name="first", Stage="LIVE")
        self.cdn.publish_function(Name="first", IfMatch=made["ETag"])
        live = self.cdn.describe_function(Name="first", Stage="LIVE")
        self.assertEqual((live["FunctionSummary"]["FunctionMetadata"]["Stage"], live["ETag"]), ("LIVE", made["ETag"]))

    def test_an_updated_function_is_live_only_when_published_again(self) -> None:
        made = self.function("second")
        self.cdn.publish_function(Name="second", IfMatch=made["ETag"])
        self.cdn.update_function(
            Name="second",
            IfMatch=made["ETag"],
            FunctionConfig={"Comment": "", "Runtime": "cloudfront-js-2.0"},
            FunctionCode=b"two",
        )
        self.assertEqual(self.cdn.get_function(Name="second", Stage="LIVE")["FunctionCode"].read(), b"one")
        self.assertEqual(self.cdn.get_function(Name="second", Stage="DEVELOPMENT")["FunctionCode"].read(), b"two")

    def test_an_unknown_function_is_refused(self) -> None:
        for ask in (
            lambda: self.cdn.describe_function(Name="none"),
            lambda: self.cdn.get_function(Name="none"),
            lambda: self.cdn.publish_function(Name="none", IfMatch="x"),
            lambda: self.cdn.delete_function(Name="none", IfMatch="x"),
        ):
            with self.refused("NoSuchFunctionExists"):
                ask()

    def test_a_function_in_use_stays(self) -> None:
        made = self.function("used")
        used = {
            "Quantity": 1,
            "Items": [
                {
                    "EventType": "viewer-request",
                    "FunctionARN": made["FunctionSummary"]["FunctionMetadata"]["FunctionARN"],
                }
            ],
        }
        behaviour = {"TargetOriginId": "app", "ViewerProtocolPolicy": "allow-all", "FunctionAssociations": used}
        self.cdn.create_distribution(DistributionConfig=config("uses a function", DefaultCacheBehavior=behaviour))
        with self.refused("FunctionInUse"):
            self.cdn.delete_function(Name="used", IfMatch=made["ETag"])

    def test_a_policy_is_made_changed_and_deleted(self) -> None:
        made = self.cdn.create_response_headers_policy(
            ResponseHeadersPolicyConfig={"Name": "headers", "Comment": "one"}
        )
        number = made["ResponseHeadersPolicy"]["Id"]
        changed = self.cdn.update_response_headers_policy(
            Id=number, IfMatch=made["ETag"], ResponseHeadersPolicyConfig={"Name": "headers", "Comment": "two"}
        )
        found = self.cdn.get_response_headers_policy(Id=number)
        self.assertEqual(found["ResponseHeadersPolicy"]["ResponseHeadersPolicyConfig"]["Comment"], "two")
        with self.refused("PreconditionFailed"):
            self.cdn.delete_response_headers_policy(Id=number, IfMatch=made["ETag"])
        self.cdn.delete_response_headers_policy(Id=number, IfMatch=changed["ETag"])
        with self.refused("NoSuchResponseHeadersPolicy"):
            self.cdn.get_response_headers_policy(Id=number)

    def test_two_policies_have_two_names(self) -> None:
        policy = {"Name": "cache", "MinTTL": 0}
        self.cdn.create_cache_policy(CachePolicyConfig=policy)
        with self.refused("CachePolicyAlreadyExists"):
            self.cdn.create_cache_policy(CachePolicyConfig=policy)


if __name__ == "__main__":
    unittest.main()
