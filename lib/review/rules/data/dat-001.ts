import { defineRule } from '../../rule';

/** Data says where it lives. */
export const DAT_001 = defineRule(
  {
    id: 'DAT-001',
    title: 'in several regions, data says where it lives',
    severity: 'error',
    rationale:
      'Three independent databases are not a database in three regions: without a placement each region would have its own, and nobody would have decided which record is in which.',
    formula: 'every store and topic has a placement when an environment has more than one region',
    example:
      "production has three regions: placement: primary('eu-west-1', { readers: 'everywhere' })",
    source:
      'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/regions.html',
  },
  function* ({ view, environments }) {
    const several = environments.filter(({ regions }) => new Set(regions).size > 1);
    if (several.length === 0) return;
    const names = several.map(({ name }) => name).join(', ');
    for (const entity of [...view.stores, ...view.topics]) {
      if (entity.placement !== undefined) continue;
      yield {
        path: entity.node.path,
        problem: `placement is not declared, and more than one region is in ${names}`,
        numbers: { environments: names },
        fix: `set placement to ${OPTIONS[entity.kind]}`,
      };
    }
  },
);

const REGIONAL = "regional({ partitionedBy: 'customer home region' })";
const OPTIONS = {
  PostgresDatabase: `primary('<region>', { readers: 'everywhere' }) or ${REGIONAL}`,
  DynamoTable: `activeActive({ conflict: 'last-writer-wins' }) or ${REGIONAL}`,
  RedisCache: REGIONAL,
  ObjectBucket: `primary('<region>', { readers: 'everywhere' }), activeActive({ conflict: 'last-writer-wins' }) or ${REGIONAL}`,
  Topic: `primary('<region>', { readers: 'everywhere' }) or ${REGIONAL}`,
} as const;
