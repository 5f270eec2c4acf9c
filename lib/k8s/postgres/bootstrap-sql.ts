import { UnscopedPlatformError } from '../../core/errors';
import type { BootstrapRoles } from './bootstrap-roles';
import { rolesProblem } from './bootstrap-roles';

/**
 * Renders what psql runs, as the master user of RDS or Aurora and connected to the database `postgres`, to prepare a
 * database. It may run again, also after it failed half way: it then mends what is not as described.
 *
 * The owner owns database and schemas and nobody logs in as it. The user logs in by IAM alone, reads and writes every
 * table and uses every sequence, also of tables and schemas that the owner makes later, and changes no table unless it
 * says `SET ROLE <owner>` first. Everybody else loses the database.
 *
 * @see https://www.postgresql.org/docs/16/role-attributes.html for what a role with CREATEROLE may do since PostgreSQL 16
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html
 * @example
 * bootstrapSql({ database: 'orders', owner: 'order_service_owner', user: 'order_service' });
 */
export function bootstrapSql(roles: BootstrapRoles): string {
  const problem = rolesProblem(roles);
  if (problem !== undefined) throw new UnscopedPlatformError(problem.text, problem.fix);
  const { database, owner, user, schemas = [] } = roles;
  return [
    ...refuseWrongPlace(owner, user),
    ...makeRoles(owner, user),
    ...makeDatabase(database, owner, user),
    `\\connect ${identifier(database)}`,
    'BEGIN;',
    ...[...new Set(['public', ...schemas])].flatMap((schema) => makeSchema(schema, owner, user)),
    ...shareFutureObjects(owner, user),
    'COMMIT;',
    ...openTheDoor(owner, user),
    '',
  ].join('\n');
}

/** What cannot be mended is refused before anything is changed; the master's own attributes would be taken away. */
function refuseWrongPlace(owner: string, user: string): readonly string[] {
  const names = `${literal(owner)}, ${literal(user)}`;
  return [
    'DO $check$',
    'BEGIN',
    "  IF current_setting('server_version_num')::int < 160000 THEN",
    "    RAISE EXCEPTION 'the server is older than PostgreSQL 16';",
    '  END IF;',
    `  IF current_user IN (${names}) THEN`,
    "    RAISE EXCEPTION 'the master user % cannot be the owner or the user of a database', current_user;",
    '  END IF;',
    '  IF EXISTS (SELECT FROM pg_catalog.pg_roles',
    `    WHERE rolname IN (${names}) AND (rolsuper OR rolreplication OR rolbypassrls)) THEN`,
    `    RAISE EXCEPTION 'one of % has SUPERUSER, REPLICATION or BYPASSRLS, which only a superuser can take away', ARRAY[${names}];`,
    '  END IF;',
    'END',
    '$check$;',
  ];
}

/**
 * The master user becomes a member of the owner while this runs: it may then hand things over to it and act for it. It
 * never becomes one of the user, for RDS lets nobody in by password who is a member of `rds_iam` by way of others.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/database-authentication.html
 */
function makeRoles(owner: string, user: string): readonly string[] {
  const attributes =
    "INHERIT NOCREATEDB NOCREATEROLE CONNECTION LIMIT -1 PASSWORD NULL VALID UNTIL 'infinity'";
  return [
    createUnlessThere(`CREATE ROLE ${identifier(owner)}`, 'pg_roles', 'rolname', owner),
    createUnlessThere(`CREATE ROLE ${identifier(user)}`, 'pg_roles', 'rolname', user),
    `ALTER ROLE ${identifier(owner)} NOLOGIN ${attributes};`,
    `ALTER ROLE ${identifier(user)} LOGIN ${attributes};`,
    `GRANT ${identifier(owner)} TO CURRENT_USER WITH INHERIT TRUE, SET TRUE;`,
    `GRANT ${identifier(owner)} TO ${identifier(user)} WITH ADMIN FALSE, INHERIT FALSE, SET TRUE;`,
  ];
}

/** What is taken and given back stands in one transaction: a service that is running notices nothing. */
function makeDatabase(database: string, owner: string, user: string): readonly string[] {
  const create = `CREATE DATABASE ${identifier(database)} OWNER ${identifier(owner)}`;
  return [
    createUnlessThere(create, 'pg_database', 'datname', database),
    'BEGIN;',
    `ALTER DATABASE ${identifier(database)} OWNER TO ${identifier(owner)};`,
    `REVOKE ALL ON DATABASE ${identifier(database)} FROM PUBLIC, ${identifier(user)};`,
    `GRANT CONNECT ON DATABASE ${identifier(database)} TO ${identifier(user)};`,
    'COMMIT;',
  ];
}

const TABLE_PRIVILEGES = 'SELECT, INSERT, UPDATE, DELETE';
const SEQUENCE_PRIVILEGES = 'USAGE, SELECT';

function makeSchema(schema: string, owner: string, user: string): readonly string[] {
  const name = identifier(schema);
  const to = identifier(user);
  return [
    `CREATE SCHEMA IF NOT EXISTS ${name};`,
    `ALTER SCHEMA ${name} OWNER TO ${identifier(owner)};`,
    `REVOKE ALL ON SCHEMA ${name} FROM PUBLIC, ${to};`,
    `GRANT USAGE ON SCHEMA ${name} TO ${to};`,
    `GRANT ${TABLE_PRIVILEGES} ON ALL TABLES IN SCHEMA ${name} TO ${to};`,
    `GRANT ${SEQUENCE_PRIVILEGES} ON ALL SEQUENCES IN SCHEMA ${name} TO ${to};`,
  ];
}

function shareFutureObjects(owner: string, user: string): readonly string[] {
  const made = `ALTER DEFAULT PRIVILEGES FOR ROLE ${identifier(owner)} GRANT`;
  const to = identifier(user);
  return [
    `${made} USAGE ON SCHEMAS TO ${to};`,
    `${made} ${TABLE_PRIVILEGES} ON TABLES TO ${to};`,
    `${made} ${SEQUENCE_PRIVILEGES} ON SEQUENCES TO ${to};`,
  ];
}

/** The user can log in only from here on. A grant that the master did not make itself is not the master's to take back. */
function openTheDoor(owner: string, user: string): readonly string[] {
  const pair = `${literal(user)}, ${literal(owner)}`;
  return [
    'DO $check$',
    'BEGIN',
    `  IF pg_has_role(${pair}, 'USAGE') OR NOT pg_has_role(${pair}, 'SET') THEN`,
    `    RAISE EXCEPTION 'role % must be able to SET ROLE % and not inherit it', ${pair}`,
    "      USING HINT = 'revoke the memberships that lead from one to the other, as the roles that granted them';",
    '  END IF;',
    'END',
    '$check$;',
    `REVOKE ${identifier(owner)} FROM CURRENT_USER;`,
    `GRANT rds_iam TO ${identifier(user)};`,
  ];
}

/** PostgreSQL has no `CREATE ROLE IF NOT EXISTS` and creates no database inside a block: psql runs what the query gives. */
function createUnlessThere(
  statement: string,
  catalog: 'pg_roles' | 'pg_database',
  column: string,
  name: string,
): string {
  const there = `SELECT FROM pg_catalog.${catalog} WHERE ${column} = ${literal(name)}`;
  return `SELECT ${literal(statement)} WHERE NOT EXISTS (${there}) \\gexec`;
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
