import { join } from 'node:path';
import { formatHandle, readContracts, type Contract } from '../../../lib/contracts';
import { exportedNames, handleFile } from '../../../lib/contracts/handles/format-handle';
import { literal, quoted } from '../../../lib/contracts/handles/literal';
import { camelCase, simpleName } from '../../../lib/contracts/handles/names';
import { folderWith } from '../support/folder';

const SERVICE = (name: string): string =>
  `syntax = "proto3"; package shop.v1; service ${name} { rpc Get(Q) returns (Q); } message Q { string id = 1; }`;

async function one(file: string, content: string | object): Promise<Contract> {
  const reading = await readContracts(folderWith({ [file]: content }));
  const [contract] = reading.ok ? reading.contracts : [];
  if (contract === undefined) throw new Error(JSON.stringify(reading));
  return contract;
}

describe('names of constants', () => {
  test.each([
    ['inventory-service', 'inventoryService'],
    ['InventoryService', 'inventoryService'],
    ['order_lines.v1', 'orderLinesV1'],
    ['3d-models', '_3dModels'],
    ['', '_'],
    ['class', '_class'],
    ['Source', '_source'],
    ['eval', '_eval'],
  ])('of %s is %s', (text, name) => {
    expect(camelCase(text)).toBe(name);
  });

  test.each([
    ['shop.order.OrderPlaced', 'OrderPlaced'],
    ['orderPlaced', 'OrderPlaced'],
    ['shop.api', '_Api'],
    ['shop.EventSchema', '_EventSchema'],
  ])('of the event %s is %s', (text, name) => {
    expect(simpleName(text)).toBe(name);
  });
});

describe('values', () => {
  test('are written as they are formatted', () => {
    expect(literal({ a: 1, 'b-c': true, d: ['x', 'y'], e: {} }, '')).toBe(
      "{\n  a: 1,\n  'b-c': true,\n  d: ['x', 'y'],\n  e: {},\n}",
    );
  });

  test('of a list break where the line is longer than 100 columns', () => {
    const fitting = ['a'.repeat(94)];

    expect(literal({ k: fitting }, '')).toContain('\n  k: [\n');
    expect(literal(fitting, '')).toBe(`['${'a'.repeat(94)}']`);
    expect(literal(['a'.repeat(97)], '')).toBe(`[\n  '${'a'.repeat(97)}',\n]`);
  });

  test('keep a member that has the name of the prototype', () => {
    const object = JSON.parse('{"__proto__":{"safe":true}}') as { readonly [key: string]: string };

    expect(literal(object, '')).toBe("{\n  ['__proto__']: {\n    safe: true,\n  },\n}");
  });

  test.each([
    ['plain', "'plain'"],
    ["it's", '"it\'s"'],
    [`'"`, String.raw`'\'"'`],
    ['a\nb', String.raw`'a\nb'`],
    ['\u2028', "'\u2028'"],
  ])('that are texts have the quotes that need fewer escapes: %j', (text, written) => {
    expect(quoted(text)).toBe(written);
  });
});

describe('a handle', () => {
  test('of a file in a folder below imports what is meant from the folder of contracts', async () => {
    const contract = await one('orders/v1/order.proto', SERVICE('OrderService'));

    expect(handleFile(contract)).toBe('orders/v1/order.gen.ts');
    expect(formatHandle(contract, '../lib/model')).toContain("from '../../../lib/model';");
    expect(formatHandle(contract, './model')).toContain("from '../.././model';");
    expect(formatHandle(contract, 'groundplan/model')).toContain("from 'groundplan/model';");
  });

  test('says where it is from, and what may be repeated', async () => {
    const contract = await one(
      'order.proto',
      SERVICE('OrderService').replace(';} message', '; } message'),
    );

    expect(formatHandle(contract, 'groundplan/model')).toBe(
      [
        '// Written by `groundplan contracts` from order.proto: change that file, not this one.',
        "import { Api } from 'groundplan/model';",
        '',
        'const source = {',
        "  file: 'order.proto',",
        `  digest: '${contract.document.digest}',`,
        '};',
        '',
        '/** The operations of shop.v1.OrderService. */',
        'export const orderService = Api.grpc(',
        "  'shop.v1.OrderService',",
        '  {',
        '    Get: {},',
        '  },',
        '  source,',
        ');',
        '',
      ].join('\n'),
    );
  });

  test('of a service called Source does not take the name of its source', async () => {
    const contract = await one('source.proto', SERVICE('Source'));

    expect(exportedNames(contract)).toStrictEqual(['_source']);
  });

  test('of the same contract is the same', async () => {
    const folder = join(__dirname, '../../../systems/shop/contracts');
    const [first, second] = [await readContracts(folder), await readContracts(folder)];
    if (!first.ok || !second.ok) throw new Error('the contracts of the shop cannot be read');
    const texts = (contracts: readonly Contract[]) =>
      contracts.map((contract) => formatHandle(contract, 'm'));

    expect(texts(first.contracts).length).toBeGreaterThan(15);
    expect(texts(second.contracts)).toStrictEqual(texts(first.contracts));
  });
});
