import { Command, CommanderError } from 'commander';
import { BrokenSystemFile } from './broken-system-file';
import type { Outcome } from './outcome';
import { VERBS } from './verbs';

/** Where the command prints. */
export interface Output {
  /** Takes what was asked for. */
  readonly out: (text: string) => void;
  /** Takes what went wrong. */
  readonly err: (text: string) => void;
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
  for (const add of VERBS) add(program, show);
  return program;
}
