import {
  Environment,
  readSystem,
  System,
  Team,
  BoundedContext,
  type Region,
} from '../../lib/model';
import { planRegistry } from '../../lib/plan/registry-plan';
import { addService } from '../support/systems';

const REGISTRY = { account: '999988887777', region: 'eu-west-1' } as const;

function registry(props: Partial<ConstructorParameters<typeof System>[1]> = {}) {
  const system = new System('shop', { domain: 'shop.example.com', ...props });
  const team = new Team(system, 'commerce', { kind: 'stream-aligned', slack: '#x' });
  const context = new BoundedContext(system, 'ordering', { team, subdomain: 'core' });
  for (const name of ['web', 'orders']) addService(context, name);
  const add = (name: string, account: string, regions: readonly Region[]) =>
    new Environment(system, name, { account, protection: 'disposable', regions });
  add('test', '000011112222', ['eu-west-1']);
  add('staging', '111122223333', ['us-west-2']);
  add('production', '111122223333', ['us-west-2', 'us-east-1', 'eu-west-1']);
  return planRegistry(readSystem(system));
}

test('images are kept once, pulled by all accounts and copied to all other regions', () => {
  expect(registry({ registry: REGISTRY })).toStrictEqual({
    ...REGISTRY,
    system: 'shop',
    services: ['orders', 'web'],
    accounts: ['000011112222', '111122223333'],
    regions: ['us-east-1', 'us-west-2'],
  });
});

test('workflows of a repository push', () => {
  expect(registry({ registry: REGISTRY, repository: 'example/shop' })).toMatchObject({
    repository: 'example/shop',
  });
});

test('nothing is planned where images come from elsewhere', () => {
  expect(registry({ repository: 'example/shop' })).toBeUndefined();
});
