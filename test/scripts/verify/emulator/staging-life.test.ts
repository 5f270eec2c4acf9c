import { lostSince } from '../../../../scripts/verify/emulator/staging-life';

function kept(identity: string) {
  return { address: 'aws_kms_key.key', type: 'aws_kms_key', identity };
}

test('finds nothing lost where everything is what it was, and more', () => {
  const before = new Map([['dns/aws_kms_key.key', kept('arn:1')]]);
  const after = new Map([...before, ['dns/aws_kms_key.other', kept('arn:2')] as const]);

  expect(lostSince(before, after)).toEqual([]);
});

test('tells what is gone and what is another than it was', () => {
  const before = new Map([
    ['dns/a', kept('arn:1')],
    ['dns/b', kept('arn:2')],
  ]);
  const after = new Map([['dns/b', kept('arn:3')]]);

  expect(lostSince(before, after)).toEqual([
    '[dns/a] was arn:1 and is gone after the system grew; change it in place',
    '[dns/b] was arn:2 and is arn:3 after the system grew; change it in place',
  ]);
});
