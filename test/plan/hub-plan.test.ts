import { regional } from '../../lib/model';
import { HUB_ACCOUNTS, planHub } from '../../lib/plan/hub-plan';
import { soundSystem, type Variation } from '../support/systems';
import { planOf } from './plans';

const HOME = regional({ partitionedBy: 'customer home region' });

function hub(production: Variation['production'] = {}) {
  const { system } = soundSystem({
    production,
    database: { placement: HOME },
    topic: { placement: HOME },
  });
  return planHub(planOf(system).regions);
}

test('the hub stands in the first region and knows all of them', () => {
  expect(hub({ regions: ['us-east-1', 'eu-west-1'] })).toStrictEqual({
    home: 'us-east-1',
    deployer: 'shop-production-us-east-1-argocd-controller',
    deployerView: 'shop-production-us-east-1-argocd-server',
    grafana: 'shop-production-us-east-1-grafana',
    logAdmin: 'shop-production-us-east-1-log-admin',
    spokes: [
      {
        region: 'us-east-1',
        cluster: 'shop-production-us-east-1',
        cidr: '10.0.0.0/16',
        metricsWriter: 'shop-production-us-east-1-metrics-writer',
        telemetryWriter: 'shop-production-us-east-1-telemetry-writer',
        alertSender: 'shop-production-us-east-1-alert-sender',
      },
      {
        region: 'eu-west-1',
        cluster: 'shop-production-eu-west-1',
        cidr: '10.1.0.0/16',
        metricsWriter: 'shop-production-eu-west-1-metrics-writer',
        telemetryWriter: 'shop-production-eu-west-1-telemetry-writer',
        alertSender: 'shop-production-eu-west-1-alert-sender',
      },
    ],
    longTerm: { metrics: 'shop-production', logs: 'shop-production' },
  });
});

test('an environment that may be lost keeps nothing for long', () => {
  expect(hub({ protection: 'disposable' })).not.toHaveProperty('longTerm');
});

test('a cluster that exists is deployed to by its own name', () => {
  const { system, production } = soundSystem();
  production.existing('eu-west-1', {
    cluster: {
      name: 'shared',
      securityGroupId: 'sg-1',
      secretsRoleArn: 'arn:aws:iam::111122223333:role/secrets',
    },
  });
  expect(planHub(planOf(system).regions)?.spokes).toMatchObject([{ cluster: 'shared' }]);
});

test('without regions there is no hub', () => {
  expect(planHub([])).toBeUndefined();
});

test('each part of the hub has a service account of its own', () => {
  const accounts = Object.values(HUB_ACCOUNTS).map(
    ({ namespace, serviceAccount }) => `${namespace}/${serviceAccount}`,
  );
  expect(new Set(accounts).size).toBe(7);
});
