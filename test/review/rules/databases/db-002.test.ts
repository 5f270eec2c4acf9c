import { soundSystem } from '../../../support/systems';
import { breaches, rulesBroken } from '../../breaches';

const sized = (instanceClass: string) => {
  const { system, production, database } = soundSystem();
  production.size(database, { instanceClass });
  return system;
};

describe('DB-002', () => {
  test('accepts a class that is known', () => {
    expect(breaches(sized('db.r8g.xlarge'), 'DB-002')).toStrictEqual([]);
  });

  test.each(['db.r8.xlarge', 'constructor'])(
    'refuses %s and lists those known',
    (instanceClass) => {
      const [found, ...others] = breaches(sized(instanceClass), 'DB-002');

      expect(others).toStrictEqual([]);
      expect(found).toMatchObject({
        path: 'shop/Environment.production',
        problem: `instanceClass of orders of orders is '${instanceClass}', which is not known`,
        numbers: { instanceClass },
      });
      expect(found?.fix).toMatch(/^use one of db\.t4g\.medium, .*, db\.r8g\.8xlarge$/);
    },
  );

  test('knows classes that RDS has and Aurora has not', () => {
    const { system, production, database } = soundSystem();
    production.size(database, { engine: 'rds', instanceClass: 'db.m7g.large' });

    expect(breaches(system, 'DB-002')).toStrictEqual([]);
    expect(breaches(sized('db.m7g.large'), 'DB-002')).toMatchObject([
      { problem: "instanceClass of orders of orders is 'db.m7g.large', which is not known" },
    ]);
  });

  test('has nothing against a database without class', () => {
    const { system, production, database } = soundSystem();
    production.size(database, { capacity: { min: 1, max: 8 } });

    expect(breaches(system, 'DB-002')).toStrictEqual([]);
  });

  test('is the one finding of a class that is not known', () => {
    expect(rulesBroken(sized('db.r8.xlarge'))).toStrictEqual(['DB-002']);
  });
});
