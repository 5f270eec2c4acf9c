import type { PolicyRule } from '../rule';
import { ENCRYPTION } from './encryption';
import { EXPOSURE } from './exposure';
import { LOGS } from './logs';
import { METADATA_SERVICE } from './metadata-service';
import { PERMISSIONS } from './permissions';
import { PROTECTION } from './protection';
import { TAGS } from './tags';
import { TRANSPORT } from './transport';

/** All rules, in the order of their ids. */
export const POLICY_RULES: readonly PolicyRule[] = [
  ENCRYPTION,
  PERMISSIONS,
  METADATA_SERVICE,
  LOGS,
  PROTECTION,
  EXPOSURE,
  TAGS,
  TRANSPORT,
];
