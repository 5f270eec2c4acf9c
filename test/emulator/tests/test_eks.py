"""EKS: clusters and node groups."""

from __future__ import annotations

import unittest
from typing import Any

from tests.eks_cluster import EksTest


class ClustersTest(EksTest):
    """Clusters."""

    def test_a_cluster_answers_what_it_was_made_with(self) -> None:
        made = self.cluster(tags={"System": "shop"}, upgradePolicy={"supportType": "STANDARD"})
        self.assertEqual(made["status"], "ACTIVE")
        self.assertEqual(made["accessConfig"]["authenticationMode"], "API")
        self.assertEqual(made["upgradePolicy"], {"supportType": "STANDARD"})
        self.assertEqual(made["tags"], {"System": "shop"})
        self.assertNotIn("computeConfig", made)

    def test_its_security_group_is_in_ec2_and_goes_with_it(self) -> None:
        group = self.cluster()["resourcesVpcConfig"]["clusterSecurityGroupId"]
        self.assertEqual(len(self.client("ec2").describe_security_groups(GroupIds=[group])["SecurityGroups"]), 1)
        self.eks.delete_cluster(name=self.name)
        with self.refused("InvalidGroup.NotFound"):
            self.client("ec2").describe_security_groups(GroupIds=[group])

    def test_an_unknown_cluster_is_not_found(self) -> None:
        for call in (self.eks.describe_cluster, self.eks.delete_cluster):
            with self.refused("ResourceNotFoundException"):
                call(name="none")

    def test_what_a_cluster_needs_must_exist(self) -> None:
        wrong: tuple[dict[str, Any], ...] = (
            {"roleArn": "arn:aws:iam::111122223333:role/none"},
            {"resourcesVpcConfig": {"subnetIds": ["subnet-none", *self.zones]}},
            {"resourcesVpcConfig": {"subnetIds": self.zones[:1]}},
            {"resourcesVpcConfig": {"subnetIds": self.zones, "securityGroupIds": ["sg-none"]}},
            {"version": "1.2"},
            {
                "encryptionConfig": [
                    {
                        "resources": ["secrets"],
                        "provider": {"keyArn": "arn:aws:kms:ap-northeast-2:111122223333:key/none"},
                    }
                ]
            },
        )
        for more in wrong:
            with self.subTest(more), self.refused("InvalidParameterException"):
                self.cluster(**more)

    def test_a_name_is_taken_once(self) -> None:
        self.cluster()
        with self.refused("ResourceInUseException"):
            self.cluster()

    def test_versions_go_up_one_at_a_time(self) -> None:
        self.cluster()
        with self.refused("InvalidParameterException"):
            self.eks.update_cluster_version(name=self.name, version="1.36")
        update = self.eks.update_cluster_version(name=self.name, version="1.35")["update"]
        self.assertEqual(
            self.eks.describe_update(name=self.name, updateId=update["id"])["update"]["status"], "Successful"
        )
        self.assertEqual(self.eks.describe_cluster(name=self.name)["cluster"]["version"], "1.35")

    def test_one_kind_of_setting_changes_at_a_time(self) -> None:
        self.cluster()
        logging = {"clusterLogging": [{"types": ["api"], "enabled": True}]}
        with self.refused("InvalidParameterException"):
            self.eks.update_cluster_config(name=self.name, logging=logging, upgradePolicy={"supportType": "STANDARD"})
        self.eks.update_cluster_config(name=self.name, logging=logging)
        answered = self.eks.describe_cluster(name=self.name)["cluster"]["logging"]["clusterLogging"]
        self.assertEqual(answered[0], {"types": ["api"], "enabled": True})
        with self.refused("InvalidParameterException"):
            self.eks.update_cluster_config(name=self.name, logging=logging)

    def test_access_entries_are_never_given_up(self) -> None:
        self.cluster()
        with self.refused("InvalidParameterException"):
            self.eks.update_cluster_config(name=self.name, accessConfig={"authenticationMode": "API_AND_CONFIG_MAP"})

    def test_an_unknown_update_is_not_found(self) -> None:
        self.cluster()
        with self.refused("ResourceNotFoundException"):
            self.eks.describe_update(name=self.name, updateId="none")

    def test_tags_change(self) -> None:
        arn = self.cluster(tags={"a": "1"})["arn"]
        self.eks.tag_resource(resourceArn=arn, tags={"b": "2"})
        self.eks.untag_resource(resourceArn=arn, tagKeys=["a"])
        self.assertEqual(self.eks.list_tags_for_resource(resourceArn=arn)["tags"], {"b": "2"})
        with self.refused("NotFoundException"):
            self.eks.list_tags_for_resource(resourceArn=arn + "none")

    def test_clusters_are_listed(self) -> None:
        self.cluster()
        self.assertIn(self.name, self.eks.list_clusters()["clusters"])


