"""MSK: replicators, and the scaling of brokers' volumes."""

from __future__ import annotations

import unittest
from typing import Any
from uuid import uuid4

from tests.cloud import IRELAND, SEOUL
from tests.kafka_cluster import KafkaTest


class ReplicatorsTest(KafkaTest):
    """Replicators between two regions."""

    def replicator(self, source: dict[str, Any], target: dict[str, Any], region: str = IRELAND) -> str:
        both = [
            {
                "AmazonMskCluster": {"MskClusterArn": each["ClusterArn"]},
                "VpcConfig": {"SubnetIds": each["BrokerNodeGroupInfo"]["ClientSubnets"]},
            }
            for each in (source, target)
        ]
        replication = {
            "SourceKafkaClusterArn": source["ClusterArn"],
            "TargetKafkaClusterArn": target["ClusterArn"],
            "TargetCompressionType": "LZ4",
            "ConsumerGroupReplication": {"ConsumerGroupsToReplicate": [".*"]},
            "TopicReplication": {"TopicsToReplicate": ["price-changed"]},
        }
        made = self.client("kafka", region).create_replicator(
            ReplicatorName=self.name,
            KafkaClusters=both,
            ReplicationInfoList=[replication],
            ServiceExecutionRoleArn=self.role(f"{self.name}-{uuid4().hex[:4]}"),
        )
        arn: str = made["ReplicatorArn"]
        return arn

    def test_a_replicator_is_made_changed_and_deleted(self) -> None:
        source, target, kafka = self.cluster(SEOUL), self.cluster(IRELAND), self.client("kafka", IRELAND)
        self.open_to_other_vpcs(source, SEOUL)
        arn = self.replicator(source, target)
        made = kafka.describe_replicator(ReplicatorArn=arn)
        info = made["ReplicationInfoList"][0]
        self.assertEqual((made["ReplicatorState"], info["SourceKafkaClusterAlias"]), ("RUNNING", source["ClusterName"]))
        self.assertIn(arn, [each["ReplicatorArn"] for each in kafka.list_replicators()["Replicators"]])
        topics = {
            "TopicsToReplicate": ["other"],
            "TopicsToExclude": [],
            "CopyAccessControlListsForTopics": False,
            "CopyTopicConfigurations": True,
            "DetectAndCopyNewTopics": True,
        }
        clusters = {"SourceKafkaClusterArn": source["ClusterArn"], "TargetKafkaClusterArn": target["ClusterArn"]}
        change = {"ReplicatorArn": arn, "TopicReplication": topics, **clusters}
        with self.refused("BadRequestException"):
            kafka.update_replication_info(**change, CurrentVersion="old")
        kafka.update_replication_info(**change, CurrentVersion=made["CurrentVersion"])
        found = kafka.describe_replicator(ReplicatorArn=arn)["ReplicationInfoList"][0]["TopicReplication"]
        self.assertEqual(found["TopicsToReplicate"], ["other"])
        kafka.delete_replicator(ReplicatorArn=arn)
        with self.refused("NotFoundException"):
            kafka.describe_replicator(ReplicatorArn=arn)

    def test_a_far_source_must_be_open_to_the_service(self) -> None:
        source, target = self.cluster(SEOUL), self.cluster(IRELAND)
        with self.refused("BadRequestException"):
            self.replicator(source, target)

    def test_it_is_in_the_region_of_its_target(self) -> None:
        source, target = self.cluster(SEOUL), self.cluster(IRELAND)
        self.open_to_other_vpcs(source, SEOUL)
        with self.refused("BadRequestException"):
            self.replicator(source, target, SEOUL)


class BrokerStorageScalingTest(KafkaTest):
    """Application Auto Scaling of the brokers' volumes."""

    def test_a_target_keeps_its_tags_and_needs_a_cluster(self) -> None:
        scaling, arn = self.client("application-autoscaling"), self.cluster()["ClusterArn"]
        target = {
            "ServiceNamespace": "kafka",
            "ScalableDimension": "kafka:broker-storage:VolumeSize",
            "ResourceId": arn,
        }
        made = scaling.register_scalable_target(**target, MinCapacity=1, MaxCapacity=200, Tags={"a": "1"})[
            "ScalableTargetARN"
        ]
        scaling.tag_resource(ResourceARN=made, Tags={"b": "2"})
        scaling.untag_resource(ResourceARN=made, TagKeys=["a"])
        self.assertEqual(scaling.list_tags_for_resource(ResourceARN=made)["Tags"], {"b": "2"})
        scaling.deregister_scalable_target(**target)
        with self.refused("ResourceNotFoundException"):
            scaling.list_tags_for_resource(ResourceARN=made)
        with self.refused("ValidationException"):
            scaling.register_scalable_target(**{**target, "ResourceId": arn + "none"}, MinCapacity=1, MaxCapacity=2)


if __name__ == "__main__":
    unittest.main()
