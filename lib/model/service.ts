import { Construct } from 'constructs';
import {
  parseBytes,
  parseCpu,
  parseDuration,
  type BytesText,
  type CpuText,
  type DurationText,
} from '../core/units';
import { acknowledge, type AcknowledgeOptions } from './acknowledge';
import type { Api } from './api';
import type { BoundedContext } from './bounded-context';
import { Call, type CallProps } from './call';
import type { Classification } from './classification';
import {
  entityId,
  isOfSystem,
  readCount,
  readQuantity,
  register,
  report,
  reportChartClash,
} from './declaration';
import type { DynamoTable } from './dynamo-table';
import { readObjective, type Objective, type ObjectiveProps } from './objective';
import { bindApi, type Operation, type ServiceApi } from './operation';
import type { PostgresDatabase } from './postgres-database';
import { serviceNameProblem } from './reserved-names';
import { checkFields, checkTexts, readHandles, reportMistakes } from './service-checks';
import { checkChange, type Change, type ChangedStore } from './change-checks';
import type { Topic } from './topic';

/** Fewest and most replicas of a service in one region. */
export interface Replicas {
  /** Fewest, kept also when nothing happens. */
  readonly min: number;
  /** Most, reached at the peak. */
  readonly max: number;
}

/** What one replica asks for. */
export interface ResourcesProps {
  /** Processor time. */
  readonly cpu: CpuText;
  /** Memory. */
  readonly memory: BytesText;
}

/** How much a service gets to do. */
export interface Throughput {
  /** Requests or messages a second that one replica handles. */
  readonly perReplica: number;
  /** Requests or messages a second at the peak of one region. */
  readonly peak: number;
  /**
   * Requests that one replica can work on at a time: threads, connections or a limit it keeps.
   *
   * @default - unknown: what callers may have under way is not compared with it
   */
  readonly concurrency?: number;
}

/** What is known of a service. */
export interface ServiceProps<Operations extends string> {
  /** Image repository, without tag or digest: what runs is said by the releases file. */
  readonly image: string;
  /**
   * The contract others call.
   *
   * @default - nobody calls it: a worker
   */
  readonly api?: Api<Operations>;
  /** Fewest and most replicas in one region. */
  readonly replicas: Replicas;
  /** What one replica asks for. */
  readonly resources: ResourcesProps;
  /** How much it gets to do. */
  readonly throughput: Throughput;
  /** What it promises. */
  readonly objective: ObjectiveProps;
  /**
   * Own time of a request at the 99th percentile, the calls it makes left out.
   *
   * @default - none is assumed
   */
  readonly processing?: DurationText;
  /**
   * Environment variables, the same everywhere.
   *
   * @default - none
   */
  readonly config?: Readonly<Record<string, string>>;
  /**
   * Environment variables from Secrets Manager: variable to name of the secret below `/<system>/<environment>/<service>/`.
   *
   * @default - none
   */
  readonly secrets?: Readonly<Record<string, string>>;
  /**
   * Classes of data that it may see: fields of these may be in its topics and operations, and in those it uses.
   *
   * @default - none
   */
  readonly handles?: readonly Classification[];
}

/** How a service publishes. */
export interface PublishProps {
  /**
   * The own store in whose transaction events are kept until they are published.
   *
   * @default - events are published directly: the broker is needed to answer
   * @see https://microservices.io/patterns/data/transactional-outbox.html
   */
  readonly outbox?: PostgresDatabase | DynamoTable;
}

/** How a service consumes. */
export interface ConsumeProps<Fields extends string = string> {
  /**
   * Fields of the event that it reads; of a record all that is inside.
   *
   * @default - all of them
   */
  readonly fields?: readonly NoInfer<Fields>[];
  /**
   * Consumers that one replica runs.
   *
   * @default 1
   */
  readonly threads?: number;
}

/** A declared publication. */
export interface Publication {
  /** What is published. */
  readonly topic: Topic;
  /** The store in whose transaction events are kept until they are published. */
  readonly outbox?: PostgresDatabase | DynamoTable;
}

