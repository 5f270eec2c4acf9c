import { join } from 'node:path';
import { readProtobuf } from '../../../lib/contracts';
import type { GrpcOperationProps, HttpOperationProps } from '../../../lib/model';
import { contractOf, folderWith } from './folder';

export async function read(files: Readonly<Record<string, string>>, file = 'a.proto') {
  const folder = folderWith(files);
  return readProtobuf(join(folder, file), { folder });
}

export const one = (...lines: readonly string[]) => read({ 'a.proto': lines.join('\n') });
export const HEAD = ['syntax = "proto3";', 'package shop.v1;'];
export const OPTIONS = 'import "groundplan/options.proto";';
export const MESSAGES = 'message Q { string id = 1; } message R { string name = 1; }';

/** The operations of a service that has these methods. */
export async function operationsOf(
  ...methods: readonly string[]
): Promise<Readonly<Record<string, GrpcOperationProps | HttpOperationProps>>> {
  const reading = await one(...HEAD, OPTIONS, `service S { ${methods.join('\n')} }`, MESSAGES);
  const api = contractOf(reading).operations[0];
  return Object.fromEntries<GrpcOperationProps | HttpOperationProps>(api?.operations ?? []);
}
