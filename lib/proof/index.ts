/** Reads what was emitted, not the code that emitted it. */
export { readManifests } from './read-manifests';
export { findTokens, TOKEN_RULE } from './tokens';
