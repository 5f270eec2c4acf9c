import { InvalidArgumentError, Option, type Command } from 'commander';
import { isDay } from '../core/dates';
import { today } from './as-of';
import { loadSystemFile, systemFileOf, type LoadedSystem } from './load-system';
import type { Outcome } from './outcome';
import { readLoaded } from './read-failure';

/** Adds one verb to the command; what the verb comes to is given to `show`. */
export type AddVerb = (program: Command, show: (outcome: Outcome) => void) => void;

/** Which system is meant, and who reads what is printed. */
export interface SystemOptions {
  /**
   * System file.
   *
   * @default - the one that the nearest `package.json` names as `groundplan.system`
   */
  readonly system?: string;
  /**
   * Whether machines read it.
   *
   * @default false
   */
  readonly json?: boolean;
}

/** Lets a verb be told which system is meant. */
export function withSystem(verb: Command): Command {
  return verb
    .option('--system <file>', 'system file (default: groundplan.system of package.json)')
    .option('--json', 'print JSON');
}

/** The option that says by which day to judge. */
export function asOfOption(): Option {
  return new Option('--as-of <date>', 'day to judge by, as YYYY-MM-DD')
    .default(today(), 'today')
    .argParser(readDay);
}

function readDay(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError('Write a day like 2027-03-31.');
}

/** Loads the system that is meant and does something with it; what cannot be read is said of the file. */
export async function onSystem(
  { system }: SystemOptions,
  verb: (loaded: LoadedSystem) => Outcome,
): Promise<Outcome> {
  const loaded = await loadSystemFile(system ?? systemFileOf(process.cwd()));
  return readLoaded(loaded, verb);
}
