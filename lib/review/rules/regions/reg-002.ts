import { RDS_AUTHORITIES, rdsAuthorities } from '../../../plan/rds-authorities';
import { postgresRole } from '../../../plan/store-plan';
import { defineRule } from '../../rule';

/** The certificates of RDS in a region are at hand. */
export const REG_002 = defineRule(
  {
    id: 'REG-002',
    title: 'the certificates of RDS in a region are at hand',
    severity: 'warning',
    rationale:
      'Databases are only spoken to after their certificate is verified, and RDS signs with authorities of its own in each region. Those of most regions are packaged; in another the job that prepares a database waits until people have put them there.',
    formula: 'the authorities of each region in which a database is written are packaged',
    example: 'ca-west-1 is newer than the packaged certificates',
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html',
  },
  function* ({ view, environments }) {
    for (const environment of environments) {
      for (const region of new Set(environment.regions)) {
        if (rdsAuthorities(region) !== undefined) continue;
        const contexts = view.stores.flatMap((store) => {
          const role =
            store.kind === 'PostgresDatabase' && postgresRole(environment, region, store);
          const owner = view.services.find(({ name }) => name === store.owner.name);
          return role === 'regional' || role === 'writer' ? (owner?.context.name ?? []) : [];
        });
        if (contexts.length === 0) continue;
        const namespaces = [...new Set(contexts)].sort().join(', ');
        yield {
          path: environment.node.path,
          problem: `the certificates of RDS in ${region} are not packaged, and databases are written there`,
          numbers: { region, namespaces },
          fix: `put ${region}-bundle.pem of truststore.pki.rds.amazonaws.com under key ${RDS_AUTHORITIES.key} into a ConfigMap ${RDS_AUTHORITIES.configMap} of each of the namespaces ${namespaces}`,
        };
      }
    }
  },
);