class NodegroupsTest(EksTest):
    """Managed node groups."""

    def test_a_node_group_has_no_key_pair_nobody_asked_for(self) -> None:
        self.cluster()
        made = self.nodegroup(labels={"a": "1"})
        self.assertNotIn("remoteAccess", made)
        self.assertEqual((made["version"], made["diskSize"], made["labels"]), ("1.34", 20, {"a": "1"}))

    def test_a_launch_template_stands_for_the_disk(self) -> None:
        self.cluster()
        template = self.client("ec2").create_launch_template(
            LaunchTemplateName=self.name, LaunchTemplateData={"MetadataOptions": {"HttpTokens": "required"}}
        )["LaunchTemplate"]["LaunchTemplateId"]
        made = self.nodegroup(launchTemplate={"id": template, "version": "1"})
        self.assertEqual(made["launchTemplate"], {"id": template, "name": self.name, "version": "1"})
        self.assertNotIn("diskSize", made)
        with self.refused("InvalidParameterException"):
            self.nodegroup("other", launchTemplate={"id": template, "version": "2"})
        with self.refused("InvalidParameterException"):
            self.nodegroup("other", launchTemplate={"id": template}, diskSize=30)

    def test_its_role_gets_an_access_entry_that_goes_with_the_last_group(self) -> None:
        self.cluster()
        self.nodegroup()
        entry = self.eks.describe_access_entry(clusterName=self.name, principalArn=self.role_arn)["accessEntry"]
        self.assertEqual(entry["type"], "EC2_LINUX")
        self.eks.delete_nodegroup(clusterName=self.name, nodegroupName="nodes")
        self.assertEqual(self.eks.list_access_entries(clusterName=self.name)["accessEntries"], [])

    def test_a_cluster_with_nodes_is_not_deleted(self) -> None:
        self.cluster()
        self.nodegroup()
        self.assertEqual(self.eks.list_nodegroups(clusterName=self.name)["nodegroups"], ["nodes"])
        with self.refused("ResourceInUseException"):
            self.eks.delete_cluster(name=self.name)

    def test_labels_taints_and_sizes_change(self) -> None:
        self.cluster()
        self.nodegroup(labels={"old": "1"}, taints=[{"key": "old", "effect": "NO_SCHEDULE"}])
        self.eks.update_nodegroup_config(
            clusterName=self.name,
            nodegroupName="nodes",
            labels={"addOrUpdateLabels": {"new": "1"}, "removeLabels": ["old"]},
            taints={"removeTaints": [{"key": "old", "effect": "NO_SCHEDULE"}]},
            scalingConfig={"minSize": 2, "maxSize": 4, "desiredSize": 3},
        )
        found = self.eks.describe_nodegroup(clusterName=self.name, nodegroupName="nodes")["nodegroup"]
        self.assertEqual((found["labels"], found["taints"]), ({"new": "1"}, []))
        self.assertEqual(found["scalingConfig"], {"minSize": 2, "maxSize": 4, "desiredSize": 3})
        with self.refused("InvalidParameterException"):
            self.eks.update_nodegroup_config(clusterName=self.name, nodegroupName="nodes", scalingConfig={"minSize": 9})

    def test_nodes_are_never_newer_than_the_cluster(self) -> None:
        self.cluster()
        self.nodegroup(version="1.33")
        self.eks.update_nodegroup_version(clusterName=self.name, nodegroupName="nodes", version="1.34")
        with self.refused("InvalidParameterException"):
            self.eks.update_nodegroup_version(clusterName=self.name, nodegroupName="nodes", version="1.35")

    def test_an_unknown_node_group_is_not_found(self) -> None:
        self.cluster()
        with self.refused("ResourceNotFoundException"):
            self.eks.describe_nodegroup(clusterName=self.name, nodegroupName="none")


if __name__ == "__main__":
    unittest.main()
