"""Moto as one function: a request in, an answer out, and what moto does not know told apart from its errors."""

from __future__ import annotations

import io
import json
import traceback
from typing import Any

from moto.iam.models import iam_backends
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.test import run_wsgi_app

from .call import Answer


class UnknownToMotoError(Exception):
    """Moto has no such service or operation, or breaks on it."""


class Moto:
    """Moto's own WSGI application."""

    def __init__(self) -> None:
        self._application = DomainDispatcherApplication(create_backend_app)

    def answer(self, environ: dict[str, Any], raw: bytes, account: str) -> Answer:
        """Moto's answer to a request of an account; raises UnknownToMotoError."""
        own = {**environ, "wsgi.input": io.BytesIO(raw), "HTTP_X_MOTO_ACCOUNT_ID": account}
        try:
            body, status, headers = run_wsgi_app(self._application, own, buffered=True)
            content = b"".join(body)
        except NotImplementedError as error:
            raise UnknownToMotoError(str(error)) from error
        except Exception as error:
            # The same call would break again: no 500, which a client repeats.
            traceback.print_exc()
            raise UnknownToMotoError(f"moto broke: {error!r}") from error
        code = int(status.split(" ")[0])
        if _is_no_route(code, content):
            raise UnknownToMotoError("no route")
        return Answer(code, content, {name: value for name, value in headers if name.lower() != "content-length"})


def _is_no_route(status: int, content: bytes) -> bool:
    """Whether the answer is the web framework's own page, or the empty page moto gives an operation it cannot name."""
    if status in (404, 405) and content.lstrip().lower().startswith(b"<!doctype html>"):
        return True
    return status == 501


def account_of_key(access_key: str) -> str | None:
    """The account an access key made by moto's IAM or STS belongs to."""
    for account, backends in list(iam_backends.items()):
        if any(access_key in backend.access_keys for backend in list(backends.values())):
            return account
    return None


def as_dict_or_text(answer: Answer) -> Any:
    """The body of moto's answer: a dict for JSON, else the text."""
    text = answer.body.decode() if isinstance(answer.body, bytes) else str(answer.body)
    try:
        return json.loads(text)
    except ValueError:
        return text
