import { BoundedContext, Environment, System, Team } from '../../lib/model';
import { boundaryOf } from '../../lib/plan/identity-plan';
import { addService } from '../support/systems';
import { PLACE, planOf } from './plans';

function identity(repository?: string) {
  const system = new System('shop', {
    domain: 'shop.example.com',
    ...(repository !== undefined && { repository }),
  });
  const context = (name: string) => {
    const team = new Team(system, name, { kind: 'stream-aligned', slack: '#x' });
    return new BoundedContext(system, name, { team, subdomain: 'core' });
  };
  const [stock, commerce] = [context('stock'), context('commerce')];
  new Team(system, 'idle', { kind: 'platform', slack: '#x' });
  addService(commerce, 'web');
  addService(stock, 'shelves');
  addService(commerce, 'orders');
  new Environment(system, 'production', {
    account: '111122223333',
    protection: 'retain',
    regions: ['eu-west-1', 'us-east-1'],
  });
  return planOf(system).identity;
}

test('the policy that bounds roles is named after the environment, in no region', () => {
  expect(boundaryOf(PLACE)).toStrictEqual({
    name: 'shop-production-boundary',
    arn: 'arn:aws:iam::111122223333:policy/shop-production-boundary',
  });
});

test('each team with services has a pipeline, by name', () => {
  expect(identity('example/shop')).toStrictEqual({
    prefix: 'shop-production',
    boundary: boundaryOf(PLACE),
    pipelines: {
      repository: 'example/shop',
      teams: [
        { team: 'commerce', services: ['orders', 'web'] },
        { team: 'stock', services: ['shelves'] },
      ],
    },
  });
});

test('without a repository there are no pipelines', () => {
  expect(identity()).toStrictEqual({ prefix: 'shop-production', boundary: boundaryOf(PLACE) });
});
