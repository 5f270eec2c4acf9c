import type { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import { BucketReplication, ObjectBucket, ReplicationLatencyAlarm } from '../lib/aws';
import {
  storeKey,
  type EnvironmentPlan,
  type GlobalBucketPlan,
  type RegionPlan,
} from '../lib/plan';
import { alarmActions, backupTags } from './shared-values';

/** What the buckets of a service are built into. */
export interface GlobalBucketSetting {
  /** The environment. */
  readonly plan: EnvironmentPlan;
  /** The team that is told. */
  readonly team: string;
  /** Gives the provider of a region; nothing for that of the stack. */
  readonly providerOf: (region: string) => TerraformProvider | undefined;
}

/** A bucket that was made, and where. */
interface MadeBucket {
  readonly at: RegionPlan;
  readonly bucket: ObjectBucket;
}

/**
 * Builds the bucket of each region and what copies objects between them. Alarms stand where S3 measures, failures where
 * objects come from and delays where copies arrive, and each tells the team in its own region.
 */
export function addGlobalBucket(
  scope: Construct,
  { name, parts }: GlobalBucketPlan,
  setting: GlobalBucketSetting,
): void {
  const { plan, providerOf } = setting;
  const key = storeKey({ kind: 'ObjectBucket', name });
  const made = new Map(
    parts.flatMap(({ region, bucket }): readonly [string, MadeBucket][] => {
      const at = plan.regions.find((other) => other.region === region);
      if (at === undefined) return [];
      const built = new ObjectBucket(scope, `${region}-${key}`, {
        name: bucket.bucket,
        protection: plan.protection,
        tags: backupTags(at),
        provider: providerOf(region),
      });
      return [[region, { at, bucket: built }]];
    }),
  );
  for (const { region, bucket } of parts) {
    const source = made.get(region);
    if (source === undefined || bucket.copies === undefined) continue;
    const targets = bucket.copies.regions.flatMap((other) => made.get(other) ?? []);
    addCopies(scope, `${region}-${key}-copies`, bucket.copies.role, source, targets, setting);
  }
}

function addCopies(
  scope: Construct,
  id: string,
  roleName: string,
  { at, bucket: source }: MadeBucket,
  targets: readonly MadeBucket[],
  { team, providerOf }: GlobalBucketSetting,
): void {
  new BucketReplication(scope, id, {
    name: source.name,
    roleName,
    permissionsBoundaryArn: at.boundaryArn,
    source,
    destinations: targets.map(({ bucket }) => bucket),
    provider: providerOf(at.region),
    alarmActionArns: alarmActions(at, team),
  });
  for (const target of targets)
    new ReplicationLatencyAlarm(scope, `${id}-to-${target.at.region}`, {
      name: source.name,
      sourceBucket: source.name,
      destinationBucket: target.bucket.name,
      provider: providerOf(target.at.region),
      alarmActionArns: alarmActions(target.at, team),
    });
}
