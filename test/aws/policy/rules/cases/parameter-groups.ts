import { DbParameterGroup } from '@cdktf/provider-aws/lib/db-parameter-group';
import { DocdbClusterParameterGroup } from '@cdktf/provider-aws/lib/docdb-cluster-parameter-group';
import { RdsClusterParameterGroup } from '@cdktf/provider-aws/lib/rds-cluster-parameter-group';
import type { Case } from '../../judged';

/** What the rule says of parameters that admit plain text. */
export const PARAMETER_CASES: readonly Case[] = [
  {
    type: 'aws_rds_cluster_parameter_group',
    fine: (stack) =>
      new RdsClusterParameterGroup(stack, 'R', {
        family: 'aurora-postgresql17',
        parameter: [{ name: 'rds.force_ssl', value: '1' }],
      }),
    breach: (stack) =>
      new RdsClusterParameterGroup(stack, 'R', {
        family: 'aurora-postgresql17',
        parameter: [{ name: 'rds.force_ssl', value: '0' }],
      }),
    says: `parameter rds.force_ssl is "0", which admits plain text; set it to '1'`,
  },
  {
    type: 'aws_db_parameter_group',
    fine: (stack) => new DbParameterGroup(stack, 'R', { family: 'mysql8.4' }),
    breach: (stack) =>
      new DbParameterGroup(stack, 'R', {
        family: 'mysql8.4',
        parameter: [{ name: 'require_secure_transport', value: 'OFF' }],
      }),
    says: `parameter require_secure_transport is "OFF", which admits plain text; set it to 'ON'`,
  },
  {
    type: 'aws_docdb_cluster_parameter_group',
    fine: (stack) =>
      new DocdbClusterParameterGroup(stack, 'R', {
        family: 'docdb5.0',
        parameter: [{ name: 'tls', value: 'enabled' }],
      }),
    breach: (stack) =>
      new DocdbClusterParameterGroup(stack, 'R', {
        family: 'docdb5.0',
        parameter: [{ name: 'tls', value: 'disabled' }],
      }),
    says: `parameter tls is "disabled", which admits plain text; set it to 'enabled'`,
  },
];
