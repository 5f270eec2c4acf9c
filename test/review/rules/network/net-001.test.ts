import { Environment, type EnvironmentProps } from '../../../../lib/model';
import { soundSystem, type SoundSystem } from '../../../support/systems';
import { breaches, rulesBroken } from '../../breaches';

const add = (sound: SoundSystem, name: string, props: Partial<EnvironmentProps> = {}) =>
  new Environment(sound.system, name, {
    account: '444455556666',
    protection: 'disposable',
    regions: ['eu-west-1'],
    ...props,
  });

const use = (environment: Environment, vpcId: string, cidr: string) => {
  environment.existing('eu-west-1', {
    network: {
      vpcId,
      cidr,
      privateSubnetIds: ['subnet-1', 'subnet-2'],
      dataSubnetIds: ['subnet-3', 'subnet-4'],
      dataSubnetCidrs: [],
    },
  });
};

describe('NET-001', () => {
  test('accepts environments side by side', () => {
    const sound = soundSystem();
    add(sound, 'staging', { cidr: '10.16.0.0/12' });

    expect(breaches(sound.system, 'NET-001')).toStrictEqual([]);
  });

  test('refuses environments with one block and offers a free one', () => {
    const sound = soundSystem();
    add(sound, 'staging');

    expect(breaches(sound.system, 'NET-001')).toStrictEqual([
      {
        path: 'shop/Environment.staging',
        problem: 'cidr 10.0.0.0/12 overlaps 10.0.0.0/12 of production',
        numbers: { cidr: '10.0.0.0/12', otherCidr: '10.0.0.0/12' },
        fix: "set cidr of staging to '10.16.0.0/12'",
      },
    ]);
  });

  test('refuses a block inside another, used or not', () => {
    const sound = soundSystem();
    add(sound, 'staging', { cidr: '10.15.0.0/16' });

    expect(breaches(sound.system, 'NET-001').map(({ fix }) => fix)).toStrictEqual([
      "set cidr of staging to '10.16.0.0/16'",
    ]);
  });

  test('refuses an existing network inside the network of another environment', () => {
    const sound = soundSystem();
    use(add(sound, 'staging'), 'vpc-1', '10.0.128.0/17');

    expect(breaches(sound.system, 'NET-001')).toStrictEqual([
      {
        path: 'shop/Environment.staging',
        problem:
          'existing network vpc-1 10.0.128.0/17 of staging in eu-west-1 overlaps network 10.0.0.0/16 of production in eu-west-1',
        numbers: { cidr: '10.0.128.0/17', otherCidr: '10.0.0.0/16' },
        fix: "set cidr of production to '10.16.0.0/12'",
      },
    ]);
  });

  test('accepts an existing network beside it', () => {
    const sound = soundSystem();
    use(add(sound, 'staging'), 'vpc-1', '172.16.0.0/16');

    expect(breaches(sound.system, 'NET-001')).toStrictEqual([]);
  });

  test('refuses two existing networks of one block, but not one that is used twice', () => {
    const sound = soundSystem();
    use(add(sound, 'qa'), 'vpc-1', '172.16.0.0/16');
    use(add(sound, 'staging'), 'vpc-1', '172.16.0.0/16');
    use(add(sound, 'testing'), 'vpc-2', '172.16.0.0/20');

    expect(
      breaches(sound.system, 'NET-001').map(({ problem, fix }) => [problem, fix]),
    ).toStrictEqual(
      ['qa', 'staging'].map((other) => [
        `existing network vpc-2 172.16.0.0/20 of testing in eu-west-1 overlaps existing network vpc-1 172.16.0.0/16 of ${other} in eu-west-1`,
        'use existing networks whose blocks differ',
      ]),
    );
  });

  test('says so when no block of that size is free', () => {
    const sound = soundSystem({ production: { cidr: '10.0.0.0/8' } });
    add(sound, 'staging', { cidr: '10.0.0.0/8' });

    expect(breaches(sound.system, 'NET-001').map(({ fix }) => fix)).toStrictEqual([
      'set cidr of staging to a block outside of those taken',
    ]);
  });

  test('finds nothing more where a block cannot be read', () => {
    const sound = soundSystem();
    add(sound, 'staging', { cidr: '10.0.0.0/33', releases: sound.production.releases });

    expect(rulesBroken(sound.system)).toStrictEqual(['DCL-006']);
  });
});
