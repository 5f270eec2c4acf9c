"""Requests that are sent again because their answer got lost: the same token gets the same answer."""

from __future__ import annotations

from copy import deepcopy
from http import HTTPStatus

from .call import Answer, Call

TOKENS = {"aps": "clientToken", "eks": "clientRequestToken"}
"""The member by which a service knows a request again; clients fill it in by themselves.

https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessEntry.html
"""

_Key = tuple[str, str, str, str, str]


class Repeated:
    """What was answered to requests with a token."""

    def __init__(self) -> None:
        self._answers: dict[_Key, Answer] = {}

    def earlier(self, call: Call) -> Answer | None:
        """The answer to the same request, when there was one."""
        key = _key(call)
        return deepcopy(self._answers.get(key)) if key else None

    def keep(self, call: Call, answer: Answer) -> None:
        """Remember the answer to a request that did what it asked for."""
        key = _key(call)
        if key and answer.status < HTTPStatus.MULTIPLE_CHOICES:
            self._answers[key] = deepcopy(answer)


def _key(call: Call) -> _Key | None:
    token = call.body.get(TOKENS.get(call.service, ""))
    return (call.account, call.region, call.service, call.operation, str(token)) if token else None
