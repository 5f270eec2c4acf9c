import { formatDuration } from '../../lib/core/units';
import {
  readSystem,
  type OperationSpec,
  type Service,
  type Store,
  type Topic,
} from '../../lib/model';
import { planSystem } from '../../lib/plan';
import { system } from '../../systems/shop/system';
import {
  authorizedEdges,
  egressEdges,
  externalHosts,
  ingressEdges,
  knownHosts,
  routeEdges,
} from '../support/edges';
import { manifestsIn, writtenCharts } from '../support/written';

const PORT = { http: 8080, grpc: 9090 } as const;
const GATEWAY = 'istio-ingress/istio-ingress';
const STORE_PORT: Readonly<Record<Store['kind'], number>> = {
  PostgresDatabase: 5432,
  DynamoTable: 443,
  RedisCache: 6379,
  ObjectBucket: 443,
};
const KAFKA_PORT = 9098;

const planned = planSystem(system);
const files = writtenCharts(planned);
const { calls, journeys, services, stores } = readSystem(system);
const byName = new Map(services.map((service) => [service.name, service]));

/** A declared right of a caller to an operation. */
interface Declared {
  readonly caller: { readonly name: string; readonly namespace: string };
  readonly callee: Service;
  readonly spec: OperationSpec;
}

function serviceNamed(name: string): Service {
  const service = byName.get(name);
  if (service === undefined) throw new Error(`no service '${name}'`);
  return service;
}

function declared(
  caller: Declared['caller'],
  service: { readonly name: string },
  spec: OperationSpec | undefined,
): Declared {
  if (spec === undefined) throw new Error(`an unknown operation of ${service.name}`);
  return { caller, callee: serviceNamed(service.name), spec };
}

const internal = calls.map((call) => ({
  call,
  ...declared(
    { name: call.caller.name, namespace: serviceNamed(call.caller.name).context.name },
    call.operation.service,
    call.operation.spec,
  ),
}));
const fromOutside = journeys
  .flatMap(({ steps }) => steps)
  .map(({ service, spec }) =>
    declared({ name: 'istio-ingress', namespace: 'istio-ingress' }, service, spec),
  );
const everything: readonly Declared[] = [...internal, ...fromOutside];

const portOf = ({ spec }: Declared): number => PORT[spec.protocol];
const nameOf = ({ name, namespace }: Declared['caller']): string => `${namespace}/${name}`;
const segmentsOf = (path: string, parameter: string): string =>
  path.replaceAll(/\{\w+\}/g, parameter);
/** In order, each once: a journey may take a step that another took. */
const sorted = (edges: readonly string[]): readonly string[] => [...new Set(edges)].sort();

