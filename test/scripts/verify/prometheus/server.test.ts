import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startPrometheus } from '../../../../scripts/verify/prometheus/server';

/** A program of that name that complains so often, and then answers as if it were ready. */
function fakePrometheus(folder: string, complaint: string, times: number): void {
  const program = `#!${process.execPath}
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const file = ${JSON.stringify(join(folder, 'starts'))};
const starts = (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0) + 1;
writeFileSync(file, String(starts));
if (starts <= ${times}) {
  console.error('starting');
  console.error(${JSON.stringify(complaint)});
  process.exit(1);
}
const [, port] = /127\\.0\\.0\\.1:(\\d+)/.exec(process.argv.join(' '));
const answer = JSON.stringify({ data: { groups: [{ rules: [{}, {}] }] } });
require('node:http').createServer((_request, response) => response.end(answer)).listen(port, '127.0.0.1');
`;
  writeFileSync(join(folder, 'prometheus'), program);
  chmodSync(join(folder, 'prometheus'), 0o755);
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundplan-server-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const setting = () => ({
  ...{ folder, files: [], target: '127.0.0.1:1' },
  environment: { PATH: `${folder}:${dirname(process.execPath)}` },
});

test('a port that somebody took is left to them', async () => {
  fakePrometheus(folder, 'listen tcp 127.0.0.1:1: bind: address already in use', 2);
  const server = await startPrometheus(setting());

  await expect(server.rules()).resolves.toBe(2);
  await server.stop();
}, 30_000);

test('a port taken each time is told, and not waited for', async () => {
  fakePrometheus(folder, 'listen tcp 127.0.0.1:1: bind: address already in use', 3);

  await expect(startPrometheus(setting())).rejects.toThrow(
    '[prometheus] it does not start: listen tcp 127.0.0.1:1: bind: address already in use',
  );
}, 30_000);

test('what it complains of is told at once', async () => {
  fakePrometheus(folder, 'invalid rule: no such function', 1);

  await expect(startPrometheus(setting())).rejects.toThrow(
    '[prometheus] it does not start: invalid rule: no such function',
  );
}, 30_000);
