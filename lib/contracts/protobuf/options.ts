import type { OperationTerms } from '../../model/operation-terms';

/** Path under which Protobuf files import the options below. */
export const OPTIONS_FILE = 'groundplan/options.proto';

/**
 * The options that say in Protobuf what has no word of its own there. The command writes this file into the contracts'
 * folder where a contract imports it, so that `protoc` and `buf` find it too; its numbers are of the range that is left
 * to organisations.
 *
 * @see https://protobuf.dev/programming-guides/proto3/#customoptions
 */
export const OPTIONS_PROTO = `// Written by \`groundplan contracts\`: what a contract says of its operations and fields.
syntax = "proto3";

package groundplan;

import "google/protobuf/descriptor.proto";

extend google.protobuf.MethodOptions {
  // Whether a caller has to prove who it acts for.
  bool authenticated = 50301;
  // A scope that the caller's token must have; repeat it for more.
  repeated string scope = 50302;
  // Longest time that the operation may take: "200ms".
  string deadline = 50303;
  // Most bytes of a request.
  int64 max_request_bytes = 50304;
}

extend google.protobuf.MessageOptions {
  // Whether the message is an event, published to a topic.
  bool event = 50305;
}

extend google.protobuf.FieldOptions {
  // Class of data that not everybody may see: "pii" or "pci".
  string classification = 50306;
}
`;

/** The options by the thing they are said of. */
export const OPTION_NAMES = {
  method: ['authenticated', 'scope', 'deadline', 'max_request_bytes'],
  message: ['event'],
  field: ['classification'],
} as const;

/** What of an operation's terms is said by options. */
export type SaidTerms = Omit<OperationTerms, 'classified'>;
