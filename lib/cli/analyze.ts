import { Option } from 'commander';
import type { System } from '../model/system';
import { readSystem } from '../model/view';
import { indexSystem } from '../plan/index-of-system';
import { whatIf } from '../plan/what-if/what-if';
import { describeFailure, formatImpact } from './analyze/format-impact';
import { FAILURE_KINDS, readFailureName, type FailureKind } from './analyze/read-failure-name';
import { environmentOf, mistakesIn } from './named';
import { jsonText, type Outcome } from './outcome';
import { terminalWidth } from './terminal';
import { onSystem, withSystem, type AddVerb, type SystemOptions } from './verb';

/** What is asked. */
export interface AnalyzeOptions {
  /** What sort of thing fails. */
  readonly fail: FailureKind;
  /**
   * Where it fails.
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

/** The verb `analyze`: what happens to journeys, events and capacity when something fails. */
export function analyzeVerb(system: System, name: string, options: AnalyzeOptions): Outcome {
  const view = readSystem(system);
  const mistakes = mistakesIn(view);
  if (mistakes !== undefined) return { exitCode: 2, text: mistakes };
  const environment = environmentOf(view, options.environment);
  if ('said' in environment) return { exitCode: 2, text: environment.said };
  const failure = readFailureName(view, environment.found, options.fail, name);
  if ('said' in failure) return { exitCode: 2, text: failure.said };

  const impact = whatIf(indexSystem(view), environment.found, failure.found);
  const question = { environment: environment.found.name, failure: failure.found };
  if (!options.json) return { exitCode: 0, text: formatImpact(question, impact, terminalWidth()) };
  return {
    exitCode: 0,
    text: jsonText({
      environment: question.environment,
      fail: { kind: options.fail, what: describeFailure(failure.found) },
      ...impact,
    }),
  };
}

/** Adds the verb `analyze`. */
export const addAnalyze: AddVerb = (program, show) => {
  withSystem(
    program
      .command('analyze')
      .description('tell what happens to journeys, events and capacity when something fails'),
  )
    .argument('<name>', 'what fails: eu-west-1, order-service, order-service/orders, order-placed')
    .addOption(
      new Option('--fail <kind>', 'what sort of thing it is')
        .choices(FAILURE_KINDS)
        .makeOptionMandatory(),
    )
    .option(
      '--environment <name>',
      'where it fails (default: the only one, or the only one that is retained)',
    )
    .action(async (name: string, options: SystemOptions & AnalyzeOptions) => {
      show(await onSystem(options, ({ system }) => analyzeVerb(system, name, options)));
    });
};
