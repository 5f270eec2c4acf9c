/** What a mistake in a declaration is called and why it is one. */
export interface DeclarationRuleText {
  /** The rule in a few words. */
  readonly title: string;
  /** Why it stands. */
  readonly rationale: string;
  /** Where it is published. */
  readonly source: string;
}

const DESIGN = 'ARCHITECTURE.md of groundplan';

/** The rules that a declaration itself must keep, by id. */
export const DECLARATION_RULES = {
  'DCL-001': {
    title: 'names are accepted everywhere they are used',
    rationale:
      'A name in the model is published: it becomes part of Kubernetes objects, IAM roles, databases, buckets and topics, and must satisfy the strictest of them.',
    source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  },
  'DCL-002': {
    title: 'names are declared once',
    rationale: 'Two declarations of one name would be one resource with two owners.',
    source: DESIGN,
  },
  'DCL-003': {
    title: 'quantities are whole, positive and written with a unit',
    rationale:
      'A quantity is read exactly; what cannot be read exactly is refused instead of rounded.',
    source: DESIGN,
  },
  'DCL-004': {
    title: 'a call names an operation of the callee',
    rationale:
      'Routes, permissions and retries are derived from operations; an unknown one has none.',
    source: DESIGN,
  },
  'DCL-005': {
    title: 'regions are real and belong to the environment',
    rationale:
      'Stores, waves, releases and existing parts are placed by region; a region outside the environment has no stacks to hold them.',
    source: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
  },
  'DCL-006': {
    title: 'address blocks are well formed and hold all regions',
    rationale:
      "Each region's network takes its place in the environment's block, and a network cannot be renumbered in place.",
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
  },
  'DCL-007': {
    title: 'an account is twelve digits',
    rationale: 'Every provider is limited to its account; a malformed id would match none.',
    source: 'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html',
  },
  'DCL-008': {
    title: 'an image is a repository, and its version a digest in the releases file',
    rationale:
      'A tag can be moved after review; a digest cannot. The releases file is the one place that says what runs.',
    source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  },
  'DCL-009': {
    title: 'a topic is published by the service that owns it',
    rationale:
      'A topic belongs to its producer: only the owner may write to it, so that its schema has one author.',
    source: DESIGN,
  },
  'DCL-010': {
    title: 'waves cover every region once',
    rationale: 'A region in no wave is never released; a region in two is released twice.',
    source: DESIGN,
  },
  'DCL-011': {
    title: 'an acknowledgement says why and until when',
    rationale: 'A risk that is accepted without reason or end is forgotten, not accepted.',
    source: DESIGN,
  },
  'DCL-012': {
    title: 'values are well formed',
    rationale:
      'Configuration becomes environment variables, paths become routes, ids name what exists; what is malformed would be refused or never match.',
    source: 'https://pubs.opengroup.org/onlinepubs/9699919799/basedefs/V1_chap08.html',
  },
  'DCL-013': {
    title: 'what is named belongs to the same system',
    rationale:
      'A handle of another system, or one that is still undefined, points at nothing that could be planned together.',
    source: DESIGN,
  },
} as const satisfies Record<string, DeclarationRuleText>;

/** Id of a rule that a declaration itself must keep. */
export type DeclarationRule = keyof typeof DECLARATION_RULES;
