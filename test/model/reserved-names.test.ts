import {
  databaseNameProblem,
  environmentNameProblem,
  serviceNameProblem,
} from '../../lib/model/reserved-names';

test.each([
  ['postgres', "'postgres' is a database of PostgreSQL itself"],
  ['template0', "'template0' is a database of PostgreSQL itself"],
  ['template1', "'template1' is a database of PostgreSQL itself"],
  ['rdsadmin', "'rdsadmin' is a database of PostgreSQL itself"],
  ['pg-data', "'pg-data' begins with pg-, which PostgreSQL keeps for itself"],
  ['order', "'order' is a word of SQL"],
  ['current-user', "'current-user' is a word of SQL"],
  ['orders-reader', "'orders-reader' ends in -reader, which names where 'orders' is read"],
])('a database is not named %s', (name, problem) => {
  expect(databaseNameProblem(name)).toBe(problem);
});

test.each(['orders', 'template', 'template2', 'pgdata', 'reader', 'readers', 'data', 'events'])(
  'a database may be named %s',
  (name) => {
    expect(databaseNameProblem(name)).toBeUndefined();
  },
);

test.each(['postgres', 'public', 'none', 'rdsadmin', 'rds-iam', 'rds-superuser'])(
  'a service does not log in as %s',
  (name) => {
    expect(serviceNameProblem(name)).toBe(`'${name}' is a role of PostgreSQL itself`);
  },
);

test.each(['orders', 'pgadmin', 'rds-exporter', 'platform-tools', 'external', 'secrets'])(
  'a service may be named %s',
  (name) => {
    expect(serviceNameProblem(name)).toBeUndefined();
  },
);

test.each(['external-secrets', 'cluster', 'nodes', 'karpenter', 'grafana', 'topic-operator'])(
  'a service is not named %s, as a role of the platform is',
  (name) => {
    expect(serviceNameProblem(name)).toBe(`'${name}' names a role of the platform`);
  },
);

test('an environment is not named as the stack of the images is', () => {
  expect(environmentNameProblem('registry')).toBe("'registry' names the stack of the images");
  expect(environmentNameProblem('registries')).toBeUndefined();
});
