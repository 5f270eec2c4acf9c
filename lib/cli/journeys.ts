import type { System } from '../model/system';
import { readSystem } from '../model/view';
import { indexSystem } from '../plan/index-of-system';
import { reportJourneys } from '../plan/journeys/journey-report';
import { formatJourneys } from './journeys/format-journeys';
import { byName, environmentOf, mistakesIn } from './named';
import { jsonText, type Outcome } from './outcome';
import { terminalWidth } from './terminal';
import { onSystem, withSystem, type AddVerb, type SystemOptions } from './verb';

/** Which journeys are asked for. */
export interface JourneysOptions {
  /**
   * Name of the journey.
   *
   * @default - all of them
   */
  readonly name?: string | undefined;
  /**
   * Where they are made.
   *
   * @default - the only environment, or the only one that is retained
   */
  readonly environment?: string;
  /**
   * Whether machines read it.
   *
   * @default false
   */
  readonly json?: boolean;
}

/** The verb `journeys`: availability, latency and rate of what people do, and what takes how much of them. */
export function journeysVerb(system: System, options: JourneysOptions): Outcome {
  const view = readSystem(system);
  const mistakes = mistakesIn(view);
  if (mistakes !== undefined) return { exitCode: 2, text: mistakes };
  const environment = environmentOf(view, options.environment);
  if ('said' in environment) return { exitCode: 2, text: environment.said };
  const { name } = options;
  const meant = name === undefined ? undefined : byName(view.journeys, name, 'journey');
  if (meant !== undefined && 'said' in meant) return { exitCode: 2, text: meant.said };

  const all = reportJourneys(indexSystem(view), environment.found);
  const wanted = all.filter(({ journey }) => name === undefined || journey === name);
  const where = environment.found.name;
  return {
    exitCode: 0,
    text: options.json
      ? jsonText({ environment: where, journeys: wanted })
      : formatJourneys(where, wanted, terminalWidth()),
  };
}

/** Adds the verb `journeys`. */
export const addJourneys: AddVerb = (program, show) => {
  withSystem(
    program
      .command('journeys')
      .description('tell what people who use the system can count on, and what takes how much'),
  )
    .argument('[name]', 'name of the journey; without one, all of them')
    .option(
      '--environment <name>',
      'where they are made (default: the only one, or the only one that is retained)',
    )
    .action(async (name: string | undefined, options: SystemOptions & JourneysOptions) => {
      show(await onSystem(options, ({ system }) => journeysVerb(system, { ...options, name })));
    });
};
