"""ElastiCache: users and user groups."""

from __future__ import annotations

from typing import Any

from .call import AwsError, Call
from .state import Table, table
from .values import find

SERVICES = ("elasticache",)

AUTHENTICATION = {"no-password-required": "no-password", "password": "password", "iam": "iam"}
"""The type of authentication as asked for, and as it is read back."""


def users(call: Call) -> Table:
    """The users of the region."""
    return table(call, "elasticache:user")


def groups(call: Call) -> Table:
    """The user groups of the region."""
    return table(call, "elasticache:user-group")


def tags_of(call: Call) -> Table:
    """Tags by ARN, of every kind of resource of the service."""
    return table(call, "elasticache:tags*")


def _user(call: Call, user_id: str) -> dict[str, Any]:
    found: dict[str, Any] = find(users(call), user_id, "UserNotFound", f"User {user_id} not found.")
    return found


def _group(call: Call, group_id: str) -> dict[str, Any]:
    found: dict[str, Any] = find(groups(call), group_id, "UserGroupNotFound", f"User Group {group_id} not found.")
    return found


def _authentication(call: Call) -> dict[str, Any]:
    mode = call.body.get("AuthenticationMode") or {}
    passwords = mode.get("Passwords") or call.body.get("Passwords") or []
    kind = mode.get("Type") or ("no-password-required" if call.body.get("NoPasswordRequired") else "password")
    if kind not in AUTHENTICATION:
        raise AwsError("InvalidParameterValue", f"Invalid authentication type {kind}.")
    if kind == "password" and not passwords:
        raise AwsError("InvalidParameterValue", "A password is required for this user.")
    return {"Type": AUTHENTICATION[kind], "PasswordCount": len(passwords)}


def _shown_user(call: Call, user: dict[str, Any]) -> dict[str, Any]:
    belongs_to = [group["UserGroupId"] for group in groups(call).values() if user["UserId"] in group["UserIds"]]
    return {**user, "UserGroupIds": belongs_to}


def create_user(call: Call) -> dict[str, Any]:
    """A new user, ready at once."""
    user_id, name = call.body["UserId"], call.body["UserName"]
    if user_id in users(call):
        raise AwsError("UserAlreadyExists", f"User {user_id} already exists.")
    if len(user_id) > 40:
        raise AwsError("InvalidParameterValue", "The user id must have at most 40 characters.")
    authentication = _authentication(call)
    if authentication["Type"] == "iam" and user_id != name:
        raise AwsError("InvalidParameterValue", "User id and user name must be identical for IAM authentication.")
    if authentication["Type"] == "no-password" and call.body["Engine"].lower() == "valkey":
        raise AwsError("InvalidParameterValue", "Valkey users must use password or IAM authentication.")
    users(call)[user_id] = user = {
        "UserId": user_id,
        "UserName": name,
        "Status": "active",
        "Engine": call.body["Engine"].lower(),
        "MinimumEngineVersion": "7.0" if authentication["Type"] == "iam" else "6.0",
        "AccessString": call.body["AccessString"],
        "Authentication": authentication,
        "ARN": f"{call.arn_prefix}:user:{user_id}",
    }
    tags_of(call)[user["ARN"]] = call.body.get("Tags") or []
    return _shown_user(call, user)


def describe_users(call: Call) -> dict[str, Any]:
    """One user or all."""
    user_id = call.body.get("UserId")
    found = [_user(call, user_id)] if user_id else list(users(call).values())
    return {"Users": [_shown_user(call, user) for user in found]}


def modify_user(call: Call) -> dict[str, Any]:
    """Another access string or authentication."""
    user = _user(call, call.body["UserId"])
    if call.body.get("AccessString"):
        user["AccessString"] = call.body["AccessString"]
    if call.body.get("AppendAccessString"):
        user["AccessString"] += " " + call.body["AppendAccessString"]
    if call.body.get("Engine"):
        user["Engine"] = call.body["Engine"].lower()
    if call.body.get("AuthenticationMode") or call.body.get("Passwords") or call.body.get("NoPasswordRequired"):
        user["Authentication"] = _authentication(call)
    return _shown_user(call, user)


def delete_user(call: Call) -> dict[str, Any]:
    """The user is gone, from its groups too; the default user of a group stays."""
    user = _user(call, call.body["UserId"])
    shown = _shown_user(call, user)
    if user["UserName"] == "default" and shown["UserGroupIds"]:
        raise AwsError("DefaultUserAssociatedToUserGroup", "The default user is associated with a user group.")
    for group_id in shown["UserGroupIds"]:
        groups(call)[group_id]["UserIds"].remove(user["UserId"])
    del users(call)[user["UserId"]]
    tags_of(call).pop(user["ARN"], None)
    return {**shown, "Status": "deleting"}


def _check_members(call: Call, engine: str, user_ids: list[str]) -> None:
    members = [_user(call, user_id) for user_id in user_ids]
    names = [member["UserName"] for member in members]
    if len(set(names)) < len(names):
        raise AwsError("DuplicateUserName", "A user with the same user name already exists in the user group.")
    if engine == "redis" and "default" not in names:
        raise AwsError("DefaultUserRequired", "A user group of Redis needs a user named default.")
    if engine == "valkey" and any(member["Engine"] != "valkey" for member in members):
        raise AwsError("InvalidParameterValue", "A user group of Valkey takes users of Valkey only.")


def create_user_group(call: Call) -> dict[str, Any]:
    """A new group, ready at once."""
    group_id, engine, members = call.body["UserGroupId"], call.body["Engine"].lower(), call.body.get("UserIds") or []
    if group_id in groups(call):
        raise AwsError("UserGroupAlreadyExists", f"User Group {group_id} already exists.")
    _check_members(call, engine, members)
    groups(call)[group_id] = group = {
        "UserGroupId": group_id,
        "Status": "active",
        "Engine": engine,
        "UserIds": list(members),
        "MinimumEngineVersion": "6.0",
        "ReplicationGroups": [],
        "ARN": f"{call.arn_prefix}:usergroup:{group_id}",
    }
    tags_of(call)[group["ARN"]] = call.body.get("Tags") or []
    return group


def describe_user_groups(call: Call) -> dict[str, Any]:
    """One group or all."""
    group_id = call.body.get("UserGroupId")
    return {"UserGroups": [_group(call, group_id)] if group_id else list(groups(call).values())}


def modify_user_group(call: Call) -> dict[str, Any]:
    """Other members."""
    group = _group(call, call.body["UserGroupId"])
    kept = [user for user in group["UserIds"] if user not in (call.body.get("UserIdsToRemove") or [])]
    members = kept + [user for user in call.body.get("UserIdsToAdd") or [] if user not in kept]
    _check_members(call, call.body.get("Engine", group["Engine"]).lower(), members)
    group["UserIds"] = members
    return group


def delete_user_group(call: Call) -> dict[str, Any]:
    """The group is gone; replication groups lose it."""
    group = _group(call, call.body["UserGroupId"])
    del groups(call)[group["UserGroupId"]]
    tags_of(call).pop(group["ARN"], None)
    return {**group, "Status": "deleting"}


OPERATIONS = {
    "CreateUser": create_user,
    "CreateUserGroup": create_user_group,
    "DeleteUser": delete_user,
    "DeleteUserGroup": delete_user_group,
    "DescribeUserGroups": describe_user_groups,
    "DescribeUsers": describe_users,
    "ModifyUser": modify_user,
    "ModifyUserGroup": modify_user_group,
}
