import { parseDuration, type DurationText } from '../core/units';
import type { ClassifiedFields } from './classification';

/** Classified fields of what is sent and of what comes back. */
export interface ClassifiedMessages {
  /**
   * Classified fields of the request, its parameters included.
   *
   * @default - none
   */
  readonly request?: ClassifiedFields;
  /**
   * Classified fields of the response.
   *
   * @default - none
   */
  readonly response?: ClassifiedFields;
}

/** What a contract may say of an operation, however it is spoken. */
export interface OperationTerms {
  /**
   * Whether a caller has to prove who it acts for.
   *
   * @default - true where scopes are named, else not said
   */
  readonly authenticated?: boolean;
  /**
   * Scopes that the caller's token must have, all of them.
   *
   * @default - none
   */
  readonly scopes?: readonly string[];
  /**
   * Most bytes of a request's body.
   *
   * @default - not limited by the contract
   */
  readonly maxRequestBytes?: number;
  /**
   * Longest time that the operation may take.
   *
   * @default - none is promised
   */
  readonly deadline?: DurationText;
  /**
   * Fields that not everybody may see.
   *
   * @default - none
   */
  readonly classified?: ClassifiedMessages;
}

/** What a contract says of an operation, read. */
export interface ReadTerms {
  /** Whether a caller has to prove who it acts for; absent where it was not said. */
  readonly authenticated?: boolean;
  /** Scopes that the caller's token must have, all of them; absent where there are none. */
  readonly scopes?: readonly string[];
  /** Most bytes of a request's body, where limited. */
  readonly maxRequestBytes?: number;
  /** Milliseconds that the operation may take, where promised. */
  readonly deadline?: number;
  /** Fields that not everybody may see. */
  readonly classified?: ClassifiedMessages;
}

/** A mistake in a contract that is declared, not read: kept until the contract has a service to report it on. */
export interface ContractMistake {
  /** What is wrong. */
  readonly problem: string;
  /** The change that mends it. */
  readonly fix: string;
}

/** A part of the terms, and what is wrong with it. */
interface Read<Terms> {
  readonly terms: Terms;
  readonly mistakes: readonly ContractMistake[];
}

/** Reads what is said of an operation; what cannot be read is left out and becomes a mistake. */
export function readTerms(operation: string, said: OperationTerms): Read<ReadTerms> {
  const access = readAccess(operation, said);
  const limit = readLimit(operation, said);
  const deadline = readDeadline(operation, said);
  const { classified } = said;
  return {
    mistakes: [...access.mistakes, ...limit.mistakes, ...deadline.mistakes],
    terms: {
      ...access.terms,
      ...limit.terms,
      ...deadline.terms,
      ...(classified !== undefined && { classified }),
    },
  };
}

function readAccess(
  operation: string,
  { authenticated, scopes = [] }: OperationTerms,
): Read<Pick<ReadTerms, 'authenticated' | 'scopes'>> {
  if (scopes.length === 0)
    return { terms: authenticated === undefined ? {} : { authenticated }, mistakes: [] };
  const mistake = {
    problem: `${operation} names scopes, and authenticated is false`,
    fix: 'leave out one of the two',
  };
  return {
    terms: { authenticated: true, scopes },
    mistakes: authenticated === false ? [mistake] : [],
  };
}

function readLimit(
  operation: string,
  { maxRequestBytes }: OperationTerms,
): Read<Pick<ReadTerms, 'maxRequestBytes'>> {
  if (maxRequestBytes === undefined) return { terms: {}, mistakes: [] };
  if (Number.isSafeInteger(maxRequestBytes) && maxRequestBytes >= 1)
    return { terms: { maxRequestBytes }, mistakes: [] };
  const problem = `maxRequestBytes of ${operation} is ${maxRequestBytes}, it must be a whole number of at least 1`;
  return { terms: {}, mistakes: [{ problem, fix: 'set it to 1 or more' }] };
}

function readDeadline(
  operation: string,
  { deadline }: OperationTerms,
): Read<Pick<ReadTerms, 'deadline'>> {
  if (deadline === undefined) return { terms: {}, mistakes: [] };
  const read = parseDuration(deadline);
  if (read.ok) return { terms: { deadline: read.value }, mistakes: [] };
  const problem = `deadline of ${operation}: ${read.problem}`;
  return { terms: {}, mistakes: [{ problem, fix: read.fix }] };
}
