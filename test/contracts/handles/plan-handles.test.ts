import { formatProblem, planHandles, readContracts } from '../../../lib/contracts';
import { OPTIONS_FILE, OPTIONS_PROTO } from '../../../lib/contracts/protobuf/options';
import { folderWith } from '../support/folder';

const HEAD = 'syntax = "proto3";\npackage shop.v1;\n';
const MESSAGE = 'message Q { string id = 1; }';
const EVENT = {
  ...{ type: 'record', name: 'Order', namespace: 'shop' },
  fields: [{ name: 'id', type: 'string' }],
};

async function planOf(files: Readonly<Record<string, string | object>>) {
  const reading = await readContracts(folderWith(files));
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
  const plan = planHandles(reading.contracts, 'groundplan/model');
  return plan.ok ? [...plan.files.keys()] : plan.problems.map(formatProblem);
}

describe('the files that contracts come to', () => {
  it('are a handle each, and the options where they are imported', async () => {
    const proto = `${HEAD}import "${OPTIONS_FILE}";\nservice S { rpc Get(Q) returns (Q); }\n${MESSAGE}`;

    expect(await planOf({ 'orders.proto': proto, 'sub/order.avsc': EVENT })).toStrictEqual([
      'orders.gen.ts',
      'sub/order.gen.ts',
      OPTIONS_FILE,
    ]);
  });

  it('are none of the options that are there already, nor of a file that is only imported', async () => {
    const files = { [OPTIONS_FILE]: OPTIONS_PROTO, 'common.proto': `${HEAD}${MESSAGE}` };

    expect(await planOf(files)).toStrictEqual([]);
  });

  it('are refused where two contracts have the same handle', async () => {
    const proto = `${HEAD}service S { rpc Get(Q) returns (Q); }\n${MESSAGE}`;

    expect(await planOf({ 'order.proto': proto, 'order.avsc': EVENT })).toStrictEqual([
      'order.proto has the handle order.gen.ts, as has order.avsc; give one of them another name',
    ]);
  });

  it('are refused where one contract gives two handles one name', async () => {
    const services = ['OrderService', 'orderService'].map(
      (name) => `service ${name} { rpc Get(Q) returns (Q); }`,
    );

    expect(await planOf({ 'order.proto': [HEAD, ...services, MESSAGE].join('\n') })).toStrictEqual([
      'order.proto gives two handles the name orderService; put one of them into a file of its own',
    ]);
  });

  it('are refused with all that is wrong, in order of file', async () => {
    const clash = ['A', 'a'].map((name) => `service ${name} { rpc Get(Q) returns (Q); }`);
    const text = [HEAD, ...clash, MESSAGE].join('\n');
    const other = text.replace('shop.v1', 'shop.v2');

    expect(await planOf({ 'z.proto': text, 'a.proto': other })).toStrictEqual([
      'a.proto gives two handles the name a; put one of them into a file of its own',
      'z.proto gives two handles the name a; put one of them into a file of its own',
    ]);
  });
});
