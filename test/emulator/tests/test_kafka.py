"""MSK: configurations and clusters."""

from __future__ import annotations

import unittest
from typing import Any

from tests.cloud import SEOUL
from tests.kafka_cluster import KafkaTest


class ConfigurationsTest(KafkaTest):
    """Configurations."""

    def test_a_change_is_a_new_revision(self) -> None:
        kafka, arn = self.client("kafka"), self.configuration()
        kafka.update_configuration(Arn=arn, ServerProperties=b"min.insync.replicas=1\n")
        self.assertEqual(kafka.describe_configuration(Arn=arn)["LatestRevision"]["Revision"], 2)
        first = kafka.describe_configuration_revision(Arn=arn, Revision=1)
        self.assertEqual(first["ServerProperties"], b"min.insync.replicas=2\n")

    def test_a_deleted_one_is_a_bad_request_as_on_aws(self) -> None:
        kafka, arn = self.client("kafka"), self.configuration()
        kafka.delete_configuration(Arn=arn)
        with self.refused("BadRequestException"):
            kafka.describe_configuration(Arn=arn)

    def test_a_name_is_taken_once(self) -> None:
        self.configuration()
        with self.refused("ConflictException"):
            self.configuration()

    def test_a_property_msk_does_not_know_is_refused(self) -> None:
        with self.refused("BadRequestException"):
            self.client("kafka").create_configuration(Name=self.name, ServerProperties=b"broker.id=1")

    def test_one_a_cluster_has_is_not_deleted(self) -> None:
        arn = self.configuration()
        cluster = self.cluster(ConfigurationInfo={"Arn": arn, "Revision": 1})
        with self.refused("BadRequestException"):
            self.client("kafka").delete_configuration(Arn=arn)
        self.client("kafka").delete_cluster(ClusterArn=cluster["ClusterArn"])
        self.client("kafka").delete_configuration(Arn=arn)
        self.assertNotIn(arn, [each["Arn"] for each in self.client("kafka").list_configurations()["Configurations"]])


