import { review } from '../../lib/review';
import { inRepository, makeProject, type Project } from '../support/project';
import { filesBelow } from '../support/written';
import { MISTAKES, systemWith, type Mistake } from './mistakes';

function said({
  rule,
  path,
  problem,
  fix,
}: Mistake | ReturnType<typeof review>['findings'][number]) {
  return { rule, path, problem, fix };
}

test('where there is no mistake nothing is said', () => {
  expect(review(systemWith()).findings).toEqual([]);
});

/** Of the errors alone: of a service that is there only to make a mistake there is more to say. */
function errorsOf(...mistakes: readonly Mistake[]) {
  return review(systemWith(...mistakes)).findings.filter(({ severity }) => severity === 'error');
}

test.each(MISTAKES)('when $mistake, one thing is said: where, what and how to mend it', (one) => {
  expect(errorsOf(one).map(said)).toEqual([said(one)]);
});

test('when everything is wrong, everything is said at once', () => {
  const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
    a.path < b.path ? -1 : 1;

  expect(
    errorsOf(...MISTAKES)
      .map(said)
      .sort(byPath),
  ).toEqual(MISTAKES.map(said).sort(byPath));
});

/** The last good output, which no failing run may touch. */
const LAST_GOOD = {
  'cdktf.out/manifest.json': '{}',
  'cdktf.out/stacks/good/cdk.tf.json': '{ "good": true }',
  'dist/production/eu-west-1/good.k8s.yaml': 'kind: Good\n',
};
const APPS = ['stacks/main.ts', 'charts/main.ts'] as const;

describe('a system file', () => {
  const projects: Project[] = [];
  const project = (system: string, text?: string): Project => {
    const files = text === undefined ? LAST_GOOD : { ...LAST_GOOD, [system]: text };
    const made = makeProject(system, files);
    projects.push(made);
    return made;
  };
  const outputOf = ({ directory }: Project): Readonly<Record<string, string>> =>
    Object.fromEntries(
      [...filesBelow(directory)].filter(([path]) => /^(cdktf\.out|dist)\//.test(path)),
    );

  afterAll(() => {
    for (const each of projects) each.remove();
  });

  test.each(APPS)(
    'in which everything is wrong ends %s with 1, and every mistake is said',
    async (app) => {
      const bad = project(inRepository('test/bad-input/fixtures/every-mistake.ts'));
      const { code, stdout, stderr } = await bad.run(app);

      expect(code).toBe(1);
      expect(stdout).toBe('');
      const said = stderr.replaceAll(/\s+/g, ' ');
      for (const { rule, path, problem, fix } of MISTAKES) {
        expect(said).toContain(`${rule}: `);
        expect(said).toContain(` ${path} ${problem} `);
        expect(said).toContain(` fix: ${fix} `);
      }
      expect(stderr).toContain(`${MISTAKES.length} errors`);
      expect(outputOf(bad)).toEqual(LAST_GOOD);
    },
  );

  const model = JSON.stringify(inRepository('lib/model'));
  const BROKEN: readonly (readonly [string, string, string])[] = [
    [
      'that throws',
      `import { System } from ${model};\n\nexport const system = new System('a', { domain: 'a.example.com' });\nthrow new RangeError('too late');\n`,
      '[system.ts:4] RangeError: too late; correct it so that the file loads\n',
    ],
    [
      'that exports no system',
      `import { System } from ${model};\n\nexport const shop = new System('a', { domain: 'a.example.com' });\n`,
      "[system.ts] exports no 'system'; write export const system = new System('shop', { domain: 'shop.example.com' })\n",
    ],
    [
      'that does not parse',
      'export const system = ;\n',
      '[system.ts:1] syntax error: Unexpected ";"; correct the line: npx tsc --noEmit checks syntax and types of all files\n',
    ],
  ];

  test.each(BROKEN)('%s ends an app with 2, and says where', async (_what, text, message) => {
    const broken = project('system.ts', text);

    expect(await broken.run('charts/main.ts')).toEqual({ code: 2, stdout: '', stderr: message });
    expect(outputOf(broken)).toEqual(LAST_GOOD);
  });

  test('that is not there ends the other app so too', async () => {
    const missing = project('nowhere.ts');
    const { code, stderr } = await missing.run('stacks/main.ts');

    expect(code).toBe(2);
    expect(stderr).toMatch(/^\[nowhere\.ts\] the file does not exist; /);
    expect(outputOf(missing)).toEqual(LAST_GOOD);
  });

  test('that asks for what a construct cannot build ends the app with 1, without a stack trace', async () => {
    const good = project(inRepository('test/bad-input/fixtures/no-mistake.ts'));

    expect(await good.run('test/bad-input/fixtures/impossible-app.ts')).toEqual({
      code: 1,
      stdout: 'delphi\n',
      stderr: '[delphi/Brokers] brokers is 4, no multiple of 3 subnets; pass 3 or 6\n',
    });
    expect(outputOf(good)).toEqual(LAST_GOOD);
  });
});
