"""ElastiCache."""

from __future__ import annotations

import unittest
from typing import Any

from tests.cloud import CloudTest


class UsersTest(CloudTest):
    """Users and their groups."""

    def setUp(self) -> None:
        self.cache = self.client("elasticache")

    def user(self, name: str, **more: Any) -> dict[str, Any]:
        asked = {
            "UserId": name,
            "UserName": name,
            "Engine": "valkey",
            "AccessString": "on ~* +@all",
            "AuthenticationMode": {"Type": "iam"},
        }
        made: dict[str, Any] = self.cache.create_user(**{**asked, **more})
        return made

    def test_a_user_is_read_back_as_it_was_made(self) -> None:
        self.user("reader")
        [user] = self.cache.describe_users(UserId="reader")["Users"]
        self.assertEqual((user["Status"], user["AccessString"]), ("active", "on ~* +@all"))
        self.assertEqual(user["Authentication"]["Type"], "iam")

    def test_no_password_required_is_read_back_as_no_password(self) -> None:
        user = self.user(
            "open", Engine="redis", UserName="default", AuthenticationMode={"Type": "no-password-required"}
        )
        self.assertEqual(user["Authentication"]["Type"], "no-password")

    def test_an_unknown_user_is_refused(self) -> None:
        with self.refused("UserNotFound"):
            self.cache.describe_users(UserId="nobody-such")
        with self.refused("UserNotFound"):
            self.cache.modify_user(UserId="nobody-such", AccessString="off")
        with self.refused("UserNotFound"):
            self.cache.delete_user(UserId="nobody-such")

    def test_a_user_with_iam_has_one_name(self) -> None:
        with self.refused("InvalidParameterValue"):
            self.user("one", UserName="two")

    def test_a_modified_user_has_its_new_access_string(self) -> None:
        self.user("changing")
        self.cache.modify_user(UserId="changing", AccessString="off ~* -@all")
        self.assertEqual(self.cache.describe_users(UserId="changing")["Users"][0]["AccessString"], "off ~* -@all")

    def test_a_group_of_redis_needs_a_default_user(self) -> None:
        self.user("member")
        with self.refused("DefaultUserRequired"):
            self.cache.create_user_group(UserGroupId="no-default", Engine="redis", UserIds=["member"])

    def test_a_group_changes_its_members_and_goes(self) -> None:
        self.user("first")
        self.user("second")
        self.cache.create_user_group(UserGroupId="pair", Engine="valkey", UserIds=["first"])
        self.cache.modify_user_group(UserGroupId="pair", UserIdsToAdd=["second"], UserIdsToRemove=["first"])
        self.assertEqual(self.cache.describe_user_groups(UserGroupId="pair")["UserGroups"][0]["UserIds"], ["second"])
        self.assertEqual(self.cache.describe_users(UserId="second")["Users"][0]["UserGroupIds"], ["pair"])
        self.cache.delete_user_group(UserGroupId="pair")
        with self.refused("UserGroupNotFound"):
            self.cache.describe_user_groups(UserGroupId="pair")
        with self.refused("UserGroupNotFound"):
            self.cache.modify_user_group(UserGroupId="pair", UserIdsToAdd=["first"])
        with self.refused("UserGroupNotFound"):
            self.cache.delete_user_group(UserGroupId="pair")

    def test_a_group_of_an_unknown_user_is_refused(self) -> None:
        with self.refused("UserNotFound"):
            self.cache.create_user_group(UserGroupId="strangers", Engine="valkey", UserIds=["nobody-such"])


