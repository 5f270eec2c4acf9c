import { Construct } from 'constructs';
import { entityId, isOfSystem, register, report, reportChartClash } from './declaration';
import type { System } from './system';
import type { Team } from './team';

/** What a context means to the business: its advantage, its support, or what anybody could sell it. */
export type Subdomain = 'core' | 'supporting' | 'generic';

/**
 * How a downstream context lives with the model of an upstream one.
 *
 * @see https://github.com/ddd-crew/context-mapping
 */
export type RelationPattern =
  | 'partnership'
  | 'shared-kernel'
  | 'customer-supplier'
  | 'conformist'
  | 'anticorruption-layer'
  | 'open-host-service'
  | 'published-language';

/** What is known of a bounded context. */
export interface BoundedContextProps {
  /** The one team that owns the context. */
  readonly team: Team;
  /** What the context means to the business. */
  readonly subdomain: Subdomain;
}

/** How a context depends on another. */
export interface RelationProps {
  /** How it lives with the other's model. */
  readonly pattern: RelationPattern;
}

/** A declared dependency of one context on another's model. */
export interface ContextRelation {
  /** The context depended on. */
  readonly upstream: BoundedContext;
  /** How the downstream context lives with the other's model. */
  readonly pattern: RelationPattern;
}

/** What an aggregate keeps consistent. */
export interface AggregateProps {
  /** Field that identifies one aggregate, for example `orderId`: the key of its events. */
  readonly identity: string;
}

/** A cluster of objects that changes in one transaction. */
export interface Aggregate {
  /** Name of the aggregate, for example `Order`. */
  readonly name: string;
  /** Field that identifies one aggregate. */
  readonly identity: string;
}

/** Namespaces that belong to the platform: a context becomes a namespace and may not take their names. */
const RESERVED = /^(default|kube-.*|istio-.*|.*-system|monitoring|external-secrets|kafka)$/;

/**
 * A boundary inside which words have one meaning: owned by one team, and a namespace in every cluster.
 *
 * @example
 * const ordering = new BoundedContext(system, 'ordering', { team: commerce, subdomain: 'core' });
 */
export class BoundedContext extends Construct {
  /** Class of this entity. */
  public readonly kind = 'BoundedContext';
  /** Published name of the context. */
  public readonly name: string;
  /** The one team that owns the context. */
  public readonly team: Team;
  /** What the context means to the business. */
  public readonly subdomain: Subdomain;
  private readonly relationList: ContextRelation[] = [];
  private readonly aggregateList: Aggregate[] = [];

  public constructor(scope: System, name: string, props: BoundedContextProps) {
    super(scope, entityId(scope, 'BoundedContext', name));
    this.name = name;
    this.team = props.team;
    this.subdomain = props.subdomain;
    register(this);
    isOfSystem(this, 'team', props.team);
    reportChartClash(this, name);
    if (RESERVED.test(name)) {
      report(
        this,
        'DCL-001',
        `'${name}' is a namespace of the platform`,
        'give the context a name of the business',
      );
    }
  }

  /** The contexts whose models this one depends on. */
  public get relations(): readonly ContextRelation[] {
    return this.relationList;
  }

  /** The aggregates this context keeps consistent. */
  public get aggregates(): readonly Aggregate[] {
    return this.aggregateList;
  }

  /** Declares that this context depends on the model of another. */
  public relatesTo(upstream: BoundedContext, props: RelationProps): void {
    if (!isOfSystem(this, 'the context it relates to', upstream)) return;
    if (upstream === this) {
      report(this, 'DCL-002', `'${this.name}' relates to itself`, 'relate it to another context');
      return;
    }
    if (this.relationList.some((relation) => relation.upstream === upstream)) {
      report(
        this,
        'DCL-002',
        `the relation to '${upstream.name}' is declared already`,
        'keep one of the two',
      );
      return;
    }
    this.relationList.push({ upstream, pattern: props.pattern });
  }

  /** Declares an aggregate: what changes in one transaction, and by which field its events are keyed. */
  public aggregate(name: string, props: AggregateProps): Aggregate {
    const aggregate = { name, identity: props.identity };
    if (this.aggregateList.some((other) => other.name === name)) {
      report(
        this,
        'DCL-002',
        `the aggregate '${name}' is declared already`,
        'give this aggregate another name',
      );
    }
    this.aggregateList.push(aggregate);
    return aggregate;
  }
}
