import { join } from 'node:path';
import { EventSchema, Topic, type Operation } from '../../lib/model';
import { formatProblem, readContracts } from '../../lib/contracts';
import { review } from '../../lib/review';
import { CONTEXT, contractSystem } from './contract-system';
import { folderWith } from './support/folder';

/** What the architect says of a system, each with the declaration it is about and the change that mends it. */
function linesOf(build: (shop: ReturnType<typeof contractSystem>) => void): readonly string[] {
  const shop = contractSystem();
  const before = new Set(review(shop.system, {}).findings.map((each) => JSON.stringify(each)));
  build(shop);
  return review(shop.system, {})
    .findings.filter((each) => !before.has(JSON.stringify(each)) && each.rule.startsWith('DCL-'))
    .map(({ rule, path, problem, fix }) => `${rule} ${path} ${problem}; ${fix}`);
}

/** An event of a contract, as a handle has it. */
async function placed(): Promise<EventSchema> {
  const folder = folderWith({
    'placed.avsc': {
      ...{ type: 'record', name: 'Placed', namespace: 'shop' },
      fields: [{ name: 'id', type: 'string' }],
    },
  });
  const reading = await readContracts(folder);
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
  const [event] = reading.contracts.flatMap(({ events }) => events);
  if (event === undefined) throw new Error(`no event in ${join(folder, 'placed.avsc')}`);
  const source = { file: 'placed.avsc', digest: `sha256:${'0'.repeat(64)}` };
  const { name, format, schema } = event;
  return new EventSchema(name, {
    ...{ format, schema, source },
    fields: Object.fromEntries(event.fields),
  });
}

describe('a contract that is used wrongly', () => {
  it('comes out in one run: an unknown method, a key that is no field, a topic of two services', async () => {
    const event = await placed();
    const lines = linesOf(({ web, orders, placed: topic }) => {
      const unknown: Operation = { service: orders, name: 'Plaec', siblings: ['Get', 'Place'] };
      web.calls(unknown, { timeout: '50ms', criticality: 'required' });
      new Topic(orders, 'order-closed', { partitions: 12, key: 'ident', event });
      new Topic(web, topic.name, { partitions: 12, key: 'id', event });
    });

    expect(lines).toStrictEqual([
      `DCL-014 ${CONTEXT}/Service.orders/Topic.order-closed key names 'ident', which is no field of shop.Placed; use one of id`,
      `DCL-004 ${CONTEXT}/Service.web/Call.orders.Plaec operation 'Plaec' does not exist on orders; use one of Get, Place`,
      `DCL-002 ${CONTEXT}/Service.web/Topic.order-placed 'order-placed' is declared already at ${CONTEXT}/Service.orders/Topic.order-placed; give this Topic another name`,
    ]);
  });

  it('is none where it is used rightly', async () => {
    const event = await placed();

    expect(
      linesOf(({ orders }) => {
        orders.publishes(new Topic(orders, 'order-closed', { partitions: 12, key: 'id', event }));
      }),
    ).toStrictEqual([]);
  });
});
