import { System, Team } from '../../lib/model';
import { lines } from './lines';

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
