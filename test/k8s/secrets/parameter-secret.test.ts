import type { ParameterSecretProps } from '../../../lib/k8s/secrets/parameter-secret';
import { ParameterSecret } from '../../../lib/k8s/secrets/parameter-secret';
import { only, synthChart } from '../../support/synth-charts';

const props: ParameterSecretProps = {
  name: 'endpoints',
  namespace: 'ordering',
  labels: { 'app.kubernetes.io/name': 'orders' },
  region: 'eu-west-1',
  roleArn: 'arn:aws:iam::111122223333:role/orders-parameters',
};
const parameters = { DATABASE_HOST: '/shop/production/eu-west-1/orders/host' };
const secrets = { API_KEY: 'shop/orders/api-key' };
const build = (change: Partial<ParameterSecretProps>) =>
  synthChart((chart) => {
    new ParameterSecret(chart, 'Endpoints', { ...props, ...change });
  });
const names = (change: Partial<ParameterSecretProps>) =>
  build(change).map(({ kind, metadata }) => `${kind}/${metadata.name}`);

test('a store is created for each service that is read, and for no other', () => {
  expect(names({ parameters })).toEqual([
    'SecretStore/endpoints-parameters',
    'ExternalSecret/endpoints',
  ]);
  expect(names({ secrets })).toEqual(['SecretStore/endpoints-secrets', 'ExternalSecret/endpoints']);
  expect(names({ parameters, secrets })).toEqual([
    'SecretStore/endpoints-parameters',
    'SecretStore/endpoints-secrets',
    'ExternalSecret/endpoints',
  ]);
});

test.each([
  ['endpoints-parameters', 'ParameterStore'],
  ['endpoints-secrets', 'SecretsManager'],
])('store %s reads %s of the region with the role, and is there first', (name, service) => {
  expect(only(build({ parameters, secrets }), 'SecretStore', name)).toEqual({
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
    metadata: {
      name,
      namespace: 'ordering',
      labels: props.labels,
      annotations: { 'argocd.argoproj.io/sync-wave': '-2' },
    },
    spec: { provider: { aws: { service, region: 'eu-west-1', role: props.roleArn } } },
  });
});

test('one Secret holds the values of both services', () => {
  const store = (name: string) => ({ storeRef: { kind: 'SecretStore', name } });

  expect(only(build({ parameters, secrets }), 'ExternalSecret')).toEqual({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: {
      name: 'endpoints',
      namespace: 'ordering',
      labels: props.labels,
      annotations: { 'argocd.argoproj.io/sync-wave': '-1' },
    },
    spec: {
      refreshInterval: '1h',
      target: { name: 'endpoints', creationPolicy: 'Owner', deletionPolicy: 'Retain' },
      data: [
        {
          secretKey: 'DATABASE_HOST',
          remoteRef: { key: '/shop/production/eu-west-1/orders/host' },
          sourceRef: store('endpoints-parameters'),
        },
        {
          secretKey: 'API_KEY',
          remoteRef: { key: 'shop/orders/api-key' },
          sourceRef: store('endpoints-secrets'),
        },
      ],
    },
  });
});

test('tells the name of the Secret to whoever refers to it', () => {
  synthChart((chart) => {
    expect(new ParameterSecret(chart, 'Endpoints', { ...props, secrets }).secretName).toBe(
      'endpoints',
    );
  });
});

test.each([
  ['5m', '5m'],
  ['1d', '24h'],
])('an interval of %s is sent as %s', (refreshInterval, sent) => {
  expect(only(build({ secrets, refreshInterval }), 'ExternalSecret')).toMatchObject({
    spec: { refreshInterval: sent },
  });
});

test.each<[Partial<ParameterSecretProps>, string]>([
  [{}, 'parameters and secrets are both empty; name a value to read, or leave the Secret out'],
  [
    { parameters, secrets: { DATABASE_HOST: 'a' } },
    "'DATABASE_HOST' is a key of both parameters and secrets; name one of the two differently",
  ],
  [
    { secrets, roleArn: 'orders' },
    "roleArn 'orders' is not the ARN of an IAM role; write it like 'arn:aws:iam::111122223333:role/orders'",
  ],
  [{ secrets, region: 'Ireland' }, "region 'Ireland' is no AWS region; write it like 'eu-west-1'"],
])('refuses %j', (change, message) => {
  expect(() => build(change)).toThrow(`[test/Endpoints] ${message}`);
});

test.each<[Partial<ParameterSecretProps>, string]>([
  [{ parameters: { 'A-B': 'x' } }, "parameters has the key 'A-B'"],
  [{ secrets: { '1': 'x' } }, "secrets has the key '1'"],
  [{ secrets, refreshInterval: '0s' }, "refreshInterval '0s' is below 1ms"],
  [{ secrets, name: 'A' }, "name 'A-parameters' is not a Kubernetes object"],
  [{ secrets, name: 'a'.repeat(243) }, 'has 254 characters'],
])('names what is wrong in %j', (change, message) => {
  expect(() => build(change)).toThrow(message);
});

test.each(['us-gov-west-1', 'ap-northeast-2'])('knows the region %s', (region) => {
  expect(names({ secrets, region })).toHaveLength(2);
});

test.each(['aws-cn', 'aws-us-gov'])('knows the partition %s', (partition) => {
  const roleArn = `arn:${partition}:iam::111122223333:role/path/orders`;

  expect(names({ secrets, roleArn })).toHaveLength(2);
});
