import { Api, Environment, Journey, primary, Service } from '../../../lib/model';
import { soundSystem } from '../../support/systems';
import { ms, number, sound, version, type Mended } from './mended';

/** Rules on databases, topics and networks. */
export const DATA: readonly Mended[] = [
  {
    rule: 'DB-001',
    what: 'replicas',
    fix: /set replicas\.max to (\d+)/,
    build: (value) =>
      sound({
        orders: { replicas: { min: 2, max: number(value, 99) } },
        database: { poolPerReplica: 30 },
      }),
  },
  {
    rule: 'DB-001',
    what: 'the pool',
    fix: /set poolPerReplica to (\d+)/,
    build: (value) =>
      sound({
        orders: { replicas: { min: 2, max: 99 } },
        database: { poolPerReplica: number(value, 30) },
      }),
  },
  {
    rule: 'DB-001',
    what: 'the class',
    fix: /set instanceClass to ([\w.]+)/,
    build: (value) => {
      const { system, production, database } = soundSystem({
        orders: { replicas: { min: 2, max: 50 } },
        database: { poolPerReplica: 30 },
      });
      if (value !== undefined) production.size(database, { instanceClass: value });
      return system;
    },
  },
  {
    rule: 'DB-001',
    what: 'the capacity',
    fix: /set capacity\.max to ([\d.]+)/,
    build: (value) => {
      const { system, production, database } = soundSystem({
        orders: { replicas: { min: 2, max: 50 } },
        database: { poolPerReplica: 30 },
      });
      production.size(database, { capacity: { min: 1, max: number(value, 2) } });
      return system;
    },
  },
  {
    rule: 'DB-002',
    what: 'the first class',
    fix: /use one of ([\w.]+)/,
    build: (value) => {
      const { system, production, database } = soundSystem();
      production.size(database, { instanceClass: value ?? 'db.r8.large' });
      return system;
    },
  },
  {
    rule: 'DB-003',
    what: 'the class',
    fix: /set instanceClass to ([\w.]+)/,
    build: (value) => {
      const { system, production, database } = soundSystem({
        database: { placement: primary('eu-west-1', { readers: 'everywhere' }) },
        production: { regions: ['eu-west-1', 'us-east-1'] },
      });
      production.size(database, { instanceClass: value ?? 'db.t4g.medium' });
      return system;
    },
  },
  {
    rule: 'DB-003',
    what: 'instances',
    fix: /set instances to (\d+)/,
    build: (value) => {
      const { system, production, database } = soundSystem({
        database: { placement: primary('eu-west-1', { readers: 'everywhere' }) },
        production: { regions: ['eu-west-1', 'us-east-1'] },
      });
      production.size(database, { instances: number(value, 16) });
      return system;
    },
  },
  {
    rule: 'KFK-001',
    what: 'replicas',
    fix: /set replicas\.max to (\d+)/,
    build: (value) => sound({ web: { replicas: { min: 2, max: number(value, 17) } } }),
  },
  {
    rule: 'KFK-001',
    what: 'partitions',
    fix: /set partitions to (\d+)/,
    build: (value) =>
      sound({
        topic: { partitions: number(value, 12) },
        web: { replicas: { min: 2, max: 17 } },
      }),
  },
  {
    rule: 'KFK-003',
    what: 'replicas',
    fix: /set replicas\.max to (\d+)/,
    build: (value) => sound({ web: { replicas: { min: 2, max: number(value, 5) } } }),
  },
  {
    rule: 'KFK-003',
    what: 'partitions',
    fix: /set partitions to (\d+)/,
    build: (value) =>
      sound({ topic: { partitions: number(value, 12) }, web: { replicas: { min: 2, max: 5 } } }),
  },
  {
    rule: 'KFK-004',
    what: 'partitions to write',
    fix: /set partitions to (\d+)/,
    build: (value) =>
      sound({
        topic: { partitions: number(value, 3), peak: 60, recordSize: '1Mi' },
      }),
  },
  {
    rule: 'KFK-004',
    what: 'partitions to read',
    fix: /set partitions of order-placed to (\d+)/,
    build: (value) => sound({ topic: { partitions: number(value, 3), peak: 555 } }),
  },
  {
    rule: 'KFK-004',
    what: 'what a replica handles',
    fix: /throughput\.perReplica of web to (\d+)/,
    build: (value) =>
      sound({
        topic: { partitions: 3, peak: 555 },
        web: { throughput: { perReplica: number(value, 100), peak: 400 } },
      }),
  },
  {
    rule: 'KFK-005',
    what: 'partitions',
    fix: /set partitions of order-placed to (\d+)/,
    build: (value) => sound({ topic: { partitions: number(value, 123_456) } }),
  },
  {
    rule: 'KFK-007',
    what: 'a short retention',
    fix: /set retention of order-placed to (\w+)/,
    build: (value) =>
      sound({ topic: { peak: 2_000, recordSize: '1Mi', retention: ms(value, '864000000ms') } }),
  },
  {
    rule: 'KFK-007',
    what: 'retention',
    fix: /set retention of order-placed to (\w+)/,
    build: (value) => sound({ topic: { peak: 2_000, retention: ms(value, '864000000ms') } }),
  },
  {
    rule: 'KFK-009',
    what: 'the processing',
    fix: /set processing to (\w+)/,
    build: (value) => sound({ web: { processing: ms(value, '1234ms') } }),
  },
  {
    rule: 'NET-001',
    what: 'the block',
    fix: /set cidr of staging to '([\d./]+)'/,
    build: (value) => {
      const { system } = soundSystem();
      new Environment(system, 'staging', {
        ...{ account: '111122223333', protection: 'disposable', regions: ['eu-west-1'] },
        ...(value !== undefined && { cidr: value }),
      });
      return system;
    },
  },
  {
    rule: 'EKS-001',
    what: 'the version',
    fix: /set kubernetesVersion to '([\d.]+)'/,
    asOf: '2026-11-22',
    build: (value) => sound({ production: { kubernetesVersion: version(value, '1.30') } }),
  },
  {
    rule: 'EKS-002',
    what: 'the version',
    fix: /set kubernetesVersion to '([\d.]+)'/,
    asOf: '2026-11-22',
    build: (value) => sound({ production: { kubernetesVersion: version(value, '1.34') } }),
  },
  {
    rule: 'EDG-001',
    what: 'what is taken out',
    fix: /take (\d+) of them out of the journeys/,
    build: (value) => {
      const { system, context } = soundSystem();
      const paths = Array.from(
        { length: 90 - number(value, 0) },
        (_, at) => [`Get${at}`, { method: 'GET', path: `/things-${at}` }] as const,
      );
      const things = new Service<string>(context, 'things', {
        image: 'registry.example.com/shop/things',
        replicas: { min: 2, max: 4 },
        resources: { cpu: '500m', memory: '512Mi' },
        throughput: { perReplica: 100, peak: 100 },
        objective: { availability: '90%' },
        api: Api.http(Object.fromEntries(paths)),
      });
      const steps = paths.map(([name]) => things.api.operation(name));
      new Journey(system, 'look', { steps, peak: 1 });
      return system;
    },
  },
];
