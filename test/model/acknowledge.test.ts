import { readSystem } from '../../lib/model';
import { soundSystem } from '../support/systems';
import { lines, ORDERS, PRODUCTION } from './lines';

const REASON = 'the legacy importer goes away in spring';

test('an acknowledgement is kept with the path it excuses', () => {
  const { system, orders, production } = soundSystem();

  production.acknowledge('NET-001', { reason: REASON, until: '2027-03-31' });
  orders.acknowledge('RTY-002', { reason: REASON, until: '2027-03-31' });

  const { findings, acknowledgements } = readSystem(system);
  expect(findings).toStrictEqual([]);
  expect(acknowledgements).toStrictEqual([
    { path: ORDERS, rule: 'RTY-002', reason: REASON, until: '2027-03-31' },
    { path: PRODUCTION, rule: 'NET-001', reason: REASON, until: '2027-03-31' },
  ]);
});

test('acknowledgements come in order, whoever speaks first', () => {
  const { system, orders } = soundSystem();
  for (const [rule, until, reason] of [
    ['RTY-002', '2027-03-31', 'b'],
    ['RTY-002', '2027-03-31', 'a'],
    ['RTY-002', '2027-03-30', 'c'],
    ['DB-001', '2027-12-31', 'd'],
  ] as const)
    orders.acknowledge(rule, { reason, until });

  expect(readSystem(system).acknowledgements.map(({ reason }) => reason)).toStrictEqual([
    'd',
    'c',
    'a',
    'b',
  ]);
});

test.each(['', '   '])('an acknowledgement without reason (%j) is a mistake', (reason) => {
  const { system, orders } = soundSystem();
  orders.acknowledge('RTY-002', { reason, until: '2027-03-31' });
  expect(lines(system)).toStrictEqual([
    `DCL-011 [${ORDERS}] acknowledgement of RTY-002 has no reason; say why the risk is accepted`,
  ]);
});

test.each(['2027-02-30', '2027-13-01', '31.03.2027', '2027-3-31', 'never', ''])(
  'an acknowledgement until %j ends on no date',
  (until) => {
    const { system, orders } = soundSystem();
    orders.acknowledge('RTY-002', { reason: REASON, until });
    expect(lines(system)).toStrictEqual([
      `DCL-011 [${ORDERS}] acknowledgement of RTY-002 ends on '${until}', which is no date; write the last day like 2027-03-31`,
    ]);
  },
);

test('a leap day is a date', () => {
  const { system, orders } = soundSystem();
  orders.acknowledge('RTY-002', { reason: REASON, until: '2028-02-29' });
  expect(lines(system)).toStrictEqual([]);
});

test.each(['rty-002', 'RTY-2', 'RTY002', '', 'ABCDE-001'])(
  'an acknowledgement of %j names no rule',
  (rule) => {
    const { system, orders } = soundSystem();
    orders.acknowledge(rule, { reason: REASON, until: '2027-03-31' });
    expect(lines(system)).toStrictEqual([
      `DCL-011 [${ORDERS}] acknowledgement of '${rule}', which is no rule; name the rule as its finding does, like RTY-002`,
    ]);
  },
);
