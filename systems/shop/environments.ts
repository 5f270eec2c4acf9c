import { Environment, Journey } from '../../lib/model';
import {
  commerce,
  customers,
  experience,
  logistics,
  merchandising,
  payments as paymentsTeam,
  system,
} from './landscape';
import productionReleases from './releases/production.json';
import stagingReleases from './releases/staging.json';
import { pricing, products, reviews } from './services/catalog';
import { notifications, users } from './services/customers';
import { inventory, shipping } from './services/fulfilment';
import { carts, orders } from './services/ordering';
import { ledger, payments } from './services/payment';
import { productIndex, search, storefront } from './services/shopping';

const open = storefront.api;
new Journey(system, 'browse', {
  steps: [
    open.operation('GetHome'),
    open.operation('SearchProducts'),
    open.operation('GetProduct'),
  ],
  peak: 400,
});
new Journey(system, 'buy', {
  steps: [
    open.operation('GetProduct'),
    open.operation('PutCartItem'),
    open.operation('GetCart'),
    open.operation('Checkout'),
  ],
  peak: 60,
});
new Journey(system, 'review-product', { steps: [open.operation('PostReview')], peak: 5 });
new Journey(system, 'follow-order', { steps: [open.operation('GetOrder')], peak: 60 });

/** Whose tokens prove who a customer is, and what they may be used for. */
const identityProvider = { issuer: 'https://login.example.com', audiences: ['shop'] } as const;
const staging = new Environment(system, 'staging', {
  account: '444455556666',
  protection: 'disposable',
  regions: ['ap-northeast-2'],
  cidr: '10.16.0.0/16',
  releases: stagingReleases,
  identityProvider,
  administrators: ['arn:aws:iam::444455556666:role/platform-administrator'],
});
const services = [
  ...[storefront, search, products, pricing, reviews, carts],
  ...[orders, inventory, shipping, payments, users, notifications],
];
for (const service of services) staging.size(service, { replicas: { min: 1, max: 3 } });
// What can be built again from events stands on the cheapest, and what is rarely used shrinks to nearly nothing.
staging.size(productIndex, { engine: 'rds' });
staging.size(ledger, { capacity: { min: 0.5, max: 4 } });

const production = new Environment(system, 'production', {
  account: '111122223333',
  protection: 'retain',
  regions: ['ap-northeast-2', 'eu-west-1', 'us-east-1'],
  waves: [['ap-northeast-2'], ['eu-west-1', 'us-east-1']],
  cidr: '10.0.0.0/12',
  domain: 'shop.example.com',
  releases: productionReleases,
  identityProvider,
  // A region that is added later gets such data only when it is named here too.
  data: {
    pii: ['ap-northeast-2', 'eu-west-1', 'us-east-1'],
    pci: ['ap-northeast-2', 'eu-west-1', 'us-east-1'],
  },
  administrators: ['arn:aws:iam::111122223333:role/platform-administrator'],
});
production.size(orders, { replicas: { min: 6, max: 60 } });
// When the second wave turns out bad, the region of the first carries the peak of all three.
production.size(storefront, { replicas: { min: 6, max: 48 } });
production.size(search, { replicas: { min: 3, max: 24 } });
production.size(products, { replicas: { min: 4, max: 18 } });
production.size(reviews, { replicas: { min: 2, max: 12 } });

/** US dollars a month. */
const budgets = [
  ...([
    [experience, 4_000],
    [merchandising, 9_000],
    [commerce, 12_000],
  ] as const),
  ...([
    [logistics, 9_000],
    [paymentsTeam, 6_000],
    [customers, 9_000],
  ] as const),
];
for (const [team, monthly] of budgets) production.budget(team, { monthly });
