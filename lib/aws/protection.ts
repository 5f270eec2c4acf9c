/**
 * How hard a stateful resource is to lose: `'retain'` is protected from deletion and backed up for long,
 * `'disposable'` leaves nothing behind when it is destroyed.
 */
export type Protection = 'retain' | 'disposable';

/** The Terraform lifecycle a protection asks for. */
export interface ProtectionLifecycle {
  /** Whether Terraform refuses a plan that would destroy the resource. */
  readonly preventDestroy: boolean;
}

/** Whether the resource outlives mistakes. */
export function isRetained(protection: Protection): boolean {
  return protection === 'retain';
}

/** Renders the Terraform lifecycle of a stateful resource. */
export function renderLifecycle(protection: Protection): ProtectionLifecycle {
  return { preventDestroy: isRetained(protection) };
}
