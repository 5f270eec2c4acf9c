import type { HttpRow } from './http-row';
import { OPERATION_ROWS, PARAMETER_ROWS } from './operation-rows';
import { REQUEST_ROWS } from './request-rows';
import { RESPONSE_ROWS } from './response-rows';
import { SECURITY_ROWS } from './security-rows';

/** Changes of OpenAPI documents, breaking ones and harmless ones. */
export const HTTP_ROWS: readonly HttpRow[] = [
  ...OPERATION_ROWS,
  ...PARAMETER_ROWS,
  ...REQUEST_ROWS,
  ...RESPONSE_ROWS,
  ...SECURITY_ROWS,
];
