import {
  regionalPatterns,
  servicePatterns,
  storePatterns,
} from '../../../lib/aws/iam/service-names';
import { ENVIRONMENT } from './scope';

const SCOPE = { ...ENVIRONMENT, services: ['cart', 'orders'] };

test('names say whose they are', () => {
  expect(servicePatterns(SCOPE, 's3Bucket')).toEqual([
    'shop-production-cart-*',
    'shop-production-orders-*',
  ]);
});

test('or where they are, too', () => {
  expect(regionalPatterns({ ...SCOPE, services: ['cart'] }, 'rdsIdentifier')).toEqual([
    { region: 'eu-west-1', pattern: 'shop-production-eu-west-1-cart-*' },
  ]);
});

test('stores have names of both kinds, each once', () => {
  expect(storePatterns({ ...SCOPE, services: ['cart'] })).toEqual([
    'shop-production-cart-*',
    'shop-production-eu-west-1-cart-*',
  ]);
});

test('of stores whose names are cut each kind has its own', () => {
  const services = ['o'.repeat(40)];

  expect(storePatterns({ ...SCOPE, services })).toEqual([
    `shop-production-${'o'.repeat(40)}-*`,
    `shop-production-${'o'.repeat(38)}-*`,
    `shop-production-${'o'.repeat(15)}-*`,
    `shop-production-eu-west-1-${'o'.repeat(40)}-*`,
    `shop-production-eu-west-1-${'o'.repeat(28)}-*`,
  ]);
});
