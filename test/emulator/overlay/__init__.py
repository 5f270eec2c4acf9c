"""The overlay on moto: the operations moto lacks or answers unlike AWS, one module a service.

A module of a service has `SERVICES`, the credential scopes it speaks for, and any of
- `OPERATIONS`: operation name to a function of the call; a function that returns None leaves the call to moto;
- `AFTER`: operation name to a function of the call and moto's good answer (a dict for a JSON protocol, else the text),
  which changes the dict or returns what stands in its place;
- `patch()`: changes to moto itself, made once before the first call.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from types import ModuleType
from typing import Any

from .call import Answer, AwsError, Call

__all__ = ["After", "Answer", "AwsError", "Call", "Operation", "Registry", "load"]

Operation = Callable[[Call], "Answer | dict[str, Any] | None"]
After = Callable[[Call, Any], Any]


@dataclass
class Registry:
    """Every overlay function by credential scope and operation name."""

    operations: dict[tuple[str, str], Operation] = field(default_factory=dict)
    after: dict[tuple[str, str], After] = field(default_factory=dict)
    patched: set[str] = field(default_factory=set)
    """The services in whose part of moto something was changed."""

    def add(self, module: ModuleType) -> None:
        """Take in a module of a service; two modules may share a service but no operation."""
        for service in module.SERVICES:
            for table, name in ((self.operations, "OPERATIONS"), (self.after, "AFTER")):
                for operation, function in getattr(module, name, {}).items():
                    if (service, operation) in table:
                        raise ValueError(
                            f"{module.__name__} {name} has {service}:{operation}, which another module has"
                        )
                    table[service, operation] = function


@cache
def load() -> Registry:
    """Import every module of a service beside this file and make its changes to moto, once in a process."""
    registry = Registry()
    for found in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{found.name}")
        if hasattr(module, "SERVICES"):
            registry.add(module)
            if hasattr(module, "patch"):
                module.patch()
                registry.patched.update(module.SERVICES)
    return registry
