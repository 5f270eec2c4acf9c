import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { ServiceChart } from '../../charts';
import { formatProblem, readContracts, type Contract } from '../../lib/contracts';
import {
  Api,
  BoundedContext,
  Environment,
  readSystem,
  Service,
  System,
  Team,
  type OperationSpec,
} from '../../lib/model';
import { planSystem, type RegionPlan } from '../../lib/plan';
import { review } from '../../lib/review';
import { system as shop } from '../../systems/shop/system';
import type { Route } from '../support/edges';
import {
  generatedOpenApi,
  generatedProto,
  type GeneratedContract,
  type Repeatable,
} from '../support/generated-contracts';
import { Dice } from '../support/generated-systems';
import type { Manifest } from '../support/synth-charts';

const CONTRACTS = 300;
/** A service with all methods and all shapes of paths would hide nothing; most are smaller. */
const MOST_OPERATIONS = 14;
const SEED = 20_261_123;
const SIZE = {
  replicas: { min: 3, max: 30 },
  resources: { cpu: '500m', memory: '512Mi' },
  throughput: { perReplica: 200, peak: 1500 },
  objective: { availability: '99.9%' },
} as const;
const TIMING = { timeout: '900ms', perTry: '100ms', criticality: 'required' } as const;
const SHOP_CONTRACTS = join(__dirname, '../../systems/shop/contracts');
const NAME = 'app.kubernetes.io/name';

/** A request of a caller to a service, and whether it may be made again. */
interface Request {
  readonly caller: string;
  readonly service: string;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly repeatable: Repeatable;
  /** Whether the caller has declared that it makes it. */
  readonly declared: boolean;
}
type Routes = ReadonlyMap<string, readonly Route[]>;

/** The route that a proxy takes: the first whose caller, method and path match. */
function routeOf(routes: Routes, { caller, service, method, path }: Request): Route | undefined {
  return routes
    .get(service)
    ?.find(
      ({ match }) =>
        match === undefined ||
        match.some(
          ({ sourceLabels, method: verb, uri }) =>
            sourceLabels[NAME] === caller &&
            verb.exact === method &&
            (uri.exact === path ||
              (uri.regex !== undefined && new RegExp(`^(?:${uri.regex})$`).test(path))),
        ),
    );
}

/** The emitted routes to every service of a region, by its name. */
function routesOf(plan: RegionPlan): Routes {
  return new Map(
    plan.services.flatMap((service) => {
      const chart = new ServiceChart(new App(), service.name, { plan, service });
      const routes = (chart.toJson() as readonly Manifest[])
        .filter(({ kind }) => kind === 'VirtualService')
        .flatMap(({ spec }) => (spec as { readonly http: readonly Route[] }).http);
      return routes.length > 0 ? [[service.name, routes] as const] : [];
    }),
  );
}

function regionsOf(system: System): readonly RegionPlan[] {
  return planSystem(system).environments.flatMap(({ regions }) => regions);
}

