"""EC2, ECR and Glue."""

from __future__ import annotations

import unittest
from typing import Any

from tests.cloud import CloudTest

ZURICH = "eu-central-2"
"""A region no other test has."""


class NetworkTest(CloudTest):
    """EC2."""

    def test_tags_of_a_launch_template_are_not_in_its_data(self) -> None:
        ec2 = self.client("ec2")
        made = ec2.create_launch_template(
            LaunchTemplateName="nodes",
            LaunchTemplateData={
                "TagSpecifications": [{"ResourceType": "instance", "Tags": [{"Key": "a", "Value": "1"}]}]
            },
            TagSpecifications=[{"ResourceType": "launch-template", "Tags": [{"Key": "b", "Value": "2"}]}],
        )["LaunchTemplate"]
        version = ec2.describe_launch_template_versions(LaunchTemplateId=made["LaunchTemplateId"], Versions=["1"])
        data = version["LaunchTemplateVersions"][0]["LaunchTemplateData"]
        self.assertEqual([spec["ResourceType"] for spec in data["TagSpecifications"]], ["instance"])
        self.assertEqual(made["Tags"], [{"Key": "b", "Value": "2"}])

    def test_a_vpc_goes_only_when_nothing_is_in_it_and_leaves_nothing(self) -> None:
        ec2 = self.client("ec2", ZURICH)
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]
        address = ec2.allocate_address(Domain="vpc")["AllocationId"]
        gateway = ec2.create_nat_gateway(SubnetId=subnet, AllocationId=address)["NatGateway"]["NatGatewayId"]
        group = ec2.create_security_group(GroupName="own", Description="own", VpcId=vpc)["GroupId"]
        internet = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
        ec2.attach_internet_gateway(InternetGatewayId=internet, VpcId=vpc)
        ec2.delete_nat_gateway(NatGatewayId=gateway)
        ec2.release_address(AllocationId=address)
        ec2.delete_subnet(SubnetId=subnet)
        with self.refused("DependencyViolation"):
            ec2.delete_vpc(VpcId=vpc)
        ec2.detach_internet_gateway(InternetGatewayId=internet, VpcId=vpc)
        ec2.delete_internet_gateway(InternetGatewayId=internet)
        with self.refused("DependencyViolation"):
            ec2.delete_vpc(VpcId=vpc)
        ec2.delete_security_group(GroupId=group)
        ec2.delete_vpc(VpcId=vpc)
        self.assertEqual([line for line in self.left() if ZURICH in line], [])


    def test_a_peering_that_was_deleted_is_not_left(self) -> None:
        ec2 = self.client("ec2")
        one, other = (ec2.create_vpc(CidrBlock=block)["Vpc"]["VpcId"] for block in ("10.1.0.0/16", "10.2.0.0/16"))
        asked = ec2.create_vpc_peering_connection(VpcId=one, PeerVpcId=other)["VpcPeeringConnection"]
        peering = asked["VpcPeeringConnectionId"]
        self.assertTrue([line for line in self.left() if peering in line])
        ec2.delete_vpc_peering_connection(VpcPeeringConnectionId=peering)
        self.assertFalse([line for line in self.left() if peering in line])

    def test_tags_and_name_servers_of_a_zone_are_not_left(self) -> None:
        route53 = self.client("route53")
        made = route53.create_hosted_zone(Name="left.example.com", CallerReference="left")
        number = made["HostedZone"]["Id"].split("/")[-1]
        tags = [{"Key": "a", "Value": "1"}]
        route53.change_tags_for_resource(ResourceType="hostedzone", ResourceId=number, AddTags=tags)
        self.assertTrue([line for line in self.left() if number in line])
        route53.delete_hosted_zone(Id=number)
        self.assertFalse([line for line in self.left() if number in line or "delegation_sets" in line])


class RegistryTest(CloudTest):
    """ECR and Glue."""

    def template(self, **more: Any) -> dict[str, Any]:
        made: dict[str, Any] = self.client("ecr").create_repository_creation_template(
            **{"prefix": "shop", "appliedFor": ["REPLICATION"], **more}
        )["repositoryCreationTemplate"]
        return made

    def test_a_creation_template_is_made_changed_and_deleted(self) -> None:
        ecr = self.client("ecr")
        self.assertEqual(self.template()["imageTagMutability"], "MUTABLE")
        with self.refused("TemplateAlreadyExistsException"):
            self.template()
        ecr.update_repository_creation_template(prefix="shop", imageTagMutability="IMMUTABLE")
        found = ecr.describe_repository_creation_templates(prefixes=["shop"])["repositoryCreationTemplates"]
        self.assertEqual([each["imageTagMutability"] for each in found], ["IMMUTABLE"])
        ecr.delete_repository_creation_template(prefix="shop")
        with self.refused("TemplateNotFoundException"):
            ecr.delete_repository_creation_template(prefix="shop")

    def test_a_creation_template_needs_a_role_that_exists_to_tag(self) -> None:
        tags = [{"Key": "a", "Value": "1"}]
        with self.refused("InvalidParameterException"):
            self.template(prefix="tagged", resourceTags=tags)
        with self.refused("InvalidParameterException"):
            self.template(prefix="tagged", resourceTags=tags, customRoleArn="arn:aws:iam::111122223333:role/none")
        self.template(prefix="tagged", resourceTags=tags, customRoleArn=self.role("copies"))

    def test_a_schema_registry_keeps_its_tags(self) -> None:
        glue = self.client("glue")
        arn = glue.create_registry(RegistryName="schemas", Tags={"a": "1"})["RegistryArn"]
        self.assertEqual(glue.get_tags(ResourceArn=arn)["Tags"], {"a": "1"})
        glue.delete_registry(RegistryId={"RegistryName": "schemas"})
        self.assertEqual(glue.get_tags(ResourceArn=arn)["Tags"], {})


if __name__ == "__main__":
    unittest.main()