/** A declared consumption. */
export interface Consumption {
  /** What is consumed. */
  readonly topic: Topic;
  /** Consumers that one replica runs. */
  readonly threads: number;
  /** Fields of the event that are read; absent where all are. */
  readonly fields?: readonly string[];
}

/**
 * A service: what one team builds, releases and runs on its own.
 *
 * @example
 * const orders = new Service(ordering, 'order-service', {
 *   image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/order-service',
 *   api: Api.grpc('shop.order.v1.OrderService', { PlaceOrder: { idempotent: true } }),
 *   replicas: { min: 3, max: 30 },
 *   resources: { cpu: '500m', memory: '512Mi' },
 *   throughput: { perReplica: 200, peak: 1500 },
 *   objective: { availability: '99.95%', latency: { p99: '100ms' } },
 * });
 */
export class Service<Operations extends string = never> extends Construct {
  /** Class of this entity. */
  public readonly kind = 'Service';
  /** Published name of the service. */
  public readonly name: string;
  /** The boundary inside which it stands. */
  public readonly context: BoundedContext;
  /** Image repository, without tag or digest. */
  public readonly image: string;
  /** The contract, bound to this service: `service.api.operation('PlaceOrder')`. */
  public readonly api: ServiceApi<Operations>;
  /** The contract as declared. */
  public readonly contract?: Api<Operations>;
  /** Fewest and most replicas in one region. */
  public readonly replicas: Replicas;
  /** Thousandths of a core that one replica asks for. */
  public readonly cpu: number;
  /** Bytes of memory that one replica asks for. */
  public readonly memory: number;
  /** How much it gets to do. */
  public readonly throughput: Throughput;
  /** What it promises. */
  public readonly objective: Objective;
  /** Milliseconds of own time of a request, calls left out. */
  public readonly processing: number;
  /** Environment variables. */
  public readonly config: Readonly<Record<string, string>>;
  /** Environment variables from Secrets Manager. */
  public readonly secrets: Readonly<Record<string, string>>;
  /** Classes of data that it may see. */
  public readonly handles: readonly Classification[];
  private readonly callList: Call[] = [];
  private readonly publicationList: Publication[] = [];
  private readonly consumptionList: Consumption[] = [];
  private readonly changeList: Change[] = [];

  public constructor(scope: BoundedContext, name: string, props: ServiceProps<Operations>) {
    super(scope, entityId(scope, 'Service', name));
    this.name = name;
    this.context = scope;
    this.image = props.image;
    this.api = bindApi(this, props.api);
    if (props.api) this.contract = props.api;
    this.replicas = readReplicas(this, props.replicas);
    this.cpu = readQuantity(this, 'resources.cpu', parseCpu(props.resources.cpu));
    this.memory = readQuantity(this, 'resources.memory', parseBytes(props.resources.memory));
    this.throughput = readThroughput(this, props.throughput);
    this.objective = readObjective(this, props.objective);
    this.processing =
      props.processing === undefined
        ? 0
        : readQuantity(this, 'processing', parseDuration(props.processing));
    this.config = props.config ?? {};
    this.secrets = props.secrets ?? {};
    this.handles = readHandles(this, props.handles);
    register(this);
    reportMistakes(this, props.api);
    const { image, config, secrets } = this;
    checkTexts(this, { image, config, secrets, operations: props.api?.operations ?? [] });
    const reserved = serviceNameProblem(name);
    if (reserved !== undefined)
      report(this, 'DCL-001', reserved, 'name the service after what it does');
    if (name.startsWith('platform-')) reportChartClash(this, name.slice('platform-'.length));
  }

  /** The declared calls, in order. */
  public get outgoing(): readonly Call[] {
    return this.callList;
  }

  /** The declared publications. */
  public get publications(): readonly Publication[] {
    return this.publicationList;
  }

  /** The declared consumptions. */
  public get consumptions(): readonly Consumption[] {
    return this.consumptionList;
  }

  /** What operations and consumed topics change, as far as it was said. */
  public get changed(): readonly Change[] {
    return this.changeList;
  }

