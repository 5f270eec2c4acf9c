import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository, makeProject } from '../support/project';
import { filesBelow } from '../support/written';

const START = 'scripts/start.ts';

/** A system of one service, told what to configure and what to add. */
function systemFile({ config = '{}', more = '' } = {}): string {
  return `
import { BoundedContext, Environment, Service, System, Team } from ${JSON.stringify(inRepository('lib/model'))};

export const system = new System('tiny', { domain: 'tiny.example.com' });
const team = new Team(system, 'one', { kind: 'stream-aligned', slack: '#one', onCall: 'mailto:one@example.com' });
const context = new BoundedContext(system, 'only', { team, subdomain: 'core' });
const service = new Service(context, 'worker', {
  image: 'registry.example.com/tiny/worker',
  replicas: { min: 1, max: 2 },
  resources: { cpu: '250m', memory: '256Mi' },
  throughput: { perReplica: 50, peak: 50 },
  objective: { availability: '99%' },
  config: ${config},
});
new Environment(system, 'live', { account: '111122223333', protection: 'disposable', regions: ['eu-west-1'] });
${more}
`;
}

describe('the main job', () => {
  const project = makeProject('system.ts', { 'system.ts': systemFile() });
  const write = (text: string): void => {
    writeFileSync(join(project.directory, 'system.ts'), text);
  };
  const output = (): Readonly<Record<string, string>> =>
    Object.fromEntries(
      [...filesBelow(project.directory)].filter(([path]) => /^(cdktf\.out|dist)\//.test(path)),
    );
  const left = (): readonly string[] => {
    const temporary = join(project.directory, '.groundplan');
    return existsSync(temporary) ? readdirSync(temporary) : [];
  };

  afterAll(() => {
    project.remove();
  });

  test('that finds errors before anything was written writes nothing', async () => {
    write(systemFile({ more: "new Team(system, 'one', { kind: 'enabling', slack: '#two' });" }));
    const { code, stdout, stderr } = await project.run(START);

    expect([code, stdout, output(), left()]).toEqual([1, '', {}, []]);
    expect(stderr).toContain('tiny/Team.one.2');
  });

  test('says what was written, as JSON when asked', async () => {
    write(systemFile());
    const { code, stdout, stderr } = await project.run(START, '--json');
    const written = Object.keys(output());

    expect([code, left()]).toEqual([0, []]);
    expect(JSON.parse(stdout)).toEqual({
      system: 'tiny',
      services: 1,
      environments: 1,
      regions: 1,
      findings: { error: 0, warning: 1 },
      stacks: 6,
      resources: expect.any(Number) as number,
      charts: 2,
      objects: expect.any(Number) as number,
      output: { stacks: 'cdktf.out/stacks', charts: 'dist' },
    });
    expect(stderr).toContain('0 errors, 1 warning');
    expect(stderr).not.toContain('synthesising');
    expect(written).toEqual([
      'cdktf.out/manifest.json',
      'cdktf.out/stacks/tiny-live-eu-west-1-cluster/cdk.tf.json',
      'cdktf.out/stacks/tiny-live-eu-west-1-network/cdk.tf.json',
      'cdktf.out/stacks/tiny-live-eu-west-1-operations/cdk.tf.json',
      'cdktf.out/stacks/tiny-live-eu-west-1-svc-worker/cdk.tf.json',
      'cdktf.out/stacks/tiny-live-hub/cdk.tf.json',
      'cdktf.out/stacks/tiny-live-identity/cdk.tf.json',
      'dist/live/eu-west-1/platform-only.k8s.yaml',
      'dist/live/eu-west-1/worker.k8s.yaml',
    ]);
  });

  describe('after a good run', () => {
    const good: { output: Readonly<Record<string, string>> } = { output: {} };

    beforeAll(() => {
      good.output = output();
    });

    test.each([
      [
        'finds errors',
        systemFile({ more: "new Team(system, 'one', { kind: 'enabling', slack: '#two' });" }),
        1,
        'tiny/Team.one.2',
      ],
      [
        'cannot prove what was emitted',
        systemFile({ config: "{ HOST: '${var.host}' }" }),
        1,
        "TOK-001 [live/eu-west-1/worker.k8s.yaml:17] '${var.host}' is an expression that only Terraform resolves; ",
      ],
      ['cannot load the system', systemFile({ more: 'unknown();' }), 2, '[system.ts:'],
    ])('one that %s leaves everything as it was', async (_what, text, code, message) => {
      write(text);
      const ended = await project.run(START);

      expect([ended.code, ended.stdout]).toEqual([code, '']);
      expect(ended.stderr).toContain(message);
      expect(output()).toEqual(good.output);
      expect(Object.keys(good.output)).toHaveLength(9);
      expect(left()).toEqual([]);
    });

    test('another good one replaces it, and nothing of the old is left', async () => {
      write(systemFile().replaceAll("'worker'", "'helper'"));
      const { code, stdout } = await project.run(START);

      expect([code, left()]).toEqual([0, []]);
      expect(Object.keys(output()).filter((path) => /worker|helper/.test(path))).toEqual([
        'cdktf.out/stacks/tiny-live-eu-west-1-svc-helper/cdk.tf.json',
        'dist/live/eu-west-1/helper.k8s.yaml',
      ]);
      expect(stdout.split('\n').slice(0, 5)).toEqual([
        'tiny: 1 service, 1 environment, 1 region',
        '  review   0 errors, 1 warning',
        expect.stringMatching(/^ {2}stacks {3}6 with \d+ resources in cdktf\.out\/stacks$/),
        expect.stringMatching(/^ {2}charts {3}2 with \d+ objects in dist$/),
        '  proof    no Terraform expression in any manifest, every reference leads somewhere',
      ]);
    });
  });
});
