import { eventChanges, isTransitive } from '../../../lib/contracts/evolution/event-changes';
import { avroChanges } from '../../../lib/contracts/evolution/avro/changes';
import type { Compatibility } from '../../../lib/model';
import type { JsonObject } from '../../../lib/contracts/document';

const FILE = 'order-placed.avsc';
const record = (...fields: readonly JsonObject[]): JsonObject => ({
  ...{ type: 'record', name: 'OrderPlaced', namespace: 'shop.order', fields },
});
const id: JsonObject = { name: 'id', type: 'string' };
const coupon: JsonObject = { name: 'coupon', type: 'string' };
const optionalCoupon: JsonObject = { ...coupon, default: '' };

function changes(mode: Compatibility, now: JsonObject, ...released: readonly JsonObject[]) {
  const digest = `sha256:${'0'.repeat(64)}`;
  return avroChanges(released, { kind: 'avro', file: FILE, digest, content: now }, mode);
}

/** For each mode whether it breaks, and who goes first: a field without default added, one removed, one with, another type. */
type Said = readonly [breaking: boolean, direction: string];
const EXPECTED: readonly (readonly [Compatibility, Said, Said, Said, Said])[] = [
  [
    'BACKWARD',
    [true, 'producers-first'],
    [false, 'consumers-first'],
    [false, 'any'],
    [true, 'expand-then-contract'],
  ],
  [
    'BACKWARD_TRANSITIVE',
    [true, 'producers-first'],
    [false, 'consumers-first'],
    [false, 'any'],
    [true, 'expand-then-contract'],
  ],
  [
    'FORWARD',
    [false, 'producers-first'],
    [true, 'consumers-first'],
    [false, 'any'],
    [true, 'expand-then-contract'],
  ],
  [
    'FORWARD_TRANSITIVE',
    [false, 'producers-first'],
    [true, 'consumers-first'],
    [false, 'any'],
    [true, 'expand-then-contract'],
  ],
  [
    'FULL',
    [true, 'producers-first'],
    [true, 'consumers-first'],
    [false, 'any'],
    [true, 'expand-then-contract'],
  ],
  [
    'FULL_TRANSITIVE',
    [true, 'producers-first'],
    [true, 'consumers-first'],
    [false, 'any'],
    [true, 'expand-then-contract'],
  ],
  [
    'NONE',
    [true, 'expand-then-contract'],
    [true, 'expand-then-contract'],
    [false, 'any'],
    [true, 'expand-then-contract'],
  ],
];

describe('eventChanges', () => {
  it.each(EXPECTED)('judges by %s', (mode, added, removed, optional, other) => {
    const said = (now: JsonObject, old: JsonObject) =>
      changes(mode, now, old).map(({ breaking, direction }) => [breaking, direction]);

    expect(said(record(id, coupon), record(id))).toStrictEqual([added]);
    expect(said(record(id), record(id, coupon))).toStrictEqual([removed]);
    expect(said(record(id, optionalCoupon), record(id))).toStrictEqual([optional]);
    expect(said(record({ ...id, type: 'int' }), record(id))).toStrictEqual([other]);
    expect(said(record(id), record(id))).toStrictEqual([]);
  });

  it('says what changed in both ways, once for each place', () => {
    expect(changes('BACKWARD', record({ ...id, type: 'int' }), record(id, coupon))).toStrictEqual([
      {
        ...{ file: FILE, event: 'shop.order.OrderPlaced', field: 'coupon' },
        rule: 'avro-field-without-default',
        ...{ breaking: false, judged: true, direction: 'consumers-first', removed: true },
        text: "the old schema cannot read new records: 'coupon' is not written and has no default to read",
      },
      {
        ...{ file: FILE, event: 'shop.order.OrderPlaced', field: 'id' },
        rule: 'avro-type',
        ...{ breaking: true, judged: true, direction: 'expand-then-contract' },
        text: 'the new schema cannot read old records: string cannot be read as int; the old schema cannot read new records: int cannot be read as string',
      },
    ]);
  });

  it('says how what is added is read', () => {
    expect(
      changes('BACKWARD', record(id, optionalCoupon), record(id)).map(({ text }) => text),
    ).toStrictEqual([
      "the new schema reads old records: 'coupon' is not written: its default is read",
    ]);
  });

  it('does not judge what it cannot', () => {
    const time = (logicalType: string): JsonObject => ({
      name: 'at',
      type: { type: 'long', logicalType },
    });
    const [change] = changes(
      'FULL',
      record(time('timestamp-micros')),
      record(time('timestamp-millis')),
    );

    expect(change).toMatchObject({ field: 'at', breaking: false, judged: false, direction: 'any' });
  });

  it.each([
    ['BACKWARD', 'BACKWARD_TRANSITIVE'],
    ['FORWARD', 'FORWARD_TRANSITIVE'],
    ['FULL', 'FULL_TRANSITIVE'],
  ] as const)('looks at the last version by %s, at all by %s', (last, all) => {
    // The first version had a number; it was taken away, and comes back as a text.
    const first = record(id, { name: 'n', type: 'int', default: 0 });
    const now = record(id, { name: 'n', type: 'string', default: '' });

    expect(changes(last, now, first, record(id)).map(({ breaking }) => breaking)).toStrictEqual([
      false,
    ]);
    expect(changes(all, now, first, record(id)).filter(({ breaking }) => breaking)).toMatchObject([
      {
        field: 'n',
        rule: 'avro-type',
        text: expect.stringMatching(/^2 versions ago: the /) as string,
      },
    ]);
  });

  it('does not say again of an older version what it says of the last', () => {
    const now = record({ ...id, type: 'int' });

    expect(
      changes('BACKWARD_TRANSITIVE', now, record(id), record(id, coupon)).filter(
        ({ breaking }) => breaking,
      ),
    ).toHaveLength(1);
  });

  it('says nothing of an event that was not released', () => {
    expect(eventChanges({ file: FILE }, 'FULL', [])).toStrictEqual([]);
  });
});

describe('isTransitive', () => {
  it('tells modes that look at all versions', () => {
    expect(EXPECTED.filter(([mode]) => isTransitive(mode)).map(([mode]) => mode)).toStrictEqual([
      'BACKWARD_TRANSITIVE',
      'FORWARD_TRANSITIVE',
      'FULL_TRANSITIVE',
    ]);
  });
});