/** How often requests of each sort are and are not repeated. */
function histogramOf(
  routes: Routes,
  requests: readonly Request[],
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const request of requests) {
    const attempts = routeOf(routes, request)?.retries?.attempts;
    const done = attempts === undefined ? 'unstated' : attempts > 0 ? 'repeated' : 'once';
    const sort = `${request.declared ? 'declared' : 'undeclared'} ${request.repeatable} ${done}`;
    counts[sort] = (counts[sort] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Routes that do not say how often they are tried: those are tried three times. */
function unstated(routes: Routes): readonly string[] {
  return [...routes].flatMap(([service, all]) =>
    all
      .filter(({ retries }) => !Number.isInteger(retries?.attempts))
      .map(({ name }) => `${service} ${name}`),
  );
}

/** Declared requests that are not idempotent, and are repeated all the same. */
function wronglyRepeated(routes: Routes, requests: readonly Request[]): readonly Request[] {
  return requests.filter(
    (request) =>
      request.declared &&
      request.repeatable === 'neither' &&
      routeOf(routes, request)?.retries?.attempts !== 0,
  );
}

function generate(): readonly GeneratedContract[] {
  const dice = new Dice(SEED);
  return Array.from({ length: CONTRACTS }, (_, index) => {
    const make = index % 3 === 0 ? generatedOpenApi : generatedProto;
    return make(`c${index}`, 1 + dice.roll(MOST_OPERATIONS), dice);
  });
}

async function readAll(contracts: readonly GeneratedContract[]): Promise<readonly Contract[]> {
  const folder = mkdtempSync(join(tmpdir(), 'retry-safety-'));
  try {
    for (const { file, text } of contracts) writeFileSync(join(folder, file), text);
    const reading = await readContracts(folder);
    if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
    return reading.contracts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function apiOf({ operations }: Contract): Api {
  const [api] = operations;
  if (api === undefined) throw new Error('the contract has no operations');
  return api.protocol === 'http'
    ? Api.http(Object.fromEntries(api.operations))
    : Api.grpc(api.service, Object.fromEntries(api.operations));
}

/** A service for each contract, one that calls every operation, and one that calls about half of them. */
function systemOf(contracts: ReadonlyMap<string, Contract>): System {
  const dice = new Dice(SEED + 1);
  const system = new System('gen', { domain: 'gen.example.com' });
  const team = new Team(system, 'owners', { kind: 'stream-aligned', slack: '#owners' });
  const context = new BoundedContext(system, 'all', { team, subdomain: 'core' });
  const [everything, half] = ['everything', 'half'].map(
    (name) => new Service(context, name, { ...SIZE, image: `gen/${name}` }),
  );
  for (const [name, contract] of contracts) {
    const api = apiOf(contract);
    const service = new Service(context, name, { ...SIZE, image: `gen/${name}`, api });
    for (const { name: operation, idempotent } of api.operations) {
      const call = { ...TIMING, retries: idempotent ? 1 + dice.roll(3) : 0 };
      everything?.calls(service.api.operation(operation), call);
      if (dice.chance(50)) half?.calls(service.api.operation(operation), call);
    }
  }
  new Environment(system, 'live', {
    account: '111122223333',
    protection: 'disposable',
    regions: ['eu-west-1'],
  });
  return system;
}

/** What a contract of the shop says of an operation: found in its text, without our readers. */
function saidOf(source: string, { name, protocol, method }: OperationSpec): Repeatable {
  const text = readFileSync(join(SHOP_CONTRACTS, source), 'utf8');
  const [first = ''] = text
    .split(protocol === 'grpc' ? `rpc ${name}(` : `operationId: ${name}\n`)
    .slice(1)
    .map((rest) => rest.split(protocol === 'grpc' ? /\brpc\b|^}/m : 'operationId:')[0] ?? '');
  if (first === '') throw new Error(`${source} says nothing of ${name}`);
  if (/= NO_SIDE_EFFECTS;/.test(first)) return 'safe';
  if (/= IDEMPOTENT;/.test(first)) return 'idempotent';
  if (protocol === 'grpc') return 'neither';
  if (['GET', 'HEAD', 'OPTIONS'].includes(method)) return 'safe';
  const keyed = /name: Idempotency-Key\n\s+in: header\n\s+required: true/.test(first);
  return keyed || ['PUT', 'DELETE'].includes(method) ? 'idempotent' : 'neither';
}

/** Every request that services of the shop can make of another. */
function shopRequests(): readonly Request[] {
  const { services, calls } = readSystem(shop);
  const declared = new Set(calls.map(({ caller, name }) => `${caller.name} ${name}`));
  return services.flatMap(({ name: service, contract }) =>
    (contract?.operations ?? []).flatMap((operation) => {
      const repeatable = saidOf(contract?.source?.file ?? '', operation);
      const path = operation.path.replaceAll(/\{\w+\}/g, 'p1');
      return services.map(({ name: caller }): Request => ({
        ...{ caller, service, operation: operation.name, method: operation.method },
        ...{ path, repeatable },
        declared: declared.has(`${caller} ${service}.${operation.name}`),
      }));
    }),
  );
}

/** Every request that can be made of generated services, by those who declared it and those who did not. */
function requestsOf(contracts: readonly GeneratedContract[], routes: Routes): readonly Request[] {
  return contracts.flatMap(({ file, operations }) => {
    const service = file.split('.')[0] ?? '';
    const names = new Set(routes.get(service)?.map(({ name }) => name));
    return operations.flatMap(({ name, method, request, repeatable }) =>
      ['everything', 'half', 'stranger'].map((caller): Request => {
        const declared = names.has(`${caller}.${name}`);
        return { caller, service, operation: name, method, path: request, repeatable, declared };
      }),
    );
  });
}

describe('retries of the shop', () => {
  it.each(regionsOf(shop).map((plan) => [`${plan.environment} ${plan.region}`, plan] as const))(
    'repeat no request that is not idempotent: %s',
    (name, plan) => {
      const routes = routesOf(plan);
      const requests = shopRequests();
      const histogram = histogramOf(routes, requests);
      process.stderr.write(`shop, ${name}: ${JSON.stringify(histogram, undefined, 2)}\n`);

      expect(wronglyRepeated(routes, requests)).toStrictEqual([]);
      expect(unstated(routes)).toStrictEqual([]);
      expect(histogram['declared safe repeated']).toBeGreaterThan(0);
      expect(histogram['declared idempotent repeated']).toBeGreaterThan(0);
      expect(histogram['undeclared neither once']).toBeGreaterThan(0);
    },
  );
});

describe('retries of generated contracts', () => {
  const generated = generate();
  let system: System;
  let routes: Routes;
  let requests: readonly Request[];
  beforeAll(async () => {
    const contracts = await readAll(generated);
    system = systemOf(
      new Map(contracts.map((contract) => [contract.document.file.split('.')[0] ?? '', contract])),
    );
    routes = regionsOf(system).map(routesOf)[0] ?? new Map();
    requests = requestsOf(generated, routes);
  }, 120_000);

  it('are declared as the architect allows them', () => {
    const found = review(system, {}).findings.filter(({ rule }) => /^(DCL|RTY)-/.test(rule));

    expect(found).toStrictEqual([]);
  });

  it('repeat no request of a generated contract that is not idempotent', () => {
    const histogram = histogramOf(routes, requests);
    process.stderr.write(`generated: ${JSON.stringify(histogram, undefined, 2)}\n`);

    expect(wronglyRepeated(routes, requests)).toStrictEqual([]);
    for (const sort of ['safe repeated', 'idempotent repeated', 'neither once'])
      expect(histogram[`declared ${sort}`]).toBeGreaterThan(100);
  });

  it('repeat what is idempotent, and takes the route that was made for it', () => {
    const declared = requests.filter((request) => request.declared);

    expect(
      declared.filter(
        (request) => routeOf(routes, request)?.name !== `${request.caller}.${request.operation}`,
      ),
    ).toStrictEqual([]);
    expect(
      declared.filter(
        (request) =>
          request.repeatable !== 'neither' && !Number(routeOf(routes, request)?.retries?.attempts),
      ),
    ).toStrictEqual([]);
  });

  it('are stated on every route, the one for everything else too', () => {
    expect(routes.size).toBe(CONTRACTS);
    expect(unstated(routes)).toStrictEqual([]);
    expect(
      [...routes].filter(([, all]) => all.filter(({ match }) => match === undefined).length !== 1),
    ).toStrictEqual([]);
  });

  it('repeat nothing for a caller that declared nothing', () => {
    const strangers = requests.filter(({ caller }) => caller === 'stranger');

    expect(strangers.length).toBeGreaterThan(CONTRACTS);
    expect(
      strangers.filter((request) => routeOf(routes, request)?.retries?.attempts !== 0),
    ).toStrictEqual([]);
  });
});
