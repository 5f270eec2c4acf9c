import type { System } from '../model/system';
import { jsonText, type Outcome } from './outcome';
import { formatStatus } from './status/format-status';
import { readStatus } from './status/system-status';
import { asOfOption, onSystem, withSystem, type AddVerb, type SystemOptions } from './verb';

/** How the status is asked for. */
export interface StatusOptions {
  /** Day against which acknowledgements are judged, as `YYYY-MM-DD`. */
  readonly asOf: string;
  /**
   * Whether machines read it.
   *
   * @default false
   */
  readonly json?: boolean;
}

/** The verb `status`. */
export function statusVerb(system: System, { asOf, json = false }: StatusOptions): Outcome {
  const status = readStatus(system, asOf);
  return { exitCode: 0, text: json ? jsonText(status) : formatStatus(status) };
}

/** Adds the verb `status`. */
export const addStatus: AddVerb = (program, show) => {
  withSystem(program.command('status').description('tell what the system is made of'))
    .addOption(asOfOption())
    .action(async (options: SystemOptions & StatusOptions) => {
      show(await onSystem(options, ({ system }) => statusVerb(system, options)));
    });
};
