"""RDS."""

from __future__ import annotations

import unittest
from typing import Any

from tests.cloud import IRELAND, SEOUL, VIRGINIA, CloudTest

ENGINE = {"Engine": "aurora-postgresql", "EngineVersion": "17.7"}


class ClustersTest(CloudTest):
    """Clusters and instances."""

    def setUp(self) -> None:
        self.rds = self.client("rds")

    def cluster(self, name: str, **more: Any) -> dict[str, Any]:
        asked = {"DBClusterIdentifier": name, **ENGINE, "MasterUsername": "postgres", "ManageMasterUserPassword": True}
        made: dict[str, Any] = self.rds.create_db_cluster(**{**asked, **more})["DBCluster"]
        return made

    def instance(self, name: str, cluster: str, **more: Any) -> dict[str, Any]:
        asked = {
            "DBInstanceIdentifier": name,
            "DBClusterIdentifier": cluster,
            "DBInstanceClass": "db.r8g.large",
            "Engine": ENGINE["Engine"],
        }
        made: dict[str, Any] = self.rds.create_db_instance(**{**asked, **more})["DBInstance"]
        return made

    def test_a_provisioned_cluster_has_no_scaling_configuration(self) -> None:
        self.cluster("plain")
        [cluster] = self.rds.describe_db_clusters(DBClusterIdentifier="plain")["DBClusters"]
        self.assertNotIn("ScalingConfigurationInfo", cluster)

    def test_each_instance_has_an_id_of_its_own_and_its_monitoring(self) -> None:
        self.cluster("pair")
        first = self.instance("pair-1", "pair", EnablePerformanceInsights=True, PerformanceInsightsRetentionPeriod=7)
        second = self.instance("pair-2", "pair")
        self.assertNotEqual(first["DbiResourceId"], second["DbiResourceId"])
        self.assertEqual((first["PerformanceInsightsEnabled"], first["PerformanceInsightsRetentionPeriod"]), (True, 7))

    def test_a_larger_class_is_read_back(self) -> None:
        self.cluster("growing")
        self.instance("growing-1", "growing")
        self.rds.modify_db_instance(
            DBInstanceIdentifier="growing-1", DBInstanceClass="db.r8g.xlarge", ApplyImmediately=True
        )
        [instance] = self.rds.describe_db_instances(DBInstanceIdentifier="growing-1")["DBInstances"]
        self.assertEqual(instance["DBInstanceClass"], "db.r8g.xlarge")

    def test_a_serverless_instance_needs_a_scaling_configuration(self) -> None:
        self.cluster("fixed")
        with self.refused("InvalidParameterCombination"):
            self.instance("fixed-1", "fixed", DBInstanceClass="db.serverless")
        self.cluster("elastic", ServerlessV2ScalingConfiguration={"MinCapacity": 0.5, "MaxCapacity": 4})
        self.instance("elastic-1", "elastic", DBInstanceClass="db.serverless")

    def test_an_odd_time_of_performance_insights_is_refused(self) -> None:
        self.cluster("watched")
        with self.refused("InvalidParameterValue"):
            self.instance("watched-1", "watched", EnablePerformanceInsights=True, PerformanceInsightsRetentionPeriod=8)

    def test_unknown_names_are_refused(self) -> None:
        with self.refused("DBClusterNotFoundFault"):
            self.rds.modify_db_cluster(DBClusterIdentifier="none", BackupRetentionPeriod=2)
        with self.refused("DBClusterNotFoundFault"):
            self.rds.delete_db_cluster(DBClusterIdentifier="none", SkipFinalSnapshot=True)
        with self.refused("DBClusterNotFoundFault"):
            self.instance("none-1", "none")
        with self.refused("DBSubnetGroupNotFoundFault"):
            self.cluster("homeless", DBSubnetGroupName="none")
        with self.refused("DBClusterParameterGroupNotFound"):
            self.cluster("unset", DBClusterParameterGroupName="none")

    def test_a_deleted_cluster_leaves_nothing_unless_its_backups_are_kept(self) -> None:
        for name, keep in (("going", True), ("kept", False)):
            made = self.cluster(name)
            with self.refused("InvalidParameterCombination"):
                self.rds.delete_db_cluster(DBClusterIdentifier=name)
            self.rds.delete_db_cluster(DBClusterIdentifier=name, SkipFinalSnapshot=True, DeleteAutomatedBackups=keep)
            found = [
                line
                for line in self.left()
                if line.startswith("rds") and (made["DbClusterResourceId"] in line or f"{name}-" in line)
            ]
            self.assertEqual(len(found), 0 if keep else 1, found)


