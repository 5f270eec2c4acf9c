/**
 * Rules that every stack is held to when it is synthesised.
 *
 * @module aws/policy
 */
export { PolicyChecks } from './policy-checks';
export { policyFindings } from './policy-findings';
export type { PolicyProps } from './policy-findings';
export { POLICY_RULES } from './rules';
export { suppressPolicy } from './suppression';
export type { SuppressPolicyOptions } from './suppression';
