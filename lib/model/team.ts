import { Construct } from 'constructs';
import { entityId, register, report } from './declaration';
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

  public constructor(scope: System, name: string, props: TeamProps) {
    super(scope, entityId(scope, 'Team', name));
    this.name = name;
    this.topology = props.kind;
    this.slack = props.slack;
    if (props.onCall !== undefined) this.onCall = props.onCall;
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
