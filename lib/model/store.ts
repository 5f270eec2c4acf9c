/** Whether the owner of a store can answer without it. */
export type StoreCriticality = 'required' | 'optional';
