"""CloudFront: distributions and tags, in place of moto's, which drops parts of their settings."""

from __future__ import annotations

from typing import Any

from moto.acm.models import acm_backends

from .call import AwsError, Call
from .state import GLOBAL_REGION, Table, table
from .values import find, merge_tags, now, stable_id, without_tags

SERVICES = ("cloudfront",)

UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def entries(call: Call, kind: str) -> Table:
    """A table of the service, which has no regions."""
    return table(call, f"cloudfront:{kind}", GLOBAL_REGION)


def new_id(text: str) -> str:
    """An id of the service's shape."""
    return "E" + stable_id(text, 13, UPPER)


def arn(call: Call, rest: str) -> str:
    """An ARN of the service."""
    return f"arn:aws:cloudfront::{call.account}:{rest}"


def etag(entry: dict[str, Any]) -> str:
    """The version of an entry, which changes with each change of it."""
    return "E" + stable_id(f"{entry['Id']}#{entry['Revision']}", 12, UPPER)


def check_version(call: Call, entry: dict[str, Any]) -> None:
    """Refuse a change that was not made to the newest version."""
    if not call.body.get("IfMatch"):
        raise AwsError("InvalidIfMatchVersion", "The If-Match version is missing or not valid for the resource.", 400)
    if call.body["IfMatch"] != etag(entry):
        raise AwsError("PreconditionFailed", "The request failed because it didn't meet the preconditions.", 412)


def _distribution(call: Call) -> dict[str, Any]:
    message = "The specified distribution does not exist."
    found: dict[str, Any] = find(entries(call, "distribution"), call.body["Id"], "NoSuchDistribution", message)
    return found


NONE: dict[str, Any] = {"Quantity": 0}
NOBODY: dict[str, Any] = {"Enabled": False, "Quantity": 0}
CONFIG_DEFAULTS: dict[str, Any] = {
    "Aliases": NONE,
    "CacheBehaviors": NONE,
    "ContinuousDeploymentPolicyId": "",
    "CustomErrorResponses": NONE,
    "DefaultRootObject": "",
    "HttpVersion": "http2",
    "IsIPV6Enabled": False,
    "Logging": {"Enabled": False, "IncludeCookies": False, "Bucket": "", "Prefix": ""},
    "OriginGroups": NONE,
    "PriceClass": "PriceClass_All",
    "Restrictions": {"GeoRestriction": {"RestrictionType": "none", "Quantity": 0}},
    "Staging": False,
    "ViewerCertificate": {
        "CloudFrontDefaultCertificate": True,
        "MinimumProtocolVersion": "TLSv1",
        "CertificateSource": "cloudfront",
    },
    "WebACLId": "",
}
BEHAVIOUR_DEFAULTS: dict[str, Any] = {
    "Compress": False,
    "FieldLevelEncryptionId": "",
    "FunctionAssociations": NONE,
    "GrpcConfig": {"Enabled": False},
    "LambdaFunctionAssociations": NONE,
    "SmoothStreaming": False,
    "TrustedKeyGroups": NOBODY,
    "TrustedSigners": NOBODY,
}
ORIGIN_DEFAULTS: dict[str, Any] = {
    "ConnectionAttempts": 3,
    "ConnectionTimeout": 10,
    "CustomHeaders": NONE,
    "OriginAccessControlId": "",
    "OriginPath": "",
    "OriginShield": {"Enabled": False},
}


