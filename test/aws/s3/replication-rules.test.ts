import { renderRules, type ReplicatedBucket } from '../../../lib/aws/s3/replication-rules';

const end = (name: string): ReplicatedBucket => ({
  name,
  versionedName: name,
  arn: `arn:aws:s3:::${name}`,
  keyArn: `arn:key:${name}`,
});
const rules = (...names: readonly string[]) => renderRules(names.map(end), false);
/** Names whose hashes leave the same rest. */
const SAME_PRIORITY = ['receipts-1133', 'receipts-118'] as const;
const NAMES = Array.from({ length: 1_000 }, (_, index) => `receipts-${index}`);

test('destinations in any order are the same rules', () => {
  expect(rules('a', 'c', 'b')).toEqual(rules('b', 'a', 'c'));
  expect(rules('a', 'c', 'b').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('a destination more or less changes nothing of the others', () => {
  const [first, , third] = rules('copies-ap', 'copies-eu', 'copies-us');

  expect(rules('copies-ap', 'copies-us')).toEqual([first, third]);
  expect(rules('copies-us')).toEqual([third]);
});

test('of as many rules as S3 takes each has a priority of its own, a whole number of 1 or more', () => {
  const priorities = rules(...NAMES).map(({ priority = 0 }) => priority);

  expect(new Set(priorities).size).toBe(NAMES.length);
  expect(priorities.every((priority) => Number.isInteger(priority))).toBe(true);
  expect(Math.min(...priorities)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...priorities)).toBeLessThanOrEqual(1_000_000);
});

test('two names that would have the same priority have neighbouring ones', () => {
  const [one, other] = SAME_PRIORITY;
  const alone = [one, other].map((name) => rules(name)[0]?.priority);
  const together = rules(one, other).map(({ priority }) => priority);

  expect(alone[0]).toBe(alone[1]);
  expect(together).toEqual([alone[0], (alone[0] ?? 0) + 1]);
});
