import type {
  CallProps,
  EnvironmentProps,
  Operation,
  PostgresDatabaseProps,
  ServiceProps,
  System,
  TopicProps,
} from '../../lib/model';
import type * as Model from '../../lib/model';
import type * as Catalog from '../../systems/shop/services/catalog';
import type * as Customers from '../../systems/shop/services/customers';
import type * as Fulfilment from '../../systems/shop/services/fulfilment';
import type * as Landscape from '../../systems/shop/landscape';
import type * as Ordering from '../../systems/shop/services/ordering';
import type * as Payment from '../../systems/shop/services/payment';

type Changes<Props> = Readonly<Record<string, Partial<Props>>>;

/** The modules of one copy of the shop. */
export interface ShopModules {
  readonly model: typeof Model;
  readonly landscape: typeof Landscape;
  readonly catalog: typeof Catalog;
  readonly customers: typeof Customers;
  readonly fulfilment: typeof Fulfilment;
  readonly ordering: typeof Ordering;
  readonly payment: typeof Payment;
}

/** What is declared otherwise in a copy of the shop, by name; calls by `caller > callee.Operation`. */
export interface ShopChange {
  readonly services?: Changes<ServiceProps<string>>;
  readonly topics?: Changes<TopicProps>;
  readonly databases?: Changes<PostgresDatabaseProps>;
  readonly calls?: Changes<CallProps>;
  readonly environments?: Changes<EnvironmentProps>;
  /** What is declared besides, before the environments. */
  readonly more?: (shop: ShopModules) => void;
  /** What is declared besides, when everything else is. */
  readonly after?: (shop: ShopModules) => void;
}

/** Declares the shop anew, in modules of its own, with a change. */
export function shopWith(change: ShopChange): System {
  let system: System | undefined;
  jest.isolateModules(() => {
    const actual = jest.requireActual<typeof Model>('../../lib/model');
    const model = changedModel(actual, change);
    jest.doMock('../../lib/model', () => model);
    const shop = '../../systems/shop';
    const modules: ShopModules = {
      model,
      landscape: jest.requireActual<typeof Landscape>(`${shop}/landscape`),
      catalog: jest.requireActual<typeof Catalog>(`${shop}/services/catalog`),
      customers: jest.requireActual<typeof Customers>(`${shop}/services/customers`),
      fulfilment: jest.requireActual<typeof Fulfilment>(`${shop}/services/fulfilment`),
      ordering: jest.requireActual<typeof Ordering>(`${shop}/services/ordering`),
      payment: jest.requireActual<typeof Payment>(`${shop}/services/payment`),
    };
    change.more?.(modules);
    ({ system } = jest.requireActual<{ readonly system: System }>(`${shop}/system`));
    change.after?.(modules);
    jest.dontMock('../../lib/model');
  });
  if (system === undefined) throw new Error('the shop was not declared');
  return system;
}

/** The model, whose constructs take what is changed instead of what they are given. */
function changedModel(actual: typeof Model, change: ShopChange): typeof Model {
  const { services = {}, topics = {}, databases = {}, calls = {}, environments = {} } = change;
  class Service<Operations extends string = never> extends actual.Service<Operations> {
    public constructor(scope: Model.BoundedContext, name: string, props: ServiceProps<Operations>) {
      super(scope, name, Object.assign({}, props, services[name]));
    }

    public override calls(operation: Operation, props: CallProps<Operations>): Model.Call {
      const changed = calls[`${this.name} > ${operation.service.name}.${operation.name}`];
      return super.calls(operation, Object.assign({}, props, changed));
    }
  }
  class Topic<Fields extends string = string> extends actual.Topic<Fields> {
    public constructor(scope: Model.ServiceScope, name: string, props: TopicProps<Fields>) {
      super(scope, name, Object.assign({}, props, topics[name]));
    }
  }
  class PostgresDatabase extends actual.PostgresDatabase {
    public constructor(scope: Model.ServiceScope, name: string, props: PostgresDatabaseProps) {
      super(scope, name, { ...props, ...databases[name] });
    }
  }
  class Environment extends actual.Environment {
    public constructor(scope: System, name: string, props: EnvironmentProps) {
      super(scope, name, { ...props, ...environments[name] });
    }
  }
  return { ...actual, Service, Topic, PostgresDatabase, Environment };
}
