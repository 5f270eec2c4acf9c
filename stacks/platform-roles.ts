import { fitName } from '../lib/core/names';
import type { EnvironmentPlan, HubPlan, RegionPlan } from '../lib/plan';
import { roleName } from '../lib/plan/naming';

/** Names of the roles of an environment that need more than the boundary of its services allows, in order. */
export function platformRoleNames({ regions, hub }: EnvironmentPlan): readonly string[] {
  const names = [...regions.flatMap(regionRoles), ...(hub ? hubRoles(hub) : [])];
  return [...names].sort();
}

/** Name of the role that writes a network's flow logs. */
export function flowLogsRole(plan: RegionPlan): string {
  return roleName(plan, 'flow-logs');
}

/** Name of the role that restores backups for a test. */
export function restoreTestsRole(plan: RegionPlan): string {
  return roleName(plan, 'restore-tests');
}

/** Name of a region's backup plan: that of its role begins with it. */
export function backupPlanName({ system, environment, region }: RegionPlan): string {
  return fitName([system, environment, region], 'backupVault');
}

function regionRoles(plan: RegionPlan): readonly string[] {
  const { network, operations, replications, edge, kafka } = plan;
  return [
    ...(network.kind === 'built' ? [flowLogsRole(plan)] : []),
    ...(operations.backup ? [`${backupPlanName(plan)}-backup`, restoreTestsRole(plan)] : []),
    ...clusterRoles(plan),
    ...(kafka?.kind === 'built' ? [kafka.operatorRole] : []),
    ...replications.map(({ name }) => fitName([name, 'replicator'], 'iamRole')),
    ...(edge ? [edge.controllerRole] : []),
  ];
}

function clusterRoles({ cluster }: RegionPlan): readonly string[] {
  if (cluster.kind === 'existing') return [];
  const { name, karpenter, secretsRole } = cluster;
  return [
    ...['cluster', 'nodes', 'vpc-cni', 'aws-ebs-csi-driver'].map((part) =>
      fitName([name, part], 'iamRole'),
    ),
    ...[karpenter.name, karpenter.nodeRole, secretsRole.name],
  ];
}

function hubRoles({
  deployer,
  deployerView,
  grafana,
  logAdmin,
  spokes,
  longTerm,
}: HubPlan): readonly string[] {
  const senders = spokes.map(({ alertSender }) => alertSender);
  const always = [deployer, deployerView, grafana, ...senders];
  if (longTerm === undefined) return always;
  return [
    ...[...always, logAdmin],
    ...spokes.flatMap(({ metricsWriter, telemetryWriter }) => [metricsWriter, telemetryWriter]),
  ];
}
