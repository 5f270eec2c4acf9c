import type { SystemStatus } from './system-status';
import { wrap } from '../../core/wrap';
import { formatTable } from '../table';
import { formatDeployment } from './format-deployment';
import { formatOperations } from './format-operations';
import { placementText, range, written } from './written';

const WIDTH = 100;

/** The status as people read it: six sections of tables, no line longer than 100 characters. */
export function formatStatus(status: SystemStatus): string {
  return [
    section('Service inventory', services(status)),
    section('Communication patterns', ...communication(status)),
    section('Data stores', stores(status)),
    section('Deployment infrastructure', ...formatDeployment(status.deploymentInfrastructure)),
    section('Monitoring', ...monitoring(status)),
    section('Operations', ...formatOperations(status.operations)),
  ].join('\n\n');
}

function section(title: string, ...blocks: readonly string[]): string {
  return [`${title}\n${'-'.repeat(title.length)}`, blocks.join('\n\n')].join('\n');
}

function services({ serviceInventory }: SystemStatus): string {
  return formatTable(
    ['SERVICE', 'CONTEXT', 'TEAM', 'PROTOCOL', 'REPLICAS', 'OBJECTIVE'],
    serviceInventory.map(
      ({ name, context, team, protocol, replicas, replicasByEnvironment, objective }) => {
        const { availability, p99 } = objective;
        const sized = Object.entries(replicasByEnvironment)
          .map(([environment, size]) => `${environment} ${range(size)}`)
          .filter((size) => !size.endsWith(` ${range(replicas)}`));
        return [
          ...[name, context, team, protocol],
          [range(replicas), ...sized].join(', '),
          p99 === null ? availability : `${availability}, p99 ${p99}`,
        ];
      },
    ),
  );
}

function communication({ communicationPatterns }: SystemStatus): readonly string[] {
  const { callCounts, calls, topics } = communicationPatterns;
  return [
    formatTable(
      ['PROTOCOL', 'CRITICALITY', 'CALLS'],
      callCounts.map(({ protocol, criticality, count }) => [protocol, criticality, String(count)]),
    ),
    formatTable(
      ['CALLER', 'CALLEE', 'PROTOCOL', 'CRITICALITY', 'OPERATIONS'],
      calls.map(({ caller, callee, protocol, criticality, operations }) => [
        ...[caller, callee, protocol, criticality],
        operations.join(', '),
      ]),
    ),
    formatTable(
      ['TOPIC', 'KEY', 'PARTITIONS', 'PRODUCERS', 'CONSUMERS'],
      topics.map(({ name, key, partitions, producers, consumers }) => [
        ...[name, key, written(partitions, String)],
        ...[names(producers), names(consumers)],
      ]),
    ),
  ];
}

function stores({ dataStores }: SystemStatus): string {
  return formatTable(
    ['STORE', 'KIND', 'OWNER', 'PLACEMENT', 'CRITICALITY'],
    dataStores.map(({ name, kind, owner, placement, criticality }) => [
      ...[name, kind, owner],
      ...[placementText(placement ?? undefined), criticality],
    ]),
  );
}

function monitoring({
  monitoring: { objectives, withoutLatency, manifests },
}: SystemStatus): readonly string[] {
  const { probes, metrics, absent } = manifests;
  return [
    formatTable(
      ['SERVICE', 'AVAILABILITY', 'OWN SHARE', 'P99'],
      objectives.map(({ service, availability, ownAvailability, ownDeclared, p99 }) => [
        ...[service, availability],
        ...[ownDeclared ? ownAvailability : `${ownAvailability} (assumed)`, p99 ?? 'no promise'],
      ]),
    ),
    paragraph(`Services that promise no latency: ${names(withoutLatency)}.`),
    [
      'Every service carries:',
      `  probes on port ${probes.port}: startup ${probes.startup}, readiness ${probes.readiness}, liveness ${probes.liveness}`,
      `  metrics on port ${metrics.port}: ${metrics.what}`,
      `None carries: ${absent.join(', ')}.`,
    ].join('\n'),
  ];
}

function names(list: readonly string[]): string {
  return list.length === 0 ? 'none' : list.join(', ');
}

function paragraph(text: string): string {
  return wrap(text, WIDTH).join('\n');
}
