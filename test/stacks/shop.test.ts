import { planSystem, type EnvironmentPlan } from '../../lib/plan';
import { platformRoleNames } from '../../stacks/platform-roles';
import { system } from '../../systems/shop/system';
import { parametersOf, providersOf, readingProblems, regionOf } from '../support/parameters';
import { plannedPermissions, plannedRoles } from '../../lib/proof';
import { permissionTriples, rolesIn } from '../support/policies';
import { blocksOf, writtenStacks, type WrittenStack } from '../support/written';

const planned = planSystem(system);
const stacks = writtenStacks(planned);
const all = [...stacks.values()];

describe('parameters in SSM', () => {
  test('are published once', () => {
    const published = all.flatMap((stack) =>
      parametersOf(stack, 'resource').map(({ name, region }) => `${name} in ${region}`),
    );

    expect(new Set(published).size).toBe(published.length);
    expect(published.length).toBeGreaterThan(all.length);
  });

  test.each(all.filter((stack) => parametersOf(stack, 'data').length > 0))(
    '$name reads what an earlier stack publishes in the region where it reads',
    (stack) => {
      expect(readingProblems(stack, stacks)).toEqual([]);
    },
  );

  test('are read in another region by what copies topics and by the hub, and by nothing else', () => {
    const far = all.filter((stack) => {
      const [own] = providersOf(stack);
      return parametersOf(stack, 'data').some(({ region }) => region !== own?.region);
    });

    expect(far.map(({ name }) => name).sort()).toEqual([
      'shop-production-eu-west-1-replication',
      'shop-production-hub',
      'shop-production-us-east-1-replication',
    ]);
  });

  test('are read by every stack but those that others build on', () => {
    const reading = all.filter((stack) => parametersOf(stack, 'data').length > 0);
    const others = all.filter((stack) => !reading.includes(stack)).map(({ name }) => name);

    // A service that neither stores in the network nor follows events has nothing to read, and a hub of one region that keeps nothing neither.
    expect(
      others
        .filter((name) => !/-(network|dns|identity|registry|global)$|-global-svc-/.test(name))
        .sort(),
    ).toEqual(['shop-staging-ap-northeast-2-operations', 'shop-staging-hub']);
  });
});

describe('permissions', () => {
  test.each(planned.environments.flatMap(({ regions }) => regions))(
    'of all services in $environment $region are those that were planned',
    (at) => {
      const written = at.services.map(({ name }) => [
        name,
        rolesIn(stacks.get(`shop-${at.environment}-${at.region}-svc-${name}`))
          .flatMap(permissionTriples)
          .sort(),
      ]);

      expect(written).toEqual(
        at.services.map((service) => [service.name, plannedPermissions(at, service)]),
      );
      expect(written.filter(([, lines]) => lines?.length === 0)).toEqual([]);
    },
  );
});

