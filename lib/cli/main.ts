import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { System } from '../model/system';
import { isDay } from '../core/dates';
import { today } from './as-of';
import { bootstrapVerb, type BootstrapOptions } from './bootstrap';
import { BrokenSystemFile } from './broken-system-file';
import { explainVerb, type ExplainOptions } from './explain';
import { graphVerb, type GraphOptions } from './graph';
import { loadSystem, systemFileOf } from './load-system';
import type { Outcome } from './outcome';
import { reviewVerb, type ReviewOptions } from './review';
import { statusVerb, type StatusOptions } from './status';

/** Where the command prints. */
export interface Output {
  /** Takes what was asked for. */
  readonly out: (text: string) => void;
  /** Takes what went wrong. */
  readonly err: (text: string) => void;
}

/** Which system is meant. */
interface SystemOption {
  readonly system?: string;
}

/**
 * The `groundplan` command.
 *
 * @param args the words behind the command
 * @param output where it prints
 * @returns exit code: 0 fine, 1 findings that stop synthesis, 2 wrong usage or a broken file
 */
export async function main(args: readonly string[], output: Output): Promise<number> {
  let exitCode = 0;
  const show = (outcome: Outcome): void => {
    exitCode = outcome.exitCode;
    const print = exitCode === 2 ? output.err : output.out;
    print(`${outcome.text}\n`);
  };
  try {
    await command(output, show).parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has said already what it did not understand.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof BrokenSystemFile)) throw error;
    output.err(`${error.message}\n`);
    return 2;
  }
}

function command({ out, err }: Output, show: (outcome: Outcome) => void): Command {
  const program = new Command('groundplan')
    .description('Reviews, explains and draws the system that a system file declares.')
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: err });

  withSystem(program.command('review').description('judge the system by the rules'))
    .addOption(asOfOption())
    .action(async (options: SystemOption & ReviewOptions) => {
      show(reviewVerb(await load(options), options));
    });
  program
    .command('explain')
    .description('explain a rule; without one, list them all')
    .argument('[rule]', 'id of the rule, for example TMO-001')
    .option('--json', 'print JSON')
    .action((rule: string | undefined, options: ExplainOptions) => {
      show(explainVerb(rule, options));
    });
  withSystem(program.command('status').description('tell what the system is made of'))
    .addOption(asOfOption())
    .action(async (options: SystemOption & StatusOptions) => {
      show(statusVerb(await load(options), options));
    });
  withSystem(
    program
      .command('bootstrap')
      .description('print what makes an account ready for its first deploy, as a shell script'),
  )
    .argument('[environment]', 'name of the environment, or registry; without one, all of them')
    .action(
      async (
        environment: string | undefined,
        options: SystemOption & Pick<BootstrapOptions, 'json'>,
      ) => {
        show(bootstrapVerb(await load(options), { environment, ...options }));
      },
    );
  withSystem(program.command('graph').description('draw the system as a Mermaid flowchart'))
    .option('--contexts', 'draw the map of contexts instead of the services')
    .action(async (options: SystemOption & GraphOptions) => {
      show(graphVerb(await load(options), options));
    });
  return program;
}

function withSystem(verb: Command): Command {
  return verb
    .option('--system <file>', 'system file (default: groundplan.system of package.json)')
    .option('--json', 'print JSON');
}

function asOfOption(): Option {
  return new Option('--as-of <date>', 'day to judge by, as YYYY-MM-DD')
    .default(today(), 'today')
    .argParser(readDay);
}

function readDay(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError('Write a day like 2027-03-31.');
}

function load({ system }: SystemOption): Promise<System> {
  return loadSystem(system ?? systemFileOf(process.cwd()));
}
