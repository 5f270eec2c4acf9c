import { compareText } from '../../core/finding';
import type { Rule } from '../rule';
import { ARC_001 } from './architecture/arc-001';
import { ARC_002 } from './architecture/arc-002';
import { ARC_003 } from './architecture/arc-003';
import { EKS_001 } from './clusters/eks-001';
import { EKS_002 } from './clusters/eks-002';
import { CFG_001 } from './config/cfg-001';
import { DAT_001 } from './data/dat-001';
import { DAT_002 } from './data/dat-002';
import { DAT_003 } from './data/dat-003';
import { DAT_004 } from './data/dat-004';
import { DB_001 } from './databases/db-001';
import { DB_002 } from './databases/db-002';
import { DB_003 } from './databases/db-003';
import { EDG_001 } from './edge/edg-001';
import { KFK_001 } from './kafka/kfk-001';
import { KFK_002 } from './kafka/kfk-002';
import { KFK_003 } from './kafka/kfk-003';
import { NET_001 } from './network/net-001';
import { NET_002 } from './network/net-002';
import { NET_003 } from './network/net-003';
import { NET_004 } from './network/net-004';
import { NET_005 } from './network/net-005';
import { REG_001 } from './regions/reg-001';
import { REG_002 } from './regions/reg-002';
import { REL_001 } from './releases/rel-001';
import { REL_002 } from './releases/rel-002';
import { REL_003 } from './releases/rel-003';
import { RTY_001 } from './retries/rty-001';
import { RTY_002 } from './retries/rty-002';
import { RTY_003 } from './retries/rty-003';
import { SLO_001 } from './slo/slo-001';
import { TMO_001 } from './timeouts/tmo-001';
import { TMO_002 } from './timeouts/tmo-002';
import { TMO_003 } from './timeouts/tmo-003';
import { TMO_004 } from './timeouts/tmo-004';

/** All rules, by id. */
export const RULES: readonly Rule[] = [
  ...[ARC_001, ARC_002, ARC_003, CFG_001, DAT_001, DAT_002, DAT_003, DAT_004],
  ...[DB_001, DB_002, DB_003, EDG_001, EKS_001, EKS_002],
  ...[KFK_001, KFK_002, KFK_003, NET_001, NET_002, NET_003, NET_004, NET_005],
  ...[REG_001, REG_002, REL_001, REL_002, REL_003],
  ...[RTY_001, RTY_002, RTY_003, SLO_001, TMO_001, TMO_002, TMO_003, TMO_004],
].sort((a, b) => compareText(a.id, b.id));
