"""The WSGI application: faults, then the overlay, then moto; beside it the control endpoints."""

from __future__ import annotations

import io
import json
import socket
import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from . import load, state
from .call import Answer, AwsError
from .faults import Faults
from .left import left
from .moto_app import Moto, UnknownToMotoError, account_of_key, as_dict_or_text
from .repeated import Repeated
from .wire import Wire, read, write, write_error

CONTROL = "/_emulator/"


class Emulator:
    """One emulated cloud."""

    def __init__(self, account: str) -> None:
        self._account = account
        self._registry = load()
        self._moto = Moto()
        self._faults = Faults()
        self._repeated = Repeated()
        self._calls: Counter[str] = Counter()
        self._unknown: Counter[str] = Counter()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer a request."""
        raw = _read_all(environ)
        path = environ.get("PATH_INFO", "")
        is_control = path.startswith(CONTROL)
        answer = self._control(environ["REQUEST_METHOD"], path, raw) if is_control else self._aws(environ, raw)
        if answer is None:
            _break_connection(environ)
            answer = Answer()
        body = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
        headers = {**answer.headers, "Content-Length": str(len(body))}
        if environ["REQUEST_METHOD"] == "HEAD":
            headers.pop("Content-Length")
        start_response(f"{answer.status} {_phrase(answer.status)}", list(headers.items()))
        return [body]

    def _aws(self, environ: dict[str, Any], raw: bytes) -> Answer | None:
        """The cloud's answer; None when it is to be lost."""
        environ["wsgi.input"] = io.BytesIO(raw)
        wire = read(environ, raw, self._account)
        if wire is None:
            return self._ask_moto(environ, raw, None)
        wire = wire.in_account(account_of_key(wire.access_key))
        self._calls[f"{wire.call.service}:{wire.call.operation or wire.call.method + ' ' + wire.call.path}"] += 1
        try:
            lost = self._faults.meet(wire.call)
            with state.LOCK:
                answer = self._repeated.earlier(wire.call) or self._execute(wire, environ, raw)
                self._repeated.keep(wire.call, answer)
        except AwsError as error:
            return write_error(wire, error)
        except Exception as error:
            traceback.print_exc()
            return write_error(wire, AwsError("InternalFailure", f"the overlay broke: {error!r}", 500))
        return None if lost else answer

    def _execute(self, wire: Wire, environ: dict[str, Any], raw: bytes) -> Answer:
        key = (wire.call.service, wire.call.operation)
        operation = self._registry.operations.get(key)
        own = operation(wire.call) if operation else None
        if own is not None:
            return write(wire, own)
        answer = self._ask_moto(environ, raw, wire)
        after = self._registry.after.get(key)
        if after is None or answer.status >= HTTPStatus.MULTIPLE_CHOICES:
            return answer
        given = as_dict_or_text(answer)
        changed = after(wire.call, given)
        changed = given if changed is None else changed
        answer.body = (changed if isinstance(changed, str) else json.dumps(changed)).encode()
        return answer

    def _ask_moto(self, environ: dict[str, Any], raw: bytes, wire: Wire | None) -> Answer:
        try:
            return self._moto.answer(environ, raw, wire.call.account if wire else self._account)
        except UnknownToMotoError as error:
            if wire is None:
                return Answer(HTTPStatus.NOT_IMPLEMENTED, b"unsigned request that moto does not know")
            name = f"{wire.call.service}:{wire.call.operation or wire.call.method + ' ' + wire.call.path}"
            self._unknown[name] += 1
            raise AwsError("NotImplementedByEmulator", f"{name} ({error})", HTTPStatus.NOT_IMPLEMENTED) from error

    def _control(self, method: str, path: str, raw: bytes) -> Answer:
        """The answer of a control endpoint."""
        routes: dict[str, Callable[[], Answer]] = {
            "GET unknown": lambda: _json(dict(sorted(self._unknown.items()))),
            "GET calls": lambda: _json(dict(sorted(self._calls.items()))),
            "GET left": lambda: _json(left()),
            "GET faults": lambda: _json(self._faults.waiting()),
            "DELETE faults": self._clear_faults,
            "POST faults": lambda: self._add_fault(raw),
        }
        name = f"{method} {path.removeprefix(CONTROL)}"
        if name not in routes:
            return _json({"message": f"no such control endpoint: {name}"}, HTTPStatus.NOT_FOUND)
        return routes[name]()

    def _clear_faults(self) -> Answer:
        self._faults.clear()
        return _json({})

    def _add_fault(self, raw: bytes) -> Answer:
        try:
            self._faults.add(json.loads(raw))
        except (ValueError, TypeError, AttributeError) as error:
            return _json({"message": str(error)}, HTTPStatus.BAD_REQUEST)
        return _json({})


def _json(body: object, status: int = 200) -> Answer:
    return Answer(status, json.dumps(body, indent=1).encode(), {"Content-Type": "application/json"})


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"


def _read_all(environ: dict[str, Any]) -> bytes:
    """The whole body, of either transfer encoding."""
    if environ.get("wsgi.input_terminated"):
        return bytes(environ["wsgi.input"].read())
    return bytes(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)))


def _break_connection(environ: dict[str, Any]) -> None:
    """Close the connection without an answer."""
    environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
