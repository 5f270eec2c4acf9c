import type { Region } from '../../model/regions';
import type { Store } from '../../model/view';
import type { Topic } from '../../model/topic';

/** Something that may fail. */
export type Failure =
  | { readonly kind: 'zone'; readonly region: Region }
  | { readonly kind: 'region'; readonly region: Region }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'store'; readonly store: Store }
  | { readonly kind: 'topic'; readonly topic: Topic };

/**
 * What a failure does, the worst first: nobody gets an answer; only those whose records are elsewhere do; everybody gets
 * one by a declared fallback; nothing.
 */
export const EFFECTS = ['breaks', 'breaks in part', 'degrades', 'untouched'] as const;
/** What a failure does to an operation or a journey. */
export type Effect = (typeof EFFECTS)[number];

/** The worst of effects; of none it is nothing. */
export function worstOf(effects: readonly Effect[]): Effect {
  return EFFECTS.find((effect) => effects.includes(effect)) ?? 'untouched';
}

/** Name of what a service does when it handles events: no operation is called so. */
export const HANDLING = '';

/** An operation of a service, or its handling of events. */
export interface Place {
  /** Name of the service. */
  readonly service: string;
  /** Name of the operation; empty for the handling of events. */
  readonly operation: string;
}

/** Where a failure begins: what it does there and why. */
export interface Seed extends Place {
  /** What it does. */
  readonly effect: Effect;
  /** Why. */
  readonly why: string;
}
