import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check, CheckContext } from '../../../scripts/verify/check';
import { MissingPart } from '../../../scripts/verify/missing-part';
import { startProcess } from '../../../scripts/verify/own-processes';
import { runChecks, type CheckResult } from '../../../scripts/verify/run-checks';

const COMMON = { root: '/r', stacks: '/s', charts: '/c', environment: {}, quick: false };

function check(run: Check['run'], rest: Partial<Check> = {}): Check {
  return {
    ...{ name: 'one', part: 'a part', proves: 'it is so', quick: true },
    ...{ boundSeconds: 30, boundMiB: 100_000, run, ...rest },
  };
}

const FINE = { problems: [], figure: '3 things', versions: 'part 1.2' };

async function runOne(one: Check, required = false): Promise<CheckResult> {
  const [result] = await runChecks([one], {
    common: COMMON,
    required: () => required,
    progress: () => undefined,
  });
  if (result === undefined) throw new Error('no result');
  return result;
}

describe('runChecks', () => {
  it('passes a check without problems, with the version of the part that judged', async () => {
    await expect(runOne(check(() => Promise.resolve(FINE)))).resolves.toMatchObject({
      ...{ name: 'one', part: 'part 1.2', result: 'passed', figure: '3 things', detail: [] },
    });
  });

  it('fails a check with a problem, and shows it', async () => {
    const outcome = { ...FINE, problems: ['[a] is wrong'], notes: ['a note'] };
    await expect(runOne(check(() => Promise.resolve(outcome)))).resolves.toMatchObject({
      ...{ result: 'failed', detail: ['[a] is wrong'], notes: ['a note'] },
    });
  });

  it('skips a check whose part is missing, and says what is', async () => {
    const lacking = check(() => Promise.reject(new MissingPart('no python; install it')));
    await expect(runOne(lacking)).resolves.toMatchObject({
      ...{ result: 'skipped', part: 'a part', figure: 'not run' },
      detail: ['no python; install it'],
    });
  });

  it('fails a required check whose part is missing', async () => {
    const lacking = check(() => Promise.reject(new MissingPart('no python; install it')));
    await expect(runOne(lacking, true)).resolves.toMatchObject({ result: 'failed' });
  });

  it('fails a check that breaks, and runs the next one', async () => {
    const results = await runChecks(
      [check(() => Promise.reject(new Error('oh'))), check(() => Promise.resolve(FINE))],
      { common: COMMON, required: () => false, progress: () => undefined },
    );
    expect(results.map(({ result, figure }) => [result, figure])).toEqual([
      ['failed', 'broke off'],
      ['passed', '3 things'],
    ]);
    expect(results[0]?.detail[0]).toBe('Error: oh');
  });

  it.each([
    ['ENOSPC', '/t/a.json', 'free space there'],
    ['EACCES', '/t/b.json', 'change its rights'],
  ])('says what to do where this machine is the cause: %s', async (code, path, remedy) => {
    const error = Object.assign(new Error(`${code}: write`), { code, path });
    const { result, detail } = await runOne(check(() => Promise.reject(error)));

    expect(result).toBe('failed');
    expect(detail).toHaveLength(1);
    expect(detail[0]).toContain(`[${path}] ${code}`);
    expect(detail[0]).toContain(remedy);
  });

  it('gives up a check that takes longer than its bound', async () => {
    const hanging = check(() => new Promise(() => undefined), { boundSeconds: 0.2 });
    await expect(runOne(hanging)).resolves.toMatchObject({
      result: 'failed',
      detail: ['[one] not done after 0.2 s, its bound; run it alone: --only one'],
    });
  });

  it('gives up a check that takes more memory than its bound', async () => {
    const result = await runOne(check(() => new Promise(() => undefined), { boundMiB: 1 }));
    expect(result.result).toBe('failed');
    expect(result.detail[0]).toMatch(/^\[one\] \d+ MiB in use, more than its bound of 1 MiB$/);
  });

  it('gives each check a folder of its own, and deletes it', async () => {
    let seen: CheckContext | undefined;
    await runOne(
      check((context) => {
        seen = context;
        writeFileSync(join(context.folder, 'file'), 'text');
        return Promise.resolve(FINE);
      }),
    );
    expect(seen).toMatchObject(COMMON);
    expect(existsSync(seen?.folder ?? '')).toBe(false);
  });

  it('ends what a check left running', async () => {
    let ended: Promise<NodeJS.Signals | null> | undefined;
    await runOne(
      check(() => {
        const child = startProcess(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
          stdio: 'ignore',
        });
        ended = new Promise((resolve) => {
          child.once('exit', (_code, signal) => {
            resolve(signal);
          });
        });
        return Promise.resolve(FINE);
      }),
    );
    await expect(ended).resolves.toBe('SIGKILL');
  });

  it('tells what goes on', async () => {
    const told: string[] = [];
    await runChecks(
      [
        check(({ progress }) => {
          progress('half done');
          return Promise.resolve(FINE);
        }),
      ],
      {
        common: COMMON,
        required: () => false,
        progress: (name, text) => told.push(`${name}: ${text}`),
      },
    );
    expect(told).toEqual(['one: starts', 'one: half done']);
  });
});
