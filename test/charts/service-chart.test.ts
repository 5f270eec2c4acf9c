import { App } from 'cdk8s';
import { ServiceChart } from '../../charts';
import { planSystem, type RegionPlan, type ServicePlan } from '../../lib/plan';
import { books } from '../support/books';
import { routesIn, type Route } from '../support/edges';
import { only, type Manifest } from '../support/synth-charts';

const [plan] = planSystem(books().system)
  .environments.flatMap(({ regions }) => regions)
  .filter(({ environment, region }) => `${environment} ${region}` === 'production eu-west-1');
if (plan === undefined) throw new Error('the books have no production in eu-west-1');

function planned(name: string): ServicePlan {
  const service = plan?.services.find((each) => each.name === name);
  if (service === undefined) throw new Error(`no service '${name}'`);
  return service;
}

function chartOf(name: string, change: Partial<ServicePlan> = {}): readonly Manifest[] {
  const service = { ...planned(name), ...change };
  return new ServiceChart(new App(), name, {
    plan: plan as RegionPlan,
    service,
  }).toJson() as readonly Manifest[];
}

/** The ConfigMap of a service's own settings. */
function configOf(name: string): Manifest {
  const settings = chartOf(name).filter((each) => withoutHash(each) === `ConfigMap ${name}`);
  return only(settings, 'ConfigMap');
}

function withoutHash({ kind, metadata: { name } }: Manifest): string {
  return `${kind} ${name.replace(/-[0-9a-f]{8}$/, '')}`;
}

describe('the objects of a service', () => {
  const everywhere = [
    'AuthorizationPolicy',
    'ConfigMap',
    'Deployment',
    'HorizontalPodAutoscaler',
    'NetworkPolicy',
    'PodDisruptionBudget',
    'ServiceAccount',
    'Sidecar',
  ];
  const called = ['DestinationRule', 'PrometheusRule', 'Service', 'VirtualService'];
  const connected = (name: string, ...stores: readonly string[]): readonly string[] => [
    `ExternalSecret ${name}-connections`,
    ...stores.map((store) => `SecretStore ${name}-connections-${store}`),
  ];

  /** What prepares a database that is written in the region. */
  const prepared = (name: string): readonly string[] => [
    ...['NetworkPolicy', 'ServiceAccount'].map((kind) => `${kind} ${name}-bootstrap`),
    ...['ConfigMap', 'Job'].map((kind) => `${kind} ${name}-bootstrap-${name}`),
    `ConfigMap ${name}-rds-ca`,
  ];

  test.each([
    ['shop', called, connected('shop', 'parameters')],
    [
      'orders',
      called,
      [...connected('orders', 'parameters'), 'KafkaTopic order-placed', ...prepared('orders')],
    ],
    ['stock', called, [...connected('stock', 'parameters'), 'KafkaTopic stock-changed']],
    ['mailer', [], connected('mailer', 'parameters', 'secrets')],
  ])('%s are those that its declarations need', (name, kinds, others) => {
    expect(chartOf(name).map(withoutHash).sort()).toEqual(
      [
        ...[...everywhere, ...kinds].map((kind) => `${kind} ${name}`),
        ...(kinds === called ? [`PrometheusRule ${name}-callers`] : []),
        ...others,
      ].sort(),
    );
  });

  test('are no secrets where nothing crosses from the cloud', () => {
    const environment = { literals: { A: '1' }, parameters: {}, secrets: {} };
    const kinds = chartOf('shop', { environment, secretsRole: undefined }).map(({ kind }) => kind);

    expect(kinds).not.toContain('ExternalSecret');
    expect(kinds).not.toContain('SecretStore');
  });

  test('stand in the namespace of its context, topics in that of Kafka', () => {
    const places = chartOf('orders').map(({ kind, metadata }) => [kind, metadata.namespace]);

    expect(places.filter(([kind]) => kind === 'KafkaTopic')).toEqual([['KafkaTopic', 'kafka']]);
    expect(
      new Set(places.filter(([kind]) => kind !== 'KafkaTopic').map(([, place]) => place)),
    ).toEqual(new Set(['selling']));
  });
});

describe('a worker', () => {
  test('may be called by nobody', () => {
    expect(only(chartOf('mailer'), 'AuthorizationPolicy')['spec']).toEqual({
      selector: { matchLabels: { 'app.kubernetes.io/name': 'mailer' } },
      action: 'ALLOW',
    });
    expect(only(chartOf('mailer'), 'NetworkPolicy')).toMatchObject({ spec: { ingress: [] } });
  });

  test('has no port but that of its probes', () => {
    expect(only(chartOf('mailer'), 'Deployment')).toMatchObject({
      spec: {
        template: {
          spec: { containers: [{ ports: [{ name: 'health', containerPort: 8081 }] }] },
        },
      },
    });
  });
});

