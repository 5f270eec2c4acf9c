"""EC2: rules of security groups."""

from __future__ import annotations

import unittest
from typing import Any

from tests.cloud import CloudTest


class RulesTest(CloudTest):
    """Rules that name a group or a prefix list."""

    def setUp(self) -> None:
        self.ec2 = self.client("ec2")
        vpc, _ = self.subnets()
        self.group = self.ec2.create_security_group(GroupName="gate", Description="gate", VpcId=vpc)["GroupId"]

    def described(self, **source: Any) -> str:
        permission = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, **source}
        [rule] = self.ec2.authorize_security_group_ingress(GroupId=self.group, IpPermissions=[permission])[
            "SecurityGroupRules"
        ]
        [found] = self.ec2.describe_security_group_rules(SecurityGroupRuleIds=[rule["SecurityGroupRuleId"]])[
            "SecurityGroupRules"
        ]
        text: str = found.get("Description", "")
        return text

    def test_a_rule_for_a_group_has_its_description(self) -> None:
        self.assertEqual(
            self.described(UserIdGroupPairs=[{"GroupId": self.group, "Description": "from itself"}]), "from itself"
        )

    def test_a_rule_for_a_prefix_list_has_its_description(self) -> None:
        listed = self.ec2.create_managed_prefix_list(PrefixListName="edge", MaxEntries=1, AddressFamily="IPv4")[
            "PrefixList"
        ]["PrefixListId"]
        self.assertEqual(
            self.described(PrefixListIds=[{"PrefixListId": listed, "Description": "from the edge"}]), "from the edge"
        )

    def test_a_rule_without_a_description_has_none(self) -> None:
        self.assertEqual(self.described(UserIdGroupPairs=[{"GroupId": self.group}]), "")


if __name__ == "__main__":
    unittest.main()
