import { errorsIn, explainErrors } from '../../../../scripts/verify/emulator/terraform-errors';

const BOX = [
  '\u001B[31m╷\u001B[0m',
  '\u001B[31m│\u001B[0m \u001B[1mError: \u001B[0mcreating KMS Key',
  '│ ',
  '│   with aws_kms_key.main,',
  '│ api error ThrottlingException: Rate exceeded',
  '╵',
];

test('reads an error out of its coloured box', () => {
  expect(errorsIn(`Plan: 3 to add\n${BOX.join('\n')}\nmore`)).toEqual([
    'Error: creating KMS Key with aws_kms_key.main, api error ThrottlingException: Rate exceeded',
  ]);
});

test('reads an error behind the name of the stack that cdktf writes', () => {
  const text = BOX.map((line) => `shop-staging-dns  ${line}`).join('\n');

  expect(errorsIn(text)).toEqual([
    'Error: creating KMS Key with aws_kms_key.main, api error ThrottlingException: Rate exceeded',
  ]);
});

test('reads errors that stand without a box, each for itself and once', () => {
  const text = 'Error: one\n\nmore of one\nError: two\nWarning: old\n\nError: two\n';

  expect(errorsIn(text)).toEqual(['Error: one more of one', 'Error: two']);
});

test('gives the last lines of a text without an error', () => {
  expect(errorsIn('a\nb\n\nc\nd\n')).toEqual(['b c d']);
});

test('says so when there is no text', () => {
  expect(errorsIn(' \n')).toEqual(['it says nothing']);
});

test('cuts an error that is longer than anybody reads', () => {
  const [error = ''] = errorsIn(`Error: ${'x'.repeat(1000)}`);

  expect(error).toHaveLength(600);
  expect(error.endsWith('…')).toBe(true);
});

test.each([
  ['write: no space left on device', 'free space on the disk of the temporary folder'],
  [
    'Error acquiring the state lock',
    'wait until the other run has ended; if it was killed, terraform force-unlock with the ID told here',
  ],
  ['Error: Unsupported Terraform Core version', 'install a Terraform that the stacks accept'],
  [
    'could not connect to registry.example.com',
    'name a folder with the providers by TERRAFORM_PLUGIN_MIRROR, or allow the network',
  ],
  [
    'dial tcp 127.0.0.1:9: connect: connection refused',
    'the service is not sent to the emulator: add it to scripts/verify/emulator/for-emulator.ts',
  ],
  ['api error NotImplementedByEmulator: eks:Foo', 'teach test/emulator the operation'],
  [
    'dial tcp 127.0.0.1:5000: connect: connection refused',
    'the emulator has ended: see what it complained of',
  ],
  ['Error: Instance cannot be destroyed', 'it is protected: take prevent_destroy away first'],
])('says what to do about: %s', (error, remedy) => {
  expect(explainErrors([error])).toEqual([`${error}; ${remedy}`]);
});

test('leaves an error alone that it does not know', () => {
  expect(explainErrors(['Error: invalid CIDR'])).toEqual(['Error: invalid CIDR']);
});
