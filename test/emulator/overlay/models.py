"""Which service model and which operation of it a request means."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl

from botocore.exceptions import UnknownServiceError
from moto.core.model import ServiceModel
from moto.core.utils import get_service_model

# The credential scope names the signer, which is not always the name of the service model.
MODEL_OF_SCOPE = {
    "airflow": "mwaa",
    "access-analyzer": "accessanalyzer",
    "aps": "amp",
    "elasticfilesystem": "efs",
    "email": "sesv2",
    "monitoring": "cloudwatch",
    "states": "stepfunctions",
    "tagging": "resourcegroupstaggingapi",
}


def model_of(scope: str, path: str, version: str, target: str) -> ServiceModel | None:
    """The service model behind a credential scope; one scope may have several, told apart by the other arguments."""
    name = MODEL_OF_SCOPE.get(scope, scope)
    if scope == "elasticloadbalancing":
        name = "elbv2" if version == "2015-12-01" else "elb"
    elif scope == "es":
        name = "opensearch" if path.startswith("/2021-01-01") else "es"
    elif scope == "s3" and path.startswith("/v20180820"):
        name = "s3control"
    elif scope == "dynamodb" and target.startswith("DynamoDBStreams"):
        name = "dynamodbstreams"
    try:
        return get_service_model(name)
    except UnknownServiceError:
        return None


def rest_operation(
    model: ServiceModel, method: str, path: str, query: dict[str, str], headers: Collection[str]
) -> tuple[str, dict[str, str]]:
    """The operation of a REST service whose URI template fits best, and its path parameters still percent-encoded."""
    for _, verb, pattern, fixed, needed, name in _templates(model.service_name):
        found = pattern.fullmatch(path) if verb == method else None
        if (
            found
            and all(key in query and value in ("", query[key]) for key, value in fixed)
            and _has(needed, query, headers)
        ):
            names = re.findall(r"{([^}]+?)\+?}", model.operation_model(name).http["requestUri"].split("?")[0])
            return name, dict(zip(names, found.groups(), strict=True))
    return "", {}


def _has(needed: tuple[tuple[str, str], ...], query: dict[str, str], headers: Collection[str]) -> bool:
    """Whether all the required parameters outside the path are in a request."""
    return all(name in query if where == "querystring" else name.lower() in headers for where, name in needed)


Template = tuple[int, str, "re.Pattern[str]", tuple[tuple[str, str], ...], tuple[tuple[str, str], ...], str]


@lru_cache
def _templates(service: str) -> tuple[Template, ...]:
    """All URI templates of a service, the most literal first, then those that need the most."""
    return tuple(
        sorted(_read_templates(get_service_model(service)), key=lambda template: (-template[0], -len(template[4])))
    )


def _read_templates(model: Any) -> Iterator[Template]:
    for name in model.operation_names:
        operation = model.operation_model(name)
        http = operation.http
        path, _, query = http["requestUri"].partition("?")
        pattern = ""
        # Clients of some languages leave a last slash out.
        for part in re.split(r"({[^}]+})", path.rstrip("/")):
            if not part.startswith("{"):
                pattern += re.escape(part)
            else:
                pattern += "(.+)" if part.endswith("+}") else "([^/]+)"
        fixed = tuple(parse_qsl(query, keep_blank_values=True))
        literal = len(re.sub(r"{[^}]+}", "", path)) + 100 * len(fixed)
        yield literal, http["method"], re.compile(pattern + "/?"), fixed, tuple(_needed(operation)), name


def _needed(operation: Any) -> Iterator[tuple[str, str]]:
    """Where in the request, and by which name, the required parameters outside path and body are."""
    shape = operation.input_shape
    for name in shape.required_members if shape else ():
        sent = shape.members[name].serialization
        if sent.get("location") in ("querystring", "header"):
            yield sent["location"], sent.get("name", name)
