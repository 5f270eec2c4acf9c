"""EKS: access entries, add-ons and Pod Identity."""

from __future__ import annotations

import unittest
from typing import Any

from tests.eks_cluster import EksTest


class AccessTest(EksTest):
    """Access entries and policies."""

    policy = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy"

    def entry(self, **more: Any) -> dict[str, Any]:
        asked = {"clusterName": self.name, "principalArn": self.role_arn}
        made: dict[str, Any] = self.eks.create_access_entry(**{**asked, **more})["accessEntry"]
        return made

    def test_an_entry_is_made_changed_and_deleted(self) -> None:
        self.cluster()
        self.entry(kubernetesGroups=["viewers"])
        who = {"clusterName": self.name, "principalArn": self.role_arn}
        self.eks.update_access_entry(**who, kubernetesGroups=["editors"])
        self.assertEqual(self.eks.describe_access_entry(**who)["accessEntry"]["kubernetesGroups"], ["editors"])
        self.eks.delete_access_entry(**who)
        with self.refused("ResourceNotFoundException"):
            self.eks.describe_access_entry(**who)

    def test_a_principal_must_exist_and_has_one_entry(self) -> None:
        self.cluster()
        with self.refused("InvalidParameterException"):
            self.entry(principalArn="arn:aws:iam::111122223333:role/none")
        self.entry()
        with self.refused("ResourceInUseException"):
            self.entry()

    def test_a_request_that_is_sent_again_is_answered_as_before(self) -> None:
        self.cluster()
        first = self.entry(clientRequestToken="once")
        self.assertEqual(self.entry(clientRequestToken="once"), first)
        with self.refused("ResourceInUseException"):
            self.entry(clientRequestToken="again")

    def test_groups_of_kubernetes_itself_are_refused(self) -> None:
        self.cluster()
        with self.refused("InvalidParameterException"):
            self.entry(kubernetesGroups=["system:masters"])

    def test_a_cluster_with_the_config_map_alone_has_no_entries(self) -> None:
        self.cluster(accessConfig={"authenticationMode": "CONFIG_MAP"})
        with self.refused("InvalidRequestException"):
            self.entry()

    def test_a_policy_is_associated_and_disassociated(self) -> None:
        self.cluster()
        self.entry()
        who = {"clusterName": self.name, "principalArn": self.role_arn}
        scope = {"type": "namespace", "namespaces": ["shop"]}
        self.eks.associate_access_policy(**who, policyArn=self.policy, accessScope=scope)
        found = self.eks.list_associated_access_policies(**who)["associatedAccessPolicies"]
        self.assertEqual([(each["policyArn"], each["accessScope"]) for each in found], [(self.policy, scope)])
        self.eks.disassociate_access_policy(**who, policyArn=self.policy)
        with self.refused("ResourceNotFoundException"):
            self.eks.disassociate_access_policy(**who, policyArn=self.policy)

    def test_only_policies_of_eks_are_associated_and_only_with_standard_entries(self) -> None:
        self.cluster()
        self.entry()
        who = {"clusterName": self.name, "principalArn": self.role_arn}
        with self.refused("InvalidParameterException"):
            self.eks.associate_access_policy(**who, policyArn=self.policy + "X", accessScope={"type": "cluster"})
        with self.refused("InvalidParameterException"):
            self.eks.associate_access_policy(**who, policyArn=self.policy, accessScope={"type": "namespace"})
        nodes = self.role(f"{self.name}-nodes")
        self.entry(principalArn=nodes, type="EC2_LINUX")
        with self.refused("InvalidRequestException"):
            self.eks.associate_access_policy(
                clusterName=self.name, principalArn=nodes, policyArn=self.policy, accessScope={"type": "cluster"}
            )

    def test_the_policies_are_listed(self) -> None:
        self.assertIn(self.policy, [each["arn"] for each in self.eks.list_access_policies()["accessPolicies"]])


