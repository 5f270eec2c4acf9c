import { Lazy } from 'cdktf';
import {
  assertConnections,
  assertInstanceClass,
  connectionsOf,
  memoryOf,
} from '../../../lib/aws/rds/instance-class';

const TOKEN = Lazy.stringValue({ produce: () => 'x' });
const SCOPE = { node: { path: 'x' } };

test.each([
  ['db.t4g.micro', 1],
  ['db.t4g.small', 2],
  ['db.t4g.medium', 4],
  ['db.t3.large', 8],
  ['db.m7g.xlarge', 16],
  ['db.c6gd.large', 4],
  ['db.r7g.large', 16],
  ['db.r8g.24xlarge', 768],
  ['db.z1d.large', 16],
  ['db.x2g.2xlarge', 128],
  ['db.x2iedn.xlarge', undefined],
  ['db.serverless', undefined],
  [TOKEN, undefined],
])('%s has %s GiB of memory', (instanceClass, memory) => {
  expect(memoryOf(instanceClass)).toBe(memory);
});

test.each([
  [1, 104],
  [4, 419],
  [16, 1678],
  [47, 4931],
  [48, 5000],
])('%d GiB of memory are %d connections', (memory, connections) => {
  expect(connectionsOf(memory)).toBe(connections);
});

test.each(['db.t4g.medium', 'db.r7g.large', 'db.r7g.16xlarge', TOKEN])(
  '%s is a class',
  (instanceClass) => {
    expect(() => {
      assertInstanceClass(SCOPE, instanceClass);
    }).not.toThrow();
  },
);

test.each(['r7g.large', 'db.r7g', 'db.R7G.large', 'db.r7g.2large', 'cache.r7g.large', ''])(
  "'%s' is no class",
  (instanceClass) => {
    expect(() => {
      assertInstanceClass(SCOPE, instanceClass);
    }).toThrow(
      `[x] instanceClass is '${instanceClass}', a class such as 'db.r7g.large' is needed; write it as db, family and size`,
    );
  },
);

test('a serverless class is asked for by its capacity', () => {
  expect(() => {
    assertInstanceClass(SCOPE, 'db.serverless');
  }).toThrow(
    "[x] instanceClass is 'db.serverless', a class such as 'db.r7g.large' is needed; pass capacity to AuroraPostgres instead",
  );
});

test.each([undefined, 1, 262_143])('%s connections may be said', (connections) => {
  expect(() => {
    assertConnections(SCOPE, connections);
  }).not.toThrow();
});

test.each([0, 262_144, 1.5])('%d connections may not', (connections) => {
  expect(() => {
    assertConnections(SCOPE, connections);
  }).toThrow(
    `[x] maxConnections is ${connections}, a whole number of 1 to 262143 is needed; pass a number in that range`,
  );
});
