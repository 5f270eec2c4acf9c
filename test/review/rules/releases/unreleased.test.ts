import { unreleased } from '../../../../lib/review/rules/releases/unreleased';
import { DIGEST, soundSystem } from '../../../support/systems';

test('unreleased names services and the regions in which they have no digest', () => {
  const { web, orders, production } = soundSystem({
    production: {
      regions: ['eu-west-1', 'us-east-1'],
      releases: { web: { 'us-east-1': DIGEST } },
    },
  });

  expect(unreleased([orders, web], production)).toStrictEqual([
    { service: orders, regions: ['eu-west-1', 'us-east-1'], everywhere: true },
    { service: web, regions: ['eu-west-1'], everywhere: false },
  ]);
});
