import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrapVerb } from '../../lib/cli/bootstrap';
import { Environment, System } from '../../lib/model';
import { inTemporary } from '../support/written';

function shop(repository?: string): System {
  const system = new System('shop', {
    domain: 'shop.example.com',
    ...(repository !== undefined && { repository }),
    registry: { account: '777788889999', region: 'us-east-1' },
  });
  for (const [name, account] of [
    ['production', '111122223333'],
    ['staging', '444455556666'],
  ] as const)
    new Environment(system, name, {
      ...{ account, protection: 'retain', regions: ['eu-west-1', 'us-east-1'] },
    });
  return system;
}

/** Runs a script with a command `aws` that writes down how it is called; what it looks for is there or not. */
function commandsOf(script: string, { account, there }: { account: string; there: boolean }) {
  return inTemporary((directory) => {
    const log = join(directory, 'log');
    const aws = join(directory, 'aws');
    writeFileSync(log, '');
    writeFileSync(
      aws,
      `#!/bin/sh
echo "$1 $2" >> ${log}
case "$2" in
  get-caller-identity) echo ${account} ;;
  head-bucket | get-open-id-connect-provider) exit ${there ? 0 : 1} ;;
esac
`,
    );
    chmodSync(aws, 0o755);
    let status = 0;
    try {
      const path = `${directory}:/usr/bin:/bin`;
      execFileSync('/bin/sh', ['-c', script], { env: { PATH: path }, stdio: 'pipe' });
    } catch {
      status = 1;
    }
    const calls = readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    return { status, calls };
  });
}

const SETTINGS = [
  's3api put-public-access-block',
  's3api put-bucket-versioning',
  's3api put-bucket-policy',
  ...Array.from({ length: 5 }, () => 'iam create-service-linked-role'),
  ...Array.from({ length: 2 }, () => 'backup update-region-settings'),
];

describe('the script of an environment', () => {
  const script = bootstrapVerb(shop('example/shop'), { environment: 'staging' }).text;

  test('makes what is not there', () => {
    expect(commandsOf(script, { account: '444455556666', there: false })).toEqual({
      status: 0,
      calls: [
        ...['sts get-caller-identity', 's3api head-bucket', 's3api create-bucket', ...SETTINGS],
        ...['iam get-open-id-connect-provider', 'iam create-open-id-connect-provider'],
      ],
    });
  });

  test('leaves what is there, and sets it right', () => {
    expect(commandsOf(script, { account: '444455556666', there: true })).toEqual({
      status: 0,
      calls: [
        ...['sts get-caller-identity', 's3api head-bucket', ...SETTINGS],
        'iam get-open-id-connect-provider',
      ],
    });
  });

  test('touches no other account', () => {
    expect(commandsOf(script, { account: '111122223333', there: false })).toEqual({
      status: 1,
      calls: ['sts get-caller-identity'],
    });
  });

  test('names the bucket of the state, in the first region', () => {
    expect(script).toContain(
      'create-bucket --bucket shop-staging-terraform-state-444455556666 --region eu-west-1 --create-bucket-configuration LocationConstraint=eu-west-1',
    );
  });
});

test('us-east-1 takes no constraint of location', () => {
  const { text } = bootstrapVerb(shop(), { environment: 'registry' });

  expect(text).toContain(
    '--bucket shop-registry-terraform-state-777788889999 --region us-east-1\n',
  );
});

test('without a repository nobody signs in from outside', () => {
  expect(bootstrapVerb(shop(), { environment: 'staging' }).text).not.toContain('open-id');
});

test('without a name all are printed, the images first', () => {
  const { exitCode, text } = bootstrapVerb(shop(), {});

  expect(exitCode).toBe(0);
  expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual([
    '# registry: account 777788889999, as its administrator',
    '# production: account 111122223333, as its administrator',
    '# staging: account 444455556666, as its administrator',
  ]);
});

test('machines read what is needed where', () => {
  const { text } = bootstrapVerb(shop('example/shop'), { environment: 'staging', json: true });

  expect(JSON.parse(text)).toEqual([
    {
      environment: 'staging',
      account: '444455556666',
      region: 'eu-west-1',
      pipelines: true,
      linkedServices: [
        'elasticache.amazonaws.com',
        'opensearchservice.amazonaws.com',
        'rds.amazonaws.com',
        'replication.dynamodb.amazonaws.com',
        'spot.amazonaws.com',
      ],
      backupRegions: ['eu-west-1', 'us-east-1'],
      stateBucket: 'shop-staging-terraform-state-444455556666',
    },
  ]);
});

test.each([
  ['stagin', "no environment 'stagin'; did you mean staging?"],
  ['qa', "no environment 'qa'; there are registry, production, staging"],
])('%s is no environment', (environment, text) => {
  expect(bootstrapVerb(shop(), { environment })).toEqual({ exitCode: 2, text });
});
