import { Construct } from 'constructs';
import { parsePercent, type PercentText } from '../core/units';
import { entityId, readCount, readQuantity, register, report } from './declaration';
import type { System } from './system';

/**
 * How a team works with others.
 *
 * @see https://teamtopologies.com/key-concepts
 */
export type TeamKind = 'stream-aligned' | 'platform' | 'enabling' | 'complicated-subsystem';

/** What is known of a team. */
export interface TeamProps {
  /** How the team works with others. */
  readonly kind: TeamKind;
  /** Channel in which the team is reached, for example `#commerce`. */
  readonly slack: string;
  /**
   * Where alarms and budgets of the team are sent: a mailbox, which confirms the subscription once, or a web hook.
   *
   * @default - nowhere: whoever reads the team's topic subscribes to it
   */
  readonly onCall?: OnCall;
  /**
   * How much a team of its size and practice can carry.
   *
   * @default - what a team of five to nine is taken to carry
   */
  readonly limits?: TeamLimits;
}

/**
 * How much a team can carry.
 *
 * @see https://teamtopologies.com/book
 */
export interface TeamLimits {
  /**
   * Contexts by their weight: generic 1, supporting 2, core 3.
   *
   * @default 3
   */
  readonly domains?: number;
  /**
   * What runs by its weight: a service 4, a store 2, a topic 1.
   *
   * @default 60
   */
  readonly parts?: number;
  /**
   * Share of the interactions with other teams that are required calls to them.
   *
   * @default '50%'
   */
  readonly requiredCalls?: PercentText;
}

/** Where a team is reached at any hour. */
export type OnCall = `mailto:${string}@${string}` | `https://${string}`;

/**
 * A team: the owner of contexts and of all that is in them.
 *
 * @example
 * const commerce = new Team(system, 'commerce', { kind: 'stream-aligned', slack: '#commerce' });
 */
export class Team extends Construct {
  /** Class of this entity. */
  public readonly kind = 'Team';
  /** Published name of the team. */
  public readonly name: string;
  /** How the team works with others. */
  public readonly topology: TeamKind;
  /** Channel in which the team is reached. */
  public readonly slack: string;
  /** Where alarms and budgets of the team are sent. */
  public readonly onCall?: OnCall;
  /** Weight of the contexts that the team can carry. */
  public readonly mostDomains: number;
  /** Weight of the services, stores and topics that the team can carry. */
  public readonly mostParts: number;
  /** Parts per billion of its interactions with other teams that may be required calls. */
  public readonly mostRequiredCalls: number;

  public constructor(scope: System, name: string, props: TeamProps) {
    super(scope, entityId(scope, 'Team', name));
    this.name = name;
    this.topology = props.kind;
    this.slack = props.slack;
    if (props.onCall !== undefined) this.onCall = props.onCall;
    const { domains = 3, parts = 60, requiredCalls = '50%' } = props.limits ?? {};
    this.mostDomains = readCount(this, 'limits.domains', domains, 1);
    this.mostParts = readCount(this, 'limits.parts', parts, 1);
    const share = parsePercent(requiredCalls);
    this.mostRequiredCalls = readQuantity(this, 'limits.requiredCalls', share);
    register(this);
    if (this.onCall === undefined || /^(mailto:[^@\s]+@[^@\s]+|https:\/\/\S+)$/.test(this.onCall))
      return;
    report(
      this,
      'DCL-012',
      `onCall is '${this.onCall}', which is neither a mailbox nor a web hook`,
      'write it like mailto:commerce@example.com or https://example.com/hooks/commerce',
    );
  }
}
