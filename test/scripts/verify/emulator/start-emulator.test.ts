import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explain, startEmulator } from '../../../../scripts/verify/emulator/start-emulator';

let root: string;

/** A program that is Python with moto to whoever asks, and serves control calls as the emulator does. */
const PYTHON = `
const http = require('http');
if (process.argv[2] === '-c') {
  console.log(JSON.stringify({ python: '3.11.7', moto: '5.2.1' }));
} else if (process.env.FAKE_FAILURE) {
  console.error(process.env.FAKE_FAILURE);
  process.exitCode = 1;
} else {
  const faults = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (more) => { body += more; });
    request.on('end', () => {
      const answers = {
        'GET /_emulator/unknown': () => ({ 'eks:Foo': 2 }),
        'GET /_emulator/calls': () => ({ faults: faults.length }),
        'GET /_emulator/left': () => ['b', process.env.AWS_PROFILE ?? 'a'],
        'POST /_emulator/faults': () => { faults.push(JSON.parse(body)); return {}; },
      };
      const answer = answers[request.method + ' ' + request.url];
      response.statusCode = answer ? 200 : 404;
      response.end(answer ? JSON.stringify(answer()) : 'no such thing');
    });
  });
  const port = Number(process.argv[process.argv.indexOf('--port') + 1]);
  server.on('error', (error) => { console.error('Address already in use: ' + error.message); process.exit(1); });
  server.listen(port, '127.0.0.1', () => console.log('ready ' + server.address().port));
}
`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'groundplan-emulator-'));
  mkdirSync(join(root, 'test/emulator'), { recursive: true });
  writeFileSync(join(root, 'python'), `#!${process.execPath}\n${PYTHON}`);
  chmodSync(join(root, 'python'), 0o755);
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function start(environment: NodeJS.ProcessEnv = {}, port?: number) {
  return startEmulator({
    root,
    environment: { PYTHON: join(root, 'python'), ...environment },
    ...(port !== undefined && { port }),
  });
}

/** Somebody who listens on a port of 127.0.0.1. */
async function listener(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, port: (server.address() as AddressInfo).port };
}

test('serves on a free port until it is stopped', async () => {
  const emulator = await start();
  const unknown = await emulator.unknown();
  await emulator.stop();

  expect(unknown).toEqual({ 'eks:Foo': 2 });
  expect(emulator.versions).toBe('moto 5.2.1, python 3.11.7');
  await expect(emulator.unknown()).rejects.toThrow('fetch failed');
});

test('lets calls go wrong as it is told', async () => {
  const emulator = await start();
  await emulator.inject({ service: 'kms', operation: 'CreateKey', kind: 'throttle', times: 1 });
  const calls = await emulator.calls();
  await emulator.stop();

  expect(calls).toEqual({ faults: 1 });
});

test('tells what is left in order, and hands down no settings of AWS', async () => {
  const emulator = await start({ AWS_PROFILE: 'production' });
  const left = await emulator.left();
  await emulator.stop();

  expect(left).toEqual(['a', 'b']);
});

test('says what the emulator answers to what it does not know', async () => {
  const emulator = await start();
  const answer = emulator.clearFaults();

  await expect(answer).rejects.toThrow(
    'the emulator answers 404 to DELETE faults: no such thing; see test/emulator/README.md',
  );
  await emulator.stop();
});

test('says that the port is taken, and what to do', async () => {
  const { server, port } = await listener();
  const started = start({}, port);

  await expect(started).rejects.toThrow(
    /^the emulator does not serve on 127\.0\.0\.1:\d+: it ended with 1: Address already in use.*; another process listens on the port: end it, or take another port$/s,
  );
  server.close();
});

test('says what a server complained of that ended at once', async () => {
  await expect(start({ FAKE_FAILURE: 'NameError: x' })).rejects.toThrow(
    new Error(
      'the emulator does not serve on a free port of 127.0.0.1: it ended with 1: NameError: x',
    ),
  );
});

test('says nothing of complaints there are not', () => {
  expect(explain(' \n')).toBe('');
});
