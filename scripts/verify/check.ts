/** Something `npm run verify` proves of the output with a part that nobody here wrote. */
export interface Check {
  /** How it is asked for, for example `terraform-validate`. */
  readonly name: string;
  /** The real part that judges, for example `Terraform and the AWS provider`. */
  readonly part: string;
  /** What it proves, one sentence. */
  readonly proves: string;
  /** Whether `--quick` runs it. */
  readonly quick: boolean;
  /** It fails when it takes longer. */
  readonly boundSeconds: number;
  /** It fails when this process and all that it started need more memory at one time. */
  readonly boundMiB: number;
  /**
   * Judges.
   *
   * @throws MissingPart when this machine lacks something: the check is skipped, and the reason shown
   */
  readonly run: (context: CheckContext) => Promise<Outcome>;
}

/** What a check is given. */
export interface CheckContext {
  /** The repository. */
  readonly root: string;
  /** The synthesised stacks, a folder each. */
  readonly stacks: string;
  /** The manifests, `<environment>/<region>/<chart>.k8s.yaml`. */
  readonly charts: string;
  /** An empty folder of its own, deleted afterwards. */
  readonly folder: string;
  /** The environment variables. */
  readonly environment: NodeJS.ProcessEnv;
  /** Whether only the quick part of a long check is wanted. */
  readonly quick: boolean;
  /** Tells what it is doing; call it at least every few seconds of work. */
  readonly progress: (text: string) => void;
}

/** What came of a check that could run. */
export interface Outcome {
  /** What is wrong, a line each; nothing is wrong when there is none. */
  readonly problems: readonly string[];
  /** The one figure to remember, for example `84 stacks`. */
  readonly figure: string;
  /** The versions of the parts that judged, for example `terraform 1.11.4, hashicorp/aws 5.100.0`. */
  readonly versions: string;
  /** What else is worth telling, a line each. */
  readonly notes?: readonly string[];
}
