import { groupCalls } from '../../lib/cli/call-groups';
import { readSystem } from '../../lib/model';
import { smallShop } from './support/small-shop';

describe('groupCalls', () => {
  it('keeps calls of different weight apart and sorts operations', () => {
    const groups = groupCalls(readSystem(smallShop()).calls);

    expect(groups.map(({ criticality, operations }) => [criticality, operations])).toStrictEqual([
      ['optional', ['Release']],
      ['required', ['CheckStock', 'Reserve']],
    ]);
  });

  it('says unknown of an operation that the callee does not have', () => {
    const system = smallShop();
    const [inventory, , orders] = readSystem(system).services;
    if (inventory !== undefined)
      orders?.calls(inventory.api.operation('Nothing'), { timeout: '1s', criticality: 'required' });

    expect(groupCalls(readSystem(system).calls)).toContainEqual({
      caller: 'order-service',
      callee: 'inventory-service',
      protocol: 'unknown',
      criticality: 'required',
      operations: ['Nothing'],
    });
  });
});
