"""MSK: configurations and their revisions."""

from __future__ import annotations

from typing import Any

from .call import Call
from .kafka_common import bad_request, clusters, configurations, conflict, new_arn, now

SERVICES = ("kafka",)

# The properties MSK lets one set for standard brokers, from "Custom Amazon MSK configurations" of its developer guide.
PROPERTIES = frozenset(
    """allow.everyone.if.no.acl.found auto.create.topics.enable compression.type connections.max.idle.ms
    default.replication.factor delete.topic.enable group.initial.rebalance.delay.ms group.max.session.timeout.ms
    group.min.session.timeout.ms leader.imbalance.per.broker.percentage log.cleaner.delete.retention.ms
    log.cleaner.min.cleanable.ratio log.cleanup.policy log.flush.interval.messages log.flush.interval.ms
    log.local.retention.bytes log.local.retention.ms log.message.timestamp.difference.max.ms log.message.timestamp.type
    log.message.timestamp.after.max.ms log.message.timestamp.before.max.ms log.retention.bytes log.retention.hours
    log.retention.minutes log.retention.ms log.roll.ms log.segment.bytes max.incremental.fetch.session.cache.slots
    message.max.bytes min.insync.replicas num.io.threads num.network.threads num.partitions
    num.recovery.threads.per.data.dir num.replica.fetchers offsets.retention.minutes offsets.topic.replication.factor
    replica.fetch.max.bytes replica.fetch.response.max.bytes replica.lag.time.max.ms replica.selector.class
    replica.socket.receive.buffer.bytes socket.receive.buffer.bytes socket.request.max.bytes socket.send.buffer.bytes
    transaction.max.timeout.ms transaction.state.log.min.isr transaction.state.log.replication.factor
    transactional.id.expiration.ms unclean.leader.election.enable zookeeper.session.timeout.ms""".split()
)


def create(call: Call) -> dict[str, Any]:
    """CreateConfiguration: a name is taken once in a region."""
    name = call.body["Name"]
    if any(other["Name"] == name for other in configurations(call).values()):
        raise conflict("A resource with this name already exists.")
    properties = _properties(call)
    arn = new_arn(call, "configuration", name)
    configuration = {
        "Arn": arn,
        "Name": name,
        "Description": call.body.get("Description", ""),
        "KafkaVersions": call.body.get("KafkaVersions", []),
        "CreationTime": now(),
        "State": "ACTIVE",
        "revisions*": {},
    }
    _add_revision(configuration, properties, configuration["Description"])
    configurations(call)[arn] = configuration
    return configuration


def _properties(call: Call) -> bytes:
    given = call.body["ServerProperties"]
    text = given if isinstance(given, bytes) else given.encode()
    for line in text.decode().splitlines():
        name = line.partition("=")[0].strip()
        if name and not name.startswith("#") and name not in PROPERTIES:
            raise bad_request(f"The server property {name} is not one MSK supports.")
    return bytes(text)


def _add_revision(configuration: dict[str, Any], properties: bytes, description: str) -> None:
    number = len(configuration["revisions*"]) + 1
    revision = {"Revision": number, "CreationTime": now(), "Description": description}
    configuration["LatestRevision"] = revision
    configuration["revisions*"][number] = {**revision, "ServerProperties": properties}


def _configuration_of(call: Call) -> dict[str, Any]:
    found: dict[str, Any] | None = configurations(call).get(call.body["Arn"])
    if found is None:
        # The real service answers 400 here, not 404.
        raise bad_request("Configuration ARN does not exist.")
    return found


def describe(call: Call) -> dict[str, Any]:
    """DescribeConfiguration."""
    return _configuration_of(call)


def describe_revision(call: Call) -> dict[str, Any]:
    """DescribeConfigurationRevision."""
    configuration = _configuration_of(call)
    revision = configuration["revisions*"].get(call.body["Revision"])
    if revision is None:
        raise bad_request("Configuration revision does not exist.")
    return {"Arn": configuration["Arn"], **revision}


def list_all(call: Call) -> dict[str, Any]:
    """ListConfigurations, in one page."""
    return {"Configurations": list(configurations(call).values())}


def update(call: Call) -> dict[str, Any]:
    """UpdateConfiguration: a new revision."""
    configuration = _configuration_of(call)
    _add_revision(configuration, _properties(call), call.body.get("Description", ""))
    return configuration


def delete(call: Call) -> dict[str, Any]:
    """DeleteConfiguration: refused while a cluster has it."""
    configuration = _configuration_of(call)
    for cluster in clusters(call).values():
        if cluster["Provisioned"]["CurrentBrokerSoftwareInfo"].get("ConfigurationArn") == configuration["Arn"]:
            raise bad_request(
                "Configuration is in use by one or more clusters. Dissociate the configuration from the clusters."
            )
    del configurations(call)[configuration["Arn"]]
    return {"Arn": configuration["Arn"], "State": "DELETING"}


OPERATIONS = {
    "CreateConfiguration": create,
    "DeleteConfiguration": delete,
    "DescribeConfiguration": describe,
    "DescribeConfigurationRevision": describe_revision,
    "ListConfigurations": list_all,
    "UpdateConfiguration": update,
}
