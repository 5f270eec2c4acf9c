import {
  Api,
  BoundedContext,
  Environment,
  PostgresDatabase,
  primary,
  regional,
  Service,
  System,
  Team,
  Topic,
  type ServiceProps,
} from '../../lib/model';

/** What a mistake is made in: a system of one context and two regions in which nothing is wrong. */
interface Sound {
  readonly system: System;
  readonly context: BoundedContext;
  /** A service with the operations `Ask` and `Tell`, which asks nobody. */
  readonly oracle: Service<'Ask' | 'Tell'>;
  readonly releases: Readonly<Record<string, string>>;
}

/** A mistake that somebody makes, and the one thing that is said of it. */
export interface Mistake {
  /** The mistake, in words. */
  readonly mistake: string;
  /** The services it brings with it; they are released like all others. */
  readonly services: readonly string[];
  /** Makes it. */
  readonly declare: (sound: Sound) => void;
  readonly rule: string;
  readonly path: string;
  readonly problem: string;
  readonly fix: string;
}

const DIGEST = `sha256:${'c'.repeat(64)}`;
const HOME = regional({ partitionedBy: 'home region' });
const REQUIRED = { timeout: '40ms', criticality: 'required' } as const;

/** A system with the mistakes, and nothing else that is wrong. */
export function systemWith(...mistakes: readonly Mistake[]): System {
  const system = new System('delphi', { domain: 'delphi.example.com' });
  const team = new Team(system, 'priests', {
    ...{ kind: 'stream-aligned', slack: '#priests', onCall: 'mailto:priests@example.com' },
  });
  const context = new BoundedContext(system, 'temple', { team, subdomain: 'core' });
  const oracle = new Service(context, 'oracle', {
    ...COMMON,
    throughput: { perReplica: 500, peak: 1000 },
    api: Api.grpc('delphi.v1.Oracle', { Ask: { idempotent: true }, Tell: {} }),
  });
  const names = ['oracle', ...mistakes.flatMap(({ services }) => services)];
  const releases = Object.fromEntries(names.map((name) => [name, DIGEST]));
  for (const { declare } of mistakes) declare({ system, context, oracle, releases });
  new Environment(system, 'production', {
    account: '111122223333',
    protection: 'retain',
    regions: ['eu-west-1', 'us-east-1'],
    releases,
  });
  return system;
}

const COMMON = {
  image: 'registry.example.com/delphi/any',
  replicas: { min: 2, max: 4 },
  resources: { cpu: '250m', memory: '256Mi' },
  throughput: { perReplica: 50, peak: 100 },
  objective: { availability: '90%', ownAvailability: '99.99%' },
} as const;

/** A service that offers `Do` and `Other`. */
function add(
  { context }: Sound,
  name: string,
  more: Partial<ServiceProps<'Do' | 'Other'>> = {},
): Service<'Do' | 'Other'> {
  const api = Api.grpc('delphi.v1.Any', { Do: { idempotent: true }, Other: {} });
  return new Service(context, name, { ...COMMON, api, ...more });
}

const TEMPLE = 'delphi/BoundedContext.temple';

