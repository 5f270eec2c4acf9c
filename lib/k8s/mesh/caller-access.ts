import type { IAuthorizationPolicy } from '@kubernetes-models/istio/security.istio.io/v1/AuthorizationPolicy' with {
  'resolution-mode': 'import',
};
import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import { assertIdentity, assertName, assertPort } from '../support/checks';
import { NAME_LABEL, objectMetadata, SYNC_WAVE } from '../support/metadata';
import { PlainObject } from '../support/plain-object';

/** A caller, known by the service account its certificate names. */
export interface CallerIdentity {
  /** Namespace of the caller. */
  readonly namespace: string;
  /** Its service account. */
  readonly serviceAccount: string;
}

/** Requests a caller may make. */
export interface AllowedOperation {
  /** HTTP methods, `['*']` for any; gRPC is always `['POST']`. */
  readonly methods: readonly string[];
  /** Paths, with `*` at either end or `{*}` for one segment; gRPC is `/package.Service/Method`. */
  readonly paths: readonly string[];
  /**
   * Paths that `paths` fits and that are not meant, written like them.
   *
   * @default - none
   */
  readonly exceptPaths?: readonly string[];
}

/** The token (JWT) that a request must carry. */
export interface NeededToken {
  /** `iss` of the token. */
  readonly issuer: string;
  /** Scopes that its `scope` names, all of them. */
  readonly scopes: readonly string[];
}

/** What one caller may ask of a workload. */
export interface AllowedCaller {
  /** Who calls. */
  readonly caller: CallerIdentity;
  /** What it may ask, at least one operation. */
  readonly operations: readonly AllowedOperation[];
  /** Port of the pods it calls. */
  readonly port: number;
  /**
   * The token that its requests must carry; a `TokenCheck` says whose are believed.
   *
   * @default - none is needed
   */
  readonly token?: NeededToken;
}

/** Who may ask what of a workload. */
export interface CallerAccessProps {
  /** Name of the workload and of the policy. */
  readonly name: string;
  /** Namespace the workload runs in. */
  readonly namespace: string;
  /** Labels of the policy. */
  readonly labels: Readonly<Record<string, string>>;
  /**
   * Trust domain of the callers' certificates.
   *
   * @default 'cluster.local'
   */
  readonly trustDomain?: string;
  /** What is allowed, and nothing else; empty allows nothing. */
  readonly allow: readonly AllowedCaller[];
}

type PolicySpec = NonNullable<IAuthorizationPolicy['spec']>;
type Rule = NonNullable<PolicySpec['rules']>[number];

/** @see https://istio.io/latest/docs/reference/config/security/authorization-policy/ */
const MAX_RULES = 512;

/**
 * Who may ask what of a workload, by caller, method and path; every other request is refused.
 *
 * @example
 * new CallerAccess(chart, 'InventoryAccess', {
 *   name: 'inventory',
 *   namespace: 'stock',
 *   labels: { 'app.kubernetes.io/name': 'inventory' },
 *   allow: [
 *     {
 *       caller: { namespace: 'ordering', serviceAccount: 'orders' },
 *       operations: [{ methods: ['GET'], paths: ['/stock/{*}'] }],
 *       port: 8080,
 *     },
 *   ],
 * });
 */
export class CallerAccess extends Construct {
  /** The AuthorizationPolicy, for changes this construct has no property for. */
  public readonly resource: ApiObject;

  public constructor(scope: Construct, id: string, props: CallerAccessProps) {
    super(scope, id);
    const { name, namespace, labels, trustDomain = 'cluster.local', allow } = props;
    assertIdentity(this, { name, namespace, labels }, 'kubernetesService');
    assertCount(this, allow.length);
    allow.forEach((entry, index) => {
      assertAllowed(this, `allow[${index}]`, entry);
    });

    this.resource = new PlainObject(this, 'Resource', {
      apiVersion: 'security.istio.io/v1',
      kind: 'AuthorizationPolicy',
      metadata: objectMetadata({ name, namespace, labels }, SYNC_WAVE.policy),
      spec: renderPolicy(name, trustDomain, allow),
    });
  }
}

