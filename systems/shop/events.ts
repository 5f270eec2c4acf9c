import { priceChanged, productChanged } from './services/catalog';
import { notifications, userChanged } from './services/customers';
import { inventory, shipmentDispatched, shipping, stockChanged } from './services/fulfilment';
import { orderPlaced, orders } from './services/ordering';
import { payments, paymentSettled } from './services/payment';
import { search } from './services/shopping';

/** Who follows what happens elsewhere. */
payments.consumes(orderPlaced);
orders.consumes(paymentSettled);
orders.consumes(shipmentDispatched);
inventory.consumes(paymentSettled);
shipping.consumes(paymentSettled);
search.consumes(productChanged);
search.consumes(priceChanged);
search.consumes(stockChanged);
notifications.consumes(orderPlaced);
notifications.consumes(paymentSettled);
notifications.consumes(shipmentDispatched);
notifications.consumes(userChanged);
