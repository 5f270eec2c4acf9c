import { join } from 'node:path';
import { unknownProblems, type EmulatedCloud } from '../emulated-cloud';
import { excerptOf } from '../excerpt';
import { countIn } from '../plan-changes';
import { problemsOf } from '../stacks-life';
import { objectAt, type Json, type StackFile } from '../../stack-files';
import { surviveInterruption, surviveKill } from './interrupted';
import { surviveLostAnswers, type LostAnswer } from './lost-answers';
import { surviveOverload } from './overloaded';
import {
  apply,
  command,
  isWhole,
  kindsNow,
  leftNow,
  mergeStacks,
  openScene,
  takeDown,
  withRetries,
  type Scene,
} from './scene';

/** What is told when faults come. */
export interface FaultStory {
  /** The cloud. */
  readonly cloud: EmulatedCloud;
  /** The stacks of which parts are taken. */
  readonly stacks: readonly StackFile[];
  /** An empty folder. */
  readonly folder: string;
  /** Told what is being done. */
  readonly progress: (text: string) => void;
}

/** What came of it. */
export interface FaultOutcome {
  readonly problems: readonly string[];
  readonly notes: readonly string[];
  /** Ways to fail that were tried. */
  readonly faults: number;
}

/** What is taken, of which stack the first of which types: what has a name of its own, and what has none. */
const PARTS = [
  ['svc-shipping-service', ['aws_dynamodb_table', 'aws_secretsmanager_secret']],
  ['operations', ['aws_sns_topic']],
  ['cluster', ['aws_cloudwatch_log_group']],
  ['network', ['aws_vpc']],
  ['identity', ['aws_iam_role']],
] as const;
/** What is true of each when its answer is lost, by what the services themselves promise. */
const LOST: readonly LostAnswer[] = [
  { service: 'sns', operation: 'CreateTopic', type: 'aws_sns_topic', then: 'same' },
  { service: 'dynamodb', operation: 'CreateTable', type: 'aws_dynamodb_table', then: 'refused' },
  { service: 'iam', operation: 'CreateRole', type: 'aws_iam_role', then: 'refused' },
  {
    service: 'logs',
    operation: 'CreateLogGroup',
    type: 'aws_cloudwatch_log_group',
    then: 'refused',
  },
  { service: 'kms', operation: 'CreateKey', type: 'aws_kms_key', then: 'second' },
  { service: 'ec2', operation: 'CreateVpc', type: 'aws_vpc', then: 'second' },
];
/** As often as the provider itself tries in a real account. */
const RETRIES = 25;

/** Without a fault, overloaded, interrupted, killed, and with answers lost: each ends in the same whole. */
export async function tellFaults({
  cloud,
  stacks,
  folder,
  progress,
}: FaultStory): Promise<FaultOutcome> {
  const stack = partsOf(stacks);
  const scene = await openScene(stack, { cloud, progress, folder: join(folder, 'quick') });
  const nothing = await leftNow(scene);
  progress('applying without a fault');
  const first = await apply(scene);
  if (first.code !== 0) return failed(problemsOf(stack.name, 'apply', first));
  const wanted = await kindsNow(scene);
  const problems = [
    ...(await stateProblems(scene, stack.content)),
    ...(await isWhole(scene, wanted)),
    ...(await takeDown(scene, nothing)),
  ];
  if (problems.length > 0) return failed(problems);

  problems.push(...(await surviveOverload(scene, wanted, LOST)));

  const patient = await withRetries(scene, stack.content, join(folder, 'patient'), RETRIES);
  const stuck = { service: 'dynamodb', operation: 'CreateTable' };
  problems.push(...(await surviveInterruption(patient, wanted, stuck)));

  const identify = (address: string): string | undefined => nameOf(stack.content, address);
  problems.push(...(await surviveKill(patient, wanted, stuck, LOST, identify)));
  const found = await surviveLostAnswers(scene, wanted, LOST, identify);
  problems.push(...found.problems);
  problems.push(...(await unknownProblems(cloud.emulator)));
  return { problems, notes: found.notes, faults: 3 * LOST.length + 3 };
}

/** Parts of the stacks, as one stack. */
export function partsOf(stacks: readonly StackFile[]): Omit<StackFile, 'folder'> {
  const parts = PARTS.map(([layer, types]) => {
    const stack = stacks.find(({ name }) => name.endsWith(`-${layer}`));
    if (stack === undefined)
      throw new Error(`no stack ends in -${layer}; take the part of another in fault-story.ts`);
    const firsts = types.map((type) => {
      const [first] = Object.keys(objectAt(objectAt(stack.content, 'resource'), type)).sort();
      return `${type}.${first ?? ''}`;
    });
    const content = excerptOf(stack.content, (type, name) => firsts.includes(`${type}.${name}`));
    return { name: stack.name, content };
  });
  return mergeStacks(
    parts[0]?.name ?? 'parts',
    parts.map(({ content }) => content),
  );
}

/** What resources made by name are imported by. */
function nameOf(content: Json, address: string): string | undefined {
  const [type = '', name = ''] = address.split('.');
  const value = objectAt(objectAt(objectAt(content, 'resource'), type), name)['name'];
  return typeof value === 'string' ? value : undefined;
}

/** Whether the state in the bucket has all that was asked for. */
async function stateProblems(scene: Scene, content: Json): Promise<readonly string[]> {
  const { stdout } = await command(scene, ['state', 'pull']);
  const resources = objectAt(content, 'resource');
  const asked = Object.keys(resources).reduce(
    (sum, type) => sum + Object.keys(objectAt(resources, type)).length,
    0,
  );
  const kept = countIn(stdout);
  if (kept === asked) return [];
  return [`[${scene.name}] the state has ${kept} resources of ${asked}; write all of them down`];
}

function failed(problems: readonly string[]): FaultOutcome {
  return { problems, notes: [], faults: 0 };
}
