import {
  batchTime,
  bytesKept,
  copiesWithoutZone,
  partitionsToRead,
  partitionsToWrite,
  recordBytes,
} from '../../lib/plan/topic-throughput';
import { soundSystem } from '../support/systems';

test('20 units a second out to consumers of 3 each need 7 partitions', () => {
  // The published example: T = 20, p = 5, c = 3 need max(4, 7).
  expect(Math.max(Math.ceil(20 / 5), partitionsToRead(20, 3, 1))).toBe(7);
});

test('a partition takes 10 MB a second', () => {
  expect(partitionsToWrite(10_000, 1_000)).toBe(1);
  expect(partitionsToWrite(10_001, 1_000)).toBe(2);
});

test('threads share what a replica handles', () => {
  expect(partitionsToRead(100, 100, 4)).toBe(4);
  expect(partitionsToRead(101, 100, 4)).toBe(5);
  // Divided first, 100 / 3 would leave dust that asks for one more.
  expect(partitionsToRead(100, 100, 3)).toBe(3);
});

test('500 records of 600ms are handled in five minutes', () => {
  expect(batchTime(600)).toBe(300_000);
});

test('a record is a kibibyte where nobody says', () => {
  expect(recordBytes(soundSystem().topic)).toBe(1_024);
  expect(recordBytes(soundSystem({ topic: { recordSize: '2KB' } }).topic)).toBe(2_000);
});

test('a topic is kept in three copies for as long as it is said', () => {
  const { topic } = soundSystem({ topic: { peak: 10, recordSize: '1KB', retention: '100s' } });

  expect(bytesKept(topic)).toBe(3_000_000);
  expect(bytesKept(soundSystem().topic)).toBe(0);
});

test.each([
  [3, 2],
  [2, 1],
  [1, 0],
  [6, 2],
])('of copies in %d zones %d are left without one', (zones, left) => {
  expect(copiesWithoutZone(zones)).toBe(left);
});
