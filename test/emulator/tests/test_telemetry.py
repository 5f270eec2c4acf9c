"""Managed Prometheus and OpenSearch."""

from __future__ import annotations

import unittest
from typing import Any

from tests.cloud import CloudTest


class WorkspacesTest(CloudTest):
    """Workspaces of Prometheus."""

    def setUp(self) -> None:
        self.metrics = self.client("amp")

    def test_a_workspace_has_a_key_and_a_configuration(self) -> None:
        number = self.metrics.create_workspace(alias="shop", kmsKeyArn="arn:aws:kms:ap-northeast-2:111122223333:key/0")[
            "workspaceId"
        ]
        self.assertEqual(
            self.metrics.describe_workspace(workspaceId=number)["workspace"]["kmsKeyArn"],
            "arn:aws:kms:ap-northeast-2:111122223333:key/0",
        )
        before = self.metrics.describe_workspace_configuration(workspaceId=number)["workspaceConfiguration"]
        self.assertEqual(before["retentionPeriodInDays"], 150)
        self.metrics.update_workspace_configuration(workspaceId=number, retentionPeriodInDays=400)
        after = self.metrics.describe_workspace_configuration(workspaceId=number)["workspaceConfiguration"]
        self.assertEqual((after["retentionPeriodInDays"], after["status"]["statusCode"]), (400, "ACTIVE"))
        with self.refused("ResourceNotFoundException"):
            self.metrics.describe_logging_configuration(workspaceId=number)
        self.metrics.delete_workspace(workspaceId=number)
        with self.refused("ResourceNotFoundException"):
            self.metrics.describe_workspace_configuration(workspaceId=number)

    def test_metrics_are_kept_three_years_at_most(self) -> None:
        number = self.metrics.create_workspace()["workspaceId"]
        with self.refused("ValidationException"):
            self.metrics.update_workspace_configuration(workspaceId=number, retentionPeriodInDays=1096)

    def test_an_unknown_workspace_is_refused(self) -> None:
        for ask in (
            lambda: self.metrics.describe_workspace_configuration(workspaceId="ws-0"),
            lambda: self.metrics.update_workspace_configuration(workspaceId="ws-0", retentionPeriodInDays=1),
            lambda: self.metrics.describe_logging_configuration(workspaceId="ws-0"),
            lambda: self.metrics.delete_workspace(workspaceId="ws-0"),
        ):
            with self.refused("ResourceNotFoundException"):
                ask()


class DomainsTest(CloudTest):
    """Domains of OpenSearch."""

    def setUp(self) -> None:
        self.search = self.client("opensearch")
        self.vpc, self.nets = self.subnets()

    def domain(self, name: str, **more: Any) -> dict[str, Any]:
        asked = {
            "DomainName": name,
            "EngineVersion": "OpenSearch_3.1",
            "ClusterConfig": {"InstanceCount": 2, "ZoneAwarenessEnabled": True},
            "VPCOptions": {"SubnetIds": self.nets},
            "EncryptionAtRestOptions": {"Enabled": True},
            "NodeToNodeEncryptionOptions": {"Enabled": True},
            "DomainEndpointOptions": {"EnforceHTTPS": True},
            "AdvancedSecurityOptions": {
                "Enabled": True,
                "MasterUserOptions": {"MasterUserARN": "arn:aws:iam::111122223333:role/admin"},
            },
            "AutoTuneOptions": {"DesiredState": "ENABLED", "UseOffPeakWindow": True},
            **more,
        }
        made: dict[str, Any] = self.search.create_domain(**asked)["DomainStatus"]
        return made

    def test_a_domain_tells_its_vpc_and_not_its_master_user(self) -> None:
        made = self.domain("logs")
        self.assertEqual((made["VPCOptions"]["VPCId"], made["Processing"]), (self.vpc, False))
        self.assertNotIn("MasterUserOptions", made["AdvancedSecurityOptions"])
        config = self.search.describe_domain_config(DomainName="logs")["DomainConfig"]
        self.assertEqual(config["AutoTuneOptions"]["Options"]["DesiredState"], "ENABLED")
        self.search.update_domain_config(DomainName="logs", AutoTuneOptions={"DesiredState": "DISABLED"})
        config = self.search.describe_domain_config(DomainName="logs")["DomainConfig"]
        self.assertEqual(config["AutoTuneOptions"]["Options"]["DesiredState"], "DISABLED")

    def test_access_control_needs_encryption(self) -> None:
        with self.refused("ValidationException"):
            self.domain("open", EncryptionAtRestOptions={"Enabled": False})

    def test_each_zone_needs_a_subnet(self) -> None:
        with self.refused("ValidationException"):
            self.domain("narrow", VPCOptions={"SubnetIds": self.nets[:1]})


if __name__ == "__main__":
    unittest.main()
