import { parseDuration, type DurationText } from '../../core/units';
import type { Report } from '../reading';
import { OPTION_NAMES, type SaidTerms } from './options';

/** Anything of Protobuf that options are said of, as protobufjs has it. */
export interface WithOptions {
  readonly fullName: string;
  readonly options?: Readonly<Record<string, unknown>> | undefined;
  /** Every time an option is said, in order; an option that may be repeated is said more than once. */
  readonly parsedOptions?: readonly Readonly<Record<string, unknown>>[] | null | undefined;
}

/** The values of an option of ours, in the order in which they are said. */
export function optionValues(of: WithOptions, name: string): readonly unknown[] {
  const key = `(groundplan.${name})`;
  const repeated = (of.parsedOptions ?? []).flatMap((said) =>
    Object.hasOwn(said, key) ? [said[key]] : [],
  );
  // Options of fields are not listed.
  return repeated.length > 0 ? repeated : single(of, key);
}

function single({ options }: WithOptions, key: string): readonly unknown[] {
  return options !== undefined && Object.hasOwn(options, key) ? [options[key]] : [];
}

/** Reports options of ours that there are none of, or that are said of the wrong thing. */
export function checkOptionNames(
  of: WithOptions,
  kind: keyof typeof OPTION_NAMES,
  report: Report,
): void {
  const known: readonly string[] = OPTION_NAMES[kind];
  for (const key of Object.keys(of.options ?? {})) {
    const name = /^\(\.?groundplan\.(?<name>\w+)\)/.exec(key)?.groups?.['name'];
    if (name === undefined || known.includes(name)) continue;
    report(
      '',
      `option (groundplan.${name}) of ${shortName(of)} is none of a ${kind}`,
      `use one of ${known.join(', ')}`,
    );
  }
}

/** Reads what is said of a method. */
export function readMethodTerms(method: WithOptions, report: Report): SaidTerms {
  checkOptionNames(method, 'method', report);
  const bad = (name: string, value: unknown, fix: string): void => {
    report('', `${name} of ${shortName(method)} is ${JSON.stringify(value)}`, fix);
  };
  const last = (name: string): unknown => optionValues(method, name).at(-1);
  return {
    ...readAccess(last('authenticated'), optionValues(method, 'scope').flat(), bad),
    ...readDeadline(last('deadline'), bad),
    ...readLimit(last('max_request_bytes'), bad),
  };
}

/** Takes a value that an option cannot have. */
type Bad = (name: string, value: unknown, fix: string) => void;

function readAccess(authenticated: unknown, scopes: readonly unknown[], bad: Bad): SaidTerms {
  for (const scope of scopes)
    if (typeof scope !== 'string') bad('scope', scope, 'write it like "orders:read"');
  if (authenticated === false && scopes.length > 0)
    bad('authenticated', false, 'leave out scope, or authenticated');
  if (authenticated !== undefined && typeof authenticated !== 'boolean')
    bad('authenticated', authenticated, 'set it to true or false');
  return {
    ...(typeof authenticated === 'boolean' && { authenticated }),
    ...(scopes.length > 0 && { scopes: scopes.filter((scope) => typeof scope === 'string') }),
  };
}

function readDeadline(deadline: unknown, bad: Bad): SaidTerms {
  if (deadline === undefined) return {};
  if (isDuration(deadline)) return { deadline };
  bad('deadline', deadline, 'write it like "200ms"');
  return {};
}

function readLimit(maxRequestBytes: unknown, bad: Bad): SaidTerms {
  if (maxRequestBytes === undefined) return {};
  if (isCount(maxRequestBytes)) return { maxRequestBytes };
  bad('max_request_bytes', maxRequestBytes, 'set it to 1 or more');
  return {};
}

/** Whether a value is a duration that can be read. */
export function isDuration(value: unknown): value is DurationText {
  return typeof value === 'string' && parseDuration(value).ok;
}

/** Whether a value is a whole number from 1. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}

function shortName({ fullName }: WithOptions): string {
  return fullName.replace(/^\./, '');
}
