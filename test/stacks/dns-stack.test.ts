import { planMarket } from '../support/market';
import { providersOf } from '../support/parameters';
import { blocksOf, writtenStacks } from '../support/written';

const stacks = writtenStacks(planMarket().plan);
const dns = stacks.get('market-live-dns');

test('it stands in the home region, in the account of its environment, and waits for nothing', () => {
  expect(providersOf(dns)).toEqual([{ region: 'eu-west-1', accounts: ['111122223333'] }]);
  expect(dns?.dependencies).toEqual([]);
  expect(dns?.data).toBeUndefined();
});

test('it is the zone of the domain, guarded against deletion', () => {
  expect(blocksOf(dns, 'resource', 'aws_route53_zone')).toMatchObject({
    zone: { name: 'live.market.example.com', lifecycle: { prevent_destroy: true } },
  });
});

test('it tells what to enter in the parent domain', () => {
  expect(dns).toMatchObject({
    output: {
      'name-servers': {
        value: '${aws_route53_zone.zone.name_servers}',
        description:
          'Enter them as NS records of live.market.example.com in the zone of its parent domain',
      },
    },
  });
});

test('what reads the zone by its domain waits for it, and nothing else does', () => {
  const all = [...stacks.values()];
  const reading = all.filter(
    (stack) => Object.keys(blocksOf(stack, 'data', 'aws_route53_zone')).length > 0,
  );

  expect(
    reading.flatMap((stack) => Object.values(blocksOf(stack, 'data', 'aws_route53_zone'))),
  ).toMatchObject(reading.map(() => ({ name: 'live.market.example.com', private_zone: false })));
  expect(reading.map(({ name }) => name).sort()).toEqual(
    all
      .filter(({ dependencies }) => dependencies.includes('market-live-dns'))
      .map(({ name }) => name)
      .sort(),
  );
  expect(reading).toHaveLength(4);
});

test('the domain is the one that the environment names', () => {
  const named = writtenStacks(
    planMarket({
      live: { regions: ['eu-west-1'], protection: 'disposable', domain: 'shop.example.com' },
    }).plan,
  ).get('market-live-dns');

  expect(blocksOf(named, 'resource', 'aws_route53_zone')).toMatchObject({
    zone: { name: 'shop.example.com', lifecycle: { prevent_destroy: false } },
  });
});

test.each([
  ['nothing stands before the regions', { live: { edge: 'none' } }],
  ['nobody comes in from outside', { journey: false }],
] as const)('there is none, and no gate, where %s', (_why, { ...options }) => {
  const live = { regions: ['eu-west-1'], ...('live' in options && options.live) } as const;
  const names = [...writtenStacks(planMarket({ ...options, live }).plan).keys()];

  expect(names.filter((name) => /-(dns|edge)$/.test(name))).toEqual([]);
  expect(names).toContain('market-live-hub');
});
