import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { Construct, RootConstruct } from 'constructs';
import { PlatformError } from '../../../lib/core/errors';
import { suppressPolicy, suppressionsOf } from '../../../lib/aws/policy/suppression';
import { judged, type Build } from './judged';

const REASON = 'it is public by purpose';
const found = (build: Build, asOf = '2026-11-22') =>
  judged(build, { asOf, protection: 'disposable' }).map(
    ({ rule, severity, path, problem, fix }) => `${severity} ${rule} [${path}] ${problem}; ${fix}`,
  );
/** A bucket that breaks three rules, in a group. */
function addBucket(scope: Construct): readonly [Construct, S3Bucket] {
  const group = new Construct(scope, 'Group');
  return [group, new S3Bucket(group, 'Bucket', {})];
}

const OPEN =
  'error PUB-001 [test/Group/Bucket] no aws_s3_bucket_public_access_block of the stack names the bucket; add one that blocks all four ways';
const BARE =
  'error ENC-001 [test/Group/Bucket] no aws_s3_bucket_server_side_encryption_configuration of the stack names the bucket; add one';
const PLAIN =
  "error TLS-001 [test/Group/Bucket] no aws_s3_bucket_policy of the stack refuses requests without TLS; deny s3:* where aws:SecureTransport is 'false'";

describe('a suppression', () => {
  test('accepts the breaches of its rule on its construct', () => {
    const left = found((stack) => {
      const [, bucket] = addBucket(stack);
      suppressPolicy(bucket, 'PUB-001', { reason: REASON, until: '2027-06-30' });
    });

    expect(left).toEqual([BARE, PLAIN]);
  });

  test('accepts them below its construct, up to the app', () => {
    const left = found((stack) => {
      const [group] = addBucket(stack);
      suppressPolicy(group, 'PUB-001', { reason: REASON, until: '2027-06-30' });
      suppressPolicy(stack, 'ENC-001', { reason: REASON, until: '2027-06-30' });
      suppressPolicy(stack.node.root, 'TLS-001', { reason: REASON, until: '2027-06-30' });
    });

    expect(left).toEqual([]);
  });

  test('accepts nothing beside its construct, and is reported for it', () => {
    const left = found((stack) => {
      addBucket(stack);
      const beside = new Construct(stack, 'Beside');
      suppressPolicy(beside, 'PUB-001', { reason: REASON, until: '2027-06-30' });
    });

    expect(left).toEqual([
      BARE,
      OPEN,
      PLAIN,
      'warning SUP-002 [test/Beside] suppression of PUB-001 accepts nothing; remove it',
    ]);
  });

  test('holds on its last day and not after', () => {
    const build: Build = (stack) => {
      const [, bucket] = addBucket(stack);
      suppressPolicy(bucket, 'PUB-001', { reason: REASON, until: '2027-06-30' });
    };

    expect(found(build, '2027-06-30')).toEqual([BARE, PLAIN]);
    expect(found(build, '2027-07-01')).toEqual([
      BARE,
      OPEN,
      'error SUP-001 [test/Group/Bucket] suppression of PUB-001 ended on 2027-06-30; mend what it accepted, or decide again and set until to a later day',
      PLAIN,
    ]);
  });

  test('that has ended does not hide one that has not', () => {
    const left = found((stack) => {
      const [group, bucket] = addBucket(stack);
      suppressPolicy(bucket, 'PUB-001', { reason: REASON, until: '2026-11-21' });
      suppressPolicy(group, 'PUB-001', { reason: REASON, until: '2026-11-22' });
    });

    expect(left.map((line) => line.slice(0, 13))).toEqual([
      'error ENC-001',
      'error SUP-001',
      'error TLS-001',
    ]);
  });

  test('is read back from its construct', () => {
    const construct = new Construct(new RootConstruct(), 'A');
    construct.node.addMetadata('something else', { rule: 'PUB-001', until: '2027-06-30' });
    suppressPolicy(construct, 'PUB-001', { reason: REASON, until: '2027-06-30' });

    expect(suppressionsOf(construct)).toEqual([
      { rule: 'PUB-001', reason: REASON, until: '2027-06-30' },
    ]);
  });

  test.each([
    [
      'PUB-999',
      REASON,
      '2027-06-30',
      "'PUB-999' is no rule of policy; name one of ENC-001, IAM-001, IMD-001, LOG-001, PRT-001, PUB-001, TAG-001, TLS-001",
    ],
    [
      'PUB-001',
      '  too few ',
      '2027-06-30',
      'suppression of PUB-001 has a reason of 7 characters, 10 or more are needed; say why the risk is accepted',
    ],
    [
      'PUB-001',
      REASON,
      '2027-06-31',
      "suppression of PUB-001 ends on '2027-06-31', which is no day; write the last day like 2027-06-30",
    ],
  ])('of %s for "%s" until %s is refused', (rule, reason, until, message) => {
    const refused = () =>
      judged((stack) => {
        suppressPolicy(new Construct(stack, 'A'), rule, { reason, until });
      });

    expect(refused).toThrow(PlatformError);
    expect(refused).toThrow(`[test/A] ${message}`);
  });

  test('takes a reason of 10 characters', () => {
    expect(() =>
      judged((stack) => {
        suppressPolicy(stack, 'PUB-001', { reason: 'ten chars!', until: '2027-06-30' });
      }),
    ).not.toThrow();
  });
});
