import { PostgresVersion } from '../../../lib/aws/rds/postgres-version';

test.each([
  [PostgresVersion.V16_8, '16.8', 'aurora-postgresql16'],
  [PostgresVersion.V17_7, '17.7', 'aurora-postgresql17'],
  [PostgresVersion.of('18.1'), '18.1', 'aurora-postgresql18'],
])('%j is %s of family %s', (version, text, family) => {
  expect(version.version).toBe(text);
  expect(version.family).toBe(family);
});

test.each(['17', '17.7.1', 'v17.7'])('refuses %s', (text) => {
  expect(() => PostgresVersion.of(text)).toThrow(
    `version '${text}' is not a version of Aurora PostgreSQL; write it like '17.7'`,
  );
});
