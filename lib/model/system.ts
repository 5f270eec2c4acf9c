import { RootConstruct } from 'constructs';
import { nameProblem } from '../core/names';
import { checkSystemName, register, report, startRecord } from './declaration';

/** What a system needs to be declared. */
export interface SystemProps {
  /** Domain under which the system is reached, for example `shop.example.com`. */
  readonly domain: string;
}

/**
 * A system of services: the root under which teams, contexts, journeys and environments are declared.
 *
 * Declaring never throws: what is wrong is collected and comes out of the review together.
 *
 * @example
 * export const system = new System('shop', { domain: 'shop.example.com' });
 */
export class System extends RootConstruct {
  /** Class of this entity. */
  public readonly kind = 'System';
  /** Published name of the system. */
  public readonly name: string;
  /** Domain under which the system is reached. */
  public readonly domain: string;

  public constructor(name: string, props: SystemProps) {
    super(name);
    startRecord(this);
    this.name = name;
    this.domain = props.domain;
    register(this);
    checkSystemName(this);
    if (/^(aws|ssm)/.test(name))
      report(
        this,
        'DCL-001',
        `'${name}' begins with a word that SSM parameters may not begin with`,
        'choose a name that begins with neither aws nor ssm',
      );
    const bad = nameProblem(props.domain, 'route53Name');
    if (bad !== undefined)
      report(this, 'DCL-001', `domain ${bad}`, 'write it like shop.example.com', {
        domain: props.domain,
      });
  }
}
