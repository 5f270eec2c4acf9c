"""What still exists in the emulated cloud, AWS's own defaults excluded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from moto.core.base_backend import AccountSpecificBackend, BackendDict

from . import state

# Attributes of moto's backends that keep no resources: logs of what happened, caches and indexes of other attributes.
NO_RESOURCES = frozenset(
    {
        # By which a request made twice is known again, for an hour.
        "acm._idempotency_tokens",
        "ec2.launch_template_insert_order",
        "ec2.tags",
        "rds.events",
        "rds.resource_map",
        # Name servers of zones, whether the zone is still there or not.
        "route53.delegation_sets",
        "route53.resource_tags",
        "ssm._resource_tags",
    }
)

# What AWS makes by itself when something first needs it.
OWN_DEFAULTS = ("rds.db_parameter_groups/default.", "rds.option_groups/default:")

# What AWS itself still shows for a while after its deletion.
GONE = frozenset({"deleted", "deleting", "pendingdeletion"})

_at_birth: dict[int, set[str]] = {}


def watch_births() -> None:
    """Note what each backend of moto holds when it is made: that is what AWS gives every account."""
    make = AccountSpecificBackend.__getitem__

    def make_and_note(backends: Any, region: str) -> Any:
        backend = make(backends, region)
        if id(backend) not in _at_birth:
            _at_birth[id(backend)] = set(_resources(backend))
        return backend

    AccountSpecificBackend.__getitem__ = make_and_note  # type: ignore[method-assign]


def left() -> list[str]:
    """A line for each resource of the overlay and of moto."""
    with state.LOCK:
        lines = set(state.left())
        for backends in list(BackendDict._instances):  # type: ignore[misc]
            for account, region, backend in backends.iter_backends():
                born = _at_birth.get(id(backend), set())
                lines.update(
                    f"{backends.service_name} {account}/{region} {resource}"
                    for resource in _resources(backend)
                    if resource not in born
                )
        return sorted(lines)


def _resources(backend: Any) -> Iterator[str]:
    service = type(backend).__module__.split(".")[1]
    for attribute, value in vars(backend).items():
        if isinstance(value, Mapping | list | set | tuple) and f"{service}.{attribute}" not in NO_RESOURCES:
            leaves = _leaves(attribute, value)
            yield from (leaf for leaf in leaves if not f"{service}.{leaf}".startswith(OWN_DEFAULTS))


def _leaves(path: str, value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, entry in list(value.items()):
            yield from _leaves(f"{path}/{key}", entry)
    elif isinstance(value, list | set | tuple):
        for entry in list(value):
            name = next(
                (getattr(entry, key) for key in ("arn", "id", "name") if isinstance(getattr(entry, key, None), str)),
                None,
            )
            yield from _leaves(f"{path}/{name or entry}", entry if name else None)
    elif not _is_gone(value):
        yield path


def _is_gone(value: Any) -> bool:
    """Whether AWS counts a resource as deleted or as its own."""
    states = [getattr(value, name, None) for name in ("state", "status", "key_state")]
    states.append(getattr(getattr(value, "_status", None), "code", None))
    if getattr(value, "deleted_date", None) is not None or getattr(value, "key_manager", None) == "AWS":
        return True
    return any(isinstance(state, str) and state.lower() in GONE for state in states)
