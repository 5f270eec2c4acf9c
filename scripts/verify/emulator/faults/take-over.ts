import type { Ended } from '../../run-process';
import { problemsOf } from '../stacks-life';
import { errorsIn } from '../terraform-errors';
import { command, type Scene } from './scene';

/** What is refused because it exists, as the provider says it. */
const TAKEN = /already exist|AlreadyExists|AlreadyOwned|ResourceInUse|Exists\b|conflict/i;
const ADDRESS = /\bwith (aws_\w+\.[\w-]+)/;

/** What a run was refused, and what came of taking it over. */
export interface TakenOver {
  /** Types of what was there already. */
  readonly refused: ReadonlySet<string>;
  /** What is wrong: an error that says something else, or an import that fails. */
  readonly problems: readonly string[];
}

/**
 * Takes over by `terraform import` what exists and is in no state: of that, a run says that it exists.
 *
 * @param after what happened before the run, for messages
 * @param identify what a resource is imported by
 */
export async function takeOver(
  scene: Scene,
  { code, stdout, stderr }: Ended,
  after: string,
  identify: (address: string) => string | undefined,
): Promise<TakenOver> {
  const { name } = scene;
  const errors = code === 0 ? [] : errorsIn(`${stdout}\n${stderr}`);
  const problems = errors
    .filter((error) => !TAKEN.test(error))
    .map((error) => `[${name}] after ${after}: ${error}; say that it exists already`);
  const addresses = errors.flatMap((error) => ADDRESS.exec(error)?.[1] ?? []);
  for (const address of addresses) {
    const id = identify(address) ?? '';
    const ended = await command(scene, ['import', '-input=false', '-no-color', address, id]);
    if (ended.code !== 0) problems.push(...problemsOf(name, `import of ${address}`, ended));
  }
  return { refused: new Set(addresses.map((address) => address.split('.')[0] ?? '')), problems };
}
