import { bootstrapSql } from '../../../lib/k8s/postgres/bootstrap-sql';

const roles = { database: 'orders', owner: 'orders_owner', user: 'orders_user' };
const sql = bootstrapSql(roles);
const lines = sql.split('\n');
const place = (start: string): number => {
  const found = lines.flatMap((line, index) => (line.startsWith(start) ? [index] : []));
  expect(found).toHaveLength(1);
  return found[0] ?? -1;
};
const expectOrder = (...starts: readonly string[]): void => {
  const places = starts.map(place);
  expect(places).toEqual([...places].sort((a, b) => a - b));
};

test('creates only what is not there, by queries whose results psql runs', () => {
  const there = (catalog: string, column: string, name: string) =>
    `WHERE NOT EXISTS (SELECT FROM pg_catalog.${catalog} WHERE ${column} = '${name}') \\gexec`;

  expect(lines.filter((line) => line.endsWith('\\gexec'))).toEqual([
    `SELECT 'CREATE ROLE "orders_owner"' ${there('pg_roles', 'rolname', 'orders_owner')}`,
    `SELECT 'CREATE ROLE "orders_user"' ${there('pg_roles', 'rolname', 'orders_user')}`,
    `SELECT 'CREATE DATABASE "orders" OWNER "orders_owner"' ${there('pg_database', 'datname', 'orders')}`,
  ]);
  expect(sql).toContain('\nCREATE SCHEMA IF NOT EXISTS "public";\n');
});

test('nobody logs in as the owner, and neither role has a password or makes roles and databases', () => {
  const rest =
    "INHERIT NOCREATEDB NOCREATEROLE CONNECTION LIMIT -1 PASSWORD NULL VALID UNTIL 'infinity';";

  expect(lines).toContain(`ALTER ROLE "orders_owner" NOLOGIN ${rest}`);
  expect(lines).toContain(`ALTER ROLE "orders_user" LOGIN ${rest}`);
  expect(sql.match(/PASSWORD/g)).toHaveLength(2);
});

test('the user becomes the owner only where it says so', () => {
  expect(lines).toContain(
    'GRANT "orders_owner" TO "orders_user" WITH ADMIN FALSE, INHERIT FALSE, SET TRUE;',
  );
});

test('the master user is a member of the owner while it runs, and never of the user', () => {
  expectOrder(
    'GRANT "orders_owner" TO CURRENT_USER WITH INHERIT TRUE, SET TRUE;',
    "SELECT 'CREATE DATABASE",
    '\\connect "orders"',
    'REVOKE "orders_owner" FROM CURRENT_USER;',
  );
  expect(sql).not.toContain('GRANT "orders_user" TO');
});

test('the user may log in by IAM only when all else is done', () => {
  expect(lines.slice(-2)).toEqual(['GRANT rds_iam TO "orders_user";', '']);
});

test('the owner is given database and schema before anything is granted in them', () => {
  expectOrder(
    'ALTER DATABASE "orders" OWNER TO "orders_owner";',
    'REVOKE ALL ON DATABASE "orders" FROM PUBLIC, "orders_user";',
    'GRANT CONNECT ON DATABASE "orders" TO "orders_user";',
    '\\connect "orders"',
    'ALTER SCHEMA "public" OWNER TO "orders_owner";',
    'REVOKE ALL ON SCHEMA "public" FROM PUBLIC, "orders_user";',
    'GRANT USAGE ON SCHEMA "public" TO "orders_user";',
  );
});

test('what is taken away for a moment is taken and given in one transaction', () => {
  const steps = lines.filter((line) =>
    /^(BEGIN|COMMIT);|^(REVOKE ALL|GRANT (CONNECT|USAGE) ON)/.test(line),
  );

  expect(steps).toEqual([
    'BEGIN;',
    'REVOKE ALL ON DATABASE "orders" FROM PUBLIC, "orders_user";',
    'GRANT CONNECT ON DATABASE "orders" TO "orders_user";',
    'COMMIT;',
    'BEGIN;',
    'REVOKE ALL ON SCHEMA "public" FROM PUBLIC, "orders_user";',
    'GRANT USAGE ON SCHEMA "public" TO "orders_user";',
    'COMMIT;',
  ]);
});

test('the user reads and writes tables and uses sequences, those of later too', () => {
  const future = 'ALTER DEFAULT PRIVILEGES FOR ROLE "orders_owner" GRANT';

  expect(lines).toEqual(
    expect.arrayContaining([
      'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "public" TO "orders_user";',
      'GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA "public" TO "orders_user";',
      `${future} USAGE ON SCHEMAS TO "orders_user";`,
      `${future} SELECT, INSERT, UPDATE, DELETE ON TABLES TO "orders_user";`,
      `${future} USAGE, SELECT ON SEQUENCES TO "orders_user";`,
    ]),
  );
});

test.each([
  [undefined, ['public']],
  [[], ['public']],
  [
    ['reporting', 'audit'],
    ['public', 'reporting', 'audit'],
  ],
  [
    ['audit', 'public', 'audit'],
    ['public', 'audit'],
  ],
])('with schemas %j it prepares %j', (schemas, prepared) => {
  const made = bootstrapSql({ ...roles, schemas }).matchAll(
    /^CREATE SCHEMA IF NOT EXISTS "(\w+)";/gm,
  );

  expect([...made].map(([, name]) => name)).toEqual(prepared);
});

test('refuses before it changes anything', () => {
  expect(lines[0]).toBe('DO $check$');
  expect(lines.indexOf('$check$;')).toBeLessThan(
    lines.findIndex((line) => line.includes('\\gexec')),
  );
  expect(sql).toContain("current_setting('server_version_num')::int < 160000");
  expect(sql).toContain("IF current_user IN ('orders_owner', 'orders_user') THEN");
  expect(sql).toContain('AND (rolsuper OR rolreplication OR rolbypassrls)) THEN');
});

test('checks that the user does not inherit the owner before it lets the user in', () => {
  const check = lines.findIndex((line) => line.includes("'USAGE') OR NOT pg_has_role"));

  expect(check).toBeGreaterThan(place('\\connect'));
  expect(check).toBeLessThan(place('GRANT rds_iam'));
});

test('refuses names that are not allowed', () => {
  expect(() => bootstrapSql({ ...roles, owner: 'orders_user' })).toThrow(
    "owner and user are both 'orders_user', the user would own the tables it may not change; name the owner 'orders_user_owner'",
  );
  expect(() => bootstrapSql({ ...roles, database: 'a"b' })).toThrow(
    `database 'a"b' is not a PostgreSQL database or role (lower-case letters, digits and underscores, a letter first, not starting with pg_); use at most 63 characters: lower-case letters, digits and underscores, a letter first, not starting with pg_`,
  );
});
