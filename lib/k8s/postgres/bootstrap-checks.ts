import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import {
  assertCidr,
  assertIdentity,
  assertName,
  assertWhole,
  milliseconds,
} from '../support/checks';
import { rolesProblem } from './bootstrap-roles';
import type { BootstrapDatabase, PostgresBootstrapProps } from './postgres-bootstrap-props';

/** Key of the certificates when none is named. */
export const DEFAULT_CA_KEY = 'ca.pem';

/** Throws when databases cannot be prepared as asked, and gives the seconds a Job is tried. */
export function assertBootstrap(scope: Scoped, props: PostgresBootstrapProps): number {
  const { region, databases, deadline = '10m', caKey = DEFAULT_CA_KEY } = props;
  assertIdentity(scope, props, 'kubernetesService');
  assertName(scope, 'caConfigMap', props.caConfigMap, 'kubernetesName');
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) {
    const problem = `region '${region}' is no AWS region`;
    throw new PlatformError(scope, problem, "write it like 'eu-west-1'");
  }
  if (!/^[-._a-zA-Z0-9]{1,253}$/.test(caKey)) {
    const problem = `caKey '${caKey}' is no key of a ConfigMap`;
    throw new PlatformError(scope, problem, 'use 1 to 253 letters, digits, - _ .');
  }
  assertNetworks(scope, 'databaseCidrs', props.databaseCidrs);
  assertNetworks(scope, 'endpointCidrs', props.endpointCidrs);
  assertDatabases(scope, databases);
  const value = milliseconds(scope, 'deadline', deadline) / 1_000;
  const fix = "leave time for images to be pulled and for tries, such as '10m'";
  assertWhole(scope, { prop: 'deadline in seconds', value, min: 60, max: 3_600, fix });
  return value;
}

/** An empty list of peers would mean all of them. */
function assertNetworks(scope: Scoped, prop: string, cidrs: readonly string[]): void {
  if (cidrs.length === 0) {
    throw new PlatformError(scope, `${prop} is empty, 1 network or more is needed`, 'name one');
  }
  cidrs.forEach((cidr, index) => {
    assertCidr(scope, `${prop}[${index}]`, cidr);
  });
}

function assertDatabases(scope: Scoped, databases: readonly BootstrapDatabase[]): void {
  if (databases.length === 0) {
    const problem = 'databases is empty, 1 database or more is needed';
    throw new PlatformError(scope, problem, 'name one, or leave the bootstrap out');
  }
  const seen = new Set<string>();
  databases.forEach((each, index) => {
    const prop = `databases[${index}].`;
    const problem = rolesProblem(each, prop);
    if (problem !== undefined) throw new PlatformError(scope, problem.text, problem.fix);
    assertName(scope, `${prop}hostParameter`, each.hostParameter, 'ssmParameter');
    assertName(scope, `${prop}secretArnParameter`, each.secretArnParameter, 'ssmParameter');
    if (seen.has(each.database)) {
      const text = `${prop}database '${each.database}' is there twice`;
      throw new PlatformError(scope, text, 'name each database once, or use a bootstrap for each');
    }
    seen.add(each.database);
  });
}
