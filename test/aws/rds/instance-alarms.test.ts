import { Token } from 'cdktf';
import { instanceAlarms } from '../../../lib/aws/rds/instance-alarms';

const INPUT = { name: 'reports', instanceClass: 'db.t4g.medium', storageGiB: 50 };

test('an instance has four alarms', () => {
  expect(instanceAlarms(INPUT)).toMatchObject({
    Cpu: { threshold: 80 },
    Connections: { threshold: 335 },
    Memory: { threshold: 214_748_364 },
    Storage: {
      metric: 'FreeStorageSpace',
      statistic: 'Minimum',
      when: 'below',
      threshold: 5 * 2 ** 30,
      periods: 6,
    },
  });
  expect(Object.keys(instanceAlarms(INPUT))).toHaveLength(4);
});

test('of a class whose memory is not known, connections are watched when they are told', () => {
  const input = { ...INPUT, instanceClass: 'db.x2iedn.xlarge' };

  expect(Object.keys(instanceAlarms(input))).toEqual(['Cpu', 'Storage']);
  expect(instanceAlarms({ ...input, maxConnections: 10 })).toMatchObject({
    Connections: { threshold: 8 },
  });
});

test('connections it is told count more than its class', () => {
  expect(instanceAlarms({ ...INPUT, maxConnections: 10 })).toMatchObject({
    Connections: { threshold: 8 },
  });
});

test('of storage only Terraform knows there is no alarm', () => {
  expect(instanceAlarms({ ...INPUT, storageGiB: Token.asNumber('${var.n}') })).not.toHaveProperty(
    'Storage',
  );
});