export const MISTAKES: readonly Mistake[] = [
  {
    mistake: 'an operation that does not exist is called',
    services: ['misspelt'],
    declare: (sound) => {
      // @ts-expect-error a misspelt operation does not compile: JavaScript gets this far
      add(sound, 'misspelt').calls(sound.oracle.api.operation('Aks'), REQUIRED);
    },
    rule: 'DCL-004',
    path: `${TEMPLE}/Service.misspelt/Call.oracle.Aks`,
    problem: "operation 'Aks' does not exist on oracle",
    fix: 'use one of Ask, Tell',
  },
  {
    mistake: 'a name is given twice',
    services: ['twice'],
    declare: (sound) => {
      add(sound, 'twice');
      add(sound, 'twice');
    },
    rule: 'DCL-002',
    path: `${TEMPLE}/Service.twice.2`,
    problem: `'twice' is declared already at ${TEMPLE}/Service.twice`,
    fix: 'give this Service another name',
  },
  {
    mistake: 'a name is one that the cloud would reject',
    services: ['Pythia_1'],
    declare: (sound) => {
      add(sound, 'Pythia_1');
    },
    rule: 'DCL-001',
    path: `${TEMPLE}/Service.Pythia_1`,
    problem:
      "'Pythia_1' is not a name in the model (kebab-case: lower-case letters, digits and single hyphens, a letter first)",
    fix: 'choose a shorter kebab-case name',
  },
  {
    mistake: 'a unit does not exist',
    services: ['greedy'],
    declare: (sound) => {
      // @ts-expect-error a unit that does not exist does not compile: JavaScript gets this far
      add(sound, 'greedy', { resources: { cpu: '250m', memory: '512M' } });
    },
    rule: 'DCL-003',
    path: `${TEMPLE}/Service.greedy`,
    problem: "resources.memory: '512M' is not an amount of bytes",
    fix: "write it like '512Mi' or '100Gi'",
  },
  {
    mistake: 'a quantity is impossible',
    services: ['negative'],
    declare: (sound) => {
      add(sound, 'negative', { resources: { cpu: '-250m', memory: '256Mi' } });
    },
    rule: 'DCL-003',
    path: `${TEMPLE}/Service.negative`,
    problem: "resources.cpu: '-250m' is not a CPU quantity",
    fix: "write it like '250m', '2' or '1.5'",
  },
  {
    mistake: 'a region is not one of the environment',
    services: ['stranger'],
    declare: (sound) => {
      new PostgresDatabase(add(sound, 'stranger'), 'visits', {
        storage: '10Gi',
        poolPerReplica: 5,
        placement: primary('sa-east-1'),
      });
    },
    rule: 'DAT-002',
    path: `${TEMPLE}/Service.stranger/PostgresDatabase.visits`,
    problem: 'in production placement names sa-east-1, which is not one of its regions',
    fix: 'use one of eu-west-1, us-east-1',
  },
  {
    mistake: 'two environments share addresses',
    services: [],
    declare: ({ system, releases }) => {
      new Environment(system, 'staging', {
        account: '444455556666',
        protection: 'disposable',
        regions: ['eu-west-1'],
        cidr: '10.8.0.0/16',
        releases,
      });
    },
    rule: 'NET-001',
    path: 'delphi/Environment.staging',
    problem: 'cidr 10.8.0.0/16 overlaps 10.0.0.0/12 of production',
    fix: "set cidr of staging to '10.16.0.0/16'",
  },
  {
    mistake: 'the tries of a call do not fit its timeout',
    services: ['hasty'],
    declare: (sound) => {
      add(sound, 'hasty').calls(sound.oracle.api.operation('Ask'), {
        timeout: '60ms',
        perTry: '40ms',
        retries: 1,
        criticality: 'required',
      });
    },
    rule: 'TMO-003',
    path: `${TEMPLE}/Service.hasty/Call.oracle.Ask`,
    problem: 'timeout is 60ms, and 2 tries of 40ms take 80ms: retry 1 is cut short',
    fix: 'set timeout to 80ms or retries to 0',
  },
  {
    mistake: 'a call lasts as long as its own caller is waited for',
    services: ['outer', 'inner'],
    declare: (sound) => {
      const inner = add(sound, 'inner');
      add(sound, 'outer').calls(inner.api.operation('Do'), REQUIRED);
      inner.calls(sound.oracle.api.operation('Ask'), {
        timeout: '60ms',
        perTry: '20ms',
        criticality: 'required',
      });
    },
    rule: 'TMO-002',
    path: `${TEMPLE}/Service.inner/Call.oracle.Ask`,
    problem:
      'timeout of the call to oracle.Ask is 60ms, and outer waits 40ms for inner.Do, which makes it',
    fix: 'set timeout to 39ms or set timeout of the call from outer to 61ms',
  },
  {
    mistake: 'a topic is consumed that nobody publishes',
    services: ['silent', 'listener'],
    declare: (sound) => {
      const topic = new Topic(add(sound, 'silent'), 'never-said', {
        ...{ partitions: 12, key: 'id', placement: HOME },
      });
      add(sound, 'listener').consumes(topic);
    },
    rule: 'KFK-002',
    path: `${TEMPLE}/Service.listener`,
    problem: "consumes 'never-said', which nobody publishes",
    fix: 'let silent publish it, or remove the consumption',
  },
  {
    mistake: 'services cannot answer without each other',
    services: ['hen', 'egg'],
    declare: (sound) => {
      const hen = add(sound, 'hen');
      const egg = add(sound, 'egg');
      hen.calls(egg.api.operation('Do'), { ...REQUIRED, during: ['Other'] });
      egg.calls(hen.api.operation('Do'), { ...REQUIRED, during: ['Other'] });
    },
    rule: 'ARC-001',
    path: `${TEMPLE}/Service.egg`,
    problem: 'required calls form the cycle egg -> hen -> egg',
    fix: 'make the calls from hen to egg or from egg to hen optional, or replace them by an event',
  },
  {
    mistake: 'a store in two regions does not say where it lives',
    services: ['homeless'],
    declare: (sound) => {
      new PostgresDatabase(add(sound, 'homeless'), 'dreams', {
        storage: '10Gi',
        poolPerReplica: 5,
      });
    },
    rule: 'DAT-001',
    path: `${TEMPLE}/Service.homeless/PostgresDatabase.dreams`,
    problem: 'placement is not declared, and more than one region is in production',
    fix: "set placement to primary('<region>', { readers: 'everywhere' }) or regional({ partitionedBy: 'customer home region' })",
  },
  {
    mistake: 'a service is to run in production and was never released',
    services: [],
    declare: (sound) => {
      add(sound, 'unborn');
    },
    rule: 'REL-001',
    path: `${TEMPLE}/Service.unborn`,
    problem: 'in production releases say no digest of unborn',
    fix: 'release unborn to production: its digest goes into the releases file',
  },
];
