"""What an overlay operation is given and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Call:
    """One signed request to an AWS service, already parsed."""

    service: str
    """The service name of the SigV4 credential scope, e.g. `elasticloadbalancing`."""
    region: str
    account: str
    operation: str
    """The operation's name in the service model, e.g. `CreateAddon`; empty when it is not known."""
    method: str
    path: str
    """The path without the query string, still percent-encoded."""
    query: dict[str, str]
    body: dict[str, Any]
    """The whole input by the service model's member names, wherever in the request a member was sent."""
    path_parameters: dict[str, str] = field(default_factory=dict)

    @property
    def arn_prefix(self) -> str:
        """Everything before the resource part of an ARN of this service, e.g. `arn:aws:eks:eu-west-1:111122223333`."""
        return f"arn:aws:{self.service}:{self.region}:{self.account}"


@dataclass
class Answer:
    """An answer that is more than a plain 200; a dict body is serialised by the service model."""

    status: int = 200
    body: dict[str, Any] | str | bytes = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


class AwsError(Exception):
    """An error of the service, rendered in the service's own protocol."""

    def __init__(self, code: str, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.status = status
