import type { JsonObject } from '../../document';
import type { ChangeDetail } from '../contract-change';
import { isObject, isSame, listAt, objectAt, ownValue, textsAt } from '../json';
import { breaks, safe } from './http-change';
import { followed, type HttpOperation } from './operations';
import type { Roots } from './bodies';

/** One way of proving who one is: schemes with the scopes that each needs; none is nobody. */
type Proof = ReadonlyMap<string, readonly string[]>;

/**
 * What changed in what callers must prove: each way that was enough must still be.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object
 */
export function compareSecurity(
  old: HttpOperation,
  now: HttpOperation,
  { oldRoot, newRoot }: Roots,
): readonly ChangeDetail[] {
  const [before, after] = [proofsOf(old.json, oldRoot), proofsOf(now.json, newRoot)];
  const schemes = compareSchemes(before, after, { oldRoot, newRoot });
  const refused = before.filter((proof) => !after.some((needed) => isEnough(proof, needed)));
  const opened = after.filter((needed) => !before.some((proof) => isEnough(needed, proof)));
  if (refused.length > 0) {
    const text = `${refused.map(nameOf).join(', ')} is no longer enough: ${after.map(nameOf).join(' or ')} is needed`;
    return [...schemes, breaks('http-security-tightened', 'consumers-first', text)];
  }
  if (opened.length === 0) return schemes;
  const text = `${opened.map(nameOf).join(', ')} is enough now`;
  return [...schemes, safe('http-security-loosened', 'producers-first', text)];
}

function proofsOf(operation: JsonObject, root: JsonObject): readonly Proof[] {
  const key = 'security';
  const declared = ownValue(operation, key) === undefined ? root : operation;
  const proofs = listAt(declared, key)
    .filter(isObject)
    .map(
      (requirement): Proof =>
        new Map(Object.keys(requirement).map((scheme) => [scheme, textsAt(requirement, scheme)])),
    );
  return proofs.length === 0 ? [new Map()] : proofs;
}

/** Whether what is proven has all that is needed. */
function isEnough(proven: Proof, needed: Proof): boolean {
  return [...needed].every(([scheme, scopes]) => {
    const had = proven.get(scheme);
    return had !== undefined && scopes.every((scope) => had.includes(scope));
  });
}

/** A scheme of the same name may be another one. */
function compareSchemes(
  before: readonly Proof[],
  after: readonly Proof[],
  { oldRoot, newRoot }: Roots,
): readonly ChangeDetail[] {
  const used = new Set(before.flatMap((proof) => [...proof.keys()]));
  const shared = [...new Set(after.flatMap((proof) => [...proof.keys()]))].filter((name) =>
    used.has(name),
  );
  return shared
    .filter((name) => !isSame(schemeOf(name, oldRoot), schemeOf(name, newRoot)))
    .map((name) =>
      breaks(
        'http-security-scheme',
        'expand-then-contract',
        `security scheme '${name}' is another one`,
      ),
    );
}

/** What a caller has to know of a scheme; which scopes there are beside is no matter. */
function schemeOf(name: string, root: JsonObject): JsonObject {
  const scheme = followed(
    ownValue(objectAt(objectAt(root, 'components'), 'securitySchemes'), name),
    root,
  );
  return Object.fromEntries(
    ['type', 'in', 'name', 'scheme'].map((key) => {
      const value = ownValue(scheme, key) ?? null;
      return [key, key === 'scheme' && typeof value === 'string' ? value.toLowerCase() : value];
    }),
  );
}

function nameOf(proof: Proof): string {
  if (proof.size === 0) return 'no proof';
  return [...proof]
    .map(([scheme, scopes]) =>
      scopes.length === 0 ? scheme : `${scheme} with ${scopes.join(' and ')}`,
    )
    .join(' and ');
}
