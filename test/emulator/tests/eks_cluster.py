"""A cluster of EKS for each test."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from tests.cloud import CloudTest


class EksTest(CloudTest):
    """A cluster of its own for each test."""

    def setUp(self) -> None:
        self.eks = self.client("eks")
        self.name = f"cluster-{uuid4().hex[:8]}"
        self.role_arn = self.role(self.name)
        _, self.zones = self.subnets()

    def cluster(self, **more: Any) -> dict[str, Any]:
        asked = {
            "name": self.name,
            "roleArn": self.role_arn,
            "resourcesVpcConfig": {"subnetIds": self.zones},
            "accessConfig": {"authenticationMode": "API", "bootstrapClusterCreatorAdminPermissions": False},
            "version": "1.34",
        }
        self.eks.create_cluster(**{**asked, **more})
        made: dict[str, Any] = self.eks.describe_cluster(name=self.name)["cluster"]
        return made

    def nodegroup(self, name: str = "nodes", **more: Any) -> dict[str, Any]:
        asked = {"clusterName": self.name, "nodegroupName": name, "subnets": self.zones, "nodeRole": self.role_arn}
        self.eks.create_nodegroup(**{**asked, **more})
        made: dict[str, Any] = self.eks.describe_nodegroup(clusterName=self.name, nodegroupName=name)["nodegroup"]
        return made
