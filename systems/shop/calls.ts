import { products, pricing, reviews } from './services/catalog';
import { users } from './services/customers';
import { inventory, shipping } from './services/fulfilment';
import { carts, orders } from './services/ordering';
import { search, storefront } from './services/shopping';

/** Who asks whom, how long they wait and what they do without an answer. Only carts and orders can stop a sale. */
storefront.calls(products.api.operation('ListProducts'), {
  during: ['GetHome'],
  timeout: '50ms',
  rate: 400,
  payload: '8Ki',
  criticality: 'optional',
  fallback: 'cache',
});
storefront.calls(search.api.operation('Search'), {
  during: ['SearchProducts'],
  timeout: '80ms',
  rate: 400,
  payload: '8Ki',
  criticality: 'optional',
  fallback: 'default',
});
storefront.calls(products.api.operation('GetProduct'), {
  during: ['GetProduct'],
  timeout: '60ms',
  perTry: '20ms',
  retries: 1,
  rate: 460,
  payload: '4Ki',
  parallel: 'page',
  criticality: 'optional',
  fallback: 'cache',
});
storefront.calls(pricing.api.operation('Quote'), {
  during: ['GetProduct'],
  timeout: '30ms',
  rate: 460,
  parallel: 'page',
  criticality: 'optional',
  fallback: 'cache',
});
storefront.calls(reviews.api.operation('ListReviews'), {
  during: ['GetProduct'],
  timeout: '40ms',
  rate: 460,
  payload: '8Ki',
  parallel: 'page',
  criticality: 'optional',
  fallback: 'default',
});
storefront.calls(inventory.api.operation('CheckStock'), {
  during: ['GetProduct'],
  timeout: '30ms',
  rate: 460,
  parallel: 'page',
  criticality: 'optional',
  fallback: 'default',
});
storefront.calls(reviews.api.operation('PostReview'), {
  during: ['PostReview'],
  timeout: '80ms',
  rate: 5,
  criticality: 'optional',
  fallback: 'queue',
});
storefront.calls(carts.api.operation('GetCart'), {
  during: ['GetCart', 'Checkout'],
  timeout: '30ms',
  rate: 120,
  parallel: 'prepare',
  criticality: 'required',
});
storefront.calls(users.api.operation('GetAddresses'), {
  during: ['Checkout'],
  timeout: '30ms',
  rate: 60,
  parallel: 'prepare',
  criticality: 'optional',
  fallback: 'cache',
});
storefront.calls(shipping.api.operation('QuoteShipping'), {
  during: ['Checkout'],
  timeout: '30ms',
  rate: 60,
  parallel: 'prepare',
  criticality: 'optional',
  fallback: 'default',
});
storefront.calls(carts.api.operation('PutItem'), {
  during: ['PutCartItem'],
  timeout: '40ms',
  rate: 60,
  criticality: 'required',
});
storefront.calls(orders.api.operation('PlaceOrder'), {
  during: ['Checkout'],
  timeout: '60ms',
  rate: 60,
  criticality: 'required',
});
storefront.calls(orders.api.operation('GetOrder'), {
  during: ['GetOrder'],
  timeout: '60ms',
  rate: 60,
  criticality: 'required',
});

/** The price that the cart was shown holds for some minutes: it serves when pricing does not answer. */
orders.calls(pricing.api.operation('Quote'), {
  during: ['PlaceOrder'],
  timeout: '25ms',
  rate: 60,
  parallel: 'check',
  criticality: 'optional',
  fallback: 'cache',
});
orders.calls(inventory.api.operation('ReserveStock'), {
  during: ['PlaceOrder'],
  timeout: '45ms',
  perTry: '20ms',
  retries: 1,
  rate: 60,
  parallel: 'check',
  criticality: 'required',
});
