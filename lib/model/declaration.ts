import type { Construct, IConstruct } from 'constructs';
import type { Finding } from '../core/finding';
import { nameProblem } from '../core/names';
import type { Quantity } from '../core/units';
import { UnscopedPlatformError } from '../core/errors';
import { DECLARATION_RULES, type DeclarationRule } from './declaration-rules';
import { originHere, originsAreKept, type Origin } from './origins';

/** Anything declared in a system: a construct with a kind and a published name. */
export interface Entity extends Construct {
  /** Class of the entity, for example `Service`: the first half of its node id. */
  readonly kind: string;
  /** Published name of the entity: the second half of its node id. */
  readonly name: string;
}

/** A promise that a finding is known and accepted until a date. */
export interface Acknowledgement {
  /** Path of the declaration that is excused, with everything below it. */
  readonly path: string;
  /** Id of the rule, for example `RTY-002`. */
  readonly rule: string;
  /** Why the finding is accepted. */
  readonly reason: string;
  /** Last day on which it is accepted, as `YYYY-MM-DD`. */
  readonly until: string;
}

/** What a system has collected while it was declared. */
interface SystemRecord {
  readonly entities: Entity[];
  readonly published: Map<string, string>;
  readonly findings: Finding[];
  readonly acknowledgements: Acknowledgement[];
  /** Where each entity was declared, by its path: only where somebody asked for it before. */
  readonly origins?: Map<string, Origin>;
}

/** Shared by all copies of this package, so that a system made with one can be read with another. */
const RECORD: unique symbol = Symbol.for('groundplan.SystemRecord');

interface Recorded {
  readonly [RECORD]: SystemRecord;
}

function isRecorded(root: object): root is Recorded {
  return RECORD in root;
}

/** Starts the record of a system on its root construct. */
export function startRecord(root: IConstruct): void {
  const record: SystemRecord = {
    entities: [],
    published: new Map(),
    findings: [],
    acknowledgements: [],
    ...(originsAreKept() && { origins: new Map<string, Origin>() }),
  };
  Object.defineProperty(root, RECORD, { value: record });
}

/** The record of the system that a construct belongs to. */
export function recordOf(scope: IConstruct): SystemRecord {
  const { root } = scope.node;
  if (isRecorded(root)) return root[RECORD];
  throw new UnscopedPlatformError(
    `'${scope.node.path}' is not part of a System`,
    'declare it inside a System',
  );
}

/** Whether a value is a system of this package, whichever copy of the package made it. */
export function isSystemRoot(value: unknown): boolean {
  return typeof value === 'object' && value !== null && isRecorded(value);
}

/**
 * Checks the name of an entity that is about to be declared and gives its node id, `<Kind>.<name>`. A bad or taken name
 * becomes a finding; the id stays unique all the same, so that declaring never throws.
 */
export function entityId(scope: IConstruct, kind: string, name: string): string {
  const record = recordOf(scope);
  const id = freeId(scope, `${kind}.${name}`);
  const path = `${scope.node.path}/${id}`;
  checkName(record, path, name);
  const taken = reserve(record, `${kind}.${name}`, path);
  if (taken !== undefined)
    reportAt(
      record,
      path,
      'DCL-002',
      `'${name}' is declared already at ${taken}`,
      `give this ${kind} another name`,
      { name },
    );
  return id;
}

/**
 * The node id of a store that is about to be declared. Permissions are named after stores without hyphens, so more than
 * hyphens must tell it from the other stores of its service.
 */
export function storeId(owner: Entity, kind: string, name: string): string {
  const record = recordOf(owner);
  const id = freeId(owner, `${kind}.${name}`);
  const path = `${owner.node.path}/${id}`;
  checkName(record, path, name);
  const taken = reserve(record, `${owner.node.path}/${kind}.${name.replaceAll('-', '')}`, path);
  if (taken === undefined) return id;
  const problem =
    taken === `${owner.node.path}/${kind}.${name}`
      ? `'${name}' is declared already at ${taken}`
      : `'${name}' differs from ${taken} by hyphens alone`;
  reportAt(record, path, 'DCL-002', problem, `give this ${kind} another name`, { name });
  return id;
}

/** Checks the name of the system itself, which is its path too. */
export function checkSystemName(system: Entity): void {
  checkName(recordOf(system), system.node.path, system.name);
}

