import { main } from '../../lib/cli/main';

/** Runs the command in this process: for what needs no system file. */
async function run(...args: readonly string[]) {
  let out = '';
  let err = '';
  const exitCode = await main(args, {
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { exitCode, out, err };
}

describe('main', () => {
  it('prints what was asked for and is fine', async () => {
    const { exitCode, out, err } = await run('explain', 'DCL-002');

    expect({ exitCode, err }).toStrictEqual({ exitCode: 0, err: '' });
    expect(out).toMatch(/^DCL-002 \(error\): names are declared once\n[^]*[^\n]\n$/);
  });

  it('prints nothing but an error of wrong usage', async () => {
    expect(await run('explain', 'DCL-0')).toStrictEqual({
      exitCode: 2,
      out: '',
      err: "error: no rule 'DCL-0'; did you mean DCL-001, DCL-002, DCL-003?\n",
    });
  });

  it.each([
    [['stauts'], "error: unknown command 'stauts'\n(Did you mean status?)\n"],
    [['status', '--jsn'], "error: unknown option '--jsn'\n(Did you mean --json?)\n"],
    [['graph', '--as-of', '2026-01-01'], "error: unknown option '--as-of'\n"],
    [['status', '--system'], "error: option '--system <file>' argument missing\n"],
    [
      ['explain', 'A', 'B'],
      "error: too many arguments for 'explain'. Expected 1 argument but got 2.\n",
    ],
    [
      ['review', '--as-of', '2026-02-30'],
      "error: option '--as-of <date>' argument '2026-02-30' is invalid. Write a day like 2027-03-31.\n",
    ],
    [
      ['review', '--json', '--format', 'sarif'],
      "error: option '--format <format>' cannot be used with option '--json'\n",
    ],
    [
      ['review', '--fail-on', 'note'],
      "error: option '--fail-on <severity>' argument 'note' is invalid. Allowed choices are warning, error.\n",
    ],
    [['analyze', 'orders'], "error: required option '--fail <kind>' not specified\n"],
    [['analyze', '--fail', 'zone'], "error: missing required argument 'name'\n"],
    [
      ['status', '--as-of', 'today'],
      "error: option '--as-of <date>' argument 'today' is invalid. Write a day like 2027-03-31.\n",
    ],
  ])('refuses %j', async (args, err) => {
    expect(await run(...args)).toStrictEqual({ exitCode: 2, out: '', err });
  });

  it('shows how it is used when nothing is asked for', async () => {
    const { exitCode, out, err } = await run();

    expect({ exitCode, out }).toStrictEqual({ exitCode: 2, out: '' });
    expect(err).toMatch(/^Usage: groundplan \[options\] \[command\]\n/);
  });

  it('helps on request', async () => {
    const { exitCode, out, err } = await run('review', '--help');

    expect({ exitCode, err }).toStrictEqual({ exitCode: 0, err: '' });
    expect(out).toMatch(/--as-of <date> +day to judge by, as YYYY-MM-DD \(default: today\)/);
  });
});
