"""Glue: the tags of schema registries."""

from __future__ import annotations

from typing import Any

from .call import Call
from .neighbours import backend

SERVICES = ("glue",)


def keep_tags(call: Call, answer: dict[str, Any]) -> None:
    """CreateRegistry: moto keeps the tags where GetTags does not look."""
    backend(call, "glue").tag_resource(answer["RegistryArn"], call.body.get("Tags", {}))


def forget_tags(call: Call, answer: dict[str, Any]) -> None:
    """DeleteRegistry: AWS deletes the tags with the registry."""
    backend(call, "glue").tagger.delete_all_tags_for_resource(answer["RegistryArn"])


AFTER = {"CreateRegistry": keep_tags, "DeleteRegistry": forget_tags}
