import { fitName } from '../core/names';
import type { Environment } from '../model/environment';
import type { Region } from '../model/regions';
import type { OnCall, Team } from '../model/team';
import { alarmTopicArn, alarmTopicName, type Place } from './naming';

/** Whom alarms of the layers that all teams share are sent to. */
export const PLATFORM = 'platform';

/** Where a team hears of alarms in a region. */
export interface AlarmTopicPlan {
  /** The team; `platform` for what all share. */
  readonly team: string;
  /** Name of the topic. */
  readonly name: string;
  /** ARN of the topic. */
  readonly arn: string;
  /** Who is told, where it was said. */
  readonly onCall?: OnCall;
}

/** How a region's data is backed up. */
export interface BackupPlan {
  /** Name of the vault. */
  readonly vault: string;
  /** Days that a backup is kept. */
  readonly retentionDays: number;
  /** Where each backup is copied: the next region of the environment. */
  readonly copyTo?: { readonly region: Region; readonly vaultArn: string };
}

/** What people need to run a region. */
export interface OperationsPlan {
  /** Topics of alarms, by team. */
  readonly alarmTopics: readonly AlarmTopicPlan[];
  /** Backups; what may be lost has none. */
  readonly backup?: BackupPlan;
}

/** Days that backups are kept: as long as the databases' own, which is the most AWS restores to the second. @see https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html */
const RETENTION_DAYS = 35;

/** Plans what people need to run a region. */
export function planOperations(
  environment: Environment,
  region: Region,
  place: Place,
  teams: readonly Team[],
): OperationsPlan {
  const onCall = new Map(teams.map((team) => [team.name, team.onCall]));
  const names = [...new Set([...onCall.keys(), PLATFORM])].sort();
  return {
    alarmTopics: names.map((team) => {
      const told = onCall.get(team);
      return {
        team,
        name: alarmTopicName(place, team),
        arn: alarmTopicArn(place, team),
        ...(told !== undefined && { onCall: told }),
      };
    }),
    ...(environment.protection === 'retain' && {
      backup: planBackup(environment, region, place),
    }),
  };
}

function planBackup({ regions }: Environment, region: Region, place: Place): BackupPlan {
  const vault = fitName([place.system, place.environment], 'backupVault');
  const next = regions[(regions.indexOf(region) + 1) % regions.length];
  return {
    vault,
    retentionDays: RETENTION_DAYS,
    ...(next !== undefined &&
      next !== region && {
        copyTo: {
          region: next,
          vaultArn: `arn:aws:backup:${next}:${place.account}:backup-vault:${vault}`,
        },
      }),
  };
}
