import { planSystem, type GrantResource, type RegionPlan } from '../../lib/plan';
import { system } from '../../systems/shop/system';
import { permissionsIn } from '../support/policies';
import { blocksOf, writtenStacks, type WrittenStack } from '../support/written';

const plans = planSystem(system);
const stacks = writtenStacks(plans);

/** Names of the parameters that a stack publishes or reads. */
function parametersOf(stack: WrittenStack, kind: 'resource' | 'data'): readonly string[] {
  return Object.values(blocksOf(stack, kind, 'aws_ssm_parameter')).map(({ name }) => String(name));
}

const publisherOf = new Map(
  [...stacks.values()].flatMap((stack) =>
    parametersOf(stack, 'resource').map((name): [string, string] => [name, stack.name]),
  ),
);
const regionOf = (name: string): string => name.replace(/-(network|cluster|kafka|svc-.*)$/, '');
const all = [...stacks.values()];

describe('parameters in SSM', () => {
  test('are published once', () => {
    const published = all.flatMap((stack) => parametersOf(stack, 'resource'));

    expect([...published].sort()).toEqual([...publisherOf.keys()].sort());
    expect(published.length).toBeGreaterThan(all.length);
  });

  test.each(all.filter((stack) => parametersOf(stack, 'data').length > 0))(
    '$name reads what a stack of its region publishes, and comes after that stack',
    (stack) => {
      for (const name of parametersOf(stack, 'data')) {
        const publisher = publisherOf.get(name) ?? `nobody publishes ${name}`;
        expect(stack.dependencies).toContain(publisher);
        expect(regionOf(publisher)).toBe(regionOf(stack.name));
      }
    },
  );

  test('are read by every stack but networks and those of global data', () => {
    const reading = all.filter((stack) => parametersOf(stack, 'data').length > 0);
    const others = all.filter((stack) => !reading.includes(stack)).map(({ name }) => name);

    // A service that neither stores in the network nor follows events has nothing to read.
    expect(others.filter((name) => !/-network$|-global-svc-/.test(name))).toEqual([
      'shop-production-ap-northeast-2-svc-cart-service',
      'shop-production-ap-northeast-2-svc-review-service',
      'shop-production-eu-west-1-svc-cart-service',
      'shop-production-eu-west-1-svc-review-service',
      'shop-production-us-east-1-svc-cart-service',
      'shop-production-us-east-1-svc-review-service',
      'shop-staging-ap-northeast-2-svc-cart-service',
      'shop-staging-ap-northeast-2-svc-review-service',
    ]);
  });
});

describe('permissions', () => {
  const KAFKA = 'data.aws_ssm_parameter.kafka-cluster-arn.insecure_value';
  const snake = (name: string): string => name.replaceAll('-', '_');
  const writtenAs = ({ region, account }: RegionPlan, resource: GrantResource): string => {
    switch (resource.kind) {
      case 'arn':
        return resource.arn;
      case 'bucket-key':
        return `\${aws_kms_key.bucket_${snake(resource.store)}_key.arn}`;
      case 'database-user':
        return `arn:aws:rds-db:${region}:${account}:dbuser:\${aws_rds_cluster.postgres_${snake(resource.store)}.cluster_resource_id}/${resource.user}`;
      case 'kafka':
        return resource.type === 'cluster'
          ? `\${${KAFKA}}`
          : `\${replace(${KAFKA}, ":cluster/", ":${resource.type}/")}/${resource.name}`;
    }
  };

  test.each(plans.flatMap(({ regions }) => regions))(
    'of all services in $environment $region are those that were planned',
    (at) => {
      const planned = at.services.map(({ name, grants }) => [
        name,
        grants
          .flatMap(({ actions, resources }) =>
            resources.map((resource) => `${actions.join(' ')} on ${writtenAs(at, resource)}`),
          )
          .sort(),
      ]);
      const written = at.services.map(({ name }) => [
        name,
        permissionsIn(stacks.get(`shop-${at.environment}-${at.region}-svc-${name}`))
          .flatMap(({ Action, Resource }) =>
            Resource.map((resource) => `${Action.join(' ')} on ${resource}`),
          )
          .sort(),
      ]);

      expect(written).toEqual(planned);
      expect(written.filter(([, lines]) => lines?.length === 0)).toEqual([]);
    },
  );
});

test('every provider is limited to the account of its environment, in the region of its stack', () => {
  const limits = all.map(({ name, provider }) => {
    const [aws] = provider['aws'] ?? [];
    return [name, aws?.['allowed_account_ids'], aws?.['region']];
  });
  const expected = all.map(({ name }) => [
    name,
    [name.startsWith('shop-staging') ? '444455556666' : '111122223333'],
    /(ap-northeast-2|eu-west-1|us-east-1)/.exec(name)?.[0] ?? 'ap-northeast-2',
  ]);

  expect(limits).toEqual(expected);
});