class ReplicationGroupsTest(CloudTest):
    """Replication groups, their clusters and subnet groups."""

    def setUp(self) -> None:
        self.cache = self.client("elasticache")

    def group(self, name: str, **more: Any) -> dict[str, Any]:
        asked = {
            "ReplicationGroupId": name,
            "ReplicationGroupDescription": "pages",
            "Engine": "valkey",
            "EngineVersion": "8.1",
            "CacheNodeType": "cache.t4g.small",
            "NumCacheClusters": 2,
            "AutomaticFailoverEnabled": True,
            "TransitEncryptionEnabled": True,
            "Tags": [{"Key": "Name", "Value": name}],
        }
        made: dict[str, Any] = self.cache.create_replication_group(**{**asked, **more})["ReplicationGroup"]
        return made

    def test_a_group_has_its_clusters_and_endpoints(self) -> None:
        made = self.group("pages")
        self.assertEqual(made["MemberClusters"], ["pages-001", "pages-002"])
        self.assertTrue(made["NodeGroups"][0]["PrimaryEndpoint"]["Address"].startswith("master.pages."))
        [cluster] = self.cache.describe_cache_clusters(CacheClusterId="pages-002", ShowCacheNodeInfo=True)[
            "CacheClusters"
        ]
        self.assertEqual((cluster["EngineVersion"], cluster["ReplicationGroupId"]), ("8.1.0", "pages"))
        self.assertEqual(cluster["CacheParameterGroup"]["CacheParameterGroupName"], "default.valkey8")
        self.assertEqual(
            self.cache.list_tags_for_resource(ResourceName=made["ARN"])["TagList"], [{"Key": "Name", "Value": "pages"}]
        )

    def test_an_unknown_group_is_refused(self) -> None:
        for ask in (
            lambda: self.cache.describe_replication_groups(ReplicationGroupId="none"),
            lambda: self.cache.modify_replication_group(ReplicationGroupId="none", CacheNodeType="cache.t4g.medium"),
            lambda: self.cache.delete_replication_group(ReplicationGroupId="none"),
            lambda: self.cache.increase_replica_count(
                ReplicationGroupId="none", NewReplicaCount=2, ApplyImmediately=True
            ),
            lambda: self.cache.modify_replication_group_shard_configuration(
                ReplicationGroupId="none", NodeGroupCount=2, ApplyImmediately=True
            ),
        ):
            with self.refused("ReplicationGroupNotFoundFault"):
                ask()

    def test_failover_without_a_replica_is_refused(self) -> None:
        with self.refused("InvalidParameterCombination"):
            self.group("alone", NumCacheClusters=1)

    def test_a_changed_group_is_read_back_changed(self) -> None:
        self.group("growing")
        self.cache.modify_replication_group(
            ReplicationGroupId="growing", CacheNodeType="cache.t4g.medium", ApplyImmediately=True
        )
        self.cache.increase_replica_count(ReplicationGroupId="growing", NewReplicaCount=2, ApplyImmediately=True)
        [group] = self.cache.describe_replication_groups(ReplicationGroupId="growing")["ReplicationGroups"]
        self.assertEqual((group["CacheNodeType"], len(group["MemberClusters"])), ("cache.t4g.medium", 3))
        self.cache.decrease_replica_count(ReplicationGroupId="growing", NewReplicaCount=1, ApplyImmediately=True)
        [group] = self.cache.describe_replication_groups(ReplicationGroupId="growing")["ReplicationGroups"]
        self.assertEqual(len(group["MemberClusters"]), 2)

    def test_shards_change_with_cluster_mode_only(self) -> None:
        self.group("flat")
        with self.refused("InvalidParameterValue"):
            self.cache.modify_replication_group_shard_configuration(
                ReplicationGroupId="flat", NodeGroupCount=2, ApplyImmediately=True
            )
        made = self.group("sharded", NumNodeGroups=2, ReplicasPerNodeGroup=1, NumCacheClusters=0)
        self.assertEqual(len(made["NodeGroups"]), 2)
        self.cache.modify_replication_group_shard_configuration(
            ReplicationGroupId="sharded", NodeGroupCount=3, ApplyImmediately=True
        )
        [group] = self.cache.describe_replication_groups(ReplicationGroupId="sharded")["ReplicationGroups"]
        self.assertEqual(len(group["MemberClusters"]), 6)

    def test_tags_are_added_and_removed(self) -> None:
        arn = self.group("tagged")["ARN"]
        self.cache.add_tags_to_resource(
            ResourceName=arn, Tags=[{"Key": "Name", "Value": "new"}, {"Key": "Team", "Value": "shop"}]
        )
        self.cache.remove_tags_from_resource(ResourceName=arn, TagKeys=["Team"])
        self.assertEqual(
            self.cache.list_tags_for_resource(ResourceName=arn)["TagList"], [{"Key": "Name", "Value": "new"}]
        )
        with self.refused("InvalidARN"):
            self.cache.list_tags_for_resource(ResourceName=arn + "x")
        with self.refused("InvalidARN"):
            self.cache.add_tags_to_resource(ResourceName=arn + "x", Tags=[{"Key": "Name", "Value": "new"}])
        with self.refused("InvalidARN"):
            self.cache.remove_tags_from_resource(ResourceName=arn + "x", TagKeys=["Name"])

    def test_a_subnet_group_stays_while_a_cache_is_in_it(self) -> None:
        vpc, subnets = self.subnets()
        made = self.cache.create_cache_subnet_group(
            CacheSubnetGroupName="data", CacheSubnetGroupDescription="data", SubnetIds=subnets
        )
        self.assertEqual(made["CacheSubnetGroup"]["VpcId"], vpc)
        self.cache.modify_cache_subnet_group(CacheSubnetGroupName="data", SubnetIds=subnets[:1])
        [group] = self.cache.describe_cache_subnet_groups(CacheSubnetGroupName="data")["CacheSubnetGroups"]
        self.assertEqual(len(group["Subnets"]), 1)
        self.group("housed", CacheSubnetGroupName="data")
        with self.refused("CacheSubnetGroupInUse"):
            self.cache.delete_cache_subnet_group(CacheSubnetGroupName="data")
        self.cache.delete_replication_group(ReplicationGroupId="housed")
        self.cache.delete_cache_subnet_group(CacheSubnetGroupName="data")
        for ask in (
            self.cache.describe_cache_subnet_groups,
            self.cache.modify_cache_subnet_group,
            self.cache.delete_cache_subnet_group,
        ):
            with self.refused("CacheSubnetGroupNotFoundFault"):
                ask(CacheSubnetGroupName="data")

    def test_unknown_subnets_are_refused(self) -> None:
        with self.refused("InvalidSubnet"):
            self.cache.create_cache_subnet_group(
                CacheSubnetGroupName="void", CacheSubnetGroupDescription="void", SubnetIds=["subnet-0"]
            )


if __name__ == "__main__":
    unittest.main()