function renderPolicy(
  name: string,
  trustDomain: string,
  allow: readonly AllowedCaller[],
): PolicySpec {
  return {
    selector: { matchLabels: { [NAME_LABEL]: name } },
    action: 'ALLOW',
    // A policy without rules allows nothing; one with an empty rule would allow everything.
    rules: allow.length === 0 ? undefined : allow.map((entry) => renderRule(trustDomain, entry)),
  };
}

function renderRule(trustDomain: string, { caller, operations, port, token }: AllowedCaller): Rule {
  const principal = `${trustDomain}/ns/${caller.namespace}/sa/${caller.serviceAccount}`;
  return {
    from: [
      {
        source: {
          principals: [principal],
          ...(token && { requestPrincipals: [`${token.issuer}/*`] }),
        },
      },
    ],
    to: operations.map(({ methods, paths, exceptPaths = [] }) => ({
      operation: {
        methods: [...methods],
        paths: [...paths],
        ...(exceptPaths.length > 0 && { notPaths: [...exceptPaths] }),
        ports: [`${port}`],
      },
    })),
    ...(token && token.scopes.length > 0 && { when: token.scopes.map(renderScope) }),
  };
}

/**
 * A `scope` of several is one text with spaces, which Istio takes apart; of the values of one condition any is enough.
 *
 * @see https://istio.io/latest/docs/reference/config/security/conditions/
 */
function renderScope(scope: string): NonNullable<Rule['when']>[number] {
  return { key: 'request.auth.claims[scope]', values: [scope] };
}

function assertCount(scope: Scoped, count: number): void {
  if (count <= MAX_RULES) return;
  const problem = `allow has ${count} entries, an AuthorizationPolicy has at most ${MAX_RULES} rules`;
  throw new PlatformError(scope, problem, 'list the operations of one caller in one entry');
}

function assertAllowed(scope: Scoped, prop: string, entry: AllowedCaller): void {
  const { caller, operations, port, token } = entry;
  assertName(scope, `${prop}.caller.namespace`, caller.namespace, 'kubernetesNamespace');
  assertName(scope, `${prop}.caller.serviceAccount`, caller.serviceAccount, 'kubernetesName');
  assertPort(scope, `${prop}.port`, port);
  if (token?.issuer === '') {
    const fix = 'pass the iss of its tokens';
    throw new PlatformError(scope, `${prop}.token.issuer is empty`, fix);
  }
  // An absent list would match anything: what was meant to be nothing would be everything.
  assertFilled(scope, `${prop}.operations`, operations);
  operations.forEach(({ methods, paths, exceptPaths = [] }, index) => {
    assertFilled(scope, `${prop}.operations[${index}].methods`, methods);
    assertFilled(scope, `${prop}.operations[${index}].paths`, paths);
    assertPaths(scope, `${prop}.operations[${index}].paths`, paths);
    assertPaths(scope, `${prop}.operations[${index}].exceptPaths`, exceptPaths);
  });
}

function assertFilled(scope: Scoped, prop: string, list: readonly unknown[]): void {
  if (list.length > 0) return;
  const fix = "list what is allowed, ['*'] for any, or leave the entry out";
  throw new PlatformError(scope, `${prop} is empty`, fix);
}

/** @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation */
function assertPaths(scope: Scoped, prop: string, paths: readonly string[]): void {
  const bad = paths.find((path) => /[{}]/.test(path.replaceAll(/\{\*{1,2}\}/g, '')));
  if (bad === undefined) return;
  const fix = 'write {*} for one segment and {**} for several';
  throw new PlatformError(scope, `${prop} has '${bad}', braces hold only * or **`, fix);
}