function checkName(record: SystemRecord, path: string, name: string): void {
  const bad = nameProblem(name, 'entity');
  if (bad !== undefined)
    reportAt(record, path, 'DCL-001', bad, 'choose a shorter kebab-case name', { name });
}

/** Takes a name for a path; gives the path that has it already, if one has. */
function reserve(record: SystemRecord, key: string, path: string): string | undefined {
  const taken = record.published.get(key);
  if (taken === undefined) record.published.set(key, path);
  return taken;
}

/** The id itself, or the id with the first free number behind it. */
export function freeId(scope: IConstruct, id: string): string {
  const free = (candidate: string): boolean => scope.node.tryFindChild(candidate) === undefined;
  if (free(id)) return id;
  let count = 2;
  while (!free(`${id}.${count}`)) count += 1;
  return `${id}.${count}`;
}

/**
 * Reports a service whose manifests would be written over those of a context: both are a file of a region, named after
 * the service and `platform-<context>`. Asked when either is declared, the finding is the service's all the same.
 */
export function reportChartClash(scope: Entity, context: string): void {
  const record = recordOf(scope);
  const service = record.published.get(`Service.platform-${context}`);
  if (service === undefined || !record.published.has(`BoundedContext.${context}`)) return;
  reportAt(
    record,
    service,
    'DCL-001',
    `'platform-${context}' names the manifests of the context '${context}'`,
    'give the service another name',
    {},
  );
}

/** Adds a declared entity to the record of its system. */
export function register(entity: Entity): void {
  const { entities, origins } = recordOf(entity);
  entities.push(entity);
  origins?.set(entity.node.path, originHere(register));
}

/** Reports a mistake in a declaration. */
export function report(
  scope: IConstruct,
  rule: DeclarationRule,
  problem: string,
  fix: string,
  numbers: Readonly<Record<string, number | string>> = {},
): void {
  reportAt(recordOf(scope), scope.node.path, rule, problem, fix, numbers);
}

function reportAt(
  record: SystemRecord,
  path: string,
  rule: DeclarationRule,
  problem: string,
  fix: string,
  numbers: Readonly<Record<string, number | string>>,
): void {
  record.findings.push({
    rule,
    severity: 'error',
    path,
    problem,
    fix,
    numbers,
    source: DECLARATION_RULES[rule].source,
  });
}

/**
 * The value of a quantity, or `NaN` after reporting why it has none: no comparison with `NaN` holds, so one mistake
 * crosses no other bound and gives one message.
 */
export function readQuantity(scope: IConstruct, property: string, quantity: Quantity): number {
  if (quantity.ok) return quantity.value;
  report(scope, 'DCL-003', `${property}: ${quantity.problem}`, quantity.fix);
  return Number.NaN;
}

/** A count that is a whole number from `min` to `max`, or `NaN` after reporting that it is not. */
export function readCount(
  scope: IConstruct,
  property: string,
  value: number,
  min: number,
  max?: number,
): number {
  if (Number.isSafeInteger(value) && value >= min && value <= (max ?? value)) return value;
  const bounds = max === undefined ? `of at least ${min}` : `from ${min} to ${max}`;
  report(
    scope,
    'DCL-003',
    `${property} is ${value}, it must be a whole number ${bounds}`,
    `set ${property} to ${max === undefined ? `${min} or more` : `${min} to ${max}`}`,
    { [property]: value, min, ...(max !== undefined && { max }) },
  );
  return Number.NaN;
}

/**
 * Whether a handle points at an entity of the same system; reports it when it does not. A handle is undefined where the
 * modules that declare a system import each other in a circle.
 */
export function isOfSystem(
  scope: IConstruct,
  what: string,
  handle: Pick<Entity, 'node' | 'name'> | undefined,
): boolean {
  if (handle?.node.root === scope.node.root) return true;
  if (handle === undefined)
    report(
      scope,
      'DCL-013',
      `${what} is undefined`,
      'declare it before it is used: modules that import each other see nothing yet',
    );
  else
    report(
      scope,
      'DCL-013',
      `${what} '${handle.name}' belongs to the system '${handle.node.root.node.id}'`,
      `declare it in '${scope.node.root.node.id}'`,
    );
  return false;
}
