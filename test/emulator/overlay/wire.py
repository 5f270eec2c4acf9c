"""Between the bytes of a request or answer and the types of `call.py`, for every protocol AWS has."""

from __future__ import annotations

import json
import re
import warnings
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl

from moto.core.model import OperationModel, ServiceModel
from moto.core.parse import PROTOCOL_PARSERS, RequestDict, RequestParserError
from moto.core.request import determine_request_protocol
from moto.core.serialize import get_serializer_class
from werkzeug.wrappers import Request

from .call import Answer, AwsError, Call
from .models import model_of, rest_operation

# The service models do not name every error that services answer.
warnings.filterwarnings("ignore", message=".*does not match an error shape")

SCOPE = re.compile(r"Credential=([^/]+)/\d+/([^/]+)/([^/]+)/aws4_request")


@dataclass(frozen=True)
class Wire:
    """A call with what is needed to answer it in its own protocol."""

    call: Call
    access_key: str
    model: ServiceModel | None
    protocol: str

    def in_account(self, account: str | None) -> Wire:
        """The same call of another account; None leaves it."""
        return self if account is None else replace(self, call=replace(self.call, account=account))

    @property
    def operation_model(self) -> OperationModel:
        """The called operation in the service model, or an empty one for an operation it does not have."""
        if self.model is None:
            raise LookupError(self.call.service)
        if self.call.operation in self.model.operation_names:
            found: OperationModel = self.model.operation_model(self.call.operation)
            return found
        return OperationModel({}, self.model)


def read(environ: dict[str, Any], raw: bytes, default_account: str) -> Wire | None:
    """The call a WSGI request makes; None for a request that is not signed."""
    scope = SCOPE.search(environ.get("HTTP_AUTHORIZATION", ""))
    if not scope:
        return None
    access_key, region, service = scope.groups()
    path, _, query_string = environ.get("RAW_URI", environ["PATH_INFO"]).partition("?")
    query: dict[str, str] = dict(parse_qsl(query_string, keep_blank_values=True))
    named = {**query, **_form(environ, raw)}
    target = environ.get("HTTP_X_AMZ_TARGET", "")
    model = model_of(service, path, named.get("Version", ""), target)
    operation, path_parameters = named.get("Action", ""), dict[str, str]()
    if target:
        operation = target.rpartition(".")[2]
    elif not operation and model is not None:
        operation, path_parameters = rest_operation(
            model, environ["REQUEST_METHOD"], path, query, _header_names(environ)
        )
    protocol = determine_request_protocol(model, environ.get("CONTENT_TYPE")) if model else "json"
    call = Call(
        service=service,
        region=region,
        account=access_key if re.fullmatch(r"\d{12}", access_key) else default_account,
        operation=operation,
        method=environ["REQUEST_METHOD"],
        path=path,
        query=query,
        body=_input(model, operation, protocol, environ, path_parameters),
        path_parameters=path_parameters,
    )
    return Wire(call, access_key, model, protocol)


def _header_names(environ: dict[str, Any]) -> set[str]:
    """The names of the request's headers, in lower case."""
    return {
        name.removeprefix("HTTP_").replace("_", "-").lower()
        for name in environ
        if name.startswith(("HTTP_", "CONTENT_"))
    }


def _form(environ: dict[str, Any], raw: bytes) -> dict[str, str]:
    if not environ.get("CONTENT_TYPE", "").startswith("application/x-www-form-urlencoded"):
        return {}
    return dict(parse_qsl(raw.decode(), keep_blank_values=True))


def _input(
    model: ServiceModel | None, operation: str, protocol: str, environ: dict[str, Any], path_parameters: dict[str, str]
) -> dict[str, Any]:
    """The operation's input by member names; nothing of a body that cannot be read as one, as an object's bytes."""
    if model is None or operation not in model.operation_names:
        return {}
    request = Request(environ, shallow=False)
    data = request.get_data(cache=True, parse_form_data=False)
    parser = PROTOCOL_PARSERS[protocol](model.operation_model(operation))
    asked: RequestDict = {
        "method": request.method,
        "values": request.values,
        "headers": request.headers,
        "body": data,
        "url_path": request.path,
        "url_params": path_parameters,
    }
    try:
        return dict(parser.parse(asked))
    except (RequestParserError, AttributeError, KeyError, TypeError, ValueError):
        return {}


def write(wire: Wire, answer: Answer | dict[str, Any]) -> Answer:
    """The answer with its body as bytes."""
    if isinstance(answer, dict):
        answer = Answer(body=answer)
    if isinstance(answer.body, bytes):
        return answer
    if isinstance(answer.body, str):
        return Answer(answer.status, answer.body.encode(), answer.headers)
    written = _serialize(wire, answer.body)
    written.headers.update(answer.headers)
    if answer.status != 200:
        written.status = answer.status
    return written


def write_error(wire: Wire, error: AwsError) -> Answer:
    """The error in the protocol of its service; one of a service without a model as JSON."""
    if wire.model is None:
        body = json.dumps({"__type": error.code, "message": error.message}).encode()
        return Answer(error.status, body, {"x-amzn-errortype": error.code, "Content-Type": "application/json"})
    written = _serialize(wire, error)
    written.status = error.status
    return written


def _serialize(wire: Wire, result: object) -> Answer:
    serializer = get_serializer_class(wire.operation_model.service_model.service_name, wire.protocol)
    written = serializer(wire.operation_model).serialize(result)
    body = written["body"]
    headers = {name: str(value) for name, value in written["headers"].items()}
    return Answer(written["status_code"], body if isinstance(body, bytes) else body.encode(), headers)
