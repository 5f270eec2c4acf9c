import { planMarket } from '../support/market';
import { providersOf, regionOf } from '../support/parameters';
import { rolesIn } from '../support/policies';
import type { Block } from '../support/synth-stacks';
import { blocksOf, writtenStacks, type WrittenStack } from '../support/written';

const registry = writtenStacks(planMarket().plan).get('market-registry');
const OTHERS = ['ap-northeast-2', 'us-east-1'];
const ONE_REGION = { regions: ['eu-west-1'], edge: 'none' } as const;

function all(type: string, stack: WrittenStack | undefined = registry): readonly Block[] {
  return Object.values(blocksOf(stack, 'resource', type));
}

test('it stands where images are kept and reaches the regions they are copied to, in one account', () => {
  expect(providersOf(registry)).toEqual(
    ['eu-west-1', ...OTHERS].map((region, index) => ({
      ...(index > 0 && { alias: region }),
      ...{ region, accounts: ['111122223333'] },
    })),
  );
  expect(registry?.dependencies).toEqual([]);
  expect(blocksOf(registry, 'data', 'aws_ssm_parameter')).toEqual({});
});

test('its state is kept in a bucket of its own', () => {
  expect(registry?.terraform['backend']).toMatchObject({
    s3: { bucket: 'market-registry-terraform-state-111122223333', region: 'eu-west-1' },
  });
});

test('each service has a repository, guarded, whose tags stay what they are', () => {
  const guarded = { image_tag_mutability: 'IMMUTABLE', lifecycle: { prevent_destroy: true } };

  expect(blocksOf(registry, 'resource', 'aws_ecr_repository')).toMatchObject({
    prices: { name: 'market/prices', ...guarded },
    shop: { name: 'market/shop', ...guarded },
  });
});

test('images are copied to every region with a cluster, each made ready before', () => {
  const [replication] = all('aws_ecr_replication_configuration');
  const templates = blocksOf(registry, 'resource', 'aws_ecr_repository_creation_template');

  expect(Object.values(templates).map((block) => regionOf(registry, block))).toEqual(OTHERS);
  expect(replication?.['depends_on']).toEqual(
    Object.keys(templates).map((at) => `aws_ecr_repository_creation_template.${at}`),
  );
  for (const region of OTHERS) expect(JSON.stringify(replication)).toContain(`"${region}"`);
});

test('the main branch of the repository pushes, and nobody else', () => {
  const [build] = rolesIn(registry).filter(({ name }) => name === 'market-ci-build');

  expect(build?.statements.flatMap(({ Action }) => Action)).toContain('ecr:PutImage');
  expect(
    all('aws_iam_role')
      .filter(({ name }) => name === 'market-ci-build')
      .map((role) => String(role['assume_role_policy']).match(/repo:[^"]*/g)),
  ).toEqual([['repo:example/market:ref:refs/heads/main']]);
});

test('without a repository nobody pushes', () => {
  const alone = writtenStacks(
    planMarket({ system: { repository: undefined }, live: ONE_REGION }).plan,
  ).get('market-registry');

  expect(rolesIn(alone)).toEqual([]);
  expect(all('aws_ecr_repository', alone)).toHaveLength(2);
});

test('images are copied nowhere when clusters are where they are kept', () => {
  const alone = writtenStacks(planMarket({ live: ONE_REGION }).plan).get('market-registry');

  expect(all('aws_ecr_replication_configuration', alone)).toEqual([]);
  expect(providersOf(alone)).toHaveLength(1);
});

test('accounts of other environments pull', () => {
  const registryAccount = { account: '444455556666', region: 'eu-west-1' } as const;
  const other = writtenStacks(
    planMarket({ system: { registry: registryAccount }, live: ONE_REGION }).plan,
  ).get('market-registry');

  expect(JSON.stringify(all('aws_ecr_repository_policy', other))).toContain('111122223333');
  expect(all('aws_ecr_repository_policy', other)).toHaveLength(2);
  expect(providersOf(other)).toEqual([{ region: 'eu-west-1', accounts: ['444455556666'] }]);
});

test('where images come from elsewhere there is none', () => {
  const names = writtenStacks(
    planMarket({ system: { registry: undefined }, live: ONE_REGION }).plan,
  ).keys();

  expect([...names].filter((name) => /registry/.test(name))).toEqual([]);
});