  /** Declares that this service calls an operation of another. */
  public calls(operation: Operation, props: CallProps<Operations>): Call {
    const call = new Call(this, operation, props);
    this.callList.push(call);
    const known = this.contract?.operations.map((spec) => spec.name) ?? [];
    for (const handler of props.during ?? []) {
      if (known.includes(handler)) continue;
      report(
        call,
        'DCL-004',
        `during names '${handler}', which ${this.name} does not offer`,
        known.length === 0
          ? 'leave it out: it has no operations'
          : `use some of ${known.join(', ')}`,
      );
    }
    return call;
  }

  /** Declares that this service publishes a topic it owns. */
  public publishes(topic: Topic, props: PublishProps = {}): void {
    if (!isOfSystem(this, 'the topic published', topic)) return;
    if (topic.owner !== this) {
      report(
        this,
        'DCL-009',
        `publishes '${topic.name}', which ${topic.owner.name} owns`,
        `declare a topic of its own, or call ${topic.owner.name}`,
      );
    }
    if (this.publicationList.some((publication) => publication.topic === topic)) {
      report(
        this,
        'DCL-002',
        `publishing '${topic.name}' is declared already`,
        'keep one of the two',
      );
      return;
    }
    this.publicationList.push({ topic, ...(props.outbox && { outbox: props.outbox }) });
  }

  /** Declares that this service consumes a topic, in a group of its own. */
  public consumes<Fields extends string>(
    topic: Topic<Fields>,
    props: ConsumeProps<Fields> = {},
  ): void {
    if (!isOfSystem(this, 'the topic consumed', topic)) return;
    if (this.consumptionList.some((consumption) => consumption.topic === topic)) {
      report(
        this,
        'DCL-002',
        `consuming '${topic.name}' is declared already`,
        'keep one of the two',
      );
      return;
    }
    const { fields, threads } = props;
    if (fields !== undefined) checkFields(this, topic, fields);
    this.consumptionList.push({
      topic,
      threads: readCount(this, 'threads', threads ?? 1, 1),
      ...(fields !== undefined && { fields }),
    });
  }

  /** Declares which of its stores an operation, or the handling of a consumed topic, changes. */
  public changes(handler: Operations | Topic, ...stores: readonly ChangedStore[]): void {
    if (typeof handler !== 'string' && !isOfSystem(this, 'the topic handled', handler)) return;
    const name = typeof handler === 'string' ? handler : handler.name;
    const own = stores.filter((store: ChangedStore | undefined) =>
      isOfSystem(this, 'the store changed', store),
    );
    checkChange(this, handler, own);
    this.changeList.push({ handler: name, stores: own });
  }

  /** Excuses the findings of one rule on this service and everything below it. */
  public acknowledge(rule: string, options: AcknowledgeOptions): void {
    acknowledge(this, rule, options);
  }
}

/**
 * Reads fewest and most replicas; the most must not be below the fewest.
 *
 * @param of says whose they are where the scope does not, for example ` of order-service`
 */
export function readReplicas(scope: Construct, { min, max }: Replicas, of = ''): Replicas {
  const read = {
    min: readCount(scope, `replicas.min${of}`, min, 1),
    max: readCount(scope, `replicas.max${of}`, max, 1),
  };
  if (read.max < read.min) {
    report(
      scope,
      'DCL-003',
      `replicas.max${of} is ${max}, below replicas.min ${min}`,
      `set replicas.max${of} to ${min} or more`,
      { min, max },
    );
  }
  return read;
}

/**
 * Reads what a service gets to do.
 *
 * @param of says whose it is where the scope does not, for example ` of order-service`
 */
export function readThroughput(
  scope: Construct,
  { perReplica, peak, concurrency }: Throughput,
  of = '',
): Throughput {
  return {
    perReplica: readCount(scope, `throughput.perReplica${of}`, perReplica, 1),
    peak: readCount(scope, `throughput.peak${of}`, peak, 1),
    ...(concurrency !== undefined && {
      concurrency: readCount(scope, `throughput.concurrency${of}`, concurrency, 1),
    }),
  };
}
