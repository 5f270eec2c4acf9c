"""EC2: descriptions of rules that name a security group or a prefix list."""

from __future__ import annotations

from typing import Any

from moto.ec2.models.security_groups import SecurityGroupRule

SERVICES = ("ec2",)

PREFIX_LIST = 7
"""Which argument of moto's rule is the prefix list."""


def patch() -> None:
    """Tell the description of every kind of rule."""
    make = SecurityGroupRule.__init__

    def make_whole(self: Any, *arguments: Any, **given: Any) -> None:
        make(self, *arguments, **given)
        listed = given.get("prefix_list_id") or (arguments[PREFIX_LIST] if len(arguments) > PREFIX_LIST else None)
        self.described = (listed or {}).get("Description")

    def description(self: Any) -> str | None:
        # Moto tells the descriptions of rules for address ranges only.
        found: str | None = self.ip_range.get("Description") or self.source_group.get("Description") or self.described
        return found

    SecurityGroupRule.__init__ = make_whole  # type: ignore[method-assign]
    SecurityGroupRule.description = property(description)  # type: ignore[assignment, method-assign]