describe.each(planned.environments.flatMap(({ regions }) => regions))(
  'in $environment $region',
  (plan) => {
    const manifests = [...files]
      .filter(([path]) => path.startsWith(`${plan.environment}/${plan.region}/`))
      .flatMap(([, text]) => manifestsIn(text));
    const own = manifests.filter(({ metadata }) => byName.has(metadata.name));
    const subnets = plan.network.kind === 'built' ? plan.network.zones.map(({ data }) => data) : [];

    test('there is a route for each declared call and for nothing else', () => {
      const expected = internal.map(({ caller, callee, spec, call }) => {
        const path = spec.path.includes('{')
          ? `regex:${segmentsOf(spec.path, '[^/]+')}`
          : `exact:${spec.path}`;
        return `${nameOf(caller)} -> ${callee.name} ${spec.method} ${path} ${formatDuration(call.timeout)} ${call.retries} retries`;
      });

      expect([...routeEdges(manifests)].sort()).toEqual([...expected].sort());
    });

    test('each declared call, and the gateway for each step of a journey, is authorized and nobody else', () => {
      const expected = everything.map(
        (edge) =>
          `cluster.local/ns/${edge.caller.namespace}/sa/${edge.caller.name} -> ${edge.callee.name} ${edge.spec.method} ${segmentsOf(edge.spec.path, '{*}')} ${portOf(edge)}`,
      );

      expect([...authorizedEdges(manifests)].sort()).toEqual(sorted(expected));
    });

    test('each workload lets in its declared callers and nobody else', () => {
      const expected = everything.map(
        (edge) => `${nameOf(edge.caller)} -> ${edge.callee.name} ${portOf(edge)}`,
      );

      expect([...ingressEdges(own)].sort()).toEqual(sorted(expected));
    });

    test('each workload reaches those it calls and no other workload', () => {
      const expected = internal.map(
        (edge) =>
          `${edge.caller.name} -> ${edge.callee.context.name}/${edge.callee.name} ${portOf(edge)}`,
      );
      const workloads = egressEdges(own).filter((edge) => !/\d+\.\d+\.\d+\.\d+\/\d+ /.test(edge));

      expect([...workloads].sort()).toEqual(sorted(expected));
    });

    test('each workload reaches its stores and brokers in their subnets, schemas, and nothing else outside', () => {
      const following = services.filter(
        ({ publications, consumptions }) => publications.length + consumptions.length > 0,
      );
      const isWrittenHere = ({ placement }: Topic): boolean =>
        placement?.kind !== 'primary' ||
        placement.region === plan.region ||
        plan.environment === 'staging';
      const withSchemas = following.filter(
        ({ publications, consumptions }) =>
          consumptions.length > 0 || publications.some(({ topic }) => isWrittenHere(topic)),
      );
      const reached = [
        ...stores.map(({ owner, kind }): [string, number] => [owner.name, STORE_PORT[kind]]),
        ...following.map(({ name }): [string, number] => [name, KAFKA_PORT]),
        // The registry of schemas is AWS's: the mesh narrows it to the host.
        ...withSchemas.map(({ name }): [string, number] => [name, 443]),
      ];
      const expected = reached.flatMap(([name, port]) =>
        (port === 443 ? ['0.0.0.0/0'] : subnets).map((cidr) => `${name} -> ${cidr} ${port}`),
      );
      const outside = egressEdges(own).filter((edge) => /\d+\.\d+\.\d+\.\d+\/\d+ /.test(edge));

      expect(subnets).toHaveLength(3);
      expect([...outside].sort()).toEqual(sorted(expected));
    });

    test('each proxy knows the hosts of those it calls and no other host of the mesh', () => {
      const expected = [
        ...services.map(({ name }) => `${name} -> istio-system/*`),
        ...internal.map(
          ({ caller, callee }) =>
            `${caller.name} -> ${callee.context.name}/${callee.name}.${callee.context.name}.svc.cluster.local`,
        ),
      ];
      const inMesh = knownHosts(manifests).filter((edge) => !edge.includes(' -> ./'));

      expect([...inMesh].sort()).toEqual(sorted(expected));
    });

    test('each host outside the mesh that a proxy knows is named in its namespace, and none without need', () => {
      const needed = knownHosts(manifests)
        .map((edge) => edge.split(' -> ./'))
        .flatMap(([name = '', host]) =>
          host === undefined ? [] : `${serviceNamed(name).context.name}: ${host}`,
        );
      const named = externalHosts(manifests).map((edge) => edge.replace(/ \d+$/, ''));

      expect([...named].sort()).toEqual(sorted(needed));
      expect(named.length).toBeGreaterThan(10);
    });
  },
);

test('what is declared reaches every way of crossing: with and without parameters, from inside and outside', () => {
  expect(internal.length).toBeGreaterThanOrEqual(12);
  expect(fromOutside.length).toBeGreaterThanOrEqual(7);
  expect(everything.some(({ spec }) => spec.path.includes('{'))).toBe(true);
  expect(new Set(everything.map(({ spec }) => spec.protocol))).toEqual(new Set(['http', 'grpc']));
  expect(fromOutside.map(({ caller }) => nameOf(caller))).toContain(GATEWAY);
});