class ClustersTest(KafkaTest):
    """Clusters."""

    def test_both_versions_of_the_description_say_the_same(self) -> None:
        made = self.cluster(Tags={"System": "shop"})
        second = self.client("kafka").describe_cluster_v2(ClusterArn=made["ClusterArn"])["ClusterInfo"]
        self.assertEqual(second["Provisioned"]["BrokerNodeGroupInfo"], made["BrokerNodeGroupInfo"])
        self.assertEqual(
            (made["State"], made["Tags"], second["ClusterType"]), ("ACTIVE", {"System": "shop"}, "PROVISIONED")
        )
        self.assertNotIn("Tls", made["ClientAuthentication"])
        self.assertNotIn("ZookeeperConnectString", made)

    def test_only_the_addresses_of_ways_that_are_on_are_told(self) -> None:
        made = self.cluster()
        brokers = self.client("kafka").get_bootstrap_brokers(ClusterArn=made["ClusterArn"])
        self.assertEqual({key for key in brokers if key.startswith("Boot")}, {"BootstrapBrokerStringSaslIam"})
        self.open_to_other_vpcs(made, SEOUL)
        brokers = self.client("kafka").get_bootstrap_brokers(ClusterArn=made["ClusterArn"])
        self.assertIn("BootstrapBrokerStringVpcConnectivitySaslIam", brokers)

    def test_what_a_cluster_needs_must_exist(self) -> None:
        on_vpc = {"VpcConnectivity": {"ClientAuthentication": {"Sasl": {"Iam": {"Enabled": True}}}}}
        log = {"BrokerLogs": {"CloudWatchLogs": {"Enabled": True, "LogGroup": "none"}}}
        wrong: tuple[dict[str, Any], ...] = (
            {"KafkaVersion": "1.0"},
            {"NumberOfBrokerNodes": 3},
            {"LoggingInfo": log},
            {"ConfigurationInfo": {"Arn": "arn:none", "Revision": 1}},
            {
                "EncryptionInfo": {
                    "EncryptionAtRest": {"DataVolumeKMSKeyId": "arn:aws:kms:ap-northeast-2:111122223333:key/none"}
                }
            },
            {"EncryptionInfo": {"EncryptionInTransit": {"ClientBroker": "PLAINTEXT"}}},
            {"brokers": {"ClientSubnets": ["subnet-none"]}},
            {"brokers": {"SecurityGroups": ["sg-none"]}},
            {"brokers": {"ConnectivityInfo": on_vpc}},
        )
        for more in wrong:
            with self.subTest(more), self.refused("BadRequestException"):
                self.cluster(**more)

    def test_a_name_is_taken_once(self) -> None:
        self.cluster()
        with self.refused("ConflictException"):
            self.cluster()

    def test_an_unknown_cluster_is_not_found(self) -> None:
        kafka, arn = self.client("kafka"), "arn:aws:kafka:ap-northeast-2:111122223333:cluster/none/1"
        for call in (
            kafka.describe_cluster,
            kafka.describe_cluster_v2,
            kafka.get_bootstrap_brokers,
            kafka.delete_cluster,
        ):
            with self.refused("NotFoundException"):
                call(ClusterArn=arn)

    def test_each_change_renews_the_version(self) -> None:
        kafka, made = self.client("kafka"), self.cluster()
        arn, version = made["ClusterArn"], made["CurrentVersion"]
        volume = [{"KafkaBrokerNodeId": "All", "VolumeSizeGB": 200}]
        operation = kafka.update_broker_storage(
            ClusterArn=arn, CurrentVersion=version, TargetBrokerEBSVolumeInfo=volume
        )
        done = kafka.describe_cluster_operation(ClusterOperationArn=operation["ClusterOperationArn"])[
            "ClusterOperationInfo"
        ]
        self.assertEqual(done["OperationState"], "UPDATE_COMPLETE")
        with self.refused("BadRequestException"):
            kafka.update_broker_count(ClusterArn=arn, CurrentVersion=version, TargetNumberOfBrokerNodes=4)
        found = kafka.describe_cluster(ClusterArn=arn)["ClusterInfo"]
        self.assertEqual(found["BrokerNodeGroupInfo"]["StorageInfo"]["EbsStorageInfo"]["VolumeSize"], 200)

    def change(self, made: dict[str, Any], operation: str, **wanted: Any) -> dict[str, Any]:
        kafka, arn = self.client("kafka"), made["ClusterArn"]
        version = kafka.describe_cluster(ClusterArn=arn)["ClusterInfo"]["CurrentVersion"]
        getattr(kafka, operation)(ClusterArn=arn, CurrentVersion=version, **wanted)
        found: dict[str, Any] = kafka.describe_cluster(ClusterArn=arn)["ClusterInfo"]
        return found

    def test_a_cluster_changes(self) -> None:
        made = self.cluster()
        configuration = {"Arn": self.configuration(), "Revision": 1}
        self.change(made, "update_broker_type", TargetInstanceType="kafka.m7g.xlarge")
        self.change(made, "update_broker_count", TargetNumberOfBrokerNodes=4)
        self.change(made, "update_monitoring", EnhancedMonitoring="PER_BROKER")
        self.change(made, "update_security", ClientAuthentication={"Sasl": {"Scram": {"Enabled": True}}})
        found = self.change(made, "update_cluster_configuration", ConfigurationInfo=configuration)
        self.assertEqual(found["BrokerNodeGroupInfo"]["InstanceType"], "kafka.m7g.xlarge")
        self.assertEqual((found["NumberOfBrokerNodes"], found["EnhancedMonitoring"]), (4, "PER_BROKER"))
        self.assertEqual(found["ClientAuthentication"]["Sasl"], {"Scram": {"Enabled": True}, "Iam": {"Enabled": True}})
        self.assertEqual(found["CurrentBrokerSoftwareInfo"]["ConfigurationArn"], configuration["Arn"])

    def test_what_cannot_change_is_refused(self) -> None:
        made = self.cluster()
        wrong: tuple[tuple[str, dict[str, Any]], ...] = (
            ("update_broker_count", {"TargetNumberOfBrokerNodes": 5}),
            ("update_broker_storage", {"TargetBrokerEBSVolumeInfo": [{"KafkaBrokerNodeId": "All", "VolumeSizeGB": 1}]}),
            ("update_cluster_kafka_version", {"TargetKafkaVersion": "3.9.x"}),
            ("update_cluster_kafka_version", {"TargetKafkaVersion": "3.7.x.kraft"}),
            (
                "update_connectivity",
                {"ConnectivityInfo": {"VpcConnectivity": {"ClientAuthentication": {"Tls": {"Enabled": True}}}}},
            ),
        )
        for operation, wanted in wrong:
            with self.subTest(operation), self.refused("BadRequestException"):
                self.change(made, operation, **wanted)
        newer = self.change(made, "update_cluster_kafka_version", TargetKafkaVersion="4.0.x.kraft")
        self.assertEqual(newer["CurrentBrokerSoftwareInfo"]["KafkaVersion"], "4.0.x.kraft")
        with self.refused("NotFoundException"):
            self.client("kafka").describe_cluster_operation(ClusterOperationArn="arn:none")

    def test_a_policy_and_tags_are_kept_and_deleted(self) -> None:
        kafka, arn = self.client("kafka"), self.cluster(Tags={"a": "1"})["ClusterArn"]
        with self.refused("NotFoundException"):
            kafka.get_cluster_policy(ClusterArn=arn)
        with self.refused("BadRequestException"):
            kafka.put_cluster_policy(ClusterArn=arn, Policy="{")
        kafka.put_cluster_policy(ClusterArn=arn, Policy="{}")
        self.assertEqual(kafka.get_cluster_policy(ClusterArn=arn)["Policy"], "{}")
        kafka.delete_cluster_policy(ClusterArn=arn)
        kafka.tag_resource(ResourceArn=arn, Tags={"b": "2"})
        kafka.untag_resource(ResourceArn=arn, TagKeys=["a"])
        self.assertEqual(kafka.list_tags_for_resource(ResourceArn=arn)["Tags"], {"b": "2"})
        with self.refused("NotFoundException"):
            kafka.list_tags_for_resource(ResourceArn="arn:none")
        self.assertEqual(kafka.list_scram_secrets(ClusterArn=arn)["SecretArnList"], [])

    def test_clusters_are_listed_by_the_start_of_their_name(self) -> None:
        made = self.cluster()
        found = self.client("kafka").list_clusters_v2(ClusterNameFilter=self.name)["ClusterInfoList"]
        self.assertEqual([each["ClusterArn"] for each in found], [made["ClusterArn"]])


if __name__ == "__main__":
    unittest.main()
