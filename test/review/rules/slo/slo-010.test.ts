import { soundSystem } from '../../../support/systems';
import { breaches, WEB } from '../../breaches';

const promising = (availability: `${number}%`) =>
  soundSystem({ orders: { objective: { availability } } }).system;

test('SLO-010 accepts a promise for which somebody can be woken, and refuses a looser one', () => {
  expect(breaches(promising('83.4%'), 'SLO-010')).toStrictEqual([]);
  expect(breaches(promising('83.3%'), 'SLO-010')).toMatchObject([
    {
      fix: 'set objective.availability to 83.3333334% or more',
    },
  ]);
});

test('SLO-010 says how fast the budget would have to be used, of a service that nobody asks too', () => {
  const { system } = soundSystem({ web: { objective: { availability: '80%' } } });

  expect(breaches(system, 'SLO-010')).toStrictEqual([
    {
      path: WEB,
      problem:
        'objective.availability is 80%: a page over 30d asks for 6 times the budget, which is more than every request',
      numbers: { promisedPercent: 80, leastFactor: 6 },
      fix: 'set objective.availability to 83.3333334% or more',
    },
  ]);
});
