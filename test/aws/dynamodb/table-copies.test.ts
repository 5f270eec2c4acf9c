import { assertCopies, renderCopies } from '../../../lib/aws/dynamodb/table-copies';

const SCOPE = { node: { path: 'x' } };
const REPLICA = { region: 'us-east-1', kmsKeyArn: 'arn:key' };
const STREAM = { streamEnabled: true, streamViewType: 'NEW_AND_OLD_IMAGES' };

test('a table without copies has a stream when it is asked for', () => {
  expect(renderCopies(false, [])).toEqual({});
  expect(renderCopies(true, [])).toEqual(STREAM);
});

test('copies are made from the stream, restorable, with the tags of the table', () => {
  const copy = { regionName: 'us-east-1', pointInTimeRecovery: true, propagateTags: true };

  expect(renderCopies(false, [{ region: 'us-east-1' }])).toEqual({ ...STREAM, replica: [copy] });
  expect(renderCopies(false, [REPLICA])).toEqual({
    ...STREAM,
    replica: [{ ...copy, kmsKeyArn: 'arn:key' }],
  });
});

test('copies are with keys or without', () => {
  expect(() => {
    assertCopies(SCOPE, [], [REPLICA]);
    assertCopies(SCOPE, ['us-east-1', 'eu-west-1'], []);
  }).not.toThrow();
  expect(() => {
    assertCopies(SCOPE, ['eu-west-1'], [REPLICA]);
  }).toThrow(
    '[x] replicaRegions has 1 entries and replicas 1, a table has copies with keys or without; pass all copies in replicas',
  );
});

test.each([
  [['us-east-1', 'us-east-1'], [], 'replicaRegions'],
  [[], [REPLICA, REPLICA], 'replicas'],
])('a region holds one copy: %j %j', (regions, replicas, prop) => {
  expect(() => {
    assertCopies(SCOPE, regions, replicas);
  }).toThrow(`[x] ${prop} has 'us-east-1' twice, a region holds one copy; leave one of them out`);
});
