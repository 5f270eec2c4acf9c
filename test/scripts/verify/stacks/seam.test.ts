import { readObjects } from '../../../../lib/proof';
import { readSeam, seamProblems } from '../../../../scripts/verify/stacks/seam';
import { indexStack } from '../../../../scripts/verify/stacks/stack-index';
import { publishedParameters } from '../../../../scripts/verify/stacks/stack-references';

const index = indexStack({
  name: 's',
  folder: '/s',
  content: {
    provider: { aws: [{ region: 'eu' }] },
    resource: {
      aws_ssm_parameter: { p: { name: '/p' } },
      aws_secretsmanager_secret: { s: { name: 'secret' } },
      aws_iam_role: { r: { name: 'reader' } },
    },
  },
});
const seam = readSeam([index], publishedParameters([index]));

function problems(service: string, role: string, key: string, region = 'eu'): readonly string[] {
  const { objects } = readObjects([
    {
      path: 'live/eu/a.yaml',
      text: `apiVersion: a/v1
kind: SecretStore
metadata: { name: store, namespace: n }
spec: { provider: { aws: { region: ${region}, service: ${service}, role: '${role}' } } }
---
apiVersion: a/v1
kind: ExternalSecret
metadata: { name: secret, namespace: n }
spec: { data: [{ remoteRef: { key: ${key} }, sourceRef: { storeRef: { name: store } } }] }
---
apiVersion: v1
kind: Service
metadata: { name: other, namespace: n }
`,
    },
  ]);
  const storeOf = (_: string, name: string) => objects.find((one) => one.name === name);
  return objects.flatMap((one) => seamProblems(one, seam, storeOf));
}

test('what stacks make may be named', () => {
  expect(problems('ParameterStore', 'arn:aws:iam::1:role/reader', '/p')).toEqual([]);
  expect(problems('SecretsManager', 'reader', 'secret')).toEqual([]);
});

test.each([
  ['ParameterStore', 'reader', '/q', 'eu', 'no stack makes /q'],
  ['ParameterStore', 'reader', '/p', 'us', 'no stack makes /p'],
  ['SecretsManager', 'reader', '/p', 'eu', 'no stack makes /p'],
  ['ParameterStore', 'arn:aws:iam::1:role/x', '/p', 'eu', 'no stack makes arn:aws:iam::1:role/x'],
])('what no stack makes may not: %s %s %s in %s', (service, role, key, region, problem) => {
  expect(problems(service, role, key, region)).toEqual([problem]);
});
