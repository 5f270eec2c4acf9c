"""A cluster of MSK for a test."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

from tests.cloud import SEOUL, CloudTest

TARGET_ACTIONS = ["kafka:CreateVpcConnection", "kafka:DescribeClusterV2", "kafka:GetBootstrapBrokers"]


class KafkaTest(CloudTest):
    """A name of its own for each test."""

    def setUp(self) -> None:
        self.name = f"kafka-{uuid4().hex[:8]}"

    def configuration(self, name: str = "") -> str:
        made = self.client("kafka").create_configuration(
            Name=name or self.name, ServerProperties=b"min.insync.replicas=2\n"
        )
        arn: str = made["Arn"]
        return arn

    def cluster(self, region: str = SEOUL, brokers: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
        kafka = self.client("kafka", region)
        asked = {
            "ClusterName": self.name,
            "KafkaVersion": "3.9.x.kraft",
            "NumberOfBrokerNodes": 2,
            "ClientAuthentication": {"Sasl": {"Iam": {"Enabled": True}}, "Unauthenticated": {"Enabled": False}},
            "BrokerNodeGroupInfo": {
                "InstanceType": "kafka.m7g.large",
                "ClientSubnets": self.subnets(region)[1],
                **(brokers or {}),
            },
        }
        arn = kafka.create_cluster(**{**asked, **more})["ClusterArn"]
        made: dict[str, Any] = kafka.describe_cluster(ClusterArn=arn)["ClusterInfo"]
        return made

    def open_to_other_vpcs(self, cluster: dict[str, Any], region: str) -> None:
        kafka, arn = self.client("kafka", region), cluster["ClusterArn"]
        kafka.update_connectivity(
            ClusterArn=arn,
            CurrentVersion=cluster["CurrentVersion"],
            ConnectivityInfo={"VpcConnectivity": {"ClientAuthentication": {"Sasl": {"Iam": {"Enabled": True}}}}},
        )
        statement = {
            "Effect": "Allow",
            "Principal": {"Service": "kafka.amazonaws.com"},
            "Action": TARGET_ACTIONS,
            "Resource": arn,
        }
        kafka.put_cluster_policy(ClusterArn=arn, Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))
