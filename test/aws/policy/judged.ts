import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';
import type { Finding } from '../../../lib/core/finding';
import { policyFindings, type PolicyProps } from '../../../lib/aws/policy/policy-findings';
import type { PolicyRule } from '../../../lib/aws/policy/rule';

/** Adds what is judged to a stack. */
export type Build = (stack: TerraformStack) => unknown;

/** What a rule says of a type: something that keeps it, something that breaks it, and what is said then. */
export interface Case {
  readonly type: string;
  readonly fine: Build;
  readonly breach: Build;
  readonly says: string;
}

const TAGS = { System: 'shop', Environment: 'staging' };
export const ASKED: PolicyProps = { asOf: '2026-11-22', protection: 'retain' };

/** Findings of a stack with the tags policy asks for. */
export function judged(build: Build, props: Partial<PolicyProps> = {}): readonly Finding[] {
  const outdir = mkdtempSync(join(tmpdir(), 'policy-'));
  try {
    const stack = new TerraformStack(new App({ outdir }), 'test');
    new AwsProvider(stack, 'Aws', { region: 'eu-west-1', defaultTags: [{ tags: TAGS }] });
    build(stack);
    return policyFindings(stack.node.root, { ...ASKED, ...props });
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** What one rule says of a stack, as `problem; fix`. */
export function saidBy(rule: PolicyRule, build: Build, props: Partial<PolicyProps> = {}) {
  return judged(build, props)
    .filter((finding) => finding.rule === rule.id)
    .map(({ problem, fix }) => `${problem}; ${fix}`);
}
