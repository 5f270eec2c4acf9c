/** What of an error tells what to do about it. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/no space left on device|ENOSPC/i, 'free space on the disk of the temporary folder'],
  [
    /Error acquiring the state lock/i,
    'wait until the other run has ended; if it was killed, terraform force-unlock with the ID told here',
  ],
  [/Unsupported Terraform Core version/i, 'install a Terraform that the stacks accept'],
  [
    /Failed to query available provider packages|could not connect to registry|provider registry/i,
    'name a folder with the providers by TERRAFORM_PLUGIN_MIRROR, or allow the network',
  ],
  [
    /127\.0\.0\.1:9\b/,
    'the service is not sent to the emulator: add it to scripts/verify/emulator/for-emulator.ts',
  ],
  [/NotImplementedByEmulator/, 'teach test/emulator the operation'],
  [/connection refused/i, 'the emulator has ended: see what it complained of'],
  [/Instance cannot be destroyed/i, 'it is protected: take prevent_destroy away first'],
];
/** A line for people; the rest stands in what Terraform itself writes. */
const LENGTH = 600;
// eslint-disable-next-line no-control-regex -- terminals are told colours by control characters
const COLOURS = /\u001B\[[0-9;]*m/g;

/** Where an error ends: at the next, at a warning, or at the foot of its box. */
const END = /^(?:Error|Warning): |^╵/;

/** The errors in what Terraform or cdktf wrote, each on one line. */
export function errorsIn(text: string): readonly string[] {
  const lines = text.replace(COLOURS, '').split('\n').map(outOfBox);
  const errors = lines.flatMap((line, index) => {
    if (!line.startsWith('Error: ')) return [];
    const rest = lines.slice(index + 1);
    const length = rest.findIndex((later) => END.test(later));
    return [oneLine([line, ...rest.slice(0, length === -1 ? undefined : length)])];
  });
  if (errors.length > 0) return [...new Set(errors)];
  const said = lines.filter((line) => line.trim() !== '').slice(-3);
  return [said.length === 0 ? 'it says nothing' : oneLine(said)];
}

/** Errors, each with what to do about it where that is known. */
export function explainErrors(errors: readonly string[]): readonly string[] {
  return errors.map((error) => {
    const remedy = REMEDIES.find(([pattern]) => pattern.test(error))?.[1];
    return remedy === undefined ? error : `${error}; ${remedy}`;
  });
}

/** A line without the border of its box, before which cdktf writes the name of the stack. */
function outOfBox(line: string): string {
  return line.replace(/^.*?(?:│ ?|(?=[╷╵]))/, '');
}

function oneLine(lines: readonly string[]): string {
  const text = lines.join(' ').replace(/\s+/g, ' ').trim();
  return text.length > LENGTH ? `${text.slice(0, LENGTH - 1)}…` : text;
}
