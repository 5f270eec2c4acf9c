import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, Aspects, TerraformStack } from 'cdktf';
import { PlatformError } from '../../../lib/core/errors';
import { PolicyChecks } from '../../../lib/aws/policy/policy-checks';
import { suppressPolicy } from '../../../lib/aws/policy/suppression';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1';
const PROPS = { asOf: '2026-11-22', protection: 'retain' } as const;

describe('policy checks', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'policy-checks-'));
  afterEach(() => {
    rmSync(outdir, { recursive: true, force: true });
  });

  /** An app of stacks with a log group each, kept for so many days. */
  function makeApp(days: Readonly<Record<string, number | undefined>>): App {
    const app = new App({ outdir });
    for (const [id, retentionInDays] of Object.entries(days)) {
      const stack = new TerraformStack(app, id);
      const tags = { System: 'shop', Environment: 'staging' };
      new AwsProvider(stack, 'Aws', { region: 'eu-west-1', defaultTags: [{ tags }] });
      new CloudwatchLogGroup(stack, 'Logs', { kmsKeyId: KEY, retentionInDays });
    }
    return app;
  }
  const written = () => readdirSync(join(outdir, 'stacks'));

  test('let an app be written that keeps every rule', () => {
    const app = makeApp({ one: 30, two: 30 });
    new PolicyChecks(PROPS).addTo(app);
    app.synth();

    expect(written()).toEqual(['one', 'two']);
  });

  test('tell all breaches of all stacks at once, and nothing is written', () => {
    const app = makeApp({ one: 30, two: undefined, three: 0 });
    new PolicyChecks(PROPS).addTo(app);
    const synth = () => {
      app.synth();
    };

    expect(synth).toThrow(PlatformError);
    expect(synth).toThrow(
      new Error(
        [
          '[<root>] 2 breaches of policy; mend what is wrong, or suppress it with a reason and a day',
          '  LOG-001 [three/Logs] retentionInDays is 0, events never expire; say how many days they are kept',
          '  LOG-001 [two/Logs] retentionInDays is not set, events never expire; say how many days they are kept',
        ].join('\n'),
      ),
    );
    expect(written()).toEqual([]);
    expect(existsSync(join(outdir, 'manifest.json'))).toBe(false);
  });

  test('count one breach as one', () => {
    const app = makeApp({ one: 0 });
    new PolicyChecks(PROPS).addTo(app);

    expect(() => {
      app.synth();
    }).toThrow(/^\[<root>\] 1 breach of policy; /);
  });

  test('added to every stack by hand judge each synthesis once', () => {
    const app = makeApp({ one: 30, two: 30 });
    let judgements = 0;
    const protection = () => {
      judgements += 1;
      return 'retain' as const;
    };
    const checks = new PolicyChecks({ ...PROPS, protection });
    for (const stack of app.node.children) Aspects.of(stack).add(checks);

    app.synth();
    expect(judgements).toBe(2);
    app.synth();
    expect(judgements).toBe(4);
  });

  test('judge again what changed since they were fine', () => {
    const app = makeApp({ one: 30, two: 30 });
    new PolicyChecks(PROPS).addTo(app);
    app.synth();
    const stacks = app.node.findAll().filter((construct) => TerraformStack.isStack(construct));
    for (const stack of stacks.slice(1)) new CloudwatchLogGroup(stack, 'More', { kmsKeyId: KEY });

    expect(() => {
      app.synth();
    }).toThrow('LOG-001 [two/More]');
  });

  test('warn of a suppression that accepts nothing, without a path of this machine', () => {
    const app = makeApp({ one: 30 });
    suppressPolicy(app.node.findChild('one'), 'LOG-001', {
      reason: 'kept for the auditors',
      until: '2027-06-30',
    });
    new PolicyChecks(PROPS).addTo(app);
    app.synth();
    app.synth();
    const manifest: unknown = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8'));

    expect(manifest).toHaveProperty('stacks.one.annotations', [
      {
        constructPath: 'one',
        level: '@cdktf/warn',
        message: 'SUP-002 [one] suppression of LOG-001 accepts nothing; remove it',
      },
    ]);
  });

  test('cannot be added before there is a stack', () => {
    expect(() => {
      new PolicyChecks(PROPS).addTo(new App({ outdir }));
    }).toThrow('[<root>] there is no stack; add the checks after the stacks');
  });

  test('are needed on a stack, because cdktf invokes no aspect of an app', () => {
    const app = makeApp({ one: 0 });
    Aspects.of(app).add(new PolicyChecks(PROPS));
    app.synth();

    expect(written()).toEqual(['one']);
  });
});
