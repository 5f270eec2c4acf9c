import { BoundedContext, RedisCache, Team, type System } from '../../../lib/model';
import { addService, soundSystem } from '../../support/systems';
import { ms, number, percent, sound, type Mended, type Ms, type Percent } from './mended';

/** `front` calls `back`; both promise what is said. */
function pair(p99: { readonly front: Ms; readonly back: Ms }, timeouts: readonly Ms[]): System {
  const { system, context } = soundSystem();
  const latency = (time: Ms) => ({
    processing: '10ms' as const,
    objective: { availability: '90%' as const, latency: { p99: time } },
  });
  const front = addService(context, 'front', latency(p99.front));
  for (const [at, timeout] of timeouts.entries()) {
    const back = addService(context, `back-${at}`, latency(p99.back));
    front.calls(back.api.operation('Do'), { timeout, criticality: 'required' });
  }
  return system;
}

/** A team of its own with so many contexts, services and required calls to another team. */
function team(
  limits: { readonly domains?: number; readonly parts?: number; readonly requiredCalls?: Percent },
  parts: { readonly contexts: number; readonly services: number },
  optional = 0,
): System {
  const { system, context } = soundSystem();
  const many = new Team(system, 'many', { kind: 'stream-aligned', slack: '#many', limits });
  const contexts = Array.from(
    { length: parts.contexts },
    (_, at) => new BoundedContext(system, `c${at}`, { team: many, subdomain: 'core' }),
  );
  const [first] = contexts;
  for (let each = 0; each < parts.services && first !== undefined; each += 1) {
    const service = addService(first, `s${each}`);
    const callee = addService(context, `t${each}`);
    service.calls(callee.api.operation('Do'), {
      timeout: '20ms',
      ...(each < optional
        ? { criticality: 'optional', fallback: 'queue' }
        : { criticality: 'required' }),
    });
    new RedisCache(service, 'cache');
  }
  return system;
}

/** Rules on promises and teams. */
export const PROMISES: readonly Mended[] = [
  {
    rule: 'SLO-001',
    what: 'the promise',
    fix: /set objective\.availability to ([\d.]+)%/,
    build: (value) =>
      sound({
        orders: {
          objective: { availability: percent(value, '99.99%'), ownAvailability: '99.95%' },
        },
      }),
  },
  {
    rule: 'SLO-001',
    what: 'the own share',
    fix: /objective\.ownAvailability to ([\d.]+)%/,
    build: (value) =>
      sound({
        orders: {
          objective: { availability: '99.95%', ownAvailability: percent(value, '99.95%') },
        },
      }),
  },
  {
    rule: 'SLO-002',
    what: 'the promise',
    fix: /set objective\.availability to ([\d.]+)%/,
    build: (value) =>
      sound({
        web: { objective: { availability: percent(value, '99.8%'), ownAvailability: '99.95%' } },
        orders: { objective: { availability: '99.8%' } },
      }),
  },
  {
    rule: 'SLO-002',
    what: 'the promise of the callee',
    fix: /let orders promise ([\d.]+)%/,
    build: (value) =>
      sound({
        web: { objective: { availability: '99.8%', ownAvailability: '99.95%' } },
        orders: { objective: { availability: percent(value, '99.8%') } },
      }),
  },
  {
    rule: 'SLO-003',
    what: 'the promise',
    fix: /set objective\.latency\.p99 to (\w+)/,
    build: (value) => pair({ front: ms(value, '25ms'), back: '20ms' }, ['100ms']),
  },
  {
    rule: 'SLO-004',
    what: 'the promise',
    fix: /set objective\.latency\.p99 to (\w+)/,
    build: (value) => pair({ front: ms(value, '99ms'), back: '20ms' }, ['100ms', '100ms']),
  },
  {
    rule: 'SLO-004',
    what: 'the timeouts',
    fix: /so that they take (\w+) together/,
    build: (value) => {
      const half = (time: string | undefined): Ms =>
        time === undefined ? '100ms' : `${BigInt(ms(time, '0ms').slice(0, -2)) / 2n}ms`;
      return pair({ front: '99ms', back: '20ms' }, [half(value), half(value)]);
    },
  },
  {
    rule: 'SLO-010',
    what: 'the promise',
    fix: /set objective\.availability to ([\d.]+)%/,
    build: (value) => sound({ orders: { objective: { availability: percent(value, '80%') } } }),
  },
  {
    rule: 'SLO-011',
    what: 'the promise',
    fix: /set objective\.availability to ([\d.]+)%/,
    build: (value) =>
      sound({
        orders: { objective: { availability: percent(value, '99.99%') } },
        call: { rate: 1 },
      }),
  },
  {
    rule: 'SLO-011',
    what: 'the probe',
    fix: /let a probe ask it (\d+) times a second/,
    build: (value) =>
      sound({
        orders: { objective: { availability: '99.999%' } },
        call: { rate: 10 + number(value, 0) },
      }),
  },
  {
    rule: 'TEAM-001',
    what: 'the calls',
    fix: /make (\d+) of them optional/,
    build: (value) =>
      team({ requiredCalls: '50%' }, { contexts: 1, services: 5 }, number(value, 0)),
  },
  {
    rule: 'TEAM-001',
    what: 'the limit',
    fix: /set limits\.requiredCalls to ([\d.]+)%/,
    build: (value) => team({ requiredCalls: percent(value, '50%') }, { contexts: 1, services: 5 }),
  },
  {
    rule: 'TEAM-002',
    what: 'the limit',
    fix: /set limits\.domains to (\d+)/,
    build: (value) => team({ domains: number(value, 3) }, { contexts: 4, services: 0 }),
  },
  {
    rule: 'TEAM-003',
    what: 'the limit',
    fix: /set limits\.parts to (\d+)/,
    build: (value) => team({ parts: number(value, 20) }, { contexts: 1, services: 5 }),
  },
];
