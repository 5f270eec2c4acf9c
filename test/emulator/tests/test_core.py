"""The core: accounts, errors, faults and the control endpoints."""

from __future__ import annotations

import json
import time
import unittest
import urllib.error
import urllib.request
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError, ConnectionClosedError

from tests.cloud import ACCOUNT, SEOUL, CloudTest, endpoint


class CoreTest(CloudTest):
    """What every service shares."""

    def control(self, method: str, name: str, body: object = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{endpoint()}/_emulator/{name}", data, method=method)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def fault(self, **wanted: Any) -> None:
        self.control("POST", "faults", wanted)
        self.addCleanup(self.control, "DELETE", "faults")

    def test_an_access_key_of_twelve_digits_is_the_account(self) -> None:
        other = boto3.client(
            "sts",
            region_name=SEOUL,
            endpoint_url=endpoint(),
            aws_access_key_id="444455556666",
            aws_secret_access_key="test",
        )
        self.assertEqual(self.client("sts").get_caller_identity()["Account"], ACCOUNT)
        self.assertEqual(other.get_caller_identity()["Account"], "444455556666")

    def test_an_assumed_role_acts_in_the_account_of_the_role(self) -> None:
        role = "arn:aws:iam::444455556666:role/other"
        keys = self.client("sts").assume_role(RoleArn=role, RoleSessionName="session")["Credentials"]
        assumed = boto3.client(
            "sts",
            region_name=SEOUL,
            endpoint_url=endpoint(),
            aws_access_key_id=keys["AccessKeyId"],
            aws_secret_access_key=keys["SecretAccessKey"],
            aws_session_token=keys["SessionToken"],
        )
        self.assertEqual(assumed.get_caller_identity()["Account"], "444455556666")

    def test_an_operation_nobody_knows_is_a_501_and_counted_in_every_protocol(self) -> None:
        unknown = {
            "eks:ListInsights": lambda: self.client("eks").list_insights(clusterName="none"),
            "ec2:DescribeCoipPools": lambda: self.client("ec2").describe_coip_pools(),
            "route53:ListTrafficPolicies": lambda: self.client("route53").list_traffic_policies(),
            "rds:DescribeEngineDefaultParameters": lambda: self.client("rds").describe_engine_default_parameters(
                DBParameterGroupFamily="postgres16"
            ),
            "elasticache:DescribeServiceUpdates": lambda: self.client("elasticache").describe_service_updates(),
        }
        for name, call in unknown.items():
            with self.subTest(name), self.refused("NotImplementedByEmulator"):
                call()
            self.assertGreaterEqual(self.control("GET", "unknown")[name], 1)

    def test_calls_are_counted(self) -> None:
        before = self.control("GET", "calls").get("eks:ListClusters", 0)
        self.client("eks").list_clusters()
        self.assertEqual(self.control("GET", "calls")["eks:ListClusters"], before + 1)

    def test_a_resource_is_left_until_it_is_deleted(self) -> None:
        queues = self.client("sqs")
        queue = queues.create_queue(QueueName="remainder")["QueueUrl"]
        self.assertTrue([line for line in self.left() if "remainder" in line])
        queues.delete_queue(QueueUrl=queue)
        self.assertFalse([line for line in self.left() if "remainder" in line])

    def test_what_aws_gives_every_account_is_not_left(self) -> None:
        self.client("ec2", "eu-central-1").describe_vpcs()
        self.assertFalse([line for line in self.left() if "eu-central-1" in line])

    def test_a_throttled_call_fails_as_the_service_fails_and_the_next_one_does_not(self) -> None:
        for service, operation, code in (
            ("eks", "ListClusters", "ThrottlingException"),
            ("kafka", "ListConfigurations", "TooManyRequestsException"),
            ("ec2", "DescribeVpcs", "RequestLimitExceeded"),
            ("sqs", "ListQueues", "RequestThrottled"),
            ("s3", "ListBuckets", "SlowDown"),
        ):
            with self.subTest(service):
                self.fault(service=service, operation=operation, kind="throttle", times=1)
                call = getattr(self.client(service), _snake(operation))
                with self.refused(code):
                    call()
                call()

    def test_an_error_is_a_500_for_as_many_calls_as_asked(self) -> None:
        self.fault(service="sns", operation="ListTopics", kind="error", times=2)
        topics = self.client("sns")
        for _ in range(2):
            with self.assertRaises(ClientError) as caught:
                topics.list_topics()
            self.assertEqual(caught.exception.response["ResponseMetadata"]["HTTPStatusCode"], 500)
        topics.list_topics()

    def test_a_lost_answer_leaves_what_the_call_did(self) -> None:
        self.fault(service="sqs", operation="CreateQueue", kind="lost-answer", times=1)
        queues = self.client("sqs")
        with self.assertRaises(ConnectionClosedError):
            queues.create_queue(QueueName="lost")
        url = queues.get_queue_url(QueueName="lost")["QueueUrl"]
        queues.delete_queue(QueueUrl=url)

    def test_a_slow_call_waits_and_is_answered(self) -> None:
        self.fault(service="sqs", operation="ListQueues", kind="slow", times=1, seconds=0.5)
        start = time.monotonic()
        self.client("sqs").list_queues()
        self.assertGreaterEqual(time.monotonic() - start, 0.5)

    def test_the_client_repeats_a_throttled_call(self) -> None:
        self.fault(service="eks", operation="ListClusters", kind="throttle", times=1)
        patient = boto3.client(
            "eks",
            region_name=SEOUL,
            endpoint_url=endpoint(),
            aws_access_key_id="test",
            aws_secret_access_key="test",
            config=Config(retries={"max_attempts": 2, "mode": "standard"}),
        )
        self.assertEqual(patient.list_clusters()["ResponseMetadata"]["RetryAttempts"], 1)

    def test_a_fault_that_makes_no_sense_is_refused(self) -> None:
        for wanted in ({"service": "eks"}, {"service": "eks", "operation": "X", "kind": "loud"}, {"kind": "slow"}):
            with self.subTest(wanted), self.assertRaises(urllib.error.HTTPError) as caught:
                self.control("POST", "faults", wanted)
            self.assertEqual(caught.exception.code, 400)
            caught.exception.close()

    def test_an_unknown_control_endpoint_is_a_404(self) -> None:
        with self.assertRaises(urllib.error.HTTPError) as caught:
            self.control("GET", "nothing")
        self.assertEqual(caught.exception.code, 404)
        caught.exception.close()


def _snake(operation: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in operation).lstrip("_")


if __name__ == "__main__":
    unittest.main()
