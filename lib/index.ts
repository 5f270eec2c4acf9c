/** What a system is, what follows from it and what is wrong with it. Constructs and apps have entries of their own. */
export { PlatformError, UnscopedPlatformError } from './core/errors';
export { toLine, type Finding, type Severity } from './core/finding';
export type { BytesText, CpuText, DurationText, PercentText } from './core/units';
export * from './model';
export {
  planSystem,
  type EnvironmentPlan,
  type SystemPlan,
  type RegionPlan,
  type ServicePlan,
} from './plan';
export * from './review';
