import { soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

const promising = (availability: `${number}%`) =>
  soundSystem({ orders: { objective: { availability } } }).system;

test('SLO-010 accepts a promise for which somebody can be woken, and refuses a looser one', () => {
  expect(breaches(promising('83.4%'), 'SLO-010')).toStrictEqual([]);
  expect(breaches(promising('83.3%'), 'SLO-010')).toMatchObject([
    {
      fix: 'set objective.availability to 83.333333333% or more'.replace('333333333%', '3333334%'),
    },
  ]);
});
