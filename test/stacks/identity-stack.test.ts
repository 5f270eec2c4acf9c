import { planMarket } from '../support/market';
import { providersOf } from '../support/parameters';
import { permissionLines, rolesIn } from '../support/policies';
import { blocksOf, writtenStacks } from '../support/written';

const { plan, live } = planMarket();
const stacks = writtenStacks(plan);
const identity = stacks.get('market-live-identity');
const ONE_REGION = { regions: ['eu-west-1'] } as const;

test('it stands in the home region, in the account of its environment, and waits for nothing', () => {
  expect(providersOf(identity)).toEqual([{ region: 'eu-west-1', accounts: ['111122223333'] }]);
  expect(identity?.dependencies).toEqual([]);
  expect(identity?.data).toBeUndefined();
});

test('it makes the boundary that all roles of services name', () => {
  const [boundary] = Object.values(blocksOf(identity, 'resource', 'aws_iam_policy'));

  expect(boundary).toMatchObject({ name: 'market-live-boundary' });
  expect(live.regions.map(({ boundaryArn }) => boundaryArn)).toEqual(
    live.regions.map(() => `arn:aws:iam::111122223333:policy/${String(boundary?.['name'])}`),
  );
});

test('it makes a role that plans, one that deploys, and one for the services of each team', () => {
  expect(rolesIn(identity).map(({ name }) => name)).toEqual([
    'market-live-ci-deploy',
    'market-live-ci-deploy-depot',
    'market-live-ci-deploy-sales',
    'market-live-ci-plan',
  ]);
});

test('every stack of a service waits for it, and none of a layer', () => {
  const waiting = [...stacks.values()]
    .filter(({ dependencies }) => dependencies.includes('market-live-identity'))
    .map(({ name }) => name);

  expect(waiting.sort()).toEqual(
    [...stacks.keys()].filter((name) => name.includes('-svc-')).sort(),
  );
  expect(waiting).toHaveLength(8);
});

test('without a repository there is the boundary and no role', () => {
  const alone = writtenStacks(
    planMarket({ system: { repository: undefined }, live: ONE_REGION }).plan,
  ).get('market-live-identity');

  expect(rolesIn(alone)).toEqual([]);
  expect(Object.keys(blocksOf(alone, 'resource', 'aws_iam_policy'))).toHaveLength(1);
});

describe('beyond the boundary', () => {
  const unbounded = permissionLines(
    rolesIn(identity)
      .filter(({ name }) => name === 'market-live-ci-deploy')
      .flatMap(({ statements }) => statements)
      .filter(({ Sid }) => Sid === 'PlatformRoles'),
  ).map((line) => line.replace(/^.*:role\//, ''));

  test('the one that deploys makes the roles of the layers', () => {
    expect(unbounded).toContain('market-live-eu-west-1-cluster');
    expect(unbounded).toContain('market-live-eu-west-1-flow-logs');
    expect(unbounded).toContain('market-live-us-east-1-restore-tests');
    expect(unbounded).toContain('market-live-eu-west-1-grafana');
  });

  test('it makes no role of a service, and none of a pipeline', () => {
    const services = live.regions.flatMap(({ services }) => services.map(({ role }) => role.name));

    expect(unbounded.filter((name) => /[*?]/.test(name) || /-ci-/.test(name))).toEqual([]);
    expect(unbounded.filter((name) => services.includes(name))).toEqual([]);
  });
});
