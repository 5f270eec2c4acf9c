// Written by `groundplan contracts` from inventory.proto: change that file, not this one.
import { Api } from '../../../lib/model';

const source = {
  file: 'inventory.proto',
  digest: 'sha256:8a48a6e5a7c856dbdb808710c7238aa378d713f66a0507df5a1c9e9744408831',
};

/** The operations of shop.inventory.v1.InventoryService. */
export const inventoryService = Api.grpc(
  'shop.inventory.v1.InventoryService',
  {
    CheckStock: {
      safe: true,
    },
    ReserveStock: {
      idempotent: true,
    },
    ReleaseStock: {
      idempotent: true,
    },
  },
  source,
);
