import { compareText } from '../core/finding';
import type { Parsed } from '../core/errors';
import type { ContractDocument, ContractKind, JsonObject, JsonValue } from './document';
import { isList, isObject, ownValue, textAt } from './evolution/json';

/** Name of the lock file, in the folder of the contracts. */
export const LOCK_FILE = 'contracts.lock.json';

/** A version of a contract that was released. */
export interface LockedVersion {
  /** `sha256:<hex>` of the source's bytes. */
  readonly digest: string;
  /** What it says. */
  readonly content: JsonObject;
}

/** A contract that was released. */
export interface LockedContract {
  /** How it is written. */
  readonly kind: ContractKind;
  /** Its versions, the oldest first: all of events, the last one of APIs. */
  readonly versions: readonly LockedVersion[];
}

/** A break that was accepted when it was released. */
export interface AcceptedBreak {
  /** Why. */
  readonly reason: string;
  /** What was broken, as it was said. */
  readonly breaks: readonly string[];
}

/** The contracts that were released. */
export interface ContractLock {
  /** Contracts by file. */
  readonly contracts: ReadonlyMap<string, LockedContract>;
  /** Breaks that were accepted, the oldest first. */
  readonly accepted: readonly AcceptedBreak[];
  /**
   * `sha256:<hex>` of all files in the folder: where it is the same, nothing changed and no parser is needed.
   *
   * @default - unknown: the files are parsed and compared
   */
  readonly sources?: string;
}

/** What is known of a release beside its contracts. */
export interface Release {
  /**
   * Digest of all files in the folder.
   *
   * @default - unknown
   */
  readonly sources?: string;
  /**
   * What was broken and accepted.
   *
   * @default - nothing was
   */
  readonly accepted?: AcceptedBreak;
}

/** A lock of which nothing was released. */
export const EMPTY_LOCK: ContractLock = { contracts: new Map(), accepted: [] };

const VERSION = 1;
const KINDS: readonly ContractKind[] = ['openapi', 'protobuf', 'avro', 'json-schema', 'asyncapi'];
/** Kinds of which records of all versions may still be read. */
const WITH_HISTORY: ReadonlySet<ContractKind> = new Set(['avro', 'json-schema']);
const RESTORE =
  'restore the file from version control; it is written by `groundplan diff --release`';

/** The lock after documents are released: what is no longer there is dropped. */
export function releaseContracts(
  lock: ContractLock,
  documents: readonly ContractDocument[],
  { sources, accepted }: Release = {},
): ContractLock {
  const contracts = documents.map((document) => {
    const { file, kind, digest, content } = document;
    const known = lock.contracts.get(file);
    const before = known?.kind === kind && WITH_HISTORY.has(kind) ? known.versions : [];
    const last = before.at(-1);
    const versions = last?.digest === digest ? before : [...before, { digest, content }];
    return [file, { kind, versions }] as const;
  });
  return {
    contracts: new Map([...contracts].sort(([a], [b]) => compareText(a, b))),
    accepted: accepted === undefined ? lock.accepted : [...lock.accepted, accepted],
    ...(sources !== undefined && { sources }),
  };
}

/** The text of a lock file: the same lock gives the same text. */
export function formatLock({ contracts, accepted, sources }: ContractLock): string {
  const entries = [...contracts]
    .sort(([a], [b]) => compareText(a, b))
    .map(([file, { kind, versions }]) => {
      const written = versions.map(({ digest, content }) => ({ digest, content: sorted(content) }));
      return [file, { kind, versions: written }] as const;
    });
  const lock = {
    version: VERSION,
    ...(sources !== undefined && { sources }),
    contracts: Object.fromEntries(entries),
    ...(accepted.length > 0 && { accepted }),
  };
  return `${JSON.stringify(lock, undefined, 2)}\n`;
}

/** Reads the text of a lock file. */
export function parseLock(text: string): Parsed<ContractLock> {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return bad('is not JSON');
  }
  if (!isObject(value)) return bad('is no object');
  const version = ownValue(value, 'version');
  if (version !== VERSION)
    return bad(
      `has version ${JSON.stringify(version ?? null)}, this groundplan reads version ${VERSION}`,
    );
  const contracts = ownValue(value, 'contracts');
  if (!isObject(contracts)) return bad("has no object 'contracts'");
  const read = new Map<string, LockedContract>();
  for (const [file, declared] of Object.entries(contracts)) {
    const contract = readContract(declared);
    if (typeof contract === 'string') return bad(`contracts['${file}'] ${contract}`);
    read.set(file, contract);
  }
  const accepted = readAccepted(ownValue(value, 'accepted'));
  if (accepted === undefined) return bad("'accepted' is no list of reasons with what they accept");
  const sources = textAt(value, 'sources');
  return {
    ok: true,
    value: { contracts: read, accepted, ...(sources !== undefined && { sources }) },
  };
}

function readContract(declared: JsonValue): LockedContract | string {
  if (!isObject(declared)) return 'is no object';
  const said = textAt(declared, 'kind');
  const kind = KINDS.find((known) => known === said);
  if (kind === undefined)
    return `has kind ${JSON.stringify(said ?? null)}, it must be one of ${KINDS.join(', ')}`;
  const versions = ownValue(declared, 'versions');
  if (!isList(versions) || versions.length === 0) return 'has no versions';
  const read: LockedVersion[] = [];
  for (const [index, declared] of versions.entries()) {
    const version = readVersion(declared);
    if (typeof version === 'string') return `version ${index + 1} ${version}`;
    read.push(version);
  }
  return { kind, versions: read };
}

function readVersion(declared: JsonValue): LockedVersion | string {
  const digest = isObject(declared) ? textAt(declared, 'digest') : undefined;
  const content = isObject(declared) ? ownValue(declared, 'content') : undefined;
  if (digest === undefined || !/^sha256:[0-9a-f]{64}$/.test(digest))
    return 'has no digest like sha256:<64 hexadecimal digits>';
  return isObject(content) ? { digest, content } : "has no object 'content'";
}

function readAccepted(declared: JsonValue | undefined): readonly AcceptedBreak[] | undefined {
  if (declared === undefined) return [];
  if (!isList(declared)) return undefined;
  const read = declared.flatMap((one): AcceptedBreak[] => {
    const reason = isObject(one) ? textAt(one, 'reason') : undefined;
    const breaks = isObject(one) ? ownValue(one, 'breaks') : undefined;
    if (reason === undefined || !isList(breaks)) return [];
    return [{ reason, breaks: breaks.filter((text) => typeof text === 'string') }];
  });
  return read.length === declared.length ? read : undefined;
}

/** Objects with their keys in order, so that the text does not depend on how a parser went about. */
function sorted(value: JsonValue): JsonValue {
  if (isList(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]));
}

function bad(problem: string): Parsed<ContractLock> {
  return { ok: false, problem: `${LOCK_FILE} ${problem}`, fix: RESTORE };
}
