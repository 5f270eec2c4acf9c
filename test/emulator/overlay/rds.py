"""RDS: what moto drops or invents of clusters and instances. Global clusters are in `rds_global.py`."""

from __future__ import annotations

from typing import Any

from moto.rds.models import DBCluster, DBInstance, rds_backends

from .call import AwsError, Call
from .state import table
from .values import now, stable_id

SERVICES = ("rds",)

UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
INSIGHTS_DAYS = (7, 731, *(31 * month for month in range(1, 24)))
"""How long Performance Insights can keep what it saw."""


def cluster_of(call: Call, name: str) -> DBCluster:
    """A cluster of the region, or the service's error."""
    found: DBCluster | None = rds_backends[call.account][call.region].clusters.get(name)
    if found is None:
        raise AwsError("DBClusterNotFoundFault", f"DBCluster {name} not found.", 404)
    return found


def create_cluster(call: Call) -> None:
    """Refuse what the service refuses before moto makes the cluster."""
    backend = rds_backends[call.account][call.region]
    body = call.body
    if body["DBClusterIdentifier"] in backend.clusters:
        raise AwsError("DBClusterAlreadyExistsFault", "DB Cluster already exists")
    group = body.get("DBSubnetGroupName")
    if group and group not in backend.subnet_groups:
        raise AwsError("DBSubnetGroupNotFoundFault", f"DB subnet group '{group}' does not exist.", 404)
    parameters = body.get("DBClusterParameterGroupName") or "default."
    if not parameters.startswith("default.") and parameters not in backend.db_cluster_parameter_groups:
        raise AwsError("DBClusterParameterGroupNotFound", f"DBClusterParameterGroup not found: {parameters}", 404)


def modify_cluster(call: Call) -> None:
    """An unknown cluster is the service's error; a password already kept by Secrets Manager stays where it is."""
    cluster = cluster_of(call, call.body["DBClusterIdentifier"])
    if call.body.get("ManageMasterUserPassword") and getattr(cluster, "manage_master_user_password", False):
        del cluster.master_user_secret


def delete_cluster(call: Call) -> None:
    """A member of a global cluster stays; backups go with the cluster, unless they are to be kept."""
    cluster = cluster_of(call, call.body["DBClusterIdentifier"])
    if any(cluster.arn in one["Members"] for one in table(call, "rds:global-cluster", "global").values()):
        raise AwsError(
            "InvalidDBClusterStateFault",
            "This cluster is a part of a global cluster, please remove it from globalcluster first",
        )
    if cluster.deletion_protection or cluster.members:
        return
    if not call.body.get("SkipFinalSnapshot") and not call.body.get("FinalDBSnapshotIdentifier"):
        raise AwsError(
            "InvalidParameterCombination",
            "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.",
        )
    snapshots = rds_backends[call.account][call.region].cluster_snapshots
    for name, snapshot in list(snapshots.items()):
        if snapshot.snapshot_type == "automated" and snapshot.db_cluster_identifier == cluster.db_cluster_identifier:
            del snapshots[name]
    if call.body.get("DeleteAutomatedBackups") is False:
        table(call, "rds:retained-backup")[cluster.db_cluster_resource_id] = {"Cluster": cluster.arn, "Since": now()}


def create_instance(call: Call) -> None:
    """Refuse what the service refuses before moto makes the instance."""
    body = call.body
    days = body.get("PerformanceInsightsRetentionPeriod")
    if days is not None and days not in INSIGHTS_DAYS:
        raise AwsError("InvalidParameterValue", f"Invalid Performance Insights retention period {days}.")
    if body.get("EnablePerformanceInsights") and body["DBInstanceClass"] in (
        "db.t2.micro",
        "db.t2.small",
        "db.t3.micro",
        "db.t3.small",
    ):
        raise AwsError("InvalidParameterCombination", "Performance Insights not supported for this configuration.")
    if body.get("DBClusterIdentifier"):
        cluster = cluster_of(call, body["DBClusterIdentifier"])
        if body["DBInstanceClass"] == "db.serverless" and not getattr(
            cluster, "serverless_v2_scaling_configuration", None
        ):
            raise AwsError(
                "InvalidParameterCombination",
                "Set the Serverless v2 scaling configuration on the parent DB cluster first.",
            )
        if getattr(cluster, "global_cluster_identifier", None) and body["DBInstanceClass"].startswith("db.t"):
            raise AwsError("InvalidParameterCombination", "Global clusters do not support burstable instance classes.")


def _patch_instances() -> None:
    make, update = DBInstance.__init__, DBInstance.update

    def make_whole(self: Any, *arguments: Any, **given: Any) -> None:
        # Moto gives every instance one resource id and forgets the settings of monitoring; each has its own in AWS.
        make(self, *arguments, **given)
        self.dbi_resource_id = "db-" + stable_id(f"{self.arn} {now()}", 26, UPPER)
        self.network_type = given.get("network_type") or "IPV4"
        self.monitoring_interval = given.get("monitoring_interval") or 0
        self.monitoring_role_arn = given.get("monitoring_role_arn")
        self.dedicated_log_volume = bool(given.get("dedicated_log_volume"))
        _take_insights(self, given)

    def update_whole(self: Any, *arguments: Any, **given: Any) -> None:
        update(self, *arguments, **given)
        _take_insights(self, given)

    DBInstance.__init__ = make_whole  # type: ignore[method-assign]
    DBInstance.update = update_whole  # type: ignore[method-assign]


def _take_insights(instance: Any, given: dict[str, Any]) -> None:
    if given.get("enable_performance_insights") is not None:
        instance.performance_insights_enabled = given["enable_performance_insights"]
    for name in ("performance_insights_kms_key_id", "performance_insights_retention_period"):
        if given.get(name) is not None:
            setattr(instance, name, given[name])


def _patch_clusters() -> None:
    clusters: Any = DBCluster
    scaling = clusters.scaling_configuration_info.fget

    def scaling_of_serverless(self: DBCluster) -> Any:
        # Moto answers a scaling configuration for every cluster; AWS does for engine mode `serverless` only.
        return scaling(self) if self.engine_mode == "serverless" else None

    clusters.scaling_configuration_info = property(scaling_of_serverless)


def patch() -> None:
    """Make moto's clusters and instances whole."""
    _patch_instances()
    _patch_clusters()


OPERATIONS = {
    "CreateDBInstance": create_instance,
    "DeleteDBCluster": delete_cluster,
    "ModifyDBCluster": modify_cluster,
}
