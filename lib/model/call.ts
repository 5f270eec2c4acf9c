import { Construct, type IConstruct } from 'constructs';
import { parseBytes, parseDuration, type BytesText, type DurationText } from '../core/units';
import { freeId, isOfSystem, readCount, readQuantity, register, report } from './declaration';
import { unknownOperation, type Operation, type ServiceScope } from './operation';

/** What the caller does when an optional call fails. */
export type Fallback = 'cache' | 'default' | 'queue';

/** How long a call may take, how often it is tried and how often it is made. */
export interface CallTiming<Handlers extends string = string> {
  /** Time after which the caller gives up, all tries together. */
  readonly timeout: DurationText;
  /**
   * Time after which one try is given up.
   *
   * @default - as `timeout`
   */
  readonly perTry?: DurationText;
  /**
   * How often a failed try is repeated.
   *
   * @default 0
   */
  readonly retries?: number;
  /**
   * Calls a second at the peak of one region.
   *
   * @default - the peak of the caller: one call for each of its requests
   */
  readonly rate?: number;
  /**
   * Bytes of a request and its response together.
   *
   * @default - unknown: its traffic is not priced
   */
  readonly payload?: BytesText;
  /**
   * The caller's own operations that make this call.
   *
   * @default - all of them
   */
  readonly during?: readonly Handlers[];
  /**
   * Name of a group of calls that are made at the same time: the slowest counts, not the sum.
   *
   * @default - after the calls declared before it
   */
  readonly parallel?: string;
}

/** Whether the caller can answer without the call, and with what. */
export type CallWeight =
  | { readonly criticality: 'required' }
  | { readonly criticality: 'optional'; readonly fallback: Fallback };

/** Everything said of a call. */
export type CallProps<Handlers extends string = string> = CallTiming<Handlers> & CallWeight;

/** A declared call of one service to an operation of another: made by `Service.calls`. */
export class Call extends Construct {
  /** Class of this entity. */
  public readonly kind = 'Call';
  /** Published name of the call: callee and operation. */
  public readonly name: string;
  /** The service that calls. */
  public readonly caller: ServiceScope;
  /** What is called. */
  public readonly operation: Operation;
  /** Milliseconds after which the caller gives up. */
  public readonly timeout: number;
  /** Milliseconds after which one try is given up. */
  public readonly perTry: number;
  /** How often a failed try is repeated. */
  public readonly retries: number;
  /** Calls a second at the peak of one region, where declared. */
  public readonly rate?: number;
  /** Bytes of a request and its response together, where declared. */
  public readonly payload?: number;
  /** The caller's operations that make the call; none named means all. */
  public readonly during: readonly string[];
  /** Group of calls made at the same time. */
  public readonly parallel?: string;
  /** Whether the caller can answer without it. */
  public readonly criticality: 'required' | 'optional';
  /** What the caller does without it. */
  public readonly fallback?: Fallback;

  public constructor(scope: ServiceScope, operation: Operation | undefined, props: CallProps) {
    const target = targetOf(scope, operation);
    const name = `${target.service.name}.${target.name}`;
    const first = scope.node.tryFindChild(`Call.${name}`);
    super(scope, freeId(scope, `Call.${name}`));
    this.name = name;
    this.caller = scope;
    const known = isOfSystem(this, 'the service called', operation?.service);
    this.operation = known ? target : withoutSpec(target);
    this.timeout = readQuantity(this, 'timeout', parseDuration(props.timeout));
    this.perTry = readPerTry(this, props.perTry);
    this.retries = readCount(this, 'retries', props.retries ?? 0, 0);
    if (props.rate !== undefined) this.rate = readCount(this, 'rate', props.rate, 1);
    if (props.payload !== undefined)
      this.payload = readQuantity(this, 'payload', parseBytes(props.payload));
    this.during = props.during ?? [];
    if (props.parallel !== undefined) this.parallel = props.parallel;
    this.criticality = props.criticality;
    if (props.criticality === 'optional') this.fallback = props.fallback;
    register(this);
    if (known) this.checkOperation(first);
  }

  private checkOperation(first: IConstruct | undefined): void {
    const { spec, service } = this.operation;
    if (first instanceof Call && first.operation.service === service)
      report(
        this,
        'DCL-002',
        `the call to ${this.name} is declared already`,
        'keep one declaration and name its handlers in `during`',
      );
    if (spec === undefined) {
      const { problem, fix } = unknownOperation(this.operation);
      report(this, 'DCL-004', problem, fix);
    }
    if (service === this.caller) {
      report(
        this,
        'DCL-004',
        `${service.name} calls itself`,
        'call the code directly, or split the service',
      );
    }
  }
}

/** What is called; where it is undefined, the caller stands in until that is reported. */
function targetOf(scope: ServiceScope, operation: Operation | undefined): Operation {
  return operation ?? { service: scope, name: 'undefined', siblings: [] };
}

/** What one try may take; as the whole call where nothing else is said. */
function readPerTry(call: Call, perTry: DurationText | undefined): number {
  return perTry === undefined ? call.timeout : readQuantity(call, 'perTry', parseDuration(perTry));
}

/** Without a specification nothing is derived from a call. */
function withoutSpec({ service, name }: Operation): Operation {
  return { service, name, siblings: [] };
}
