import {
  BROKER_TYPES,
  CLASSES_OF,
  DATABASE_CLASSES,
  databaseMemory,
} from '../../lib/plan/instance-classes';

test('the memory of a database class is known in bytes', () => {
  expect(databaseMemory('db.r8g.large')).toBe(16 * 2 ** 30);
  expect(databaseMemory('db.t4g.medium')).toBe(4 * 2 ** 30);
  expect(DATABASE_CLASSES.filter((name) => Number.isNaN(databaseMemory(name)))).toStrictEqual([]);
});

test('RDS has the classes of Aurora and others, each of a memory that is known', () => {
  expect(CLASSES_OF.aurora).toStrictEqual(DATABASE_CLASSES);
  expect(CLASSES_OF.rds).toStrictEqual(expect.arrayContaining([...CLASSES_OF.aurora]));
  expect(CLASSES_OF.rds).toContain('db.m7g.large');
  expect(CLASSES_OF.aurora).not.toContain('db.m7g.large');
  expect(new Set(CLASSES_OF.rds).size).toBe(CLASSES_OF.rds.length);
  expect(CLASSES_OF.rds.filter((name) => Number.isNaN(databaseMemory(name)))).toStrictEqual([]);
});

test.each(['db.r8.large', 'toString', ''])('that of %j is not', (name) => {
  expect(databaseMemory(name)).toBeNaN();
});

test('each size of a family has twice the memory of the one before', () => {
  for (const family of ['db.r6g', 'db.r7g', 'db.r8g']) {
    const memory = DATABASE_CLASSES.filter((name) => name.startsWith(`${family}.`)).map(
      databaseMemory,
    );
    expect(memory.map((bytes) => bytes / 2 ** 30)).toStrictEqual([16, 32, 64, 128, 256]);
  }
});

test('broker types come smallest first', () => {
  const partitions = BROKER_TYPES.map((type) => type.partitions);
  expect(partitions).toStrictEqual([...partitions].sort((a, b) => a - b));
});
