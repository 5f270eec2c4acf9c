import { compareText } from '../../core/finding';
import type { Rule } from '../rule';
import { ARC_001 } from './architecture/arc-001';
import { ARC_002 } from './architecture/arc-002';
import { ARC_003 } from './architecture/arc-003';
import { ARC_004 } from './architecture/arc-004';
import { ARC_005 } from './architecture/arc-005';
import { ARC_006 } from './architecture/arc-006';
import { CAP_001 } from './capacity/cap-001';
import { CAP_002 } from './capacity/cap-002';
import { CAP_003 } from './capacity/cap-003';
import { CAP_004 } from './capacity/cap-004';
import { CAP_005 } from './capacity/cap-005';
import { CAP_006 } from './capacity/cap-006';
import { EKS_001 } from './clusters/eks-001';
import { EKS_002 } from './clusters/eks-002';
import { CFG_001 } from './config/cfg-001';
import { CON_001 } from './contracts/con-001';
import { CON_002 } from './contracts/con-002';
import { CON_003 } from './contracts/con-003';
import { CON_004 } from './contracts/con-004';
import { CON_005 } from './contracts/con-005';
import { CON_010 } from './contracts/con-010';
import { CON_011 } from './contracts/con-011';
import { CON_012 } from './contracts/con-012';
import { CTX_001 } from './contexts/ctx-001';
import { CTX_002 } from './contexts/ctx-002';
import { COST_001 } from './cost/cost-001';
import { DAT_001 } from './data/dat-001';
import { DAT_002 } from './data/dat-002';
import { DAT_003 } from './data/dat-003';
import { DAT_004 } from './data/dat-004';
import { DB_001 } from './databases/db-001';
import { DB_002 } from './databases/db-002';
import { DB_003 } from './databases/db-003';
import { DIS_001 } from './disruption/dis-001';
import { DIS_002 } from './disruption/dis-002';
import { EDG_001 } from './edge/edg-001';
import { KFK_001 } from './kafka/kfk-001';
import { KFK_002 } from './kafka/kfk-002';
import { KFK_003 } from './kafka/kfk-003';
import { KFK_004 } from './kafka/kfk-004';
import { KFK_005 } from './kafka/kfk-005';
import { KFK_006 } from './kafka/kfk-006';
import { KFK_007 } from './kafka/kfk-007';
import { KFK_008 } from './kafka/kfk-008';
import { KFK_009 } from './kafka/kfk-009';
import { NET_001 } from './network/net-001';
import { NET_002 } from './network/net-002';
import { NET_003 } from './network/net-003';
import { NET_004 } from './network/net-004';
import { NET_005 } from './network/net-005';
import { OWN_001 } from './owners/own-001';
import { REG_001 } from './regions/reg-001';
import { REG_002 } from './regions/reg-002';
import { REL_001 } from './releases/rel-001';
import { REL_002 } from './releases/rel-002';
import { REL_003 } from './releases/rel-003';
import { RTY_001 } from './retries/rty-001';
import { RTY_002 } from './retries/rty-002';
import { RTY_003 } from './retries/rty-003';
import { RTY_004 } from './retries/rty-004';
import { SLO_001 } from './slo/slo-001';
import { SLO_002 } from './slo/slo-002';
import { SLO_003 } from './slo/slo-003';
import { SLO_004 } from './slo/slo-004';
import { SLO_010 } from './slo/slo-010';
import { SLO_011 } from './slo/slo-011';
import { TEAM_001 } from './teams/team-001';
import { TEAM_002 } from './teams/team-002';
import { TEAM_003 } from './teams/team-003';
import { TMO_001 } from './timeouts/tmo-001';
import { TMO_002 } from './timeouts/tmo-002';
import { TMO_003 } from './timeouts/tmo-003';
import { TMO_004 } from './timeouts/tmo-004';
import { TMO_005 } from './timeouts/tmo-005';
import { TMO_006 } from './timeouts/tmo-006';

/** All rules, by id. */
export const RULES: readonly Rule[] = [
  ...[ARC_001, ARC_002, ARC_003, ARC_004, ARC_005, ARC_006],
  ...[CAP_001, CAP_002, CAP_003, CAP_004, CAP_005, CAP_006],
  ...[CFG_001],
  ...[CON_001, CON_002, CON_003, CON_004, CON_005, CON_010, CON_011, CON_012],
  ...[COST_001],
  ...[CTX_001, CTX_002],
  ...[DAT_001, DAT_002, DAT_003, DAT_004],
  ...[DB_001, DB_002, DB_003],
  ...[DIS_001, DIS_002],
  ...[EDG_001],
  ...[EKS_001, EKS_002],
  ...[KFK_001, KFK_002, KFK_003, KFK_004, KFK_005, KFK_006, KFK_007, KFK_008, KFK_009],
  ...[NET_001, NET_002, NET_003, NET_004, NET_005],
  ...[OWN_001],
  ...[REG_001, REG_002],
  ...[REL_001, REL_002, REL_003],
  ...[RTY_001, RTY_002, RTY_003, RTY_004],
  ...[SLO_001, SLO_002, SLO_003, SLO_004, SLO_010, SLO_011],
  ...[TEAM_001, TEAM_002, TEAM_003],
  ...[TMO_001, TMO_002, TMO_003, TMO_004, TMO_005, TMO_006],
].sort((a, b) => compareText(a.id, b.id));
