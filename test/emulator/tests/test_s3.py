"""S3."""

from __future__ import annotations

import json
import unittest
from typing import Any

from tests.cloud import IRELAND, SEOUL, CloudTest


class BucketsTest(CloudTest):
    """Replication, logging and policies."""

    def bucket(self, name: str, region: str = SEOUL, versioned: bool = True) -> Any:
        client = self.client("s3", region)
        client.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": region})
        if versioned:
            client.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
        return client

    def rule(self, target: str, **more: Any) -> dict[str, Any]:
        return {
            "ID": "all",
            "Status": "Enabled",
            "Priority": 1,
            "Filter": {"Prefix": ""},
            "DeleteMarkerReplication": {"Status": "Enabled"},
            "Destination": {"Bucket": f"arn:aws:s3:::{target}", "StorageClass": "STANDARD"},
            **more,
        }

    def test_replication_is_read_back_as_it_was_put(self) -> None:
        self.bucket("labels-away", IRELAND)
        s3, role = self.bucket("labels"), self.role("replicates")
        s3.put_bucket_replication(
            Bucket="labels", ReplicationConfiguration={"Role": role, "Rules": [self.rule("labels-away")]}
        )
        [rule] = s3.get_bucket_replication(Bucket="labels")["ReplicationConfiguration"]["Rules"]
        self.assertEqual(rule, self.rule("labels-away"))
        s3.delete_bucket_replication(Bucket="labels")
        with self.refused("ReplicationConfigurationNotFoundError"):
            s3.get_bucket_replication(Bucket="labels")

    def test_replication_needs_versions_on_both_sides_a_target_and_a_role(self) -> None:
        role = self.role("replicates-badly")
        self.bucket("plain-away", IRELAND, versioned=False)
        s3, plain = self.bucket("source"), self.bucket("plain", versioned=False)
        cases = (
            (plain, "plain", "source", role, "InvalidRequest"),
            (s3, "source", "plain-away", role, "InvalidRequest"),
            (s3, "source", "no-such-bucket", role, "InvalidRequest"),
            (s3, "source", "source", role + "x", "InvalidArgument"),
            (s3, "no-such-bucket", "source", role, "NoSuchBucket"),
        )
        for client, name, target, by, code in cases:
            with self.refused(code):
                client.put_bucket_replication(
                    Bucket=name, ReplicationConfiguration={"Role": by, "Rules": [self.rule(target)]}
                )

    def test_two_rules_of_one_priority_are_refused(self) -> None:
        s3 = self.bucket("twice")
        rules = [self.rule("twice"), self.rule("twice", ID="other")]
        with self.refused("InvalidRequest"):
            s3.put_bucket_replication(
                Bucket="twice", ReplicationConfiguration={"Role": self.role("replicates-twice"), "Rules": rules}
            )

    def test_logs_go_to_a_bucket_that_exists(self) -> None:
        s3 = self.bucket("logged")
        self.bucket("logs")
        target = {"TargetBucket": "logs", "TargetPrefix": "logged/"}
        s3.put_bucket_logging(Bucket="logged", BucketLoggingStatus={"LoggingEnabled": target})
        self.assertEqual(s3.get_bucket_logging(Bucket="logged")["LoggingEnabled"], target)
        with self.refused("InvalidTargetBucketForLogging"):
            s3.put_bucket_logging(
                Bucket="logged",
                BucketLoggingStatus={"LoggingEnabled": {"TargetBucket": "no-such-bucket", "TargetPrefix": ""}},
            )
        s3.put_bucket_logging(Bucket="logged", BucketLoggingStatus={})
        self.assertNotIn("LoggingEnabled", s3.get_bucket_logging(Bucket="logged"))
        with self.refused("NoSuchBucket"):
            s3.get_bucket_logging(Bucket="no-such-bucket")

    def test_a_bucket_for_tls_only_takes_objects(self) -> None:
        s3 = self.bucket("secured")
        deny = {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::secured/*"}
        conditional = {**deny, "Condition": {"Bool": {"aws:SecureTransport": "false"}}}
        s3.put_bucket_policy(Bucket="secured", Policy=json.dumps({"Version": "2012-10-17", "Statement": [conditional]}))
        s3.put_object(Bucket="secured", Key="a", Body=b"a")
        s3.put_bucket_policy(Bucket="secured", Policy=json.dumps({"Version": "2012-10-17", "Statement": [deny]}))
        with self.refused("403"):
            s3.put_object(Bucket="secured", Key="b", Body=b"b")

    def test_a_deleted_bucket_leaves_no_settings(self) -> None:
        s3 = self.bucket("going")
        s3.put_bucket_logging(
            Bucket="going", BucketLoggingStatus={"LoggingEnabled": {"TargetBucket": "going", "TargetPrefix": ""}}
        )
        s3.delete_bucket(Bucket="going")
        s3 = self.bucket("going")
        self.assertNotIn("LoggingEnabled", s3.get_bucket_logging(Bucket="going"))
        with self.refused("NoSuchBucket"):
            s3.delete_bucket(Bucket="no-such-bucket")


if __name__ == "__main__":
    unittest.main()