class GroupsTest(CloudTest):
    """Parameter groups and subnet groups."""

    def setUp(self) -> None:
        self.rds = self.client("rds")

    def test_a_parameter_tells_that_the_user_set_it_until_it_is_reset(self) -> None:
        forced = [{"ParameterName": "rds.force_ssl", "ParameterValue": "1", "ApplyMethod": "immediate"}]
        self.rds.create_db_parameter_group(
            DBParameterGroupName="own", DBParameterGroupFamily="postgres17", Description="own"
        )
        self.rds.modify_db_parameter_group(DBParameterGroupName="own", Parameters=forced)
        [found] = self.rds.describe_db_parameters(DBParameterGroupName="own")["Parameters"]
        self.assertEqual((found["ParameterValue"], found["Source"]), ("1", "user"))
        self.rds.reset_db_parameter_group(DBParameterGroupName="own", Parameters=forced)
        self.assertEqual(self.rds.describe_db_parameters(DBParameterGroupName="own")["Parameters"], [])
        self.rds.create_db_cluster_parameter_group(
            DBClusterParameterGroupName="all", DBParameterGroupFamily="aurora-postgresql17", Description="all"
        )
        self.rds.modify_db_cluster_parameter_group(DBClusterParameterGroupName="all", Parameters=forced)
        self.assertEqual(
            self.rds.describe_db_cluster_parameters(DBClusterParameterGroupName="all")["Parameters"][0]["Source"],
            "user",
        )
        self.rds.reset_db_cluster_parameter_group(DBClusterParameterGroupName="all", ResetAllParameters=True)
        self.assertEqual(self.rds.describe_db_cluster_parameters(DBClusterParameterGroupName="all")["Parameters"], [])

    def test_unknown_groups_are_refused(self) -> None:
        with self.refused("DBParameterGroupNotFound"):
            self.rds.reset_db_parameter_group(DBParameterGroupName="none", ResetAllParameters=True)
        with self.refused("DBParameterGroupNotFound"):
            self.rds.reset_db_cluster_parameter_group(DBClusterParameterGroupName="none", ResetAllParameters=True)

    def test_groups_in_use_stay(self) -> None:
        _, subnets = self.subnets()
        self.rds.create_db_subnet_group(DBSubnetGroupName="home", DBSubnetGroupDescription="home", SubnetIds=subnets)
        self.rds.create_db_parameter_group(
            DBParameterGroupName="instance", DBParameterGroupFamily="postgres17", Description="x"
        )
        self.rds.create_db_cluster_parameter_group(
            DBClusterParameterGroupName="cluster", DBParameterGroupFamily="aurora-postgresql17", Description="x"
        )
        user = {"MasterUsername": "postgres", "ManageMasterUserPassword": True, "DBSubnetGroupName": "home"}
        self.rds.create_db_cluster(DBClusterIdentifier="user", **ENGINE, **user, DBClusterParameterGroupName="cluster")
        size = {
            "Engine": "postgres",
            "EngineVersion": "17.7",
            "DBInstanceClass": "db.t4g.medium",
            "AllocatedStorage": 20,
        }
        self.rds.create_db_instance(DBInstanceIdentifier="user", **size, **user, DBParameterGroupName="instance")
        with self.refused("InvalidDBSubnetGroupStateFault"):
            self.rds.delete_db_subnet_group(DBSubnetGroupName="home")
        with self.refused("InvalidDBParameterGroupState"):
            self.rds.delete_db_parameter_group(DBParameterGroupName="instance")
        with self.refused("InvalidDBParameterGroupState"):
            self.rds.delete_db_cluster_parameter_group(DBClusterParameterGroupName="cluster")
        self.rds.delete_db_instance(DBInstanceIdentifier="user", SkipFinalSnapshot=True)
        self.rds.delete_db_cluster(DBClusterIdentifier="user", SkipFinalSnapshot=True)
        self.rds.delete_db_subnet_group(DBSubnetGroupName="home")
        self.rds.delete_db_parameter_group(DBParameterGroupName="instance")
        self.rds.delete_db_cluster_parameter_group(DBClusterParameterGroupName="cluster")


