import { PostgresVersion } from '../../../lib/aws/rds/postgres-version';

test.each([
  [PostgresVersion.V16_8, '16.8', 'aurora-postgresql16', 'postgres16'],
  [PostgresVersion.V17_7, '17.7', 'aurora-postgresql17', 'postgres17'],
  [PostgresVersion.of('18.1'), '18.1', 'aurora-postgresql18', 'postgres18'],
])('%j is %s of the families %s and %s', (version, text, aurora, rds) => {
  expect(version.version).toBe(text);
  expect(version.auroraFamily).toBe(aurora);
  expect(version.rdsFamily).toBe(rds);
});

test.each(['17', '17.7.1', 'v17.7'])('refuses %s', (text) => {
  expect(() => PostgresVersion.of(text)).toThrow(
    `version '${text}' is not a version of PostgreSQL; write it like '17.7'`,
  );
});
