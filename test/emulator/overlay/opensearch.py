"""OpenSearch: domains in a VPC and automatic tuning, as they are read back."""

from __future__ import annotations

from typing import Any

from moto.ec2.models import ec2_backends
from moto.opensearch.models import OpenSearchDomain

from .call import AwsError, Call

SERVICES = ("es",)


def create_domain(call: Call) -> None:
    """Refuse what the service refuses before moto makes the domain."""
    body = call.body
    security = body.get("AdvancedSecurityOptions") or {}
    if security.get("Enabled"):
        secured = (
            (body.get("EncryptionAtRestOptions") or {}).get("Enabled"),
            (body.get("NodeToNodeEncryptionOptions") or {}).get("Enabled"),
            (body.get("DomainEndpointOptions") or {}).get("EnforceHTTPS"),
        )
        if not all(secured):
            raise AwsError(
                "ValidationException", "Fine-grained access control needs encryption at rest, between nodes and HTTPS."
            )
    cluster = body.get("ClusterConfig") or {}
    zones = (cluster.get("ZoneAwarenessConfig") or {}).get("AvailabilityZoneCount", 2)
    subnets = (body.get("VPCOptions") or {}).get("SubnetIds") or []
    if subnets and len(subnets) != (zones if cluster.get("ZoneAwarenessEnabled") else 1):
        raise AwsError("ValidationException", "You must specify one subnet for each Availability Zone.")


def _vpc(domain: Any) -> dict[str, Any] | None:
    """The VPC settings with the VPC and the zones of the subnets, which moto leaves out."""
    options: dict[str, Any] | None = domain.vpc_options
    if not options or not options.get("SubnetIds"):
        return options
    region, account = domain.arn.split(":")[3:5]
    subnets = [one for one in ec2_backends[account][region].describe_subnets() if one.id in options["SubnetIds"]]
    zones = sorted({subnet.availability_zone for subnet in subnets})
    return {**options, "VPCId": subnets[0].vpc_id if subnets else "", "AvailabilityZones": zones}


def _tuning(given: dict[str, Any] | None) -> dict[str, Any]:
    desired = (given or {}).get("DesiredState", "ENABLED")
    return {
        "DesiredState": desired,
        "RollbackOnDisable": (given or {}).get("RollbackOnDisable", "NO_ROLLBACK"),
        "UseOffPeakWindow": (given or {}).get("UseOffPeakWindow", False),
        "MaintenanceSchedules": (given or {}).get("MaintenanceSchedules") or [],
    }


def patch() -> None:
    """Make moto's domains whole."""
    status, config = OpenSearchDomain.to_dict, OpenSearchDomain.to_config_dict

    def status_whole(self: Any) -> dict[str, Any]:
        # Moto tells the settings of automatic tuning in place of its state,
        # and who the master user is, which AWS never does.
        told: dict[str, Any] = status(self)
        tuning = _tuning(self.auto_tune_options)
        told["AutoTuneOptions"] = {"State": tuning["DesiredState"], "UseOffPeakWindow": tuning["UseOffPeakWindow"]}
        told["AdvancedSecurityOptions"] = _without_master(told.get("AdvancedSecurityOptions"))
        if self.vpc_options:
            told["VPCOptions"] = _vpc(self)
        return told

    def config_whole(self: Any) -> dict[str, Any]:
        told: dict[str, Any] = config(self)
        tuning = _tuning(self.auto_tune_options)
        told["AutoTuneOptions"] = {
            "Options": tuning,
            "Status": {**self._status_block(), "State": tuning["DesiredState"]},
        }
        told["AdvancedSecurityOptions"] = {
            "Options": _without_master(self.advanced_security_options),
            "Status": self._status_block(),
        }
        if self.vpc_options:
            told["VPCOptions"] = {"Options": _vpc(self), "Status": self._status_block()}
        return told

    OpenSearchDomain.to_dict = status_whole  # type: ignore[method-assign]
    OpenSearchDomain.to_config_dict = config_whole  # type: ignore[method-assign]


def _without_master(options: dict[str, Any] | None) -> dict[str, Any]:
    return {name: value for name, value in (options or {}).items() if name != "MasterUserOptions"}


OPERATIONS = {"CreateDomain": create_domain}
