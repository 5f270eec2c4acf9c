"""EKS: managed node groups."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from .call import Call
from .eks_access import ensure_node_entry, forget_node_entry
from .eks_common import cluster_of, in_use, invalid, not_found, now, of_cluster, parts, record_update
from .neighbours import backend, has_role, subnets

SERVICES = ("eks",)

DEFAULT_DISK_GIB = 20
DEFAULT_INSTANCE_TYPE = "t3.medium"


def create_nodegroup(call: Call) -> dict[str, Any]:
    """CreateNodegroup: active at once, without nodes."""
    cluster = cluster_of(call)
    body = call.body
    name = body["nodegroupName"]
    if (cluster["name"], name) in parts(call, "nodegroup"):
        raise in_use(f"NodeGroup already exists with name {name} and cluster name {cluster['name']}")
    if not has_role(call, body["nodeRole"]):
        raise invalid(f"The role {body['nodeRole']} does not exist")
    if len(subnets(call, body["subnets"])) != len(body["subnets"]):
        raise invalid("A subnet ID does not exist")
    _check_scaling(body.get("scalingConfig", {}))
    template = _template_data(call)
    _check_version(cluster, template, call)
    nodegroup = _describe(call, cluster, template)
    parts(call, "nodegroup")[cluster["name"], name] = nodegroup
    ensure_node_entry(call, cluster, body["nodeRole"])
    return {"nodegroup": {**nodegroup, "status": "CREATING"}}


def _check_scaling(scaling: dict[str, int]) -> None:
    low, wanted, high = (
        scaling.get(key, default) for key, default in (("minSize", 1), ("desiredSize", 2), ("maxSize", 2))
    )
    if not low <= wanted <= high:
        raise invalid(f"Minimum capacity {low}, desired capacity {wanted} and maximum capacity {high} are not in order")


def _template_data(call: Call) -> dict[str, Any]:
    """What the launch template's version says; {} without one."""
    given = call.body.get("launchTemplate")
    if not given:
        return {}
    templates = backend(call, "ec2").launch_templates
    template = templates.get(given.get("id")) or next(
        (known for known in templates.values() if known.name == given.get("name")), None
    )
    if template is None:
        raise invalid("The launch template does not exist")
    version = str(given.get("version", template.default_version_number))
    if not version.isdigit() or not 1 <= int(version) <= template.latest_version_number:
        raise invalid(f"Launch template version {version} does not exist")
    given.update(id=template.id, name=template.name, version=version)
    return dict(template.get_version(int(version)).data)


def _check_version(cluster: dict[str, Any], template: dict[str, Any], call: Call) -> None:
    body = call.body
    if template.get("ImageId") and (body.get("version") or body.get("releaseVersion") or body.get("amiType")):
        raise invalid(
            "You cannot specify an image id within the launch template and a version or an AMI type in the request"
        )
    if template.get("InstanceType") and body.get("instanceTypes"):
        raise invalid("Instance types are given both in the launch template and in the request")
    if body.get("launchTemplate") and body.get("diskSize"):
        raise invalid("Disk size must be specified within the launch template.")
    if template.get("IamInstanceProfile"):
        raise invalid(
            "Launch template should not specify an instance profile. The noderole in your request will be used"
        )
    if _minor(body.get("version", cluster["version"])) > _minor(cluster["version"]):
        raise invalid(f"Requested nodegroup version {body['version']} is newer than the cluster's {cluster['version']}")


def _minor(version: str) -> int:
    return int(version.split(".")[1])


def _release(version: str) -> str:
    return f"{version}.0-20260101"


def _describe(call: Call, cluster: dict[str, Any], template: dict[str, Any]) -> dict[str, Any]:
    body = call.body
    name, identity = body["nodegroupName"], str(uuid4())
    version = body.get("version", cluster["version"])
    optional = ("launchTemplate", "remoteAccess", "taints", "nodeRepairConfig")
    answer = {
        "nodegroupName": name,
        "nodegroupArn": f"{call.arn_prefix}:nodegroup/{cluster['name']}/{name}/{identity}",
        "clusterName": cluster["name"],
        "version": version,
        "releaseVersion": template.get("ImageId") or body.get("releaseVersion", _release(version)),
        "createdAt": now(),
        "modifiedAt": now(),
        "status": "ACTIVE",
        "capacityType": body.get("capacityType", "ON_DEMAND"),
        "scalingConfig": {"minSize": 1, "maxSize": 2, "desiredSize": 2, **body.get("scalingConfig", {})},
        "subnets": body["subnets"],
        "amiType": "CUSTOM" if template.get("ImageId") else body.get("amiType", "AL2023_x86_64_STANDARD"),
        "nodeRole": body["nodeRole"],
        "labels": dict(body.get("labels", {})),
        "resources": {"autoScalingGroups": [{"name": f"eks-{name}-{identity}"}]},
        "health": {"issues": []},
        "updateConfig": body.get("updateConfig", {"maxUnavailable": 1}),
        "tags": dict(body.get("tags", {})),
        **{key: body[key] for key in optional if key in body},
    }
    if not body.get("launchTemplate"):
        answer["diskSize"] = body.get("diskSize", DEFAULT_DISK_GIB)
    if not template.get("InstanceType"):
        answer["instanceTypes"] = body.get("instanceTypes", [DEFAULT_INSTANCE_TYPE])
    return answer


