import { readStatus } from '../../../lib/cli/status/system-status';
import { smallShop } from '../support/small-shop';

const status = readStatus(smallShop(), '2026-03-31');

describe('readStatus', () => {
  it('says of each service where it stands, how it is spoken to and what it promises', () => {
    expect(status.serviceInventory.map(({ name }) => name)).toStrictEqual([
      'inventory-service',
      'mail-worker',
      'order-service',
    ]);
    expect(status.serviceInventory[2]).toStrictEqual({
      name: 'order-service',
      context: 'ordering',
      team: 'commerce',
      protocol: 'http',
      replicas: { min: 3, max: 30 },
      replicasByEnvironment: { production: { min: 6, max: 60 }, staging: { min: 3, max: 30 } },
      objective: { availability: '99.95%', p99: '100ms' },
    });
    expect(status.serviceInventory[1]).toMatchObject({
      protocol: 'worker',
      objective: { availability: '99%', p99: null },
    });
  });

  it('counts calls by protocol and criticality, and groups them by caller and callee', () => {
    const { callCounts, calls } = status.communicationPatterns;

    expect(callCounts).toStrictEqual([
      { protocol: 'grpc', criticality: 'optional', count: 1 },
      { protocol: 'grpc', criticality: 'required', count: 2 },
    ]);
    expect(calls).toHaveLength(2);
    expect(calls[1]).toStrictEqual({
      caller: 'order-service',
      callee: 'inventory-service',
      protocol: 'grpc',
      criticality: 'required',
      operations: ['CheckStock', 'Reserve'],
    });
  });

  it('names both ends of each topic', () => {
    expect(status.communicationPatterns.topics).toStrictEqual([
      {
        name: 'order-placed',
        key: 'orderId',
        partitions: 30,
        producers: ['order-service'],
        consumers: ['inventory-service', 'mail-worker'],
      },
    ]);
  });

  it('says of each store what it is, whose, and where it lives', () => {
    const { dataStores } = status;

    expect(dataStores.map(({ name, kind, owner }) => [name, kind, owner])).toStrictEqual([
      ['items', 'DynamoTable', 'inventory-service'],
      ['orders', 'PostgresDatabase', 'order-service'],
      ['pages', 'RedisCache', 'inventory-service'],
      ['templates', 'ObjectBucket', 'mail-worker'],
    ]);
    expect(dataStores[1]?.placement).toStrictEqual({
      kind: 'primary',
      region: 'eu-west-1',
      readers: 'everywhere',
    });
    expect(dataStores[2]?.criticality).toBe('optional');
    expect(dataStores[3]).toMatchObject({ placement: null, criticality: 'required' });
  });

  it('counts a stack for each built layer, each service and each service whose data spans regions', () => {
    const [production, staging] = status.deploymentInfrastructure;

    expect(production?.regions.map(({ stacks }) => stacks)).toStrictEqual([7, 7]);
    expect(production?.stacks).toBe(19);
    expect(staging?.stacks).toBe(6);
  });

  it('gives the sizes of what is built', () => {
    const [production] = status.deploymentInfrastructure;

    expect(production?.waves).toStrictEqual([['eu-west-1'], ['ap-northeast-2']]);
    expect(production?.regions[0]).toMatchObject({
      region: 'ap-northeast-2',
      wave: 2,
      network: { kind: 'built', cidr: '10.0.0.0/16', zones: 3, natGateways: 'per-zone' },
      cluster: {
        kind: 'built',
        name: 'shop-production-ap-northeast-2',
        instanceType: 'm7i.2xlarge',
      },
      kafka: {
        kind: 'built',
        name: 'shop-production-ap-northeast-2',
        brokers: 3,
        brokerType: 'kafka.m7g.large',
      },
    });
    expect(production?.regions[1]?.wave).toBe(1);
  });

  it('names what exists already', () => {
    expect(status.deploymentInfrastructure[1]?.regions).toStrictEqual([
      {
        region: 'eu-west-1',
        wave: 1,
        stacks: 4,
        network: { kind: 'existing', cidr: '10.64.0.0/16', vpcId: 'vpc-1' },
        cluster: { kind: 'existing', name: 'shared' },
        kafka: {
          kind: 'existing',
          clusterArn: 'arn:aws:kafka:eu-west-1:111122223333:cluster/shared/1',
        },
      },
    ]);
  });

  it('names the services that promise no latency', () => {
    expect(status.monitoring.withoutLatency).toStrictEqual(['inventory-service', 'mail-worker']);
    expect(status.monitoring.objectives[0]).toStrictEqual({
      service: 'inventory-service',
      availability: '99.9%',
      p99: null,
      ownAvailability: '99.99%',
      ownDeclared: true,
    });
    expect(status.monitoring.objectives[1]).toMatchObject({
      ownAvailability: '99.5%',
      ownDeclared: false,
    });
  });

  it('tells which services have a digest in every region', () => {
    expect(status.operations.environments).toStrictEqual([
      {
        environment: 'production',
        protection: 'retain',
        withDigest: ['order-service'],
        withoutDigest: [
          { service: 'inventory-service', regions: ['ap-northeast-2', 'eu-west-1'] },
          { service: 'mail-worker', regions: ['ap-northeast-2'] },
        ],
      },
      {
        environment: 'staging',
        protection: 'disposable',
        withDigest: [],
        withoutDigest: [
          { service: 'inventory-service', regions: ['eu-west-1'] },
          { service: 'mail-worker', regions: ['eu-west-1'] },
          { service: 'order-service', regions: ['eu-west-1'] },
        ],
      },
    ]);
  });

  it('accepts an acknowledgement on its last day and not on the day after', () => {
    const expired = (asOf: string): readonly boolean[] =>
      readStatus(smallShop(), asOf).operations.acknowledgements.map((one) => one.expired);

    expect(expired('2026-03-31')).toStrictEqual([false, false]);
    expect(expired('2026-04-01')).toStrictEqual([true, false]);
  });

  it('puts the acknowledgement that ends first before the others', () => {
    expect(status.operations.acknowledgements[0]).toStrictEqual({
      path: 'shop/BoundedContext.ordering/Service.mail-worker',
      rule: 'SLO-001',
      reason: 'measured first',
      until: '2026-03-31',
      expired: false,
    });
  });

  it('says what each team answers for and where it is reached', () => {
    expect(status.operations.teams).toStrictEqual([
      {
        name: 'base',
        kind: 'platform',
        channel: '#base',
        contexts: ['stock'],
        services: ['inventory-service'],
      },
      {
        name: 'commerce',
        kind: 'stream-aligned',
        channel: '#commerce',
        contexts: ['ordering'],
        services: ['mail-worker', 'order-service'],
      },
    ]);
  });
});
