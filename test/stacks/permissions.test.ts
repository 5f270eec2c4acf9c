import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { App, DefaultTokenResolver, StringConcat, Tokenization, type TerraformStack } from 'cdktf';
import {
  planSystem,
  type EnvironmentPlan,
  type RegionPlan,
  type ServicePlan,
  type SystemPlan,
} from '../../lib/plan';
import { ServiceStack } from '../../stacks';
import { system } from '../../systems/shop/system';
import { FEATURES, generateSystem } from '../support/generated-systems';
import { plannedPermissions, plannedRoles } from '../../lib/proof';
import { permissionTriples, rolesIn, type WrittenRole } from '../support/policies';
import type { Block } from '../support/synth-stacks';

/** A service in a region, and the roles that its stack makes. */
interface RolesOfService {
  readonly environment: EnvironmentPlan;
  readonly region: RegionPlan;
  readonly service: ServicePlan;
  readonly roles: readonly WrittenRole[];
}

/** The roles of all services of a system: their stacks are made, and of those only what says something of roles is written. */
function rolesOf({ system: name, environments }: SystemPlan): readonly RolesOfService[] {
  return environments.flatMap((environment) =>
    environment.regions.flatMap((region) => {
      const app = new App({ outdir: 'never-written' });
      return region.services.map((service) => {
        const stack = new ServiceStack(app, service.name, {
          ...{ plan: region, service },
          settings: {
            ...{ system: name, environment: environment.environment, backend: 'local' },
            ...{ account: region.account, region: region.region, stateRegion: region.region },
          },
        });
        return { environment, region, service, roles: rolesIn({ resource: roleBlocks(stack) }) };
      });
    }),
  );
}

function roleBlocks(stack: TerraformStack) {
  const blocks: {
    aws_iam_role: Record<string, Block>;
    aws_iam_role_policy: Record<string, Block>;
  } = { aws_iam_role: {}, aws_iam_role_policy: {} };
  for (const part of stack.node.findAll()) {
    if (!(part instanceof IamRole || part instanceof IamRolePolicy)) continue;
    const { resource } = Tokenization.resolve(part.toTerraform(), {
      ...{ scope: stack, preparing: false },
      resolver: new DefaultTokenResolver(new StringConcat()),
    }) as {
      readonly resource: Readonly<Record<keyof typeof blocks, Readonly<Record<string, Block>>>>;
    };
    const type = part instanceof IamRole ? 'aws_iam_role' : 'aws_iam_role_policy';
    Object.assign(blocks[type], resource[type]);
  }
  return blocks;
}

/** What is wrong with the roles of a service; nothing when they are as they were planned. */
function problemsOf({ region, service, roles }: RolesOfService): readonly string[] {
  const planned = new Set(plannedPermissions(region, service));
  const written = new Set(roles.flatMap(permissionTriples));
  const names = roles.map(({ name }) => name);
  return [
    ...[...planned].filter((line) => !written.has(line)).map((line) => `missing: ${line}`),
    ...[...written].filter((line) => !planned.has(line)).map((line) => `not planned: ${line}`),
    ...plannedRoles(service)
      .filter((name) => !names.includes(name))
      .map((name) => `no role ${name}`),
    ...names.filter((name) => !plannedRoles(service).includes(name)).map((name) => `role ${name}`),
    ...roles
      .filter(({ boundary }) => boundary !== region.boundaryArn)
      .map(({ name }) => `unbounded: ${name}`),
    // A version of a schema is asked for by its id, which is no part of an ARN.
    ...[...written]
      .filter((line) => / on \*$/.test(line) && !line.includes(': glue:GetSchemaVersion on '))
      .map((line) => `everything: ${line}`),
    ...[...written].filter((line) => /: \S*\*\S* on /.test(line)).map((line) => `any: ${line}`),
  ];
}

// Each construct keeps where it was made, and thousands are made here: what nobody reads costs most of the time.
beforeAll(() => {
  jest.spyOn(Error, 'captureStackTrace').mockImplementation(() => undefined);
});

afterAll(() => {
  jest.restoreAllMocks();
});

test('services of the shop may do what was planned and nothing else, within the boundary', () => {
  const roles = rolesOf(planSystem(system));

  expect(roles.flatMap(problemsOf)).toEqual([]);
  expect(roles).toHaveLength(48);
});

test('each may do something, and each that is given something has a role to read it by', () => {
  const { roles } = rolesOf(planSystem(system)).find(
    ({ service, environment }) =>
      service.name === 'payment-service' && environment.environment === 'production',
  ) ?? { roles: [] };

  expect(
    roles.map(({ name, statements }) => [name.replace(/^.*-2-/, ''), statements.length]),
  ).toEqual([
    ['payment-service', 7],
    ['payment-service.bootstrap', 3],
    ['payment-service.secrets', 3],
  ]);
});

