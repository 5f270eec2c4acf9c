import type { Finding } from '../core/finding';

/** A manifest as it was written. */
export interface EmittedFile {
  /** Path below the output directory. */
  readonly path: string;
  /** Content. */
  readonly text: string;
}

/** Why no expression of Terraform may stand in a manifest. */
export const TOKEN_RULE = {
  id: 'TOK-001',
  title: 'no Terraform expression reaches a manifest',
  rationale:
    'A manifest is applied as it stands; nobody would resolve the expression, and the workload would read it as text.',
  source: 'https://github.com/cdk8s-team/cdk8s/issues/1216',
} as const;

/**
 * Beginnings of what only Terraform or its CDK would resolve; other `${...}` is for shells and proxies. A number that is
 * not known yet is written by the CDK as one so large that nobody means it.
 */
const EXPRESSION =
  /[$#&]\{(?:Tf)?Token\[|\$\{(?:aws_|data\.|module\.|var\.|local\.)|-8\.[1-3]\d*e\+298/;

/** Terraform expressions in manifests, each with its file and line. */
export function findTokens(files: Iterable<EmittedFile>): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { path, text } of files) {
    if (!EXPRESSION.test(text)) continue;
    for (const [index, line] of text.split('\n').entries()) {
      const start = line.search(EXPRESSION);
      if (start >= 0) findings.push(toFinding(path, index + 1, line.slice(start)));
    }
  }
  return findings;
}

function toFinding(path: string, line: number, rest: string): Finding {
  return {
    rule: TOKEN_RULE.id,
    severity: 'error',
    path: `${path}:${line}`,
    problem: `'${rest.slice(0, 60)}' is an expression that only Terraform resolves`,
    numbers: { line },
    fix: 'use a value known when the model is read, or pass the name of a parameter',
    source: TOKEN_RULE.source,
  };
}
