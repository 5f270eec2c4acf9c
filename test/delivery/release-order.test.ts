import { releaseOrder, type ReleaseChange } from '../../lib/delivery/release-order';
import type { ReleaseDirection } from '../../lib/contracts/evolution/contract-change';

type Row = readonly [producer: string, consumers: string, direction: ReleaseDirection];

function change([producer, consumers, direction]: Row): ReleaseChange {
  const names = consumers === '' ? [] : consumers.split(' ');
  return { producer, consumers: names, direction, reason: `${producer} changes` };
}

/** The waves as words: steps of one wave by commas. */
function waves(changes: readonly Row[], services?: readonly string[]): readonly string[] {
  const order = releaseOrder(changes.map(change), services);
  if (!order.ok) return [`cycle ${order.cycle.join(' ')}`];
  return order.waves.map((wave) =>
    wave
      .map(({ service, phase }) => (phase === 'release' ? service : `${service}:${phase}`))
      .join(','),
  );
}

const SETS: readonly (readonly [string, readonly Row[], readonly string[]])[] = [
  ['nothing changes', [], []],
  ['an operation is added', [['stock', 'orders', 'producers-first']], ['stock', 'orders']],
  ['an operation is taken away', [['stock', 'orders', 'consumers-first']], ['orders', 'stock']],
  ['an event changes both ways', [['orders', 'mails payments', 'any']], ['mails,orders,payments']],
  [
    'a backward change of an event',
    [['orders', 'mails payments', 'consumers-first']],
    ['mails,payments', 'orders'],
  ],
  [
    'a forward change of an event',
    [['orders', 'mails payments', 'producers-first']],
    ['orders', 'mails,payments'],
  ],
  [
    'a change that needs a second topic',
    [['orders', 'mails', 'expand-then-contract']],
    ['orders:expand', 'mails', 'orders:contract'],
  ],
  ['a change that nobody uses', [['orders', '', 'expand-then-contract']], ['orders']],
  [
    'additions along a chain',
    [
      ['c', 'b', 'producers-first'],
      ['b', 'a', 'producers-first'],
    ],
    ['c', 'b', 'a'],
  ],
  [
    'removals along a chain',
    [
      ['c', 'b', 'consumers-first'],
      ['b', 'a', 'consumers-first'],
    ],
    ['a', 'b', 'c'],
  ],
  [
    'an addition above a removal',
    [
      ['b', 'a', 'producers-first'],
      ['c', 'b', 'consumers-first'],
    ],
    ['b', 'a,c'],
  ],
  [
    'a removal above an addition',
    [
      ['b', 'a', 'consumers-first'],
      ['c', 'b', 'producers-first'],
    ],
    ['a,c', 'b'],
  ],
  [
    'a diamond',
    [
      ['d', 'b c', 'producers-first'],
      ['b', 'a', 'producers-first'],
      ['c', 'a', 'producers-first'],
    ],
    ['d', 'b,c', 'a'],
  ],
  [
    'the same twice',
    [
      ['stock', 'orders', 'producers-first'],
      ['stock', 'orders', 'producers-first'],
    ],
    ['stock', 'orders'],
  ],
  [
    'addition and migration by one service',
    [
      ['s', 'a', 'producers-first'],
      ['s', 'b', 'expand-then-contract'],
    ],
    ['s:expand', 'a,b', 's:contract'],
  ],
  [
    'removal and migration by one service',
    [
      ['s', 'a', 'consumers-first'],
      ['s', 'b', 'expand-then-contract'],
    ],
    ['a,s:expand', 'b', 's:contract'],
  ],
  [
    'a migration that is read by one that migrates',
    [
      ['a', 'b', 'expand-then-contract'],
      ['b', 'c', 'expand-then-contract'],
    ],
    ['a:expand', 'b:expand', 'a:contract,c', 'b:contract'],
  ],
  [
    'two that migrate each other',
    [
      ['a', 'b', 'expand-then-contract'],
      ['b', 'a', 'expand-then-contract'],
    ],
    ['cycle a (expand) b (expand) a (expand)'],
  ],
  [
    'addition and removal between the same two',
    [
      ['s', 'a', 'producers-first'],
      ['s', 'a', 'consumers-first'],
    ],
    ['cycle a s a'],
  ],
  [
    'a cycle of three',
    [
      ['a', 'b', 'producers-first'],
      ['b', 'c', 'producers-first'],
      ['c', 'a', 'producers-first'],
    ],
    ['cycle a b c a'],
  ],
  [
    'a service that reads what it writes',
    [['orders', 'orders mails', 'consumers-first']],
    ['mails', 'orders'],
  ],
  [
    'a cycle beside what has none',
    [
      ['x', 'y', 'producers-first'],
      ['a', 'b', 'producers-first'],
      ['b', 'a', 'producers-first'],
    ],
    ['cycle a b a'],
  ],
];

describe('releaseOrder', () => {
  it.each(SETS)('%s', (_, changes, expected) => {
    expect(waves(changes)).toStrictEqual(expected);
  });

  it('does not depend on the order of the changes', () => {
    for (const [, changes, expected] of SETS)
      expect(waves([...changes].reverse())).toStrictEqual(expected);
  });

  it('has services that no change touches in the first wave', () => {
    expect(waves([['stock', 'orders', 'producers-first']], ['web', 'orders'])).toStrictEqual([
      'stock,web',
      'orders',
    ]);
  });

  it('says why a step stands behind another', () => {
    const order = releaseOrder([
      {
        producer: 'stock',
        consumers: ['orders'],
        direction: 'producers-first',
        reason: 'Reserve is new',
      },
      {
        producer: 'stock',
        consumers: ['orders'],
        direction: 'producers-first',
        reason: 'Check is new',
      },
    ]);

    expect(order).toStrictEqual({
      ok: true,
      waves: [
        [{ service: 'stock', phase: 'release', automaticRollback: true, after: [] }],
        [
          {
            ...{ service: 'orders', phase: 'release', automaticRollback: true },
            after: [
              { step: 'stock', reason: 'Check is new' },
              { step: 'stock', reason: 'Reserve is new' },
            ],
          },
        ],
      ],
    });
  });

  it('takes nothing back automatically that was taken away', () => {
    const order = releaseOrder([change(['orders', 'mails', 'expand-then-contract'])]);

    expect(
      order.ok &&
        order.waves.flat().map(({ phase, automaticRollback }) => [phase, automaticRollback]),
    ).toStrictEqual([
      ['expand', true],
      ['release', true],
      ['contract', false],
    ]);
  });

  it('names the cycle with its reasons', () => {
    expect(
      releaseOrder([
        change(['s', 'a', 'producers-first']),
        { ...change(['s', 'a', 'consumers-first']), reason: 'Old is gone' },
      ]),
    ).toStrictEqual({
      ok: false,
      cycle: ['a', 's', 'a'],
      problem: 'no order of release is safe: a before s (Old is gone), s before a (s changes)',
      fix: 'release one of these changes on its own first: what is added, then what is taken away',
    });
  });
});
