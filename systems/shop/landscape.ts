import { BoundedContext, System, Team } from '../../lib/model';

/** The shop: its teams, the boundaries they own and how those boundaries relate. */
export const system = new System('shop', {
  domain: 'shop.example.com',
  repository: 'example/shop',
  registry: { account: '111122223333', region: 'ap-northeast-2' },
});

export const experience = new Team(system, 'experience', {
  kind: 'stream-aligned',
  slack: '#shop-experience',
  onCall: 'mailto:experience@example.com',
});
export const merchandising = new Team(system, 'merchandising', {
  kind: 'stream-aligned',
  slack: '#shop-merchandising',
  onCall: 'mailto:merchandising@example.com',
});
export const commerce = new Team(system, 'commerce', {
  kind: 'stream-aligned',
  slack: '#shop-commerce',
  onCall: 'mailto:commerce@example.com',
});
export const logistics = new Team(system, 'logistics', {
  kind: 'stream-aligned',
  slack: '#shop-logistics',
  onCall: 'mailto:logistics@example.com',
});
export const payments = new Team(system, 'payments', {
  kind: 'complicated-subsystem',
  slack: '#shop-payments',
  onCall: 'mailto:payments@example.com',
});
export const customers = new Team(system, 'customers', {
  kind: 'stream-aligned',
  slack: '#shop-customers',
  onCall: 'mailto:customers@example.com',
});

export const shopping = new BoundedContext(system, 'shopping', {
  team: experience,
  subdomain: 'core',
});
export const catalog = new BoundedContext(system, 'catalog', {
  team: merchandising,
  subdomain: 'supporting',
});
export const ordering = new BoundedContext(system, 'ordering', {
  team: commerce,
  subdomain: 'core',
});
export const fulfilment = new BoundedContext(system, 'fulfilment', {
  team: logistics,
  subdomain: 'core',
});
export const payment = new BoundedContext(system, 'payment', {
  team: payments,
  subdomain: 'generic',
});
export const identity = new BoundedContext(system, 'identity', {
  team: customers,
  subdomain: 'generic',
});
export const engagement = new BoundedContext(system, 'engagement', {
  team: customers,
  subdomain: 'supporting',
});

catalog.aggregate('Product', { identity: 'productId' });
ordering.aggregate('Cart', { identity: 'cartId' });
ordering.aggregate('Order', { identity: 'orderId' });
fulfilment.aggregate('StockItem', { identity: 'productId' });
fulfilment.aggregate('Shipment', { identity: 'orderId' });
payment.aggregate('Payment', { identity: 'orderId' });
identity.aggregate('User', { identity: 'userId' });

shopping.relatesTo(catalog, { pattern: 'conformist' });
shopping.relatesTo(ordering, { pattern: 'customer-supplier' });
shopping.relatesTo(fulfilment, { pattern: 'open-host-service' });
shopping.relatesTo(identity, { pattern: 'open-host-service' });
ordering.relatesTo(catalog, { pattern: 'anticorruption-layer' });
ordering.relatesTo(fulfilment, { pattern: 'customer-supplier' });
ordering.relatesTo(payment, { pattern: 'published-language' });
payment.relatesTo(ordering, { pattern: 'published-language' });
fulfilment.relatesTo(payment, { pattern: 'published-language' });
fulfilment.relatesTo(ordering, { pattern: 'published-language' });
identity.relatesTo(engagement, { pattern: 'published-language' });
engagement.relatesTo(ordering, { pattern: 'published-language' });
engagement.relatesTo(payment, { pattern: 'published-language' });
engagement.relatesTo(fulfilment, { pattern: 'published-language' });
engagement.relatesTo(identity, { pattern: 'published-language' });

/** Image repository of a service. */
export function image(service: string): string {
  return `111122223333.dkr.ecr.ap-northeast-2.amazonaws.com/shop/${service}`;
}
