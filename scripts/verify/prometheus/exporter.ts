import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Counters } from './burn-alert';

/** Something that counts requests which are never made, and serves what it counted. */
export interface Exporter {
  /** Where it is scraped, for example `127.0.0.1:41234`. */
  readonly address: string;
  /** From now on so many of all requests fail: a share from 0 to 1. */
  readonly fail: (share: number) => void;
  /** Ends it. */
  readonly stop: () => Promise<void>;
}

const REQUESTS_PER_SECOND = 1_000;
const TICK_MILLISECONDS = 100;

/** Starts to count on a free port of this machine. */
export async function startExporter({ failing, healthy, all }: Counters): Promise<Exporter> {
  const values = new Map([...failing, ...healthy, ...all].map((series) => [series, 0]));
  let share = 0;
  const add = (names: readonly string[], requests: number): void => {
    for (const name of names) values.set(name, (values.get(name) ?? 0) + requests / names.length);
  };
  const timer = setInterval(() => {
    const requests = (REQUESTS_PER_SECOND * TICK_MILLISECONDS) / 1000;
    add(failing, share * requests);
    add(healthy, (1 - share) * requests);
    add(all, requests);
  }, TICK_MILLISECONDS);
  const server = createServer((_request, response) => {
    const lines = [...values].map(([series, value]) => `${series} ${Math.round(value)}\n`);
    response.setHeader('content-type', 'text/plain; version=0.0.4').end(lines.join(''));
  });
  const { port } = await listen(server);
  return {
    address: `127.0.0.1:${port}`,
    fail: (next) => {
      share = next;
    },
    stop: () =>
      new Promise((resolve) => {
        clearInterval(timer);
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

function listen(server: Server): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port was given'));
      else resolve(address);
    });
  });
}

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const { port } = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