def _nodegroup_of(call: Call) -> dict[str, Any]:
    cluster = cluster_of(call)
    name = call.body["nodegroupName"]
    found: dict[str, Any] | None = parts(call, "nodegroup").get((cluster["name"], name))
    if found is None:
        raise not_found(f"No node group found for name: {name}.")
    return found


def describe_nodegroup(call: Call) -> dict[str, Any]:
    """DescribeNodegroup."""
    return {"nodegroup": _nodegroup_of(call)}


def list_nodegroups(call: Call) -> dict[str, Any]:
    """ListNodegroups, in one page."""
    return {"nodegroups": sorted(of_cluster(call, "nodegroup", cluster_of(call)["name"]))}


def delete_nodegroup(call: Call) -> dict[str, Any]:
    """DeleteNodegroup."""
    nodegroup = _nodegroup_of(call)
    cluster = nodegroup["clusterName"]
    del parts(call, "nodegroup")[cluster, nodegroup["nodegroupName"]]
    if not any(other["nodeRole"] == nodegroup["nodeRole"] for other in of_cluster(call, "nodegroup", cluster).values()):
        forget_node_entry(call, cluster, nodegroup["nodeRole"])
    return {"nodegroup": {**nodegroup, "status": "DELETING"}}


def update_nodegroup_config(call: Call) -> dict[str, Any]:
    """UpdateNodegroupConfig."""
    nodegroup = _nodegroup_of(call)
    body = call.body
    if "scalingConfig" in body:
        scaling = {**nodegroup["scalingConfig"], **body["scalingConfig"]}
        _check_scaling(scaling)
        nodegroup["scalingConfig"] = scaling
    labels = body.get("labels", {})
    nodegroup["labels"].update(labels.get("addOrUpdateLabels", {}))
    for key in labels.get("removeLabels", []):
        nodegroup["labels"].pop(key, None)
    if "taints" in body:
        changed = body["taints"].get("addOrUpdateTaints", [])
        gone = {(taint["key"], taint["effect"]) for taint in changed + body["taints"].get("removeTaints", [])}
        kept = [taint for taint in nodegroup.get("taints", []) if (taint["key"], taint["effect"]) not in gone]
        nodegroup["taints"] = kept + changed
    nodegroup.update({key: body[key] for key in ("updateConfig", "nodeRepairConfig") if key in body})
    nodegroup["modifiedAt"] = now()
    return record_update(call, "ConfigUpdate", {})


def update_nodegroup_version(call: Call) -> dict[str, Any]:
    """UpdateNodegroupVersion: of Kubernetes, of the AMI release or of the launch template."""
    nodegroup = _nodegroup_of(call)
    body = call.body
    cluster = cluster_of(call)
    if _minor(body.get("version", nodegroup["version"])) > _minor(cluster["version"]):
        raise invalid(f"Requested nodegroup version {body['version']} is newer than the cluster's {cluster['version']}")
    if body.get("launchTemplate"):
        _template_data(call)
        nodegroup["launchTemplate"] = body["launchTemplate"]
    nodegroup["version"] = body.get("version", nodegroup["version"])
    nodegroup["releaseVersion"] = body.get("releaseVersion", _release(nodegroup["version"]))
    return record_update(
        call, "VersionUpdate", {"Version": nodegroup["version"], "ReleaseVersion": nodegroup["releaseVersion"]}
    )


OPERATIONS = {
    "CreateNodegroup": create_nodegroup,
    "DeleteNodegroup": delete_nodegroup,
    "DescribeNodegroup": describe_nodegroup,
    "ListNodegroups": list_nodegroups,
    "UpdateNodegroupConfig": update_nodegroup_config,
    "UpdateNodegroupVersion": update_nodegroup_version,
}
