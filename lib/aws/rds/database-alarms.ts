import { Token } from 'cdktf';
import { Construct } from 'constructs';
import type { AlarmProps } from '../cloudwatch/alarm';
import { Alarm } from '../cloudwatch/alarm';
import { GIB } from './instance-class';

/** An alarm on a metric of RDS, before it is said of which database. */
export type DatabaseAlarm = Omit<AlarmProps, 'name' | 'namespace' | 'dimensions' | 'actionArns'> & {
  /** What the alarm is about: the end of its name. */
  readonly what: string;
};

/** What `DatabaseAlarms` are made of. */
export interface DatabaseAlarmsProps {
  /** Name of the database; the alarms' names begin with it. */
  readonly name: string;
  /** What the metrics are measured of: an instance, or all instances of a cluster. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** The alarms, by their ids. */
  readonly alarms: Readonly<Record<string, DatabaseAlarm>>;
  /**
   * ARNs of what the alarms notify.
   * @default - none: the alarms are only seen
   */
  readonly actionArns?: readonly string[];
}

/** Per cent of processor time and of connections above which waiting times grow quickly. */
const BUSY = 80;
/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html#RDS */
const FREE_MEMORY = 0.05;
/** Of a cluster the worst instance counts, minute by minute: an average would hide a writer at its limit behind idle readers. */
const QUARTER_OF_AN_HOUR = { periodSeconds: 60, periods: 15 } as const;

/** Alarms of a database. */
export class DatabaseAlarms extends Construct {
  public constructor(scope: Construct, id: string, props: DatabaseAlarmsProps) {
    super(scope, id);
    for (const [alarmId, { what, ...alarm }] of Object.entries(props.alarms)) {
      new Alarm(this, alarmId, {
        ...alarm,
        name: `${props.name}-${what}`,
        namespace: 'AWS/RDS',
        dimensions: props.dimensions,
        actionArns: props.actionArns,
      });
    }
  }
}

/** Alarms every PostgreSQL database has, as far as connections and memory of its instances are known. */
export function commonAlarms(
  name: string,
  maxConnections: number | undefined,
  memoryGiB: number | undefined,
): Readonly<Record<string, DatabaseAlarm>> {
  return {
    Cpu: {
      what: 'cpu',
      description: `Database ${name} is short of processor time: look for expensive statements, then take larger instances`,
      metric: 'CPUUtilization',
      statistic: 'Maximum',
      when: 'above',
      threshold: BUSY,
      ...QUARTER_OF_AN_HOUR,
    },
    ...(maxConnections !== undefined &&
      !Token.isUnresolved(maxConnections) && {
        Connections: {
          what: 'connections',
          description: `Database ${name} is running out of connections: look for clients that leak them, then make pools smaller`,
          metric: 'DatabaseConnections',
          statistic: 'Maximum',
          when: 'above',
          threshold: Math.floor((maxConnections * BUSY) / 100),
          ...QUARTER_OF_AN_HOUR,
        },
      }),
    ...(memoryGiB !== undefined && {
      Memory: {
        what: 'memory',
        description: `Database ${name} is running out of memory: have fewer connections, or take larger instances`,
        metric: 'FreeableMemory',
        statistic: 'Minimum',
        when: 'below',
        threshold: Math.floor(memoryGiB * GIB * FREE_MEMORY),
        ...QUARTER_OF_AN_HOUR,
      },
    }),
  };
}
