"""Faults a test asks for: the next calls of an operation fail the way the service fails."""

from __future__ import annotations

import time
from dataclasses import dataclass
from threading import Lock
from typing import Any

from .call import AwsError, Call

KINDS = ("throttle", "error", "lost-answer", "slow")

# The throttling error each service sends; the rest send a ThrottlingException with status 400.
THROTTLING: dict[str, tuple[str, int]] = {
    "autoscaling": ("Throttling", 400),
    "cloudfront": ("Throttling", 400),
    "dynamodb": ("ThrottlingException", 400),
    "ec2": ("RequestLimitExceeded", 503),
    "eks": ("ThrottlingException", 429),
    "elasticloadbalancing": ("Throttling", 400),
    "iam": ("Throttling", 400),
    "kafka": ("TooManyRequestsException", 429),
    "monitoring": ("Throttling", 400),
    "rds": ("Throttling", 400),
    "route53": ("Throttling", 400),
    "s3": ("SlowDown", 503),
    "sns": ("Throttling", 400),
    "sqs": ("RequestThrottled", 403),
    "sts": ("Throttling", 400),
}


@dataclass
class Fault:
    """What the next `times` calls of an operation meet."""

    service: str
    operation: str
    kind: str
    times: int
    seconds: float = 0.0


class Faults:
    """The faults still to come."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: list[Fault] = []

    def add(self, wanted: dict[str, Any]) -> None:
        """Take a fault in; a ValueError names what is wrong with it."""
        unknown = sorted(set(wanted) - {"service", "operation", "kind", "times", "seconds"})
        if unknown:
            raise ValueError(f"unknown members: {', '.join(unknown)}")
        if wanted.get("kind") not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(KINDS)}: got {wanted.get('kind')}")
        if not wanted.get("service") or not wanted.get("operation"):
            raise ValueError("service and operation must be given")
        if wanted["kind"] == "slow" and "seconds" not in wanted:
            raise ValueError("seconds must be given for kind slow")
        fault = Fault(
            service=str(wanted["service"]),
            operation=str(wanted["operation"]),
            kind=str(wanted["kind"]),
            times=int(wanted.get("times", 1)),
            seconds=float(wanted.get("seconds", 0)),
        )
        with self._lock:
            self._waiting.append(fault)

    def clear(self) -> None:
        """Forget the faults still to come."""
        with self._lock:
            self._waiting.clear()

    def waiting(self) -> list[dict[str, Any]]:
        """The faults still to come."""
        with self._lock:
            return [vars(fault).copy() for fault in self._waiting]

    def meet(self, call: Call) -> bool:
        """Let the call meet its next fault: raise its error, wait, or answer True when its answer is to be lost."""
        fault = self._take(call)
        if fault is None:
            return False
        if fault.kind == "throttle":
            code, status = THROTTLING.get(call.service, ("ThrottlingException", 400))
            raise AwsError(code, "Rate exceeded", status)
        if fault.kind == "error":
            code = "InternalError" if call.service in ("ec2", "s3") else "InternalFailure"
            raise AwsError(code, "The request failed because of an unknown error", 500)
        if fault.kind == "slow":
            time.sleep(fault.seconds)
        return fault.kind == "lost-answer"

    def _take(self, call: Call) -> Fault | None:
        with self._lock:
            for fault in self._waiting:
                if (fault.service, fault.operation) == (call.service, call.operation):
                    fault.times -= 1
                    if fault.times <= 0:
                        self._waiting.remove(fault)
                    return fault
        return None
