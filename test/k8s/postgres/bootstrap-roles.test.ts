import type { BootstrapRoles } from '../../../lib/k8s/postgres/bootstrap-roles';
import { rolesProblem } from '../../../lib/k8s/postgres/bootstrap-roles';

const roles: BootstrapRoles = { database: 'orders', owner: 'orders_owner', user: 'orders' };
const SHAPE =
  'use at most 63 characters: lower-case letters, digits and underscores, a letter first, not starting with pg_';

test.each<Partial<BootstrapRoles>>([
  {},
  { database: 'a'.repeat(63) },
  { owner: 'b'.repeat(63) },
  { user: 'postgres_reader' },
  { user: 'rdsomething' },
  { database: 'postgres_orders' },
  { schemas: [] },
  { schemas: ['public', 'reporting'] },
  { database: 'public', schemas: ['postgres'] },
])('allows %j', (change) => {
  expect(rolesProblem({ ...roles, ...change })).toBeUndefined();
});

test.each<[Partial<BootstrapRoles>, string]>([
  [{ database: 'a'.repeat(64) }, `database '${'a'.repeat(64)}' has 64 characters`],
  [{ database: 'order-items' }, "database 'order-items' is not a PostgreSQL database or role"],
  [{ owner: '' }, "owner '' is not a PostgreSQL database or role"],
  [{ owner: 'x" SUPERUSER' }, `owner 'x" SUPERUSER' is not a PostgreSQL database or role`],
  [{ user: "x'; DROP" }, "user 'x'; DROP' is not a PostgreSQL database or role"],
  [{ user: 'pg_monitor' }, "user 'pg_monitor' is not a PostgreSQL database or role"],
  [{ schemas: ['ok', 'Bad'] }, "schemas[1] 'Bad' is not a PostgreSQL database or role"],
])('refuses the names in %j', (change, text) => {
  const problem = rolesProblem({ ...roles, ...change });

  expect(problem?.text).toContain(text);
  expect(problem?.fix).toBe(SHAPE);
});

test.each<[Partial<BootstrapRoles>, string]>([
  [{ database: 'postgres' }, "database 'postgres'"],
  [{ database: 'template0' }, "database 'template0'"],
  [{ database: 'template1' }, "database 'template1'"],
  [{ database: 'rdsadmin' }, "database 'rdsadmin'"],
  [{ owner: 'postgres' }, "owner 'postgres'"],
  [{ owner: 'public' }, "owner 'public'"],
  [{ owner: 'none' }, "owner 'none'"],
  [{ user: 'rds_iam' }, "user 'rds_iam'"],
  [{ user: 'rdsadmin' }, "user 'rdsadmin'"],
  [{ schemas: ['information_schema'] }, "schemas[0] 'information_schema'"],
])('refuses %j, which is not for a service', (change, what) => {
  expect(rolesProblem({ ...roles, ...change })).toEqual({
    text: `${what} belongs to the server itself`,
    fix: 'use another name',
  });
});

test('refuses an owner that is the user, and names the properties as they were written', () => {
  expect(rolesProblem({ ...roles, owner: 'orders' }, 'databases[2].')).toEqual({
    text: "databases[2].owner and databases[2].user are both 'orders', the user would own the tables it may not change",
    fix: "name the owner 'orders_owner'",
  });
});
