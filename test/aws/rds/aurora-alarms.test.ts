import type { AuroraAlarmInput } from '../../../lib/aws/rds/aurora-alarms';
import { auroraAlarms } from '../../../lib/aws/rds/aurora-alarms';

const INPUT: AuroraAlarmInput = {
  name: 'orders',
  size: { instanceClass: 'db.r7g.large' },
  instances: 2,
  storageAlarmBytes: 1_000_000,
};
const SERVERLESS = { capacity: { min: 1, max: 4 } };

test('a cluster of a fixed size has six alarms', () => {
  expect(auroraAlarms(INPUT)).toMatchObject({
    Cpu: { metric: 'CPUUtilization', statistic: 'Maximum', when: 'above', threshold: 80 },
    Connections: { metric: 'DatabaseConnections', when: 'above', threshold: 1342 },
    Memory: { metric: 'FreeableMemory', when: 'below', threshold: 858_993_459 },
    Storage: {
      metric: 'VolumeBytesUsed',
      when: 'above',
      threshold: 1_000_000,
      periodSeconds: 3600,
      periods: 1,
    },
    LocalStorage: { metric: 'FreeLocalStorage', when: 'below', threshold: 3_435_973_836 },
    ReplicaLag: { metric: 'AuroraReplicaLagMaximum', when: 'above', threshold: 1000 },
  });
  expect(Object.keys(auroraAlarms(INPUT))).toHaveLength(6);
});

test('one instance has nothing to lag behind', () => {
  expect(auroraAlarms({ ...INPUT, instances: 1 })).not.toHaveProperty('ReplicaLag');
});

test('a serverless cluster is watched by its capacity, not by memory and local storage', () => {
  const alarms = auroraAlarms({ ...INPUT, size: SERVERLESS });

  expect(alarms).toMatchObject({
    Capacity: { metric: 'ACUUtilization', statistic: 'Maximum', when: 'above', threshold: 90 },
    Connections: { threshold: 671 },
  });
  expect(alarms).not.toHaveProperty('Memory');
  expect(alarms).not.toHaveProperty('LocalStorage');
});

test('of a class whose memory is not known, connections are watched when they are told', () => {
  const size = { instanceClass: 'db.x2iedn.xlarge' };

  expect(Object.keys(auroraAlarms({ ...INPUT, size }))).toEqual(['Cpu', 'Storage', 'ReplicaLag']);
  expect(auroraAlarms({ ...INPUT, size, maxConnections: 10 })).toMatchObject({
    Connections: { threshold: 8 },
  });
});

test.each([
  [undefined, false],
  [{ identifier: 'orders', role: 'primary' } as const, false],
  [{ identifier: 'orders', role: 'secondary', primaryRegion: 'eu-west-1' } as const, true],
])('%j is behind another region: %s', (global, behind) => {
  expect('GlobalLag' in auroraAlarms({ ...INPUT, global })).toBe(behind);
});

test('a secondary may be five seconds behind', () => {
  const global = { identifier: 'orders', role: 'secondary', primaryRegion: 'eu-west-1' } as const;

  expect(auroraAlarms({ ...INPUT, global })['GlobalLag']).toMatchObject({
    metric: 'AuroraGlobalDBReplicationLag',
    when: 'above',
    threshold: 5000,
  });
});
