import { AnnotationMetadataEntryType, Aspects, TerraformStack, type IAspect } from 'cdktf';
import type { IConstruct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { toLine } from '../../core/finding';
import { formatBreaches } from './format-breaches';
import { policyFindings, type PolicyProps } from './policy-findings';

/**
 * An aspect that judges the whole app before its first stack is written: a breach of policy ends the synthesis with all
 * breaches of all stacks, and nothing is written. A suppression that accepts nothing becomes a warning.
 *
 * It judges the app as it was built: what other aspects change comes after it.
 *
 * @example
 * new PolicyChecks({ asOf: '2026-11-22', protection: 'retain' }).addTo(app);
 */
export class PolicyChecks implements IAspect {
  /** Stacks that are known to be fine and are yet to be visited. */
  private readonly judged = new Set<IConstruct>();
  private readonly find: (app: IConstruct) => ReturnType<typeof policyFindings>;

  public constructor(props: PolicyProps) {
    this.find = (app) => policyFindings(app, props);
  }

  /**
   * Adds the checks to an app. They stand on its first stack, where they come before anything is written: cdktf invokes
   * no aspect of an app itself.
   */
  public addTo(app: IConstruct): void {
    const first = app.node.findAll().find((construct) => TerraformStack.isStack(construct));
    if (first === undefined)
      throw new PlatformError(app, 'there is no stack', 'add the checks after the stacks');
    Aspects.of(first).add(this);
  }

  /** Judges the app, when the first of its stacks comes. */
  public visit(construct: IConstruct): void {
    if (!TerraformStack.isStack(construct) || this.judged.delete(construct)) return;
    const app = construct.node.root;
    const findings = this.find(app);
    const breaches = findings.filter(({ severity }) => severity === 'error');
    if (breaches.length > 0) {
      const many = breaches.length === 1 ? '1 breach' : `${breaches.length} breaches`;
      throw new PlatformError(
        app,
        `${many} of policy`,
        `mend what is wrong, or suppress it with a reason and a day\n${formatBreaches(breaches)}`,
      );
    }
    for (const warning of findings) warn(construct, `${warning.rule} ${toLine(warning)}`);
    for (const other of app.node.findAll())
      if (other !== construct && TerraformStack.isStack(other)) this.judged.add(other);
  }
}

/** Says it once, without the stack trace that would put paths of this machine into the output. */
function warn({ node }: IConstruct, message: string): void {
  if (!node.metadata.some(({ data }) => data === message))
    node.addMetadata(AnnotationMetadataEntryType.WARN, message);
}
