/** The reference system: a shop of twelve services in seven bounded contexts, owned by six teams. */
import './calls';
import './events';
import './environments';

export { system } from './landscape';
