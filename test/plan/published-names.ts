import type { NameKind } from '../../lib/core/names';
import type {
  BuiltKafka,
  EnvironmentPlan,
  HubPlan,
  RegionEdgePlan,
  RegionPlan,
  ServicePlan,
  StorePlan,
  SystemPlan,
} from '../../lib/plan';

/** A name and where it is used. */
type Named = readonly [NameKind, string];

const named = (kind: NameKind, ...names: readonly (string | undefined)[]): readonly Named[] =>
  names.flatMap((name): readonly Named[] => (name === undefined ? [] : [[kind, name]]));

/** Every name that a plan publishes, with the namespace it has to be allowed in. */
export function publishedNames({ environments }: SystemPlan): readonly Named[] {
  return environments.flatMap((environment) => [
    ...namesOfEnvironment(environment),
    ...environment.regions.flatMap((region) => [
      ...namesOfRegion(region),
      ...region.services.flatMap(namesOfService),
    ]),
  ]);
}

function namesOfEnvironment({ edge, hub, identity }: EnvironmentPlan): readonly Named[] {
  return [
    // A policy is named like a role, and may be longer.
    ...named('iamRole', identity.boundary.name),
    ...named('route53Name', edge?.domain, edge?.originHost, edge?.failoverHost),
    ...(hub === undefined ? [] : namesOfHub(hub)),
  ];
}

function namesOfHub(hub: HubPlan): readonly Named[] {
  return [
    ...named('iamRole', hub.deployer, hub.deployerView, hub.grafana, hub.logAdmin),
    ...named('openSearchDomain', hub.longTerm?.logs),
    ...hub.spokes.flatMap(({ metricsWriter, telemetryWriter, alertSender }) =>
      named('iamRole', metricsWriter, telemetryWriter, alertSender),
    ),
  ];
}

function namesOfRegion(region: RegionPlan): readonly Named[] {
  const { cluster, kafka, edge, operations, replications, namespaces } = region;
  return [
    ...named('kubernetesNamespace', ...namespaces.map(({ name }) => name)),
    ...(cluster.kind === 'built'
      ? [
          ...named('eksCluster', cluster.name),
          ...named('iamRole', cluster.secretsRole.name),
          ...named('iamRole', cluster.karpenter.name, cluster.karpenter.nodeRole),
        ]
      : []),
    ...(kafka?.kind === 'built' ? namesOfKafka(kafka) : []),
    ...named('mskCluster', ...replications.map(({ name }) => name)),
    ...(edge === undefined ? [] : namesOfGate(edge)),
    ...named('snsTopic', ...operations.alarmTopics.map(({ name }) => name)),
    ...named('backupVault', operations.backup?.vault),
  ];
}

function namesOfGate(edge: RegionEdgePlan): readonly Named[] {
  return [
    ...named('loadBalancer', edge.loadBalancer, edge.targetGroup),
    ...named('iamRole', edge.controllerRole),
    ...named('route53Name', edge.domain, edge.originHost, edge.failoverHost),
  ];
}

function namesOfKafka({ name, operatorRole }: BuiltKafka): readonly Named[] {
  return [...named('mskCluster', name), ...named('iamRole', operatorRole)];
}

function namesOfService(plan: ServicePlan): readonly Named[] {
  const { name, host, role, secretsRole, bootstrap, topics, reaches, environment, stores } = plan;
  return [
    ...named('kubernetesService', name, bootstrap?.serviceAccount),
    ...named('iamRole', role.name, secretsRole?.name, bootstrap?.role.name),
    ...named('route53Name', host),
    ...named('kafkaTopic', ...topics.map((topic) => topic.name)),
    ...named('kubernetesName', ...reaches.map((reach) => reach.name)),
    ...named('ssmParameter', ...Object.values(environment.parameters)),
    ...(bootstrap?.databases ?? []).flatMap((database) => [
      ...named('postgresIdentifier', database.database, database.owner, database.user),
      ...named('ssmParameter', database.hostParameter, database.secretParameter),
    ]),
    ...stores.flatMap(namesOfStore),
  ];
}

function namesOfStore(store: StorePlan): readonly Named[] {
  switch (store.kind) {
    case 'PostgresDatabase':
      return [
        ...named('rdsIdentifier', store.identifier, store.globalIdentifier),
        ...named('postgresIdentifier', store.database, store.user),
      ];
    case 'DynamoTable':
      return named('dynamoTable', store.table);
    case 'RedisCache':
      return named('elastiCacheReplicationGroup', store.identifier);
    case 'ObjectBucket':
      return [...named('s3Bucket', store.bucket), ...named('iamRole', store.copies?.role)];
  }
}
