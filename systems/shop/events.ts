import { priceChanged, productChanged, products, reviewPosted } from './services/catalog';
import { notifications, notificationSent, userChanged, users } from './services/customers';
import { inventory, shipmentDispatched, shipping, stockChanged } from './services/fulfilment';
import { cartExpired, orderPlaced, orders } from './services/ordering';
import { payments, paymentSettled } from './services/payment';
import { search, storefront } from './services/shopping';

/** Who follows what happens elsewhere. */
payments.consumes(orderPlaced);
orders.consumes(paymentSettled);
orders.consumes(shipmentDispatched);
inventory.consumes(paymentSettled);
shipping.consumes(orderPlaced);
shipping.consumes(paymentSettled);
search.consumes(productChanged);
search.consumes(priceChanged);
search.consumes(stockChanged);
products.consumes(reviewPosted, { fields: ['productId', 'stars'] });
notifications.consumes(orderPlaced);
notifications.consumes(paymentSettled);
notifications.consumes(shipmentDispatched);
notifications.consumes(userChanged);
users.consumes(notificationSent);
storefront.consumes(cartExpired);