describe('roles', () => {
  const ofServices = new Set(
    planned.environments.flatMap(({ regions }) =>
      regions.flatMap(({ services }) => services.flatMap(plannedRoles)),
    ),
  );
  const stacksOf = ({ environment }: EnvironmentPlan): readonly WrittenStack[] =>
    all.filter(({ name }) => name.startsWith(`shop-${environment}-`));
  const inLayers = (environment: EnvironmentPlan): readonly string[] =>
    stacksOf(environment)
      .filter(({ name }) => !name.endsWith('-identity'))
      .flatMap(rolesIn)
      .filter(({ boundary }) => boundary === undefined)
      .map(({ name }) => name)
      .sort();

  test('have names that no other role of their account has', () => {
    const names = all.flatMap((stack) =>
      rolesIn(stack).map(({ name }) => `${String(providersOf(stack)[0]?.accounts)} ${name}`),
    );

    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.length).toBeGreaterThan(150);
  });

  test.each(planned.environments)(
    'without the boundary in $environment are those that its pipeline may make without it',
    (environment) => {
      const names = platformRoleNames(environment);

      expect(inLayers(environment)).toEqual(names);
      expect(names.filter((name) => ofServices.has(name))).toEqual([]);
      expect(names.filter((name) => !name.startsWith(`shop-${environment.environment}-`))).toEqual(
        [],
      );
    },
  );

  test.each(planned.environments)(
    'without the boundary in $environment are all named in the policy of its pipeline',
    (environment) => {
      const [deploy] = rolesIn(stacks.get(`shop-${environment.environment}-identity`)).filter(
        ({ name }) => name.endsWith('-ci-deploy'),
      );
      const allowed = (deploy?.statements ?? [])
        .filter(({ Sid }) => Sid === 'PlatformRoles')
        .flatMap(({ Resource }) => Resource);

      expect([...allowed].sort()).toEqual(
        inLayers(environment).map((name) => `arn:aws:iam::${environment.account}:role/${name}`),
      );
    },
  );

  test('with the boundary are those of services and of what copies their objects, and no others', () => {
    const bounded = all.flatMap(rolesIn).filter(({ boundary }) => boundary !== undefined);
    const copying = planned.environments
      .flatMap(({ globalData }) => globalData)
      .flatMap(({ buckets }) => buckets.flatMap(({ parts }) => parts))
      .flatMap(({ bucket }) => bucket.copies?.role ?? []);

    expect(copying).toEqual(['shop-production-ap-northeast-2-catalog-service.copies-images']);
    expect(bounded.map(({ name }) => name).sort()).toEqual([...ofServices, ...copying].sort());
  });

  test('of pipelines are made with the boundary itself, and those of images with these', () => {
    const namesIn = (stack: string): readonly string[] =>
      rolesIn(stacks.get(stack)).map(({ name }) => name);

    expect(namesIn('shop-production-identity')).toEqual([
      'shop-production-ci-deploy',
      ...['commerce', 'customers', 'experience', 'logistics', 'merchandising', 'payments'].map(
        (team) => `shop-production-ci-deploy-${team}`,
      ),
      'shop-production-ci-plan',
    ]);
    expect(namesIn('shop-registry')).toEqual([
      'shop-ci-build',
      'shop-registry-eu-west-1-copies',
      'shop-registry-us-east-1-copies',
    ]);
  });
});

test('every provider of every stack is limited to the account of its environment', () => {
  const accounts = all.flatMap((stack) =>
    providersOf(stack).map((provider) => [stack.name, provider.accounts]),
  );

  expect(accounts).toEqual(
    all.flatMap((stack) =>
      providersOf(stack).map(() => [
        stack.name,
        [stack.name.startsWith('shop-staging') ? '444455556666' : '111122223333'],
      ]),
    ),
  );
});

test('the provider of every stack is in its region, others are named after theirs', () => {
  const regions = all.map((stack) => {
    const [own, ...others] = providersOf(stack);
    return [
      stack.name,
      own?.region,
      own?.alias,
      others.every(({ alias, region }) => alias === region),
    ];
  });

  expect(regions).toEqual(
    all.map(({ name }) => [
      name,
      /(ap-northeast-2|eu-west-1|us-east-1)/.exec(name)?.[0] ?? 'ap-northeast-2',
      undefined,
      true,
    ]),
  );
});

/** Resources with a name that is taken in a whole region, or account. */
const NAMED = [
  ...['aws_cloudwatch_log_group', 'aws_cloudwatch_metric_alarm', 'aws_dynamodb_table'],
  ...['aws_iam_policy', 'aws_kms_alias', 'aws_lb', 'aws_lb_target_group', 'aws_sns_topic'],
  ...['aws_db_subnet_group', 'aws_ssm_parameter', 'aws_backup_plan', 'aws_backup_vault'],
];

test('nothing is made twice under one name in one account and region', () => {
  const made = all.flatMap((stack) =>
    NAMED.flatMap((type) =>
      Object.values(blocksOf(stack, 'resource', type)).map((block) => {
        const name = block['name'] ?? block['alarm_name'];
        const account = String(providersOf(stack)[0]?.accounts);
        return `${type} ${String(name)} in ${account} ${regionOf(stack, block)}`;
      }),
    ),
  );

  expect(made.filter((each, index) => made.indexOf(each) !== index)).toEqual([]);
  expect(made.filter((each) => each.includes(' undefined '))).toEqual([]);
  expect(made.length).toBeGreaterThan(500);
});
