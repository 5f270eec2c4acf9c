import type { Region } from '../../../lib/model';
import { DIGEST } from '../../support/systems';
import { ms, number, sound, type Mended } from './mended';

/** Bytes as they are declared, in whole kilobytes. */
const bytes = (count: number) => `${Math.floor(count / 1_000)}KB` as const;

/** Rules on capacity, disruption and cost. */
export const CAPACITY: readonly Mended[] = [
  {
    rule: 'CAP-001',
    what: 'replicas',
    fix: /set replicas\.max to (\d+)/,
    build: (value) =>
      sound({
        orders: {
          throughput: { perReplica: 100, peak: 2_345 },
          replicas: { min: 2, max: number(value, 6) },
        },
      }),
  },
  {
    rule: 'CAP-001',
    what: 'the peak',
    fix: /throughput\.peak to (\d+)/,
    build: (value) =>
      sound({ orders: { throughput: { perReplica: 100, peak: number(value, 2_345) } } }),
  },
  {
    rule: 'CAP-002',
    what: 'the peak',
    fix: /set throughput\.peak to (\d+)/,
    build: (value) =>
      sound({
        orders: { throughput: { perReplica: 100, peak: number(value, 300) } },
        call: { rate: 333 },
      }),
  },
  {
    rule: 'CAP-003',
    what: 'replicas',
    fix: /set replicas\.max to (\d+)/,
    build: (value) => {
      const regions: readonly Region[] = ['eu-west-1', 'us-east-1', 'ap-south-1'];
      return sound({
        web: { replicas: { min: 2, max: 60 } },
        orders: { replicas: { min: 2, max: number(value, 6) } },
        production: {
          regions,
          waves: [['eu-west-1'], ['us-east-1', 'ap-south-1']],
          releases: { web: DIGEST, orders: DIGEST },
        },
      });
    },
  },
  {
    rule: 'CAP-004',
    what: 'replicas',
    fix: /set replicas\.max to (\d+)/,
    build: (value) =>
      sound({
        orders: {
          throughput: { perReplica: 100, peak: 550 },
          replicas: { min: 2, max: number(value, 6) },
        },
      }),
  },
  {
    rule: 'CAP-005',
    what: 'the concurrency',
    fix: /set throughput\.concurrency to (\d+)/,
    build: (value) =>
      sound({
        orders: { throughput: { perReplica: 130, peak: 400, concurrency: number(value, 2) } },
      }),
  },
  {
    rule: 'CAP-005',
    what: 'requests of a replica',
    fix: /throughput\.perReplica to (\d+)/,
    build: (value) =>
      sound({
        orders: { throughput: { perReplica: number(value, 130), peak: 200, concurrency: 4 } },
      }),
  },
  {
    rule: 'CAP-006',
    what: 'the concurrency',
    fix: /set throughput\.concurrency to (\d+)/,
    build: (value) =>
      sound({
        orders: { throughput: { perReplica: 100, peak: 400, concurrency: number(value, 5) } },
      }),
  },
  {
    rule: 'CAP-006',
    what: 'replicas',
    fix: /or replicas\.max to (\d+)/,
    build: (value) =>
      sound({
        orders: {
          throughput: { perReplica: 100, peak: 400, concurrency: 5 },
          replicas: { min: 2, max: number(value, 6) },
        },
      }),
  },
  {
    rule: 'RTY-004',
    what: 'replicas',
    fix: /set replicas\.max to (\d+)/,
    build: (value) =>
      sound({
        orders: { replicas: { min: 2, max: number(value, 6) } },
        call: { timeout: '200ms', retries: 1 },
      }),
  },
  {
    rule: 'DIS-001',
    what: 'replicas',
    fix: /set replicas\.min to (\d+)/,
    build: (value) => sound({ orders: { replicas: { min: number(value, 1), max: 6 } } }),
  },
  {
    rule: 'DIS-002',
    what: 'the timeout',
    fix: /set timeout of the call from web to (\w+)/,
    build: (value) => sound({ call: { timeout: ms(value, '200000ms') } }),
  },
  {
    rule: 'DIS-002',
    what: 'the processing',
    fix: /so that processing is (\w+) or less/,
    build: (value) => sound({ web: { processing: ms(value, '200000ms') } }),
  },
  {
    rule: 'COST-001',
    what: 'the payload',
    fix: /lower rate or payload to ([\d.]+)% of it/,
    build: (value) => sound({ call: { payload: bytes(10_000 * number(value, 100)) } }),
  },
  {
    rule: 'COST-001',
    what: 'the record',
    fix: /lower recordSize or peak to ([\d.]+)% of it/,
    build: (value) =>
      sound({
        topic: { peak: 10_000, recordSize: bytes(200 * number(value, 100)) },
      }),
  },
  {
    rule: 'COST-001',
    what: 'the bound',
    fix: /set traffic\.monthlyPerEdge to (\d+)/,
    build: (value) =>
      sound({
        call: { payload: '1Mi' },
        production: { ...(value && { traffic: { monthlyPerEdge: Number(value) } }) },
      }),
  },
];
