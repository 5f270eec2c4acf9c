import {
  faultFigure,
  faultNotes,
  faultProblems,
} from '../../../../scripts/verify/faults/report-faults';
import { Tally } from '../../../../scripts/verify/faults/tally';

function tallied() {
  const tally = new Tally();
  const add = (name: string, of: 'type' | 'permission', what: string, killed: boolean) => {
    tally.add(name, of, { what, example: `${what} here`, killed });
  };
  add('change', 'type', 'a', true);
  add('widen', 'permission', 'p policy: no condition', false);
  add('widen', 'permission', 'p policy: no condition', false);
  add('widen', 'permission', 'q', false);
  add('widen', 'permission', 'q', true);
  return tally;
}

test('faults are counted by operator, those nobody found by what they share', () => {
  expect(tallied().results()).toEqual([
    { name: 'change', of: 'type', total: 1, killed: 1, survivors: [] },
    {
      ...{ name: 'widen', of: 'permission', total: 4, killed: 1 },
      survivors: [
        {
          ...{ what: 'p policy: no condition', count: 2 },
          example: 'p policy: no condition here',
        },
        { what: 'q', count: 1, example: 'q here' },
      ],
    },
  ]);
});

test('a share of faults is the same one each time: the first and every so manyth after it', () => {
  const tally = new Tally();

  expect([1, 2, 3, 4, 5].map(() => tally.isTurn('a', 'type', 2))).toEqual([
    true,
    false,
    true,
    false,
    true,
  ]);
  expect(tally.isTurn('b', 'type', 2)).toBe(true);
});

test('each operator has its figure, and what nobody found its reason', () => {
  const seeded = { results: tallied().results(), wrongBefore: [], notJudged: ['a/v1/B'] };

  expect(faultFigure(seeded)).toBe('2/5 faults found');
  expect(faultProblems(seeded)).toEqual([]);
  expect(faultNotes(seeded)).toEqual([
    'no schema of a/v1/B: no fault was put into its objects',
    'change: 1/1',
    'widen: 1/4',
    '  2 not found, rules of policy ask for a condition only where everyone or an identity provider is let in: p policy: no condition',
    '  1 not found, no judge looks at it: q',
  ]);
});

test('a fault of a type that nobody finds is a problem, and so is what was wrong before', () => {
  const tally = tallied();
  tally.add('change', 'type', { what: 'b', example: 'there', killed: false });

  expect(
    faultProblems({ results: tally.results(), wrongBefore: ['[x] bad'], notJudged: [] }),
  ).toEqual([
    '[x] bad; mend the output first',
    "[there] nobody finds 'change': b, 1 time; extend the judge",
  ]);
});

test('no fault at all is a problem', () => {
  expect(faultProblems({ results: [], wrongBefore: [], notJudged: [] })).toEqual([
    '[seeded-faults] no fault could be put in; synthesise first',
  ]);
});
