import { createHash } from 'node:crypto';
import { compareFindings, compareText, type Finding } from '../core/finding';
import type { Parsed } from '../core/errors';
import type { Review } from './review';

/** A finding as it is recognised again: by rule, path and what it is about, not by its numbers. */
export interface FindingIdentity {
  /** Id of the rule. */
  readonly rule: string;
  /** Path of the declaration. */
  readonly path: string;
  /** What tells it from other findings of the rule at the path: the problem, without quantities and details. */
  readonly key: string;
}

/** Findings that are known, and do not fail a review. */
export interface Baseline {
  /** Name of the system. */
  readonly system: string;
  /** What is known. */
  readonly findings: readonly FindingIdentity[];
}

/** A review as it is shown: with a baseline also what was known before. */
export interface ReviewReport extends Review {
  /**
   * Findings that the baseline knows.
   *
   * @default - there is no baseline
   */
  readonly known?: readonly Finding[];
  /**
   * What the baseline knows and is found no longer.
   *
   * @default - there is no baseline
   */
  readonly mended?: readonly FindingIdentity[];
}

const VERSION = 1;
/** Days, addresses, and numbers with their units; digits inside of names are part of the name. */
const QUANTITY =
  /\d{4}-\d{2}-\d{2}|(?<![\w./-])-?\d[\d,]*(?:\.\d+)*(?:\/\d+)?(?:%|[a-zA-Z]{1,3}\b)?(?![\w-])/g;
/** A word behind a quantity, which has another form behind one than behind several. */
const COUNTED = /_ (\w{3,}?)s\b/g;

/**
 * What tells a finding from others of its rule and path: the first part of its problem, in which every quantity is `_`.
 * Details behind a colon are left out, because they name what weighs most, and that changes with the numbers.
 */
export function findingKey({ problem }: Pick<Finding, 'problem'>): string {
  const [head = ''] = problem.split(': ', 1);
  return head.replaceAll(QUANTITY, '_').replaceAll(COUNTED, '_ $1');
}

/** What each finding is recognised by; those that are alike are counted, in their order. */
export function identify(findings: readonly Finding[]): ReadonlyMap<Finding, FindingIdentity> {
  const seen = new Map<string, number>();
  return new Map(
    [...findings].sort(compareFindings).map((finding) => {
      const { rule, path } = finding;
      const key = findingKey(finding);
      const before = seen.get(textOf({ rule, path, key })) ?? 0;
      seen.set(textOf({ rule, path, key }), before + 1);
      return [finding, { rule, path, key: before === 0 ? key : `${key} (${before + 1})` }];
    }),
  );
}

/** A number by which other tools recognise a finding, as hexadecimal text. */
export function fingerprint(identity: FindingIdentity): string {
  return createHash('sha256').update(textOf(identity)).digest('hex');
}

/** What a review finds, to be known from now on. */
export function baselineOf(system: string, { findings }: Review): Baseline {
  return { system, findings: [...identify(findings).values()].sort(compareIdentities) };
}

/** A baseline as the text of its file, the same for the same findings. */
export function formatBaseline({ system, findings }: Baseline): string {
  return `${JSON.stringify({ version: VERSION, system, findings }, undefined, 2)}\n`;
}

/** Sets what a baseline knows apart from what is new, and finds what it no longer needs to know. */
export function compareWithBaseline(review: Review, baseline: Baseline): ReviewReport {
  const listed = new Set(baseline.findings.map(textOf));
  const identities = identify(review.findings);
  const isKnown = (finding: Finding): boolean => {
    const identity = identities.get(finding);
    return identity !== undefined && listed.has(textOf(identity));
  };
  const fresh = review.findings.filter((finding) => !isKnown(finding));
  const accepted = identify(review.acknowledged.map(({ finding }) => finding)).values();
  const found = new Set([...identities.values(), ...accepted].map(textOf));
  const errors = fresh.filter(({ severity }) => severity === 'error').length;
  return {
    ...review,
    findings: fresh,
    errors,
    warnings: fresh.length - errors,
    known: review.findings.filter(isKnown),
    mended: baseline.findings
      .filter((identity) => !found.has(textOf(identity)))
      .sort(compareIdentities),
  };
}

/**
 * Reads the text of a baseline's file.
 *
 * @param system name of the system that is reviewed
 */
export function readBaseline(text: string, system: string): Parsed<Baseline> {
  const value = parseJson(text);
  if (value === undefined) return refuse('is not JSON');
  const version = property(value, 'version');
  if (version !== VERSION)
    return refuse(`has version ${written(version)}, this is version ${VERSION}`);
  const of = property(value, 'system');
  if (of !== system) return refuse(`is of the system ${written(of)}, this is '${system}'`);
  const findings = property(value, 'findings');
  if (!Array.isArray(findings)) return refuse("has no list 'findings'");
  const entries = findings.filter(isIdentity);
  if (entries.length < findings.length) {
    const place = findings.findIndex((entry) => !isIdentity(entry));
    return refuse(`findings[${place}] lacks one of the texts rule, path and key`);
  }
  return { ok: true, value: { system, findings: entries } };
}

function refuse(problem: string): Parsed<Baseline> {
  return { ok: false, problem, fix: 'name a baseline, or write it again with --write-baseline' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function written(value: unknown): string {
  return value === undefined ? 'none' : JSON.stringify(value);
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function isIdentity(entry: unknown): entry is FindingIdentity {
  return ['rule', 'path', 'key'].every((key) => typeof property(entry, key) === 'string');
}

function textOf({ rule, path, key }: FindingIdentity): string {
  return `${rule}\n${path}\n${key}`;
}

function compareIdentities(a: FindingIdentity, b: FindingIdentity): number {
  return compareText(a.path, b.path) || compareText(a.rule, b.rule) || compareText(a.key, b.key);
}
