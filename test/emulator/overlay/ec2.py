"""EC2: what moto's VPCs, NAT gateways and launch templates do unlike AWS."""

from __future__ import annotations

from typing import Any

from moto.ec2.exceptions import DependencyViolationError
from moto.ec2.models import EC2Backend

SERVICES = ("ec2",)


def _data_without_template_tags(create: Any) -> Any:
    """Moto puts the tags of the launch template itself into its data; AWS keeps those of instances and the like."""

    def create_launch_template(ec2: Any, name: Any, description: Any, data: dict[str, Any], tags: Any) -> Any:
        kept = [spec for spec in data.get("TagSpecifications", []) if spec["ResourceType"] != "launch-template"]
        rest = {key: value for key, value in data.items() if key != "TagSpecifications"}
        return create(ec2, name, description, {**rest, **({"TagSpecifications": kept} if kept else {})}, tags)

    return create_launch_template


def _release_interface(delete: Any) -> Any:
    """Moto leaves the network interface of a deleted NAT gateway; AWS deletes it."""

    def delete_nat_gateway(ec2: Any, nat_gateway_id: str) -> Any:
        gateway = delete(ec2, nat_gateway_id)
        for address in gateway.address_set:
            ec2.enis.pop(address["networkInterfaceId"], None)
        return gateway

    return delete_nat_gateway


def _check_dependencies(delete: Any) -> Any:
    """Moto deletes a VPC that still has groups, gateways or endpoints, and leaves its network ACL; AWS does neither."""

    def delete_vpc(ec2: Any, vpc_id: str) -> Any:
        groups = [group for group in ec2.groups.get(vpc_id, {}).values() if not group.is_default]
        gateways = [gateway for gateway in ec2.internet_gateways.values() if gateway.vpc and gateway.vpc.id == vpc_id]
        endpoints = [end for end in ec2.vpc_end_points.values() if end.vpc_id == vpc_id and end.state != "deleted"]
        if groups or gateways or endpoints:
            raise DependencyViolationError(f"The vpc '{vpc_id}' has dependencies and cannot be deleted.")
        vpc = delete(ec2, vpc_id)
        for acl in [acl for acl in ec2.network_acls.values() if acl.vpc_id == vpc_id]:
            del ec2.network_acls[acl.id]
        return vpc

    return delete_vpc


def patch() -> None:
    """Put these in moto's place."""
    EC2Backend.create_launch_template = _data_without_template_tags(EC2Backend.create_launch_template)  # type: ignore[method-assign]
    EC2Backend.delete_nat_gateway = _release_interface(EC2Backend.delete_nat_gateway)  # type: ignore[method-assign]
    EC2Backend.delete_vpc = _check_dependencies(EC2Backend.delete_vpc)  # type: ignore[method-assign]