class AddonsTest(EksTest):
    """Add-ons and Pod Identity."""

    def addon(self, name: str = "vpc-cni", **more: Any) -> dict[str, Any]:
        self.eks.create_addon(**{"clusterName": self.name, "addonName": name, **more})
        made: dict[str, Any] = self.eks.describe_addon(clusterName=self.name, addonName=name)["addon"]
        return made

    def test_each_offered_version_is_accepted_and_no_other(self) -> None:
        self.cluster()
        for name in ("vpc-cni", "kube-proxy", "coredns"):
            offered = self.eks.describe_addon_versions(addonName=name, kubernetesVersion="1.34")["addons"][0][
                "addonVersions"
            ]
            version = offered[0]["addonVersion"]
            self.assertEqual(self.addon(name, addonVersion=version)["addonVersion"], version)
        with self.refused("InvalidParameterException"):
            self.addon("metrics-server", addonVersion="v0")
        with self.refused("InvalidParameterException"):
            self.addon("none")
        self.assertEqual(self.eks.describe_addon_versions(addonName="none")["addons"], [])
        self.assertEqual(self.eks.list_addons(clusterName=self.name)["addons"], ["coredns", "kube-proxy", "vpc-cni"])

    def test_its_associations_follow_it(self) -> None:
        self.cluster()
        made = self.addon(podIdentityAssociations=[{"serviceAccount": "aws-node", "roleArn": self.role_arn}])
        self.assertEqual(len(made["podIdentityAssociations"]), 1)
        other = self.role(f"{self.name}-other")
        self.eks.update_addon(
            clusterName=self.name,
            addonName="vpc-cni",
            podIdentityAssociations=[{"serviceAccount": "aws-node", "roleArn": other}],
        )
        found = self.eks.list_pod_identity_associations(clusterName=self.name)["associations"]
        described = self.eks.describe_pod_identity_association(
            clusterName=self.name, associationId=found[0]["associationId"]
        )
        self.assertEqual((len(found), described["association"]["roleArn"]), (1, other))
        self.eks.delete_addon(clusterName=self.name, addonName="vpc-cni")
        self.assertEqual(self.eks.list_pod_identity_associations(clusterName=self.name)["associations"], [])

    def test_an_addon_is_changed_and_an_unknown_one_not_found(self) -> None:
        self.cluster()
        self.addon(configurationValues='{"a": 1}')
        self.eks.update_addon(clusterName=self.name, addonName="vpc-cni")
        self.assertNotIn(
            "configurationValues", self.eks.describe_addon(clusterName=self.name, addonName="vpc-cni")["addon"]
        )
        with self.refused("InvalidParameterException"):
            self.eks.update_addon(clusterName=self.name, addonName="vpc-cni", configurationValues="{")
        with self.refused("ResourceNotFoundException"):
            self.eks.delete_addon(clusterName=self.name, addonName="none")

    def test_a_service_account_has_one_association_to_a_role_that_exists(self) -> None:
        self.cluster()
        who = {"clusterName": self.name, "namespace": "shop", "serviceAccount": "orders"}
        made = self.eks.create_pod_identity_association(**who, roleArn=self.role_arn)["association"]
        with self.refused("ResourceInUseException"):
            self.eks.create_pod_identity_association(**who, roleArn=self.role_arn)
        with self.refused("InvalidParameterException"):
            self.eks.create_pod_identity_association(**{**who, "serviceAccount": "x"}, roleArn=self.role_arn + "none")
        other = self.role(f"{self.name}-other")
        of = {"clusterName": self.name, "associationId": made["associationId"]}
        self.eks.update_pod_identity_association(**of, roleArn=other)
        self.assertEqual(self.eks.describe_pod_identity_association(**of)["association"]["roleArn"], other)
        self.eks.delete_pod_identity_association(**of)
        with self.refused("ResourceNotFoundException"):
            self.eks.describe_pod_identity_association(**of)


if __name__ == "__main__":
    unittest.main()
