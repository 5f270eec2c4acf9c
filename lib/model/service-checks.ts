import type { Construct } from 'constructs';
import type { Api, OperationSpec } from './api';
import { CLASSIFICATIONS, isClassification, type Classification } from './classification';
import { report } from './declaration';
import { reportUnknownFields, type Topic } from './topic';

/** The texts of a service that end up in manifests. */
export interface ServiceTexts {
  /** Image repository. */
  readonly image: string;
  /** Environment variables. */
  readonly config: Readonly<Record<string, string>>;
  /** Environment variables from Secrets Manager. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Operations of its contract. */
  readonly operations: readonly OperationSpec[];
}

const ENVIRONMENT_VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Host, optional port, path; neither tag nor digest. */
const REPOSITORY =
  /^[a-z0-9]+([.-][a-z0-9]+)*(:\d+\/[a-z0-9]+([._-]+[a-z0-9]+)*)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/;
const SECRET = /^[\w+=.@-]+(\/[\w+=.@-]+)*$/;
/** An operation gives its name to a route and to an environment variable. */
const OPERATION = /^[A-Za-z_][\w.-]*$/;
const GRPC_PATH = /^\/[A-Za-z_][\w.]*\/[A-Za-z_]\w*$/;
const HTTP_PATH = /^(\/([\w.~%-]+|\{\w+\}))+$|^\/$/;

/** Reports texts of a service that a cluster would refuse or that would never match. */
export function checkTexts(service: Construct, texts: ServiceTexts): void {
  if (!REPOSITORY.test(texts.image)) {
    report(
      service,
      'DCL-008',
      `image '${texts.image}' is not a repository without tag or digest`,
      'write it like registry.example.com/shop/order-service',
    );
  }
  checkVariables(service, texts);
  for (const operation of texts.operations) checkOperation(service, operation);
  checkDistinct(service, texts.operations);
}

function checkVariables(service: Construct, { config, secrets }: ServiceTexts): void {
  for (const key of new Set([...Object.keys(config), ...Object.keys(secrets)])) {
    if (!ENVIRONMENT_VARIABLE.test(key))
      report(
        service,
        'DCL-012',
        `'${key}' is not an environment variable`,
        'use letters, digits and underscores, no digit first',
      );
    if (Object.hasOwn(config, key) && Object.hasOwn(secrets, key))
      report(
        service,
        'DCL-002',
        `'${key}' is both in config and in secrets`,
        'keep one of the two',
      );
  }
  for (const [key, secret] of Object.entries(secrets)) {
    if (SECRET.test(secret)) continue;
    report(
      service,
      'DCL-012',
      `secret '${secret}' of ${key} is not a name in Secrets Manager`,
      'use letters, digits and /_+=.@-',
    );
  }
}

function checkOperation(service: Construct, { name, protocol, path }: OperationSpec): void {
  if (!OPERATION.test(name)) {
    report(
      service,
      'DCL-012',
      `operation '${name}' is not a name`,
      'use letters, digits and _ . -, a letter first',
    );
  }
  if (protocol === 'http' ? HTTP_PATH.test(path) : !OPERATION.test(name) || GRPC_PATH.test(path))
    return;
  report(
    service,
    'DCL-012',
    protocol === 'http'
      ? `operation ${name} has path '${path}', which is not made of plain segments and parameters`
      : `operation ${name} has path '${path}', which is not that of a gRPC service`,
    protocol === 'http'
      ? 'write it like /orders/{orderId}'
      : 'name service and operation like shop.order.v1.OrderService and PlaceOrder',
  );
}

/** Two operations of one method whose paths differ in the names of parameters alone get the same requests. */
function checkDistinct(service: Construct, operations: readonly OperationSpec[]): void {
  const known = new Map<string, string>();
  for (const { name, method, path } of operations) {
    const request = `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`;
    const other = known.get(request);
    if (other === undefined) known.set(request, name);
    else
      report(
        service,
        'DCL-002',
        `operations ${other} and ${name} are both ${method} ${path}`,
        'keep one of the two, or give one another path',
      );
  }
}

/** The classes of data that a service may see, each once; reports what is no class. */
export function readHandles(
  service: Construct,
  handles: readonly Classification[] = [],
): readonly Classification[] {
  for (const handled of handles) {
    if (isClassification(handled)) continue;
    report(
      service,
      'DCL-012',
      `handles names '${String(handled)}', which is no class of data`,
      `use ${CLASSIFICATIONS.join(' or ')}`,
    );
  }
  return [...new Set(handles)].filter(isClassification).sort();
}

/** Reports what of a contract could not be read when it was declared. */
export function reportMistakes(service: Construct, api: Api | undefined): void {
  for (const { problem, fix } of api?.mistakes ?? []) report(service, 'DCL-003', problem, fix);
}

/** Reports fields of a topic that a service cannot read. */
export function checkFields(service: Construct, topic: Topic, fields: readonly string[]): void {
  const { name, event } = topic;
  if (event !== undefined) {
    reportUnknownFields(service, `fields of '${name}'`, event, fields);
    return;
  }
  report(
    service,
    'DCL-014',
    `fields of '${name}' are named, and it has no event`,
    'set event of the topic, or leave fields out',
  );
}
