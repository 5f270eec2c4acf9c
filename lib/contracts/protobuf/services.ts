import type protobuf from 'protobufjs';
import type { GrpcOperationProps, Streaming } from '../../model/api';
import type { ClassifiedFields } from '../../model/classification';
import type { ClassifiedMessages } from '../../model/operation-terms';
import type { ContractOperation, GrpcContract, Report } from '../reading';
import { readMethodTerms } from './declared-options';
import type { ProtobufJs } from './load';
import { classifiedAmong, messageFields } from './messages';

/** Reads a service: what is declared of its methods, and the classified fields of what they send. */
export function readService(
  parser: ProtobufJs,
  service: protobuf.Service,
  report: Report,
): GrpcContract {
  const known = new Map<protobuf.Type, ClassifiedFields>();
  // Methods of a service share their messages.
  const among = (type: protobuf.Type): ClassifiedFields => {
    const fields = known.get(type) ?? classifiedAmong(messageFields(parser, type, report));
    known.set(type, fields);
    return fields;
  };
  const operations = service.methodsArray.map((method): ContractOperation<GrpcOperationProps> => {
    const streaming = streamingOf(method);
    const classified = classifiedIn(method, among);
    return [
      method.name,
      {
        ...repeatability(method),
        ...(streaming && { streaming }),
        ...readMethodTerms(method, report),
        ...(classified && { classified }),
      },
    ];
  });
  return { protocol: 'grpc', service: service.fullName.replace(/^\./, ''), operations };
}

/**
 * Whether a method may be repeated: as `idempotency_level` says, else as the method of HTTP says that it is mapped to.
 *
 * @see https://protobuf.dev/reference/cpp/api-docs/google.protobuf.descriptor.pb/#MethodOptions.IdempotencyLevel
 */
function repeatability({ options = {} }: protobuf.Method): GrpcOperationProps {
  const level: unknown = options['idempotency_level'];
  if (level === 'NO_SIDE_EFFECTS') return { safe: true };
  if (level === 'IDEMPOTENT') return { idempotent: true };
  if (level !== undefined) return {};
  const mapped = (verb: string): boolean => Object.hasOwn(options, `(google.api.http).${verb}`);
  if (mapped('get')) return { safe: true };
  return mapped('put') || mapped('delete') ? { idempotent: true } : {};
}

function streamingOf({ requestStream, responseStream }: protobuf.Method): Streaming | undefined {
  if (requestStream) return responseStream ? 'bidirectional' : 'client';
  return responseStream ? 'server' : undefined;
}

function classifiedIn(
  { resolvedRequestType, resolvedResponseType }: protobuf.Method,
  among: (type: protobuf.Type) => ClassifiedFields,
): ClassifiedMessages | undefined {
  const request = resolvedRequestType ? among(resolvedRequestType) : {};
  const response = resolvedResponseType ? among(resolvedResponseType) : {};
  const asked = Object.keys(request).length > 0;
  const answered = Object.keys(response).length > 0;
  if (!asked && !answered) return undefined;
  return { ...(asked && { request }), ...(answered && { response }) };
}
