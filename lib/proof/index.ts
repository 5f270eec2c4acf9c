/** Reads what was emitted, not the code that emitted it. */
export { compareAccess } from './access/compare-access';
export { accessOf } from './access/manifest-access';
export { plannedAccess } from './access/planned-access';
export { plannedPermissions, plannedRoles } from './access/planned-permissions';
export { readManifests } from './read-manifests';
export {
  readObjects,
  toObject,
  type EmittedObject,
  type EmittedObjects,
} from './references/emitted-object';
export {
  proveObjects,
  proveReferences,
  REFERENCE_RULES,
  referencesOf,
} from './references/prove-references';
export { findTokens, TOKEN_RULE } from './tokens';
