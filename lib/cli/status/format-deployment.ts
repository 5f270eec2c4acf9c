import { wrap } from '../../core/wrap';
import { formatTable } from '../table';
import type {
  ClusterStatus,
  EnvironmentStatus,
  KafkaStatus,
  NetworkStatus,
} from './deployment-infrastructure';
import { range } from './written';

const WIDTH = 100;

/** Each environment: a line about it, and a table of its regions. */
export function formatDeployment(environments: readonly EnvironmentStatus[]): readonly string[] {
  if (environments.length === 0) return ['(none)'];
  return environments.map(({ name, account, stacks, waves, regions }) => {
    const order = waves.map((wave) => wave.join(' + ')).join(', then ');
    const line = `${name}: account ${account}, ${stacks} stacks, releases reach ${order}`;
    const rows = regions.map(({ region, wave, stacks: own, network, cluster, kafka }) => [
      ...[region, wave === null ? 'none' : String(wave), String(own)],
      ...[networkText(network), clusterText(cluster), kafkaText(kafka)],
    ]);
    const headings = ['REGION', 'WAVE', 'STACKS', 'NETWORK', 'CLUSTER', 'KAFKA'];
    return [...wrap(line, WIDTH), formatTable(headings, rows)].join('\n');
  });
}

function networkText(network: NetworkStatus): string {
  if (network.kind === 'existing') return `existing ${network.vpcId}, ${network.cidr}`;
  const gateways = network.natGateways === 'single' ? 'one NAT' : 'a NAT a zone';
  return `built ${network.cidr === '' ? '?' : network.cidr}, ${network.zones} zones, ${gateways}`;
}

function clusterText(cluster: ClusterStatus): string {
  if (cluster.kind === 'existing') return `existing ${cluster.name}`;
  return `built ${cluster.name}, ${range(cluster.nodes)} x ${cluster.instanceType}`;
}

function kafkaText(kafka: KafkaStatus | null): string {
  if (kafka === null) return 'none';
  if (kafka.kind === 'existing') return `existing ${kafka.clusterArn}`;
  return `built ${kafka.name}, ${kafka.brokers} x ${kafka.brokerType}, ${kafka.storageGiB}Gi each`;
}
