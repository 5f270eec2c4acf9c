import { parseCidr, type Cidr } from '../core/cidr';
import { NAME_RULES, nameProblem } from '../core/names';
import { CLASSIFICATIONS, isClassification } from './classification';
import { report, type Entity } from './declaration';
import { checkIdentityProvider, type IdentityProvider } from './identity-provider';
import { isRegion } from './regions';
import { environmentNameProblem } from './reserved-names';
import { isDigest, type Releases } from './releases';

/** What of an environment is checked when it is declared. */
export interface DeclaredEnvironment extends Entity {
  readonly account: string;
  readonly protection: string;
  readonly regions: readonly string[];
  readonly waves: readonly (readonly string[])[];
  readonly cidr: string;
  readonly releases: Releases;
  readonly administrators: readonly string[];
  readonly domain: string;
  readonly edge: string;
  readonly kubernetesVersion: string;
  readonly data: Readonly<Record<string, readonly string[]>>;
  readonly identityProvider?: IdentityProvider;
}

/** AWS lets a VPC be at most this large. */
const REGION_PREFIX = 16;
const ROLE_ARN = /^arn:aws:iam::\d{12}:role\/[\w+=,.@/-]+$/;

/**
 * Reports what is wrong with an environment by itself.
 *
 * @param ownDomain whether its domain was said, and does not follow from names that are checked already
 */
export function checkEnvironment(environment: DeclaredEnvironment, ownDomain: boolean): void {
  checkName(environment);
  checkAccount(environment);
  checkRegions(environment);
  checkWaves(environment);
  checkBlock(environment);
  checkReleases(environment);
  checkDomain(environment, ownDomain);
  checkTexts(environment);
  checkPrefix(environment);
  checkData(environment);
  if (environment.identityProvider)
    checkIdentityProvider(environment, environment.identityProvider);
}

function checkName(environment: DeclaredEnvironment): void {
  const reserved = environmentNameProblem(environment.name);
  if (reserved !== undefined)
    report(environment, 'DCL-001', reserved, 'name the environment after what it is for');
}

/** Reports a region that is none of an environment's. */
export function reportForeignRegion(environment: DeclaredEnvironment, what: string): void {
  const { name, regions } = environment;
  report(
    environment,
    'DCL-005',
    `${what}, which is not a region of ${name}`,
    regions.length === 0
      ? `add it to the regions of ${name}`
      : `use one of ${[...new Set(regions)].join(', ')}`,
  );
}

/** Reads an address block, or reports why it is none. */
export function readBlock(scope: Entity, property: string, text: string): Cidr | undefined {
  const read = parseCidr(text);
  if (read.ok) return read.value;
  report(scope, 'DCL-006', `${property} ${read.problem}`, read.fix);
  return undefined;
}

/** Whether a text is the ARN of an IAM role. */
export function isRoleArn(text: string): boolean {
  return ROLE_ARN.test(text);
}

function checkAccount(environment: DeclaredEnvironment): void {
  const { account, administrators, protection } = environment;
  for (const role of administrators) {
    if (isRoleArn(role)) continue;
    report(
      environment,
      'DCL-012',
      `administrator '${role}' is not the ARN of a role`,
      'write it like arn:aws:iam::111122223333:role/platform-administrator',
    );
  }
  // Anything else would be taken for disposable.
  if (protection !== 'retain' && protection !== 'disposable')
    report(
      environment,
      'DCL-012',
      `protection is '${protection}'`,
      "set it to 'retain' or 'disposable'",
    );
  if (/^\d{12}$/.test(account)) return;
  report(
    environment,
    'DCL-007',
    `account '${account}' is not twelve digits`,
    'write it like 111122223333',
  );
}

/** What names keep of their beginning when they are cut: what belongs to an environment is told by it. */
const MAX_PREFIX = 30;

function checkPrefix(environment: DeclaredEnvironment): void {
  const prefix = `${environment.node.root.node.id}-${environment.name}`;
  if (prefix.length <= MAX_PREFIX) return;
  report(
    environment,
    'DCL-001',
    `system and environment make '${prefix}' of ${prefix.length} characters, names of their resources keep ${MAX_PREFIX}`,
    'shorten one of them',
    { length: prefix.length, max: MAX_PREFIX },
  );
}

