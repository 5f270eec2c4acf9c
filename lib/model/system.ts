import { RootConstruct } from 'constructs';
import { nameProblem } from '../core/names';
import { checkSystemName, register, report, startRecord } from './declaration';
import { isRegion, type Region } from './regions';
import { readTraffic, type TrafficProps } from './traffic';

/** What a system needs to be declared. */
export interface SystemProps {
  /** Domain under which the system is reached, for example `shop.example.com`. */
  readonly domain: string;
  /**
   * GitHub repository whose workflows plan and deploy, for example `example/shop`.
   *
   * @default - none: no roles for pipelines
   */
  readonly repository?: string;
  /**
   * Where the images of all services are kept and promoted from.
   *
   * @default - elsewhere: no image repositories
   */
  readonly registry?: Registry;
  /**
   * What traffic between services costs and how much of it is unremarkable.
   *
   * @default - list prices, and 500 US dollars a month for one call or topic
   */
  readonly traffic?: TrafficProps;
}

/** Where images are kept: one account and region for all environments. */
export interface Registry {
  /** AWS account, twelve digits. */
  readonly account: string;
  /** Region. */
  readonly region: Region;
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
  /** GitHub repository whose workflows plan and deploy. */
  public readonly repository?: string;
  /** Where the images of all services are kept. */
  public readonly registry?: Registry;
  /** What traffic between services costs and how much of it is unremarkable, as far as it was said. */
  public readonly traffic?: TrafficProps;

  public constructor(name: string, props: SystemProps) {
    super(name);
    startRecord(this);
    this.name = name;
    this.domain = props.domain;
    if (props.repository !== undefined) this.repository = props.repository;
    if (props.registry !== undefined) this.registry = props.registry;
    register(this);
    if (props.traffic !== undefined) this.traffic = readTraffic(this, props.traffic);
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
    checkDelivery(this);
  }
}

/** @see https://docs.github.com/en/get-started/learning-about-github/types-of-github-accounts for what owners are called */
const REPOSITORY = /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\/[\w.-]+$/;

function checkDelivery(system: System): void {
  const { repository, registry } = system;
  if (repository !== undefined && !REPOSITORY.test(repository))
    report(
      system,
      'DCL-012',
      `repository is '${repository}', which is not one of GitHub`,
      'write it like example/shop',
    );
  if (registry === undefined) return;
  if (!/^\d{12}$/.test(registry.account))
    report(
      system,
      'DCL-007',
      `registry.account '${registry.account}' is not twelve digits`,
      'write it like 111122223333',
    );
  if (!isRegion(registry.region))
    report(
      system,
      'DCL-005',
      `registry.region '${String(registry.region)}' is not an AWS region`,
      'write it like eu-west-1',
    );
}