describe('of systems made at random', () => {
  const SYSTEMS = 200;
  const seeds = Array.from({ length: SYSTEMS }, (_, seed) => seed + 1);
  const generated = seeds.map((seed) => generateSystem(seed));

  test('each has two contexts, two regions and three services or more, and some are large', () => {
    const sizes = generated.map(({ services }) => services);

    expect(Math.min(...generated.map(({ contexts }) => contexts))).toBeGreaterThanOrEqual(2);
    expect(Math.min(...generated.map(({ regions }) => regions))).toBeGreaterThanOrEqual(2);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...sizes)).toBeGreaterThan(50);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(60);
  });

  test('every kind of edge and of store is in a fifth of them or more', () => {
    const shares = FEATURES.map((feature): [string, number] => [
      feature,
      generated.filter(({ features }) => features.has(feature)).length / SYSTEMS,
    ]);
    console.info(
      shares
        .map(([feature, share]) => `${String(Math.round(share * 100))} % ${feature}`)
        .join('\n'),
    );

    expect(shares.filter(([, share]) => share < 0.2)).toEqual([]);
  });

  test('services may do what was planned and nothing else, within the boundary', () => {
    const problems = generated.flatMap(({ system: each }, index) =>
      rolesOf(planSystem(each))
        .flatMap(problemsOf)
        .map((problem) => `seed ${String(index + 1)}: ${problem}`),
    );

    expect(problems).toEqual([]);
  });
});

describe('where a bucket is only read', () => {
  const linesOf = ({ roles }: RolesOfService): readonly string[] =>
    roles.flatMap(permissionTriples).map((line) => line.replace(/^.*: (.*) on /, '$1 on '));
  const readers = [
    ...rolesOf(planSystem(system)),
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((seed) =>
      rolesOf(planSystem(generateSystem(seed).system)),
    ),
  ].flatMap((each) =>
    each.service.stores.flatMap((store) =>
      store.kind === 'ObjectBucket' && store.role === 'reader' ? [{ each, store }] : [],
    ),
  );

  test('its objects are listed, read and opened, and nothing else is done with it', () => {
    const written = readers.map(({ each, store }) =>
      linesOf(each).filter(
        (line) => line.includes(store.bucket) || line.includes(`bucket-${store.name}-key`),
      ),
    );

    expect(written).toEqual(
      readers.map(({ store: { name, bucket } }) => [
        `kms:Decrypt on \${data.aws_kms_alias.bucket-${name}-key.target_key_arn}`,
        `s3:GetObject on arn:aws:s3:::${bucket}/*`,
        `s3:ListBucket on arn:aws:s3:::${bucket}`,
      ]),
    );
    expect(readers.length).toBeGreaterThan(5);
  });

  test('none is of the region that writes it', () => {
    const regions = readers.map(({ each }) => `${each.environment.system} ${each.region.region}`);

    expect(regions).toContain('shop eu-west-1');
    expect(regions).not.toContain('shop ap-northeast-2');
    expect(regions).not.toContain('generated us-east-1');
  });
});

describe('the comparison', () => {
  const [one] = rolesOf(planSystem(generateSystem(1).system));
  if (one === undefined) throw new Error('the first generated system has no service');
  const { roles } = one;
  const withStatement = (Action: string, Resource: string): readonly string[] =>
    problemsOf({
      ...one,
      roles: roles.map((role, index) => ({
        ...role,
        statements: [
          ...role.statements,
          ...(index === 0 ? [{ Sid: 'More', Action: [Action], Resource: [Resource] }] : []),
        ],
      })),
    });

  test('sees what is missing', () => {
    const fewer = roles.map((role) => ({ ...role, statements: role.statements.slice(1) }));

    expect(problemsOf({ ...one, roles: fewer }).join()).toContain('missing: ');
  });

  test('sees what is too much, and above all everything', () => {
    const name = roles[0]?.name ?? '';

    expect(withStatement('s3:GetObject', '*')).toEqual([
      `not planned: ${name}: s3:GetObject on *`,
      `everything: ${name}: s3:GetObject on *`,
    ]);
    expect(withStatement('s3:*', 'arn:x')).toEqual([
      `not planned: ${name}: s3:* on arn:x`,
      `any: ${name}: s3:* on arn:x`,
    ]);
  });

  test('sees a role without the boundary, one too many and one too few', () => {
    const [first, ...rest] = roles;
    if (first === undefined) throw new Error('the service has no role');
    const { name, statements } = first;

    expect(problemsOf({ ...one, roles: [{ name, statements }, ...rest] })).toEqual([
      `unbounded: ${name}`,
    ]);
    expect(problemsOf({ ...one, roles: rest })).toContain(`no role ${name}`);
    expect(
      problemsOf({ ...one, roles: [...roles, { ...first, name: 'other', statements: [] }] }),
    ).toEqual(['role other']);
  });
});