function checkDomain(environment: DeclaredEnvironment, ownDomain: boolean): void {
  const { domain } = environment;
  if (!ownDomain && domain.length <= NAME_RULES.route53Name.max) return;
  const bad = nameProblem(domain, 'route53Name');
  if (bad !== undefined)
    report(environment, 'DCL-001', `domain ${bad}`, 'write it like staging.shop.example.com');
}

function checkTexts(environment: DeclaredEnvironment): void {
  const { edge, kubernetesVersion } = environment;
  if (!['cloudfront', 'none'].includes(edge))
    report(environment, 'DCL-012', `edge is '${edge}'`, "set it to 'cloudfront' or 'none'");
  if (!/^1\.\d+$/.test(kubernetesVersion))
    report(
      environment,
      'DCL-012',
      `kubernetesVersion is '${kubernetesVersion}', which is not a minor version`,
      "write it like '1.35'",
    );
}

function checkRegions(environment: DeclaredEnvironment): void {
  const { regions } = environment;
  if (regions.length === 0)
    report(environment, 'DCL-005', 'regions is empty', 'name at least one region');
  for (const region of new Set(regions)) {
    if (!isRegion(region))
      report(environment, 'DCL-005', `'${region}' is not an AWS region`, 'write it like eu-west-1');
  }
  for (const region of repeated(regions))
    report(environment, 'DCL-002', `region '${region}' is named twice`, 'name it once');
}

function checkWaves(environment: DeclaredEnvironment): void {
  const regions = new Set(environment.regions);
  const waved = environment.waves.flat();
  const foreign = [...new Set(waved)].filter((region) => !regions.has(region));
  const missing = [...regions].filter((region) => !waved.includes(region));
  for (const region of foreign) reportForeignRegion(environment, `waves name '${region}'`);
  for (const region of repeated(waved))
    report(environment, 'DCL-010', `region '${region}' is in two waves`, 'keep it in one');
  // A misspelt region is missing too: that is one mistake, not two.
  if (missing.length <= foreign.length) return;
  for (const region of missing)
    report(environment, 'DCL-010', `region '${region}' is in no wave`, 'add it to a wave');
}

function checkBlock(environment: DeclaredEnvironment): void {
  const block = readBlock(environment, 'cidr', environment.cidr);
  if (block === undefined) return;
  const regions = new Set(environment.regions).size;
  const slots = block.prefix > REGION_PREFIX ? 0 : 2 ** (REGION_PREFIX - block.prefix);
  if (slots >= regions) return;
  const needed = REGION_PREFIX - Math.ceil(Math.log2(regions));
  report(
    environment,
    'DCL-006',
    `cidr '${environment.cidr}' holds ${slots} blocks of a /${REGION_PREFIX}, one for each of the ${regions} regions is needed`,
    `use a /${needed} or larger`,
    { slots, regions },
  );
}

function checkReleases(environment: DeclaredEnvironment): void {
  for (const [service, entry] of Object.entries(environment.releases)) {
    const digests = typeof entry === 'string' ? { default: entry } : entry;
    for (const [region, digest] of Object.entries(digests)) {
      if (region !== 'default' && !environment.regions.includes(region)) {
        reportForeignRegion(environment, `releases of ${service} name '${region}'`);
      }
      if (!isDigest(digest)) {
        report(
          environment,
          'DCL-008',
          `releases of ${service} say '${digest}', which is no digest`,
          'write it like sha256: and 64 hexadecimal digits',
        );
      }
    }
  }
}

function checkData(environment: DeclaredEnvironment): void {
  for (const [classification, regions] of Object.entries(environment.data)) {
    if (!isClassification(classification))
      report(
        environment,
        'DCL-012',
        `data names '${classification}', which is no class of data`,
        `use ${CLASSIFICATIONS.join(' or ')}`,
      );
    for (const region of new Set(regions)) {
      if (!environment.regions.includes(region))
        reportForeignRegion(environment, `data of class ${classification} may be in '${region}'`);
    }
  }
}

function repeated<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items.filter((item, index) => items.indexOf(item) !== index))];
}
