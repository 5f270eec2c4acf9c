import type { ContractDocument, JsonObject } from '../../lib/contracts/document';
import { EMPTY_LOCK, releaseContracts } from '../../lib/contracts/lock';
import { diffVerb, type DiffOptions } from '../../lib/cli/diff';
import { contractSystem } from '../contracts/contract-system';

const SOURCES = `sha256:${'5'.repeat(64)}`;
const field = (name: string, more: JsonObject = {}): JsonObject => ({
  name,
  type: 'string',
  ...more,
});
const event = (version: string, ...fields: readonly JsonObject[]): ContractDocument => ({
  kind: 'avro',
  file: 'order-placed.avsc',
  digest: `sha256:${version.repeat(64)}`,
  content: { type: 'record', name: 'OrderPlaced', namespace: 'shop', fields },
});
const RELEASED = event('a', field('id'), field('coupon'));
const lock = releaseContracts(EMPTY_LOCK, [RELEASED]);

function diff(now: ContractDocument, options: DiffOptions = {}) {
  const current = { lock, lockFile: '/unused', documents: [now], sources: SOURCES };
  return diffVerb(contractSystem().system, current, options);
}

const SAME = event('a', field('id'), field('coupon'));
const ADDED = event('b', field('id'), field('coupon'), field('note', { default: '' }));
const BROKEN = event('b', field('id'), field('coupon'), field('note'));
const TAKEN = event('b', field('id'));

describe('diffVerb', () => {
  it('is fine with contracts as they were released', () => {
    expect(diff(SAME)).toStrictEqual({
      exitCode: 0,
      text: 'the contracts are as they were released',
    });
  });

  it('is fine with what breaks nobody', () => {
    expect(diff(ADDED)).toStrictEqual({
      exitCode: 0,
      text: `Safe
  order-placed.avsc shop.OrderPlaced note
    the new schema reads old records: 'note' is not written: its default is read
    (avro-field-defaulted, any)

Release order
  1.
     archive
     orders

1 change: 0 breaking, 0 warnings`,
    });
  });

  it('stops at what breaks somebody, and says whom and in which order', () => {
    expect(diff(TAKEN)).toStrictEqual({
      exitCode: 1,
      text: `Breaks those who use it
  order-placed.avsc shop.OrderPlaced coupon
    the old schema cannot read new records: 'coupon' is not written and has no default to read
    breaks coupons, which reads order-placed
    (avro-field-without-default, consumers-first)

Release order
  1.
     archive
     coupons
  2.
     orders
       after archive: order-placed.avsc shop.OrderPlaced coupon: the old schema cannot read new
       records: 'coupon' is not written and has no default to read
       after coupons: order-placed.avsc shop.OrderPlaced coupon: the old schema cannot read new
       records: 'coupon' is not written and has no default to read

1 change: 1 breaking, 0 warnings`,
    });
  });

  it('prints JSON', () => {
    const { exitCode, text } = diff(BROKEN, { json: true });

    expect(exitCode).toBe(1);
    expect(JSON.parse(text)).toMatchObject({
      breaking: 1,
      warnings: 0,
      changes: [
        {
          file: 'order-placed.avsc',
          field: 'note',
          verdict: 'breaks',
          direction: 'producers-first',
          breaks: [{ name: 'archive', as: 'reader', uses: 'order-placed' }],
        },
      ],
      order: { ok: true, waves: [[{ service: 'orders' }], [{ service: 'archive' }]] },
    });
  });

  it('releases what breaks nobody', () => {
    const { exitCode, text, lock: released } = diff(ADDED, { release: true });

    expect(exitCode).toBe(0);
    expect(text).toMatch(/\n\nreleased$/);
    expect(released).toStrictEqual(releaseContracts(lock, [ADDED], { sources: SOURCES }));
  });

  it('does not release what breaks somebody', () => {
    const { exitCode, text, lock: released } = diff(BROKEN, { release: true });

    expect({ exitCode, released }).toStrictEqual({ exitCode: 1, released: undefined });
    expect(text).toMatch(
      /\n\nnot released: mend what breaks, or say why it may with --accept-breaking "reason"$/,
    );
  });

  it('releases what breaks somebody for a reason, and keeps it', () => {
    const { exitCode, lock: released } = diff(BROKEN, {
      release: true,
      acceptBreaking: 'archive is off',
    });

    expect(exitCode).toBe(0);
    expect(released?.accepted).toStrictEqual([
      {
        reason: 'archive is off',
        breaks: [
          "order-placed.avsc shop.OrderPlaced note breaks archive: the new schema cannot read old records: 'note' is not written and has no default to read",
        ],
      },
    ]);
    expect(released?.contracts.get('order-placed.avsc')?.versions).toHaveLength(2);
  });

  it('keeps no reason where none was needed', () => {
    expect(
      diff(ADDED, { release: true, acceptBreaking: 'just in case' }).lock?.accepted,
    ).toStrictEqual([]);
  });

  it('writes nothing unless asked', () => {
    expect(diff(ADDED)).not.toHaveProperty('lock');
  });

  it('warns of what breaks and nobody uses', () => {
    const { exitCode, text } = diffVerb(
      contractSystem().system,
      {
        lock: releaseContracts(EMPTY_LOCK, [{ ...RELEASED, file: 'other.avsc' }]),
        lockFile: '/unused',
        documents: [],
        sources: SOURCES,
      },
      {},
    );

    expect(exitCode).toBe(0);
    expect(text).toContain(
      'Breaks what nobody uses, or cannot be judged\n  other.avsc\n    the contract is gone',
    );
    expect(text).toMatch(/1 change: 0 breaking, 1 warning$/);
  });

  it('stops where no order of release is safe', () => {
    const method = (...names: readonly string[]): JsonObject => ({
      nested: {
        shop: {
          nested: {
            v1: {
              nested: {
                M: { fields: {} },
                Orders: {
                  methods: Object.fromEntries(
                    names.map((name) => [name, { requestType: 'M', responseType: 'M' }]),
                  ),
                },
              },
            },
          },
        },
      },
    });
    const proto = (version: string, content: JsonObject): ContractDocument => ({
      ...{
        kind: 'protobuf',
        file: 'orders.proto',
        digest: `sha256:${version.repeat(64)}`,
        content,
      },
    });
    const web = (version: string, paths: JsonObject): ContractDocument => ({
      ...{
        kind: 'openapi',
        file: 'web.openapi.yaml',
        digest: `sha256:${version.repeat(64)}`,
        content: { paths },
      },
    });
    const { system, orders, web: front } = contractSystem();
    orders.calls(front.api.operation('Checkout'), {
      timeout: '50ms',
      criticality: 'optional',
      fallback: 'default',
    });
    const { exitCode, text } = diffVerb(
      system,
      {
        lock: releaseContracts(EMPTY_LOCK, [proto('a', method()), web('a', {})]),
        lockFile: '/unused',
        documents: [
          proto('b', method('Place')),
          web('b', { '/checkout': { post: { operationId: 'Checkout' } } }),
        ],
        sources: SOURCES,
      },
      {},
    );

    expect(exitCode).toBe(1);
    expect(text).toContain(
      'Release order\n  no order of release is safe: orders before web (orders.proto Place: ',
    );
  });
});
