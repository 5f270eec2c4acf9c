import { Environment, primary } from '../../../lib/model';
import { soundSystem } from '../../support/systems';
import { ms, number, sound, type Mended } from './mended';

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
];
