import { NAME_RULES, nameProblem } from '../../core/names';

/** A database and the two roles of it. */
export interface BootstrapRoles {
  /** Name of the database; it is created unless it is there. */
  readonly database: string;
  /** Role that owns database and schemas, and as which nobody logs in. */
  readonly owner: string;
  /** Role that the service logs in as, by IAM. */
  readonly user: string;
  /**
   * Schemas beside `public`; each is created unless it is there.
   *
   * @default - `public` alone
   */
  readonly schemas?: readonly string[];
}

/** What is wrong with a database or its roles, and how to mend it. */
export interface RolesProblem {
  /** The property, its value and the bound it breaks. */
  readonly text: string;
  /** The change that mends it. */
  readonly fix: string;
}

/** Databases that every server has: they belong to RDS. */
const SYSTEM_DATABASES: ReadonlySet<string> = new Set([
  'postgres',
  'rdsadmin',
  'template0',
  'template1',
]);
/**
 * Roles of RDS, and words that SQL does not take for a role's name.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.Roles.html
 * @see https://www.postgresql.org/docs/16/sql-createrole.html
 */
const SYSTEM_ROLE =
  /^(none|postgres|public|rds_.*|rdsadmin|rdsrepladmin|rdstopmgr|rdswriteforwarduser)$/;

/** Says what is wrong with a database and its roles, or nothing when they are allowed. */
export function rolesProblem(roles: BootstrapRoles, prefix = ''): RolesProblem | undefined {
  const { database, owner, user, schemas = [] } = roles;
  const problems = [
    nameOf(`${prefix}database`, database, SYSTEM_DATABASES.has(database)),
    nameOf(`${prefix}owner`, owner, SYSTEM_ROLE.test(owner)),
    nameOf(`${prefix}user`, user, SYSTEM_ROLE.test(user)),
    ...schemas.map((schema, index) =>
      nameOf(`${prefix}schemas[${index}]`, schema, schema === 'information_schema'),
    ),
    owner === user
      ? {
          text: `${prefix}owner and ${prefix}user are both '${user}', the user would own the tables it may not change`,
          fix: `name the owner '${user}_owner'`,
        }
      : undefined,
  ];
  return problems.find((problem) => problem !== undefined);
}

function nameOf(prop: string, name: string, taken: boolean): RolesProblem | undefined {
  const problem = nameProblem(name, 'postgresIdentifier');
  if (problem !== undefined) {
    const { max, shape } = NAME_RULES.postgresIdentifier;
    return { text: `${prop} ${problem}`, fix: `use at most ${max} characters: ${shape}` };
  }
  if (!taken) return undefined;
  return { text: `${prop} '${name}' belongs to the server itself`, fix: 'use another name' };
}
