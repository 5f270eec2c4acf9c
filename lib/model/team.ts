import { Construct } from 'constructs';
import { entityId, register } from './declaration';
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
}

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

  public constructor(scope: System, name: string, props: TeamProps) {
    super(scope, entityId(scope, 'Team', name));
    this.name = name;
    this.topology = props.kind;
    this.slack = props.slack;
    register(this);
  }
}