def _counted(value: Any) -> Any:
    """Settings without what was left empty, lists with their length."""
    if isinstance(value, list):
        return [_counted(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    counted = {name: _counted(entry) for name, entry in value.items() if entry is not None}
    if "Items" in counted or "Quantity" in counted:
        counted["Quantity"] = len(counted.get("Items") or [])
        if not counted["Quantity"]:
            counted.pop("Items", None)
    return counted


def _whole(given: dict[str, Any]) -> dict[str, Any]:
    """Settings as they are read back: with all that CloudFront adds."""
    config = {**CONFIG_DEFAULTS, **_counted(given)}
    config["Origins"] = {
        **config["Origins"],
        "Items": [{**ORIGIN_DEFAULTS, **one} for one in config["Origins"]["Items"]],
    }
    config["DefaultCacheBehavior"] = {**BEHAVIOUR_DEFAULTS, **config["DefaultCacheBehavior"]}
    if config["CacheBehaviors"]["Quantity"]:
        behaviours = [{**BEHAVIOUR_DEFAULTS, **one} for one in config["CacheBehaviors"]["Items"]]
        config["CacheBehaviors"] = {**config["CacheBehaviors"], "Items": behaviours}
    return config


def _check(call: Call, config: dict[str, Any], own_id: str) -> None:
    aliases = set((config.get("Aliases") or {}).get("Items") or [])
    for other in entries(call, "distribution").values():
        taken = aliases & set((other["Config"].get("Aliases") or {}).get("Items") or [])
        if other["Id"] != own_id and taken:
            raise AwsError(
                "CNAMEAlreadyExists", f"One or more of the CNAMEs are already associated: {sorted(taken)}", 409
            )
    _check_origins(config)
    certificate = (config.get("ViewerCertificate") or {}).get("ACMCertificateArn")
    if certificate:
        _check_certificate(call, certificate)
    elif aliases:
        raise AwsError(
            "InvalidViewerCertificate", "To add an alternate domain name a certificate for it is needed.", 400
        )


def _check_origins(config: dict[str, Any]) -> None:
    origins = {origin["Id"] for origin in config["Origins"]["Items"]}
    groups = {group["Id"]: group for group in (config.get("OriginGroups") or {}).get("Items") or []}
    members = {member["OriginId"] for group in groups.values() for member in group["Members"]["Items"]}
    behaviours = [config["DefaultCacheBehavior"], *((config.get("CacheBehaviors") or {}).get("Items") or [])]
    targets = {behaviour["TargetOriginId"] for behaviour in behaviours}
    if not members <= origins or not targets <= origins | set(groups):
        raise AwsError("NoSuchOrigin", "One or more of your origins or origin groups do not exist.", 404)
    for behaviour in behaviours:
        allowed = set((behaviour.get("AllowedMethods") or {}).get("Items") or [])
        if behaviour["TargetOriginId"] in groups and allowed & {"DELETE", "PATCH", "POST", "PUT"}:
            message = (
                "The parameter AllowedMethods cannot include POST, PUT, PATCH, or DELETE "
                "for a cached behavior associated with an origin group."
            )
            raise AwsError("InvalidArgument", message, 400)


def _check_certificate(call: Call, certificate: str) -> None:
    if certificate.split(":")[3] != "us-east-1":
        raise AwsError("InvalidViewerCertificate", "The specified SSL certificate isn't in the us-east-1 region.", 400)
    found = acm_backends[call.account]["us-east-1"]._certificates.get(certificate)
    if found is None or found.status != "ISSUED":
        raise AwsError("InvalidViewerCertificate", "The specified SSL certificate doesn't exist or isn't valid.", 400)


def _shown(entry: dict[str, Any]) -> dict[str, Any]:
    return {
        "Id": entry["Id"],
        "ARN": entry["ARN"],
        "Status": "Deployed",
        "LastModifiedTime": entry["LastModifiedTime"],
        "InProgressInvalidationBatches": 0,
        "DomainName": f"d{stable_id(entry['ARN'], 13)}.cloudfront.net",
        "ActiveTrustedSigners": NOBODY,
        "ActiveTrustedKeyGroups": NOBODY,
        "DistributionConfig": entry["Config"],
    }


def create_distribution(call: Call) -> dict[str, Any]:
    """A new distribution, deployed at once."""
    with_tags = call.body.get("DistributionConfigWithTags")
    config = _whole(with_tags["DistributionConfig"] if with_tags else call.body["DistributionConfig"])
    known = entries(call, "distribution")
    if any(entry["Config"]["CallerReference"] == config["CallerReference"] for entry in known.values()):
        raise AwsError("DistributionAlreadyExists", "The caller reference that you are using is taken.", 409)
    _check(call, config, "")
    number = new_id(config["CallerReference"])
    known[number] = entry = {
        "Id": number,
        "Revision": 1,
        "ARN": arn(call, f"distribution/{number}"),
        "LastModifiedTime": now(),
        "Config": config,
    }
    entries(call, "tags*")[entry["ARN"]] = (((with_tags or {}).get("Tags") or {}).get("Items")) or []
    location = f"https://cloudfront.amazonaws.com/2020-05-31/distribution/{number}"
    return {"Distribution": _shown(entry), "ETag": etag(entry), "Location": location}


def get_distribution(call: Call) -> dict[str, Any]:
    """A distribution."""
    entry = _distribution(call)
    return {"Distribution": _shown(entry), "ETag": etag(entry)}


def get_distribution_config(call: Call) -> dict[str, Any]:
    """The settings of a distribution."""
    entry = _distribution(call)
    return {"DistributionConfig": entry["Config"], "ETag": etag(entry)}


def update_distribution(call: Call) -> dict[str, Any]:
    """Other settings, deployed at once."""
    entry = _distribution(call)
    check_version(call, entry)
    config = _whole(call.body["DistributionConfig"])
    _check(call, config, entry["Id"])
    entry.update(Config=config, Revision=entry["Revision"] + 1, LastModifiedTime=now())
    return {"Distribution": _shown(entry), "ETag": etag(entry)}


def delete_distribution(call: Call) -> dict[str, Any]:
    """The distribution is gone, if it was disabled."""
    entry = _distribution(call)
    check_version(call, entry)
    if entry["Config"]["Enabled"]:
        raise AwsError(
            "DistributionNotDisabled", "The distribution you are trying to delete has not been disabled.", 409
        )
    del entries(call, "distribution")[entry["Id"]]
    entries(call, "tags*").pop(entry["ARN"], None)
    return {}


def list_distributions(call: Call) -> dict[str, Any]:
    """All distributions."""
    found = [
        {**{name: value for name, value in _shown(entry).items() if not name.startswith("Active")}, **entry["Config"]}
        for entry in entries(call, "distribution").values()
    ]
    page = {"Marker": "", "MaxItems": 100, "IsTruncated": False, "Quantity": len(found)}
    return {"DistributionList": {**page, **({"Items": found} if found else {})}}


def _tags(call: Call) -> list[dict[str, str]]:
    resource = call.body["Resource"]
    found: list[dict[str, str]] = find(entries(call, "tags*"), resource, "NoSuchResource", f"No resource {resource}.")
    return found


def list_tags(call: Call) -> dict[str, Any]:
    """The tags of a distribution."""
    return {"Tags": {"Items": _tags(call)}}


def tag_resource(call: Call) -> dict[str, Any]:
    """More tags."""
    entries(call, "tags*")[call.body["Resource"]] = merge_tags(_tags(call), call.body["Tags"]["Items"])
    return {}


def untag_resource(call: Call) -> dict[str, Any]:
    """Fewer tags."""
    entries(call, "tags*")[call.body["Resource"]] = without_tags(_tags(call), call.body["TagKeys"]["Items"])
    return {}


OPERATIONS = {
    "CreateDistribution": create_distribution,
    "CreateDistributionWithTags": create_distribution,
    "DeleteDistribution": delete_distribution,
    "GetDistribution": get_distribution,
    "GetDistributionConfig": get_distribution_config,
    "ListDistributions": list_distributions,
    "ListTagsForResource": list_tags,
    "TagResource": tag_resource,
    "UntagResource": untag_resource,
    "UpdateDistribution": update_distribution,
}
