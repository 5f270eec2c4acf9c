/** Roles that Aurora PostgreSQL has from the beginning, and words that PostgreSQL takes for no role. */
const ROLES: ReadonlySet<string> = new Set([
  ...['postgres', 'public', 'none', 'rdsadmin', 'rdsproxyadmin', 'rdsrepladmin', 'rdstopmgr'],
  ...['rds-ad', 'rds-extension', 'rds-iam', 'rds-password', 'rds-replication', 'rds-superuser'],
]);

/** Databases that Aurora PostgreSQL has from the beginning. */
const DATABASES: ReadonlySet<string> = new Set(['postgres', 'template0', 'template1', 'rdsadmin']);

/** Words of SQL, which RDS takes for no database. @see https://www.postgresql.org/docs/current/sql-keywords-appendix.html */
const SQL_WORDS: ReadonlySet<string> = new Set([
  ...['all', 'analyse', 'analyze', 'and', 'any', 'array', 'as', 'asc', 'asymmetric', 'both'],
  ...['case', 'cast', 'check', 'collate', 'column', 'constraint', 'create', 'current-catalog'],
  ...['current-date', 'current-role', 'current-time', 'current-timestamp', 'current-user'],
  ...['default', 'deferrable', 'desc', 'distinct', 'do', 'else', 'end', 'except', 'false'],
  ...['fetch', 'for', 'foreign', 'from', 'grant', 'group', 'having', 'in', 'initially'],
  ...['intersect', 'into', 'lateral', 'leading', 'limit', 'localtime', 'localtimestamp', 'not'],
  ...['null', 'offset', 'on', 'only', 'or', 'order', 'placing', 'primary', 'references'],
  ...['returning', 'select', 'session-user', 'some', 'symmetric', 'system-user', 'table', 'then'],
  ...['to', 'trailing', 'true', 'union', 'unique', 'user', 'using', 'variadic', 'when', 'where'],
  ...['window', 'with'],
]);

/** Roles that a region has beside those of its services. */
const PLATFORM_ROLES: ReadonlySet<string> = new Set([
  ...['argocd-controller', 'argocd-server', 'aws-ebs-csi-driver', 'backup', 'cluster'],
  ...['external-secrets', 'flow-logs', 'grafana', 'karpenter', 'karpenter-node', 'load-balancers'],
  ...['log-admin', 'metrics-writer', 'nodes', 'restore-tests', 'telemetry-writer'],
  ...['topic-operator', 'vpc-cni'],
]);

/** Says why a service may not have a name, or nothing when it may. */
export function serviceNameProblem(name: string): string | undefined {
  if (name === 'platform') return `'${name}' names the manifests of the platform`;
  if (PLATFORM_ROLES.has(name)) return `'${name}' names a role of the platform`;
  if (ROLES.has(name)) return `'${name}' is a role of PostgreSQL itself`;
  if (name.startsWith('pg-'))
    return `'${name}' would log in to PostgreSQL as '${name.replaceAll('-', '_')}', which keeps pg_ for itself`;
  return undefined;
}

/** Says why an environment may not have a name, or nothing when it may. */
export function environmentNameProblem(name: string): string | undefined {
  return name === 'registry' ? `'${name}' names the stack of the images` : undefined;
}

/** Says why a PostgreSQL database may not have a name, or nothing when it may. */
export function databaseNameProblem(name: string): string | undefined {
  if (DATABASES.has(name)) return `'${name}' is a database of PostgreSQL itself`;
  if (name.startsWith('pg-')) return `'${name}' begins with pg-, which PostgreSQL keeps for itself`;
  if (SQL_WORDS.has(name)) return `'${name}' is a word of SQL`;
  // The host that reads `orders` is published as `orders-reader-host`.
  if (name.endsWith('-reader'))
    return `'${name}' ends in -reader, which names where '${name.slice(0, -7)}' is read`;
  return undefined;
}
