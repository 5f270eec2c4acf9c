import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { APP } from '../../../../scripts/verify/engines/projects';
import {
  synthesise,
  synthProblems,
  withoutSettings,
} from '../../../../scripts/verify/engines/synthesise';

test('settings of an engine are not handed on', () => {
  expect(
    withoutSettings({
      ...{ PATH: '/bin', HOME: '/home', CDKTF_OUTDIR: 'x', CDKTF_CONTEXT_JSON: '{}' },
      ...{ CDKTN_LOG_LEVEL: 'debug', SYNTH_HCL_OUTPUT: 'true' },
    }),
  ).toEqual({ PATH: '/bin', HOME: '/home' });
});

test('an app that ended well has no problem, whatever it complained of', () => {
  expect(synthProblems('cdktn', { code: 0, stderr: 'Error: not that bad' })).toEqual([]);
});

test('an app that broke off has its error as the problem, without where it was thrown', () => {
  const stderr = [
    ...[
      '/x/errors.js:156',
      '    throw e;',
      '',
      'Error: Validation failed with:',
      '  [a/b] too old',
    ],
    ...['', '    at f (/x/errors.js:156)', '', 'Node.js v20.20.2'],
  ].join('\n');
  expect(synthProblems('cdktn', { code: 1, stderr })).toEqual([
    '[cdktn] the app ended with 1: Error: Validation failed with: [a/b] too old; change the sources so that this engine takes them',
  ]);
});

test('an app that said something else, or was stopped, has that as the problem', () => {
  expect(synthProblems('cdktf', { code: undefined, stderr: 'stopped after 120 s' })).toEqual([
    '[cdktf] the app ended with no code: stopped after 120 s; change the sources so that this engine takes them',
  ]);
});

test('only the beginning of a long error is shown', () => {
  const [problem = ''] = synthProblems('cdktf', { code: 1, stderr: `Error: ${'x'.repeat(5000)}` });
  expect(problem.length).toBeLessThan(750);
});

describe('an app is run', () => {
  let project: string;
  const app = (script: string): void => {
    const path = join(project, APP);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, script);
  };
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'engines-app-'));
  });
  afterEach(() => {
    rmSync(project, { recursive: true });
  });

  test('in its project, and what it wrote is read', async () => {
    app(`
      const fs = require('node:fs');
      const out = process.env.CDKTF_OUTDIR;
      fs.mkdirSync(out);
      fs.writeFileSync(out + '/cwd.txt', fs.realpathSync('.') === fs.realpathSync(out + '/..') ? 'project' : 'elsewhere');
      fs.writeFileSync(out + '/context.txt', String(process.env.CDKTF_CONTEXT_JSON));
    `);
    const { ended, output } = await synthesise(project, { CDKTF_CONTEXT_JSON: '{}' });
    expect(ended.code).toBe(0);
    expect([...output]).toEqual([
      ['context.txt', 'undefined'],
      ['cwd.txt', 'project'],
    ]);
  });

  test('and its end is told when it fails', async () => {
    app("throw new Error('no engine')");
    const { ended, output } = await synthesise(project, {});
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('no engine');
    expect(output.size).toBe(0);
  });
});
