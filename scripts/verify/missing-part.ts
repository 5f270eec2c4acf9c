/** Something this machine lacks, and how to get it: what needs it is skipped, and says so. */
export class MissingPart extends Error {
  public override readonly name = 'MissingPart';
}
