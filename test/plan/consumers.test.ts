import { consumersAt, evenConsumers, evenPartitions, evenReplicas } from '../../lib/plan/consumers';

test('evenConsumers of 10 partitions are 1, 2, 5 and 10', () => {
  expect(evenConsumers(10)).toStrictEqual([1, 2, 5, 10]);
});

test('evenConsumers name a square root once', () => {
  expect(evenConsumers(16)).toStrictEqual([1, 2, 4, 8, 16]);
});

test('evenConsumers of no number are none', () => {
  expect(evenConsumers(Number.NaN)).toStrictEqual([]);
});

test('consumersAt multiplies replicas by threads', () => {
  expect(consumersAt(10, 3)).toBe(30);
});

test.each([
  [10, 1, 4, 2],
  [10, 1, 5, 5],
  [30, 3, 9, 5],
  [10, 3, 3, undefined],
])('evenReplicas for %d partitions of %d threads, at most %d, are %p', (p, t, most, even) => {
  expect(evenReplicas(p, t, most)).toBe(even);
});

test('evenPartitions rounds up to a multiple', () => {
  expect(evenPartitions(10, 4)).toBe(12);
  expect(evenPartitions(12, 4)).toBe(12);
});
