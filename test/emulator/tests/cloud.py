"""A server for all tests of a process, and clients of it."""

from __future__ import annotations

import json
import sys
import threading
import unittest
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import server  # noqa: E402  (needs the path above)

ACCOUNT = "111122223333"
SEOUL, VIRGINIA, IRELAND = "ap-northeast-2", "us-east-1", "eu-west-1"

_running: list[Any] = []


def endpoint() -> str:
    """Where the server answers; the first call starts it."""
    if not _running:
        _running.append(server.make(0, ACCOUNT))
        threading.Thread(target=_running[0].serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{_running[0].port}"


class CloudTest(unittest.TestCase):
    """A test that asks the emulated cloud as a client of AWS does."""

    def client(self, service: str, region: str = SEOUL) -> Any:
        """A client of a service in a region."""
        return boto3.client(
            service,
            region_name=region,
            endpoint_url=endpoint(),
            aws_access_key_id="test",
            aws_secret_access_key="test",
            config=Config(retries={"max_attempts": 0}, s3={"addressing_style": "path"}),
        )

    def left(self) -> list[str]:
        """What exists in the cloud."""
        with urllib.request.urlopen(f"{endpoint()}/_emulator/left") as answer:
            found: list[str] = json.load(answer)
        return found

    @contextmanager
    def refused(self, code: str) -> Iterator[None]:
        """The block ends in an error of AWS with this code."""
        with self.assertRaises(ClientError) as caught:
            yield
        self.assertEqual(caught.exception.response["Error"]["Code"], code)

    def subnets(self, region: str = SEOUL) -> tuple[str, list[str]]:
        """A new VPC with two subnets."""
        ec2 = self.client("ec2", region)
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        zones = [zone["ZoneName"] for zone in ec2.describe_availability_zones()["AvailabilityZones"]][:2]
        made = [
            ec2.create_subnet(VpcId=vpc, AvailabilityZone=zone, CidrBlock=f"10.0.{index}.0/24")["Subnet"]["SubnetId"]
            for index, zone in enumerate(zones)
        ]
        return vpc, made

    def role(self, name: str) -> str:
        """A new role."""
        made = self.client("iam").create_role(
            RoleName=name, AssumeRolePolicyDocument='{"Version":"2012-10-17","Statement":[]}'
        )
        arn: str = made["Role"]["Arn"]
        return arn
