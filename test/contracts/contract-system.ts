import {
  Api,
  BoundedContext,
  EventSchema,
  Journey,
  Service,
  System,
  Team,
  Topic,
  type Compatibility,
} from '../../lib/model';
import type { ContractChange } from '../../lib/contracts/evolution/contract-change';

const source = (file: string) => ({ file, digest: `sha256:${'0'.repeat(64)}` });
const SIZE = {
  replicas: { min: 3, max: 6 },
  resources: { cpu: '250m', memory: '256Mi' },
  throughput: { perReplica: 100, peak: 200 },
  objective: { availability: '99.9%' },
} as const;

/** A web service that is asked from outside and calls orders, which publishes an event that three others read. */
export function contractSystem(compatibility: Compatibility = 'BACKWARD') {
  const system = new System('shop', { domain: 'shop.example.com' });
  const team = new Team(system, 'commerce', { kind: 'stream-aligned', slack: '#commerce' });
  const context = new BoundedContext(system, 'ordering', { team, subdomain: 'core' });
  const service = <T extends string = never>(name: string, api?: Api<T>) =>
    new Service<T>(context, name, { ...SIZE, image: `shop/${name}`, ...(api && { api }) });
  const orders = service(
    'orders',
    Api.grpc(
      'shop.v1.Orders',
      { Place: { idempotent: true }, Get: { safe: true } },
      source('orders.proto'),
    ),
  );
  const web = service(
    'web',
    Api.http({ Checkout: { method: 'POST', path: '/checkout' } }, source('web.openapi.yaml')),
  );
  const event = new EventSchema('shop.OrderPlaced', {
    format: 'AVRO',
    fields: {
      id: { type: 'string' },
      'customer.email': { type: 'string' },
      coupon: { type: 'string' },
    },
    schema: '{}',
    source: source('order-placed.avsc'),
  });
  const placed = new Topic(orders, 'order-placed', {
    partitions: 12,
    event,
    key: 'id',
    compatibility,
  });
  orders.publishes(placed);
  web.calls(orders.api.operation('Place'), { timeout: '50ms', criticality: 'required' });
  service('mails').consumes(placed, { fields: ['id', 'customer.email'] });
  service('coupons').consumes(placed, { fields: ['coupon'] });
  service('archive').consumes(placed);
  new Journey(system, 'checkout', { steps: [web.api.operation('Checkout')], peak: 10 });
  return { system, orders, web, placed };
}

/** A change that breaks those who use it, but for what is said. */
export function breakingChange(
  change: Partial<ContractChange> & Pick<ContractChange, 'file'>,
): ContractChange {
  return {
    rule: 'some-rule',
    breaking: true,
    judged: true,
    direction: 'expand-then-contract',
    text: 'it is another',
    ...change,
  };
}

/** A change that breaks nobody by itself. */
export function safeChange(
  change: Partial<ContractChange> & Pick<ContractChange, 'file'>,
): ContractChange {
  return { ...breakingChange(change), breaking: false, ...change };
}

export const PLACED = { file: 'order-placed.avsc', event: 'shop.OrderPlaced' };
export const CONTEXT = 'shop/BoundedContext.ordering';
