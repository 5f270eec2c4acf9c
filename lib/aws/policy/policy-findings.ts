import { TerraformElement, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { isDay } from '../../core/dates';
import { UnscopedPlatformError } from '../../core/errors';
import { compareFindings, type Finding } from '../../core/finding';
import type { Protection } from '../protection';
import { typeOf } from './judged-types';
import { POLICY_RULES } from './rules';
import type { PolicyCheck, PolicyRule } from './rule';
import { stackSurroundings } from './stack-surroundings';
import { suppressionsOf, type Suppression } from './suppression';

/** What policy is told, beside its rules. */
export interface PolicyProps {
  /** The day suppressions are judged on, as `YYYY-MM-DD`: the library has no clock. */
  readonly asOf: string;
  /** How hard to lose data is to be: in all stacks, or in each. */
  readonly protection: Protection | ((stack: TerraformStack) => Protection);
  /**
   * Tags everything has to have, of its own or by its provider.
   * @default ['System', 'Environment']
   */
  readonly requiredTags?: readonly string[];
}

/** A construct, and the suppressions on it and above it. */
interface Subject {
  readonly construct: IConstruct;
  readonly suppressions: readonly Suppression[];
}

/** What a walk over the constructs finds. */
interface Walked {
  /** The constructs of each stack. */
  readonly stacks: Map<TerraformStack, Subject[]>;
  /** Every suppression, and what it was said of. */
  readonly said: Map<Suppression, IConstruct>;
}

/** Checks and the rules they belong to, by the Terraform type they know. */
const CHECKS: ReadonlyMap<string, readonly (readonly [PolicyRule, PolicyCheck])[]> = groupChecks();
const REQUIRED_TAGS = ['System', 'Environment'];
const SUPPRESSION_SOURCE =
  'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_securely_operate_control_objectives.html';

/**
 * Finds every breach of policy in the stacks at and below a construct: errors, and as warnings the suppressions that
 * accept nothing. Values only Terraform knows are never a breach.
 *
 * @example
 * const findings = policyFindings(app, { asOf: '2026-11-22', protection: 'retain' });
 */
export function policyFindings(scope: IConstruct, props: PolicyProps): readonly Finding[] {
  const { asOf, protection, requiredTags = REQUIRED_TAGS } = props;
  if (!isDay(asOf))
    throw new UnscopedPlatformError(
      `asOf is '${asOf}', which is no day`,
      'write it like 2026-11-22',
    );
  const { stacks, said } = walk(scope);
  const used = new Set<Suppression>();
  const breaches = [...stacks].flatMap(([stack, subjects]) => {
    const constructs = subjects.map(({ construct }) => construct);
    const how = typeof protection === 'function' ? protection(stack) : protection;
    const around = stackSurroundings({ stack, constructs, requiredTags, protection: how });
    return subjects.flatMap(({ construct, suppressions }) => {
      if (!TerraformElement.isTerraformElement(construct)) return [];
      return checksOf(construct).flatMap(([rule, { judge }]) => {
        const problems = judge(construct, around);
        if (problems.length === 0) return [];
        const accepting = suppressions.filter(
          ({ rule: id, until }) => id === rule.id && until >= asOf,
        );
        for (const suppression of accepting) used.add(suppression);
        return accepting.length > 0
          ? []
          : problems.map((problem) => breach(rule, construct, problem));
      });
    });
  });
  const idle = [...said].flatMap(([suppression, construct]) =>
    used.has(suppression) ? [] : idleSuppression(suppression, construct, asOf),
  );
  return [...breaches, ...idle].sort(compareFindings);
}

function groupChecks() {
  const groups = new Map<string, (readonly [PolicyRule, PolicyCheck])[]>();
  for (const rule of POLICY_RULES) {
    for (const check of rule.checks)
      groups.set(check.type, [...(groups.get(check.type) ?? []), [rule, check]]);
  }
  return groups;
}

function checksOf(element: TerraformElement): readonly (readonly [PolicyRule, PolicyCheck])[] {
  const type = typeOf(element);
  return type === undefined ? [] : [...(CHECKS.get('*') ?? []), ...(CHECKS.get(type) ?? [])];
}

/** Walks over all constructs once. */
function walk(scope: IConstruct): Walked {
  const walked: Walked = { stacks: new Map(), said: new Map() };
  const outer = scope.node.scopes.slice(0, -1).flatMap(suppressionsOf);
  const visit = (
    construct: IConstruct,
    above: readonly Suppression[],
    subjects?: Subject[],
  ): void => {
    const own = suppressionsOf(construct);
    for (const suppression of own) walked.said.set(suppression, construct);
    const suppressions = own.length === 0 ? above : [...above, ...own];
    let inside = subjects;
    if (TerraformStack.isStack(construct)) walked.stacks.set(construct, (inside = []));
    inside?.push({ construct, suppressions });
    for (const child of construct.node.children) visit(child, suppressions, inside);
  };
  visit(scope, outer);
  return walked;
}

function breach(
  { id, source }: PolicyRule,
  { node }: IConstruct,
  { problem, fix }: { readonly problem: string; readonly fix: string },
): Finding {
  return { rule: id, severity: 'error', path: node.path, problem, numbers: {}, fix, source };
}

/** A suppression that has ended accepts nothing any more; one that has not accepts nothing because nothing is wrong. */
function idleSuppression(
  { rule, until }: Suppression,
  { node }: IConstruct,
  asOf: string,
): Finding {
  const numbers = { rule, until };
  const common = { path: node.path, numbers, source: SUPPRESSION_SOURCE };
  return until < asOf
    ? {
        ...common,
        rule: 'SUP-001',
        severity: 'error',
        problem: `suppression of ${rule} ended on ${until}`,
        fix: 'mend what it accepted, or decide again and set until to a later day',
      }
    : {
        ...common,
        rule: 'SUP-002',
        severity: 'warning',
        problem: `suppression of ${rule} accepts nothing`,
        fix: 'remove it',
      };
}
