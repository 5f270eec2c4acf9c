import { System, Team } from '../../lib/model';
import { lines, untyped } from './lines';

test('a team says how it works and where it is reached', () => {
  const system = new System('shop', { domain: 'shop.example.com' });
  const team = new Team(system, 'commerce', { kind: 'stream-aligned', slack: '#commerce' });
  expect([team.kind, team.name, team.topology, team.slack]).toStrictEqual([
    'Team',
    'commerce',
    'stream-aligned',
    '#commerce',
  ]);
  expect(lines(system)).toStrictEqual([]);
});

test('a kind of team that does not exist does not compile', () => {
  const system = new System('shop', { domain: 'shop.example.com' });
  // @ts-expect-error -- no such kind
  expect(new Team(system, 'commerce', { kind: 'component', slack: '#x' }).name).toBe('commerce');
});

describe('whom a team has on call', () => {
  const told = (onCall: string) => {
    const system = new System('shop', { domain: 'shop.example.com' });
    const team = new Team(system, 'commerce', {
      ...{ kind: 'stream-aligned', slack: '#commerce', onCall: untyped(onCall) },
    });
    return { team, problems: lines(system) };
  };

  test.each(['mailto:commerce@example.com', 'https://example.com/hooks/commerce'])(
    'may be %s',
    (onCall) => {
      const { team, problems } = told(onCall);
      expect(team.onCall).toBe(onCall);
      expect(problems).toStrictEqual([]);
    },
  );

  test.each([
    ...['', 'commerce@example.com', 'mailto:commerce', 'mailto:@example.com', 'mailto:a@b@c'],
    ...['mailto:a b@example.com', 'http://example.com/hook', 'https://', 'https://a b'],
  ])('may not be %j', (onCall) => {
    expect(told(onCall).problems).toStrictEqual([
      `DCL-012 [shop/Team.commerce] onCall is '${onCall}', which is neither a mailbox nor a web hook; write it like mailto:commerce@example.com or https://example.com/hooks/commerce`,
    ]);
  });

  test('is nobody unless it is said', () => {
    const system = new System('shop', { domain: 'shop.example.com' });
    const team = new Team(system, 'commerce', { kind: 'platform', slack: '#x' });
    expect(team.onCall).toBeUndefined();
  });

  test('is neither a telephone nor a page without encryption', () => {
    const system = new System('shop', { domain: 'shop.example.com' });
    const common = { kind: 'platform', slack: '#x' } as const;
    // @ts-expect-error -- no such address
    new Team(system, 'one', { ...common, onCall: 'tel:+1555' });
    // @ts-expect-error -- not encrypted
    new Team(system, 'two', { ...common, onCall: 'http://example.com' });
    expect(lines(system)).toHaveLength(2);
  });
});