describe('what a service runs', () => {
  test('is the released image at its size, with its configuration and connections', () => {
    const digest = `sha256:${'b'.repeat(64)}`;
    const config = configOf('orders').metadata.name;

    expect(only(chartOf('orders'), 'Deployment')).toMatchObject({
      spec: {
        template: {
          spec: {
            serviceAccountName: 'orders',
            containers: [
              {
                image: `registry.example.com/books/orders@${digest}`,
                resources: { requests: { cpu: '250m', memory: '256Mi' } },
                envFrom: [
                  { configMapRef: { name: config } },
                  { secretRef: { name: 'orders-connections' } },
                ],
              },
            ],
          },
        },
      },
    });
    expect(only(chartOf('orders'), 'HorizontalPodAutoscaler')).toMatchObject({
      spec: { minReplicas: 4, maxReplicas: 12 },
    });
  });

  test('lives as long as its longest caller waits', () => {
    const [inbound] = planned('orders').inbound;
    if (inbound === undefined) throw new Error('nobody calls orders');
    const graceOf = (shutdown: ServicePlan['shutdown']): unknown =>
      only(chartOf('orders', { shutdown }), 'Deployment');

    expect(graceOf({ preStopSeconds: 7, graceSeconds: 77 })).toMatchObject({
      spec: {
        template: {
          spec: {
            terminationGracePeriodSeconds: 77,
            containers: [{ lifecycle: { preStop: { sleep: { seconds: 7 } } } }],
          },
        },
      },
    });
  });
});

describe('the configuration', () => {
  const environment = planned('shop').environment;
  const nameWith = (literals: Readonly<Record<string, string>>): string =>
    only(chartOf('shop', { environment: { ...environment, literals } }), 'ConfigMap').metadata.name;

  test('has another name when it changes, so that replicas follow', () => {
    expect(nameWith({ LOCALE: 'en' })).not.toBe(nameWith({ LOCALE: 'de' }));
    expect(nameWith({ LOCALE: 'en' })).not.toBe(nameWith({ LOCALE: 'en', MORE: '' }));
  });

  test('keeps its name when only its order changes', () => {
    expect(nameWith({ A: '1', B: '2' })).toBe(nameWith({ B: '2', A: '1' }));
  });

  test('holds what was declared and what follows from it', () => {
    expect(only(chartOf('shop'), 'ConfigMap')['data']).toMatchObject({
      LOCALE: 'en',
      CURRENCY: 'EUR',
      SERVICE_NAME: 'shop',
      AWS_REGION: 'eu-west-1',
      ORDERS_ADDRESS: 'orders.selling.svc.cluster.local:9090',
      STOCK_ADDRESS: 'stock.storing.svc.cluster.local:8080',
      TOPIC_STOCK_CHANGED: 'stock-changed',
    });
  });
});

describe('routes', () => {
  test('state how often each is tried, the one for everything else included', () => {
    const services = ['shop', 'orders', 'stock'];
    const specs = services.map(
      (name) =>
        only(chartOf(name), 'VirtualService')['spec'] as { readonly http: readonly Route[] },
    );

    for (const { http } of specs) {
      expect(http.length).toBeGreaterThan(0);
      expect(http.map(({ retries }) => typeof retries?.attempts)).toEqual(http.map(() => 'number'));
      expect(http.at(-1)).toMatchObject({
        name: 'default',
        retries: { attempts: 0 },
        timeout: '15s',
      });
    }
  });

  test('to what must not be done twice say that it is tried once', () => {
    expect(
      routesIn(chartOf('stock')).filter(({ name }) => name === 'orders.Reserve'),
    ).toMatchObject([{ retries: { attempts: 0 }, timeout: '40ms' }]);
  });

  test('to what may be done twice say how long each try lasts', () => {
    expect(
      routesIn(chartOf('orders')).filter(({ name }) => name === 'shop.PlaceOrder'),
    ).toMatchObject([{ retries: { attempts: 1, perTryTimeout: '60ms' }, timeout: '150ms' }]);
  });

  test('stand for the most specific path first', () => {
    expect(routesIn(chartOf('stock')).map(({ match }) => match?.[0]?.uri)).toEqual([
      { exact: '/reservations' },
      { exact: '/books' },
      { regex: '/books/[^/]+/copies/[^/]+' },
      { regex: '/books/[^/]+/copies' },
    ]);
  });
});

describe('the pool of a service', () => {
  test('takes out at most one replica of the fewest, and none of a single one', () => {
    expect(only(chartOf('orders'), 'DestinationRule')).toMatchObject({
      spec: { trafficPolicy: { outlierDetection: { maxEjectionPercent: 25 } } },
    });
    const single = Object.fromEntries(
      Object.entries(planned('orders')).filter(([key]) => key !== 'maxEjectionPercent'),
    ) as unknown as ServicePlan;
    const rule = new ServiceChart(new App(), 'orders', {
      plan: plan,
      service: single,
    }).toJson() as readonly Manifest[];

    expect(JSON.stringify(only(rule, 'DestinationRule'))).not.toContain('outlierDetection');
  });
});

test('an address block is let through once, however many stores stand behind it', () => {
  const reach = planned('orders').reaches.find(({ port }) => port === 5432);
  if (reach === undefined) throw new Error('orders reaches no database');
  const twice = [reach, { ...reach, name: 'postgres-second.orders', hosts: ['second.internal'] }];
  const chart = chartOf('orders', { reaches: twice });
  const spec = only(chart, 'NetworkPolicy', 'orders')['spec'] as {
    readonly egress: readonly { readonly to: readonly { readonly ipBlock?: unknown }[] }[];
  };
  const blocks = spec.egress.flatMap(({ to }) => to.flatMap(({ ipBlock }) => ipBlock ?? []));

  expect(blocks).toEqual(reach.cidrs.map((cidr) => ({ cidr })));
  expect(blocks).toHaveLength(3);
});

test('topics are kept in as many copies as there are zones, for as long as they were declared', () => {
  expect(only(chartOf('orders'), 'KafkaTopic')['spec']).toEqual({
    topicName: 'order-placed',
    partitions: 12,
    replicas: 3,
    config: { 'min.insync.replicas': 2, 'retention.ms': 14 * 24 * 3600 * 1000 },
  });
});
