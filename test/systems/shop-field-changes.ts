/** A change of one field: file, text before and after, and what the review says: who, which field, which fix. */
export interface FieldChange {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Who breaks, by the beginning of what is said; none where nobody does. */
  readonly breaks: readonly string[];
  readonly field?: string;
  readonly fix?: string;
}

const field = (name: string, type: string, more = ''): string =>
  `{\n      "name": "${name}",\n      "type": ${type}${more}\n    },\n    `;

/** Changes of one field of the shop's contracts. */
export const FIELD_CHANGES: readonly FieldChange[] = [
  {
    name: 'an event gets a field without default',
    ...{
      file: 'order-placed.avsc',
      from: '{\n      "name": "userId"',
      to: `${field('coupon', '"string"')}{\n      "name": "userId"`,
    },
    breaks: [
      'notification-service reads order-placed',
      'payment-service reads order-placed',
      'shipping-service reads order-placed',
    ],
    ...{ field: 'coupon', fix: "give 'coupon' a default" },
  },
  {
    name: 'an event gets a field with a default',
    ...{
      file: 'order-placed.avsc',
      from: '{\n      "name": "userId"',
      to: `${field('coupon', '"string"', ',\n      "default": ""')}{\n      "name": "userId"`,
    },
    breaks: [],
  },
  {
    name: 'a field of an event gets another type',
    ...{
      file: 'payment-settled.avsc',
      from: '"name": "orderId",\n      "type": "string"',
      to: '"name": "orderId",\n      "type": "long"',
    },
    breaks: [
      'inventory-service reads payment-settled',
      'notification-service',
      'order-service',
      'shipping-service',
    ],
    ...{ field: 'orderId', fix: "keep 'orderId' as it was" },
  },
  {
    name: 'a field of an event is promoted',
    ...{
      file: 'stock-changed.avsc',
      from: '"name": "available",\n      "type": "int"',
      to: '"name": "available",\n      "type": "long"',
    },
    breaks: [],
  },
  {
    name: 'a field of an event is cut back',
    ...{
      file: 'payment-settled.avsc',
      from: '"name": "minorUnits",\n            "type": "long"',
      to: '"name": "minorUnits",\n            "type": "int"',
    },
    breaks: ['inventory-service', 'notification-service', 'order-service', 'shipping-service'],
    ...{ field: 'amount.minorUnits', fix: "keep 'amount.minorUnits' as it was" },
  },
  {
    name: 'a field that a consumer says it reads is gone',
    ...{ file: 'review-posted.avsc', from: '"name": "stars"', to: '"name": "rating"' },
    breaks: ['catalog-service reads review-posted'],
    ...{ field: 'stars', fix: "let catalog-service no longer read 'stars'" },
  },
  {
    name: 'a property of an event in JSON gets another type',
    ...{
      file: 'user-changed.schema.json',
      from: '"language": {\n      "type": "string"',
      to: '"language": {\n      "type": "integer"',
    },
    breaks: ['notification-service reads user-changed'],
    ...{ field: 'language', fix: "keep 'language' as it was" },
  },
  {
    name: 'a property of an event in JSON becomes required',
    ...{
      file: 'user-changed.schema.json',
      from: '"required": ["userId", "email"',
      to: '"required": ["language", "userId", "email"',
    },
    breaks: ['notification-service reads user-changed'],
    ...{ field: 'language', fix: "make 'language' optional" },
  },
  {
    name: 'a property of an event in JSON becomes optional',
    ...{
      file: 'user-changed.schema.json',
      from: '"required": ["userId", "email"',
      to: '"required": ["userId"',
    },
    breaks: [],
  },
  {
    name: 'an event in Protobuf loses a field',
    ...{ file: 'cart-expired.proto', from: '  repeated string product_ids = 3;\n', to: '' },
    breaks: ['storefront reads cart-expired'],
    ...{ field: 'product_ids', fix: "keep 'product_ids' until storefront" },
  },
  {
    name: 'an event in Protobuf gets a field',
    ...{
      file: 'cart-expired.proto',
      from: 'string cart_id = 1;',
      to: 'string cart_id = 1;\n  string region = 9;',
    },
    breaks: [],
  },
  {
    name: 'a field of a request in Protobuf gets another number',
    ...{
      file: 'inventory.proto',
      from: 'repeated StockLine lines = 2;',
      to: 'repeated StockLine lines = 3;',
    },
    breaks: ['order-service calls inventory-service.ReserveStock'],
    ...{ field: 'lines', fix: "keep 'lines' as it was" },
  },
  {
    name: 'a field deep in a request in Protobuf gets another type',
    ...{ file: 'inventory.proto', from: 'uint32 quantity = 2;', to: 'string quantity = 2;' },
    breaks: ['order-service calls inventory-service.ReserveStock'],
    ...{ field: 'lines[].quantity', fix: "keep 'lines[].quantity' as it was" },
  },
  {
    name: 'a response in Protobuf gets a field',
    ...{
      file: 'inventory.proto',
      from: 'bool reserved = 1;',
      to: 'bool reserved = 1;\n  string reservation_id = 3;',
    },
    breaks: [],
  },
  {
    name: 'a response in Protobuf loses a field that is reserved',
    ...{
      file: 'inventory.proto',
      from: 'repeated string missing_product_ids = 2;',
      to: 'reserved 2;\n  reserved "missing_product_ids";',
    },
    breaks: [],
  },
  {
    name: 'a method is gone',
    ...{
      file: 'inventory.proto',
      from: '  rpc CheckStock(CheckStockRequest) returns (CheckStockResponse) {\n    option idempotency_level = NO_SIDE_EFFECTS;\n  }\n',
      to: '',
    },
    breaks: ['storefront calls inventory-service.CheckStock'],
    fix: 'keep inventory-service.CheckStock until storefront no longer uses it',
  },
  {
    name: 'a value of an enum in Protobuf is renamed',
    ...{ file: 'order.proto', from: 'ORDER_STATUS_SHIPPED = 3', to: 'ORDER_STATUS_SENT = 3' },
    breaks: [
      'storefront calls order-service.GetOrder',
      'storefront calls order-service.PlaceOrder',
    ],
    ...{ field: 'order.status', fix: "keep 'order.status' as it was" },
  },
  {
    name: 'a value of an enum in Protobuf is added',
    ...{
      file: 'order.proto',
      from: 'ORDER_STATUS_SHIPPED = 3;',
      to: 'ORDER_STATUS_SHIPPED = 3;\n  ORDER_STATUS_LOST = 4;',
    },
    breaks: [],
  },
  {
    name: 'a parameter becomes required',
    ...{
      file: 'catalog.openapi.yaml',
      from: '{ name: category, in: query, schema',
      to: '{ name: category, in: query, required: true, schema',
    },
    breaks: ['storefront calls catalog-service.ListProducts'],
    ...{ field: 'category', fix: "make 'category' optional until storefront sends it" },
  },
  {
    name: 'a parameter gets other values',
    ...{
      file: 'catalog.openapi.yaml',
      from: '{ name: category, in: query, schema: { type: string }',
      to: '{ name: category, in: query, schema: { type: string, enum: [books, games] }',
    },
    breaks: ['storefront calls catalog-service.ListProducts'],
    ...{ field: 'category', fix: "keep 'category' as it was" },
  },
  {
    name: 'an optional parameter is added',
    ...{
      file: 'catalog.openapi.yaml',
      from: '        - { name: category',
      to: '        - { name: brand, in: query, schema: { type: string } }\n        - { name: category',
    },
    breaks: [],
  },
  {
    name: 'a success of an operation that is asked for from outside is another',
    ...{
      file: 'catalog.openapi.yaml',
      from: "        '200':\n          description: Products of a category.",
      to: "        '203':\n          description: Products of a category.",
    },
    breaks: ['storefront calls catalog-service.ListProducts'],
    fix: 'keep catalog-service.ListProducts as it was',
  },
];
