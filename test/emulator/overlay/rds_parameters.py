"""RDS: who set a parameter of a group, resetting it, and what keeps a group from going."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from moto.rds.models import DBClusterParameterGroup, DBParameterGroup, RDSBackend, rds_backends

from .call import AwsError, Call

SERVICES = ("rds",)


def _backend(call: Call) -> RDSBackend:
    found: RDSBackend = rds_backends[call.account][call.region]
    return found


def _reset(call: Call, group: Any, name: str) -> None:
    if group is None:
        raise AwsError("DBParameterGroupNotFound", f"DBParameterGroup not found: {name}", 404)
    if call.body.get("ResetAllParameters"):
        group.parameters.clear()
    for parameter in call.body.get("Parameters") or []:
        group.parameters.pop(parameter["ParameterName"], None)


def reset_group(call: Call) -> dict[str, Any]:
    """Parameters of a group of instances are the engine's again."""
    name = call.body["DBParameterGroupName"]
    _reset(call, _backend(call).db_parameter_groups.get(name), name)
    return {"DBParameterGroupName": name}


def reset_cluster_group(call: Call) -> dict[str, Any]:
    """Parameters of a group of clusters are the engine's again."""
    name = call.body["DBClusterParameterGroupName"]
    _reset(call, _backend(call).db_cluster_parameter_groups.get(name), name)
    return {"DBClusterParameterGroupName": name}


def delete_group(call: Call) -> None:
    """A group that an instance uses stays."""
    name = call.body["DBParameterGroupName"]
    if any(one.db_parameter_group_name == name for one in _backend(call).databases.values()):
        raise AwsError(
            "InvalidDBParameterGroupState", "One or more database instances are still members of this parameter group."
        )


def delete_cluster_group(call: Call) -> None:
    """A group that a cluster uses stays."""
    name = call.body["DBClusterParameterGroupName"]
    if any(one.parameter_group == name for one in _backend(call).clusters.values()):
        raise AwsError(
            "InvalidDBParameterGroupState", "One or more database clusters are still members of this parameter group."
        )


def delete_subnet_group(call: Call) -> None:
    """A subnet group with databases in it stays."""
    name = call.body["DBSubnetGroupName"]
    clusters = [one.db_subnet_group_name for one in _backend(call).clusters.values()]
    instances = [one._db_subnet_group_name for one in _backend(call).databases.values()]
    if name in clusters + instances:
        raise AwsError(
            "InvalidDBSubnetGroupStateFault",
            f"Cannot delete the subnet group '{name}' because at least one database is still using it.",
        )


def _mark(update: Any) -> Any:
    # Moto does not tell who set a parameter; the service tells the user's from the engine's.
    def update_and_mark(self: Any, new_parameters: Iterable[dict[str, Any]]) -> None:
        given = list(new_parameters)
        update(self, given)
        for parameter in given:
            self.parameters[parameter["ParameterName"]]["Source"] = "user"

    return update_and_mark


def patch() -> None:
    """Mark parameters as set by the user."""
    groups: Any = DBParameterGroup
    groups.update_parameters = _mark(groups.update_parameters)
    cluster_groups: Any = DBClusterParameterGroup
    cluster_groups.update_cluster_parameters = _mark(cluster_groups.update_cluster_parameters)


OPERATIONS = {
    "DeleteDBClusterParameterGroup": delete_cluster_group,
    "DeleteDBParameterGroup": delete_group,
    "DeleteDBSubnetGroup": delete_subnet_group,
    "ResetDBClusterParameterGroup": reset_cluster_group,
    "ResetDBParameterGroup": reset_group,
}
