/** What a mistake in a declaration is called and why it is one. */
export interface DeclarationRuleText {
  /** The rule in a few words. */
  readonly title: string;
  /** Why it stands. */
  readonly rationale: string;
  /** What is compared with what. */
  readonly formula: string;
  /** The formula with a declaration that breaks it. */
  readonly example: string;
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
    formula:
      'length and characters of the name within every rule of lib/core/names.ts that applies to what is made of it',
    example:
      "new Service(ordering, 'Order_Service', ...) is refused, because a Kubernetes Service takes neither capitals nor underscores; 'order-service' is accepted",
    source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  },
  'DCL-002': {
    title: 'names are declared once',
    rationale: 'Two declarations of one name would be one resource with two owners.',
    formula:
      'declarations of one kind and name in a system <= 1; stores are counted for each service, hyphens left out',
    example:
      "two services 'orders' are refused, and so are the tables 'order-lines' and 'orderlines' of one service",
    source: DESIGN,
  },
  'DCL-003': {
    title: 'quantities are whole, positive and written with a unit',
    rationale:
      'A quantity is read exactly; what cannot be read exactly is refused instead of rounded.',
    formula: 'the text is digits and a known unit, whole in the base unit, and min <= value <= max',
    example: "timeout: '60 ms' and cpu: '0.0001' are refused; '60ms' and '250m' are accepted",
    source: DESIGN,
  },
  'DCL-004': {
    title: 'a call names an operation of the callee',
    rationale:
      'Routes, permissions and retries are derived from operations; an unknown one has none.',
    formula:
      'the operations of the callee hold the operation that is called, the operations of the caller hold each of `during`, and the callee is another service',
    example:
      "calls(inventory.api.operation('CheckStok'), ...) is refused, with the operations that inventory has",
    source: DESIGN,
  },
  'DCL-005': {
    title: 'regions are real and belong to the environment',
    rationale:
      'Stores, waves, releases and existing parts are placed by region; a region outside the environment has no stacks to hold them.',
    formula: "the region is in AWS's list, and in `regions` of the environment that names it",
    example:
      "regions: ['eu-west-9'] is refused; so are parts that exist in us-east-1 for an environment in eu-west-1 alone",
    source: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
  },
  'DCL-006': {
    title: 'address blocks are well formed and hold all regions',
    rationale:
      "Each region's network takes its place in the environment's block, and a network cannot be renumbered in place.",
    formula:
      'the block is written as address/prefix and holds as many /16 as the environment has regions',
    example: "cidr: '10.0.0.0/16' is refused for three regions, '10.0.0.0/12' holds sixteen",
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
  },
  'DCL-007': {
    title: 'an account is twelve digits',
    rationale: 'Every provider is limited to its account; a malformed id would match none.',
    formula: 'the account matches twelve digits',
    example: "account: '1111-2222-3333' is refused, '111122223333' is accepted",
    source: 'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html',
  },
  'DCL-008': {
    title: 'an image is a repository, and its version a digest in the releases file',
    rationale:
      'A tag can be moved after review; a digest cannot. The releases file is the one place that says what runs.',
    formula:
      'image has neither tag nor digest, and a digest of the releases file is sha256: with 64 hexadecimal digits',
    example:
      "image: 'shop/orders:1.2' is refused; 'shop/orders' is accepted, and releases say which digest of it runs",
    source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  },
  'DCL-009': {
    title: 'a topic is published by the service that owns it',
    rationale:
      'A topic belongs to its producer: only the owner may write to it, so that its schema has one author.',
    formula: 'the service that publishes a topic = the service that owns it',
    example: 'payments.publishes(orderPlaced), a topic of order-service, is refused',
    source: DESIGN,
  },
  'DCL-010': {
    title: 'waves cover every region once',
    rationale: 'A region in no wave is never released; a region in two is released twice.',
    formula: 'each region of the environment is in exactly one wave, and no wave names another',
    example:
      "waves: [['eu-west-1'], ['eu-west-1']] for eu-west-1 and us-east-1 is refused: the first comes twice, the second never",
    source: DESIGN,
  },
  'DCL-011': {
    title: 'an acknowledgement says why and until when',
    rationale: 'A risk that is accepted without reason or end is forgotten, not accepted.',
    formula:
      'the rule is written like RTY-002, the reason is not empty, and `until` is a day of the calendar',
    example: "acknowledge('RTY-002', { reason: '', until: 'soon' }) is refused for both",
    source: DESIGN,
  },
  'DCL-012': {
    title: 'values are well formed',
    rationale:
      'Configuration becomes environment variables, paths become routes, ids name what exists; what is malformed would be refused or never match.',
    formula: 'each value matches the pattern of what it becomes',
    example:
      "config: { 'my-flag': '1' } is refused, because no shell takes a variable with a hyphen; MY_FLAG is accepted",
    source: 'https://pubs.opengroup.org/onlinepubs/9699919799/basedefs/V1_chap08.html',
  },
  'DCL-013': {
    title: 'what is named belongs to the same system',
    rationale:
      'A handle of another system, or one that is still undefined, points at nothing that could be planned together.',
    formula: 'the root of what is named = the root of what names it',
    example: 'orders.calls(...) of an operation that another System declares is refused',
    source: DESIGN,
  },
  'DCL-014': {
    title: 'fields that are named are fields of the event',
    rationale:
      'The key decides the partition and what consumers read decides which changes of a schema reach them; a field that the event does not have does neither.',
    formula: 'each field that `key` or `fields` names is one of the fields of the event',
    example: "key: 'orderid' of an event with the field orderId is refused, with the fields it has",
    source: 'https://kafka.apache.org/documentation/#intro_concepts_and_terms',
  },
} as const satisfies Record<string, DeclarationRuleText>;

/** Id of a rule that a declaration itself must keep. */
export type DeclarationRule = keyof typeof DECLARATION_RULES;
