"""Route 53: health checks of every type, in place of moto's, which knows those of endpoints only."""

from __future__ import annotations

import uuid
from typing import Any

from moto.cloudwatch.models import cloudwatch_backends
from moto.route53.models import HealthCheck, Route53Backend, route53_backends

from .call import AwsError, Call

SERVICES = ("route53",)

ALARM, CALCULATED = "CLOUDWATCH_METRIC", "CALCULATED"
ENDPOINT_DEFAULTS = {"RequestInterval": 30, "FailureThreshold": 3, "MeasureLatency": False}
STATISTICS = ("Average", "Minimum", "Maximum", "Sum", "SampleCount")


def _backend(call: Call) -> Route53Backend:
    found: Route53Backend = route53_backends[call.account]["aws"]
    return found


def _check(call: Call) -> Any:
    number = call.body["HealthCheckId"]
    found: Any = _backend(call).health_checks.get(number)
    if found is None:
        raise AwsError("NoSuchHealthCheck", f"A health check with id {number} does not exist.", 404)
    return found


def _alarm(call: Call, config: dict[str, Any]) -> dict[str, Any]:
    """What Route 53 takes from the alarm a health check watches."""
    named = config.get("AlarmIdentifier") or {}
    alarm = cloudwatch_backends[call.account][named.get("Region", "us-east-1")].alarms.get(str(named.get("Name")))
    if alarm is None:
        raise AwsError(
            "InvalidInput", f"The CloudWatch alarm {named.get('Name')} does not exist in region {named.get('Region')}."
        )
    if alarm.metric_data_queries or alarm.statistic not in STATISTICS:
        raise AwsError("InvalidInput", "Health checks take alarms of one metric and one plain statistic.")
    if alarm.datapoints_to_alarm not in (None, alarm.evaluation_periods):
        raise AwsError("InvalidInput", "Health checks take no alarms of M out of N periods.")
    return {
        "EvaluationPeriods": alarm.evaluation_periods,
        "Threshold": alarm.threshold,
        "ComparisonOperator": alarm.comparison_operator,
        "Period": alarm.period,
        "MetricName": alarm.metric_name,
        "Namespace": alarm.namespace,
        "Statistic": alarm.statistic,
        "Dimensions": [{"Name": one.name, "Value": one.value} for one in alarm.dimensions],
    }


def _whole(config: dict[str, Any]) -> dict[str, Any]:
    """The settings as they are read back."""
    whole = {
        "Inverted": False,
        "Disabled": False,
        **{name: value for name, value in config.items() if value is not None},
    }
    if whole["Type"] == ALARM:
        return {"InsufficientDataHealthStatus": "LastKnownStatus", **whole}
    if whole["Type"] in (CALCULATED, "RECOVERY_CONTROL"):
        return whole
    port = {"HTTPS": 443, "HTTPS_STR_MATCH": 443}.get(whole["Type"], 80)
    return {**ENDPOINT_DEFAULTS, "Port": port, "EnableSNI": whole["Type"].startswith("HTTPS"), **whole}


def _shown(call: Call, check: Any) -> dict[str, Any]:
    shown = {
        "Id": check.id,
        "CallerReference": check.caller_reference,
        "HealthCheckConfig": check.asked,
        "HealthCheckVersion": check.health_check_version,
    }
    if check.asked["Type"] == ALARM:
        shown["CloudWatchAlarmConfiguration"] = check.alarm
    return shown


def create_health_check(call: Call) -> dict[str, Any]:
    """A new health check."""
    reference, config = call.body["CallerReference"], _whole(call.body["HealthCheckConfig"])
    if any(one.caller_reference == reference for one in _backend(call).health_checks.values()):
        raise AwsError("HealthCheckAlreadyExists", "A health check with the same caller reference exists.", 409)
    alarm = _alarm(call, config) if config["Type"] == ALARM else None
    check: Any = HealthCheck(str(uuid.uuid4()), reference, {"type": config["Type"]})  # type: ignore[abstract]
    check.asked, check.alarm = config, alarm
    _backend(call).health_checks[check.id] = check
    return {
        "HealthCheck": _shown(call, check),
        "Location": f"https://route53.amazonaws.com/2013-04-01/healthcheck/{check.id}",
    }


def get_health_check(call: Call) -> dict[str, Any]:
    """A health check."""
    return {"HealthCheck": _shown(call, _check(call))}


def list_health_checks(call: Call) -> dict[str, Any]:
    """All health checks."""
    found = [_shown(call, check) for check in _backend(call).health_checks.values()]
    return {"HealthChecks": found, "Marker": "", "IsTruncated": False, "MaxItems": "100"}


def update_health_check(call: Call) -> dict[str, Any]:
    """Other settings."""
    check = _check(call)
    resets = {"ChildHealthChecks", "FullyQualifiedDomainName", "Regions", "ResourcePath"}
    kept = {"HealthCheckId", "HealthCheckVersion", "ResetElements"}
    changed = {name: value for name, value in call.body.items() if name not in kept and value is not None}
    gone = resets & set(call.body.get("ResetElements") or [])
    check.asked = {name: value for name, value in {**check.asked, **changed}.items() if name not in gone}
    if check.asked["Type"] == ALARM:
        check.alarm = _alarm(call, check.asked)
    check.health_check_version += 1
    return {"HealthCheck": _shown(call, check)}


def delete_health_check(call: Call) -> None:
    """An unknown health check is an error of the service; moto takes it."""
    _check(call)


OPERATIONS = {
    "CreateHealthCheck": create_health_check,
    "DeleteHealthCheck": delete_health_check,
    "GetHealthCheck": get_health_check,
    "ListHealthChecks": list_health_checks,
    "UpdateHealthCheck": update_health_check,
}
