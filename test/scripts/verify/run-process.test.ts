import { runProcess } from '../../../scripts/verify/run-process';

const run = (script: string, timeoutSeconds = 20) =>
  runProcess(process.execPath, ['-e', script], {
    cwd: __dirname,
    env: { NAME: 'x' },
    timeoutSeconds,
  });

test('a process has its own environment and folder, and tells how it ended', async () => {
  const ended = await run(
    "console.log(process.env.NAME, process.env.PATH, process.cwd()); console.error('no'); process.exitCode = 3",
  );

  expect(ended).toMatchObject({ code: 3, stdout: `x undefined ${__dirname}\n`, stderr: 'no\n' });
  expect(ended.seconds).toBeGreaterThan(0);
});

test('one that takes too long is stopped', async () => {
  const ended = await run('setInterval(() => {}, 1000)', 0.5);

  expect(ended).toMatchObject({ code: undefined, stderr: 'stopped after 0.5 s' });
  expect(ended.seconds).toBeLessThan(10);
});

test('one that is not there is told of', async () => {
  const ended = await runProcess('no-such-program', [], {
    cwd: __dirname,
    env: {},
    timeoutSeconds: 5,
  });

  expect(ended).toMatchObject({ code: undefined, stderr: 'spawn no-such-program ENOENT' });
});
