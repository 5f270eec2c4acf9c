import { dependable, TerraformStack, type TerraformElement } from 'cdktf';
import type { Construct, Node } from 'constructs';
import {
  branchSubject,
  ImageCopies,
  ImageReplication,
  ImageRepositories,
  ImageScanning,
  imagePushStatements,
  PipelineRole,
  useProvider,
} from '../lib/aws';
import { fitName } from '../lib/core/names';
import type { RegistryPlan } from '../lib/plan';
import {
  regionalProviders,
  setUpStack,
  type StackSettings,
  type StateBackend,
} from './stack-setup';
import { statefulAddress } from './stateful-address';

/** What the stack is made of. */
export interface RegistryStackProps {
  /** The registry. */
  readonly plan: RegistryPlan;
  /** Where the state is kept. */
  readonly backend: StateBackend;
}

/** The images of a system: built once, and promoted by digest through all environments. */
export class RegistryStack extends TerraformStack {
  public constructor(scope: Construct, id: string, props: RegistryStackProps) {
    super(scope, id);
    const { plan, backend } = props;
    const { system, account, region } = plan;
    const settings: StackSettings = {
      ...{ system, environment: 'registry', account, region, stateRegion: region, backend },
    };
    setUpStack(this, settings);
    const pullers = {
      protection: 'retain',
      pullAccountIds: plan.accounts.filter((other) => other !== account),
    } as const;
    const { repositoryArns } = new ImageRepositories(this, 'Images', {
      prefix: system,
      names: plan.services,
      ...pullers,
    });
    new ImageScanning(this, 'Scanning', { repositories: [`${system}/*`] });
    this.addCopies(plan, settings, pullers);
    if (plan.repository !== undefined)
      new PipelineRole(this, 'Build', {
        name: `${system}-ci-build`,
        account,
        repository: plan.repository,
        subjects: [branchSubject(plan.repository, 'main')],
        statements: imagePushStatements(repositoryArns),
      });
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return statefulAddress(element) ?? super.allocateLogicalId(element);
  }

  /** A region starts pods without any other: it has a copy of each image. */
  private addCopies(
    { system, account, regions }: RegistryPlan,
    settings: StackSettings,
    pullers: { readonly protection: 'retain'; readonly pullAccountIds: readonly string[] },
  ): void {
    if (regions.length === 0) return;
    const providerOf = regionalProviders(this, settings);
    const copies = regions.map((region) => {
      const made = new ImageCopies(this, `copies-${region}`, {
        ...{ prefix: system, account },
        roleName: fitName([system, 'registry', region, 'copies'], 'iamRole'),
        ...pullers,
      });
      useProvider(made, providerOf(region));
      return made.template;
    });
    const { configuration } = new ImageReplication(this, 'Replication', {
      ...{ account, regions },
      prefixes: [`${system}/`],
    });
    configuration.dependsOn = copies.map(dependable);
  }
}
