/** The file that a contract was read from. */
export interface ContractSource {
  /** Path from the contracts' folder, with forward slashes. */
  readonly file: string;
  /** `sha256:<hex>` of the file's bytes and of those of the local files that it refers to. */
  readonly digest: string;
}
