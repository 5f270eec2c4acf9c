import { formatDuration } from '../../core/units';
import { wrap } from '../../core/wrap';
import { EFFECTS, HANDLING, type Failure } from '../../plan/what-if/failure';
import type { LoadCheck, RemainingCapacity } from '../../plan/what-if/remaining-capacity';
import type { Impact, JourneyImpact, OperationImpact } from '../../plan/what-if/what-if';
import { formatTable } from '../table';

/** What an analysis is about. */
export interface Question {
  /** Name of the environment. */
  readonly environment: string;
  /** What fails. */
  readonly failure: Failure;
}

/** An analysis as people read it: journeys and why, events, capacity. */
export function formatImpact(question: Question, impact: Impact, width: number): string {
  const { journeys, events, capacity } = impact;
  return [
    wrap(headline(question, journeys), width).join('\n'),
    formatTable(['JOURNEY', 'EFFECT', 'WHY'], journeys.flatMap(journeyRows), width),
    ...(events.length === 0
      ? []
      : [
          formatTable(
            ['EVENTS', 'SERVICE', 'WHAT HAPPENS'],
            events.map(({ topic, service, what, keptMs }) => [
              ...[topic, service],
              keptMs === undefined ? what : `${what}; records are kept ${formatDuration(keptMs)}`,
            ]),
            width,
          ),
        ]),
    ...(capacity.length === 0 ? [] : [formatCapacity(question, capacity, width)]),
  ].join('\n\n');
}

/** What fails, in words. */
export function describeFailure(failure: Failure): string {
  switch (failure.kind) {
    case 'zone':
      return `a zone of ${failure.region}`;
    case 'region':
      return failure.region;
    case 'service':
      return failure.service;
    case 'store':
      return `store ${failure.store.name} of ${failure.store.owner.name}`;
    case 'topic':
      return `topic ${failure.topic.name}`;
  }
}

/** An operation as people read it. */
export function placeName({ service, operation }: Pick<OperationImpact, 'service' | 'operation'>) {
  return operation === HANDLING ? `${service} (events)` : `${service}.${operation}`;
}

function headline({ environment, failure }: Question, journeys: readonly JourneyImpact[]): string {
  const counts = EFFECTS.map((effect) => ({
    effect,
    names: journeys.filter((journey) => journey.effect === effect).map(({ journey }) => journey),
  })).filter(({ names }) => names.length > 0);
  const summary = counts.map(({ effect, names }) => `${effect}: ${names.join(', ')}`).join('; ');
  return `${environment} without ${describeFailure(failure)}: ${summary === '' ? 'no journeys' : summary}`;
}

/** A row for each step that is hit; a journey that is not has one. */
function journeyRows({ journey, steps }: JourneyImpact): readonly (readonly string[])[] {
  if (steps.length === 0) return [[journey, 'untouched', '']];
  return steps.map((step, index) => [index === 0 ? journey : '', step.effect, wayOf(step)]);
}

function wayOf(impact: OperationImpact): string {
  const hops = impact.path.map((hop) =>
    hop.fallback === undefined
      ? ` -> ${placeName(hop)}`
      : ` -> ${placeName(hop)} (fallback ${hop.fallback})`,
  );
  return `${placeName(impact)}${hops.join('')}: ${impact.why}`;
}

const CHECKS = {
  zone: ['LEFT OF THE FEWEST', 'LEFT OF THE MOST'],
  region: ['ONE FOR TWO', 'ALL THAT ARE LEFT'],
} as const;

function formatCapacity(
  { failure }: Question,
  capacity: readonly RemainingCapacity[],
  width: number,
): string {
  const headings = failure.kind === 'zone' ? CHECKS.zone : CHECKS.region;
  return [
    'Requests a second that are handled, of those that come:',
    formatTable(
      ['SERVICE', ...headings, 'THE LOAD IS'],
      capacity.map(({ service, atOnce, inTheEnd, verdict }) => [
        ...[service, checkText(atOnce), checkText(inTheEnd), verdict],
      ]),
      width,
    ),
  ].join('\n');
}

function checkText({ handled, load }: LoadCheck): string {
  return `${handled} of ${load}`;
}
