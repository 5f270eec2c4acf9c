import { join } from 'node:path';
import type { HttpOperationProps } from '../../../lib/model';
import { readOpenApi } from '../../../lib/contracts';
import { contractOf, folderWith } from './folder';

export const RESPONSES = { 200: { description: 'Done.' } };
export const OPERATION = { operationId: 'Do', responses: RESPONSES };

export function documentOf(paths: object, more: object = {}): object {
  return { openapi: '3.1.1', info: { title: 'Shop', version: '1' }, paths, ...more };
}

export async function read(
  files: Readonly<Record<string, string | object>>,
  file = 'a.openapi.json',
) {
  const folder = folderWith(files);
  return readOpenApi(join(folder, file), { folder });
}

export const one = (document: object | string) => read({ 'a.openapi.json': document });

/** What is read of one operation, `Do`. */
export async function propsOf(operation: object, more: object = {}): Promise<HttpOperationProps> {
  const paths = { '/things': { post: { ...OPERATION, ...operation } } };
  const { operations } = contractOf(await one(documentOf(paths, more)));
  const props = operations[0]?.operations[0]?.[1];
  if (props === undefined || !('method' in props)) throw new Error('no operation was read');
  return props;
}

export const json = (schema: object) => ({ content: { 'application/json': { schema } } });