class GlobalClustersTest(CloudTest):
    """Global databases."""

    def setUp(self) -> None:
        self.home, self.away = self.client("rds", SEOUL), self.client("rds", VIRGINIA)

    def made(self, name: str) -> str:
        self.home.create_global_cluster(
            GlobalClusterIdentifier=name, **ENGINE, StorageEncrypted=True, DatabaseName="prices"
        )
        return name

    def join(self, name: str, client: Any, cluster: str, **more: Any) -> dict[str, Any]:
        asked = {
            "DBClusterIdentifier": cluster,
            "GlobalClusterIdentifier": name,
            **ENGINE,
            "StorageEncrypted": True,
            "KmsKeyId": "arn:aws:kms:key/0",
        }
        joined: dict[str, Any] = client.create_db_cluster(**{**asked, **more})["DBCluster"]
        return joined

    def both(self, name: str) -> None:
        self.made(name)
        self.join(name, self.home, f"{name}-home", MasterUsername="postgres", MasterUserPassword="long-enough-1")
        self.join(name, self.away, f"{name}-away")

    def test_every_region_sees_every_member(self) -> None:
        self.both("prices")
        for client in (self.home, self.away, self.client("rds", IRELAND)):
            [found] = client.describe_global_clusters(GlobalClusterIdentifier="prices")["GlobalClusters"]
            self.assertEqual([member["IsWriter"] for member in found["GlobalClusterMembers"]], [True, False])

    def test_a_member_is_found_by_its_arn(self) -> None:
        self.both("found")
        arn = self.away.describe_db_clusters(DBClusterIdentifier="found-away")["DBClusters"][0]["DBClusterArn"]
        [found] = self.away.describe_global_clusters(Filters=[{"Name": "db-cluster-id", "Values": [arn]}])[
            "GlobalClusters"
        ]
        self.assertEqual(found["GlobalClusterIdentifier"], "found")

    def test_the_writer_leaves_last(self) -> None:
        self.both("leaving")
        with self.refused("InvalidDBClusterStateFault"):
            self.away.delete_db_cluster(DBClusterIdentifier="leaving-away", SkipFinalSnapshot=True)
        with self.refused("InvalidGlobalClusterStateFault"):
            self.home.delete_global_cluster(GlobalClusterIdentifier="leaving")
        with self.refused("InvalidGlobalClusterStateFault"):
            self.home.remove_from_global_cluster(GlobalClusterIdentifier="leaving", DbClusterIdentifier="leaving-home")
        for client, cluster in ((self.away, "leaving-away"), (self.home, "leaving-home")):
            client.remove_from_global_cluster(GlobalClusterIdentifier="leaving", DbClusterIdentifier=cluster)
            client.delete_db_cluster(DBClusterIdentifier=cluster, SkipFinalSnapshot=True)
        self.home.delete_global_cluster(GlobalClusterIdentifier="leaving")
        with self.refused("GlobalClusterNotFoundFault"):
            self.home.describe_global_clusters(GlobalClusterIdentifier="leaving")

    def test_another_member_becomes_the_writer(self) -> None:
        self.both("switched")
        target = self.away.describe_db_clusters(DBClusterIdentifier="switched-away")["DBClusters"][0]["DBClusterArn"]
        made = self.home.switchover_global_cluster(GlobalClusterIdentifier="switched", TargetDbClusterIdentifier=target)
        self.assertEqual(made["GlobalCluster"]["GlobalClusterMembers"][0]["DBClusterArn"], target)
        with self.refused("DBClusterNotFoundFault"):
            self.home.failover_global_cluster(
                GlobalClusterIdentifier="switched", TargetDbClusterIdentifier=target + "x"
            )

    def test_a_protected_global_cluster_stays(self) -> None:
        self.made("protected")
        self.home.modify_global_cluster(GlobalClusterIdentifier="protected", DeletionProtection=True)
        with self.refused("InvalidParameterCombination"):
            self.home.delete_global_cluster(GlobalClusterIdentifier="protected")

    def test_what_a_member_may_not_be(self) -> None:
        self.both("strict")
        with self.refused("InvalidParameterCombination"):
            self.join("strict", self.client("rds", IRELAND), "strict-user", MasterUsername="postgres")
        with self.refused("InvalidParameterValue"):
            self.join("strict", self.away, "strict-twice")
        with self.refused("InvalidParameterCombination"):
            self.join("strict", self.client("rds", IRELAND), "strict-plain", StorageEncrypted=False)
        with self.refused("InvalidParameterValue"):
            self.join("strict", self.client("rds", IRELAND), "strict-old", EngineVersion="16.4")
        asked = {
            "DBInstanceIdentifier": "strict-1",
            "DBClusterIdentifier": "strict-away",
            "DBInstanceClass": "db.t4g.large",
            "Engine": ENGINE["Engine"],
        }
        with self.refused("InvalidParameterCombination"):
            self.away.create_db_instance(**asked)

    def test_a_password_kept_by_secrets_manager_is_refused(self) -> None:
        self.made("managed")
        with self.refused("InvalidParameterCombination"):
            self.join("managed", self.home, "managed-home", MasterUsername="postgres", ManageMasterUserPassword=True)

    def test_unknown_global_clusters_are_refused(self) -> None:
        for ask in (
            lambda: self.home.modify_global_cluster(GlobalClusterIdentifier="none", DeletionProtection=False),
            lambda: self.home.remove_from_global_cluster(GlobalClusterIdentifier="none", DbClusterIdentifier="x"),
            lambda: self.home.delete_global_cluster(GlobalClusterIdentifier="none"),
            lambda: self.join("none", self.home, "none-home"),
        ):
            with self.refused("GlobalClusterNotFoundFault"):
                ask()

    def test_a_global_cluster_has_tags(self) -> None:
        arn = f"arn:aws:rds::111122223333:global-cluster:{self.made('tagged')}"
        self.home.add_tags_to_resource(ResourceName=arn, Tags=[{"Key": "Team", "Value": "shop"}])
        self.assertEqual(
            self.home.list_tags_for_resource(ResourceName=arn)["TagList"], [{"Key": "Team", "Value": "shop"}]
        )
        self.home.remove_tags_from_resource(ResourceName=arn, TagKeys=["Team"])
        self.assertEqual(self.home.list_tags_for_resource(ResourceName=arn)["TagList"], [])


if __name__ == "__main__":
    unittest.main()
