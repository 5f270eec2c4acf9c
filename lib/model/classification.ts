/** Classes of data that not everybody may see: personal data, and data of payment cards. */
export const CLASSIFICATIONS = ['pii', 'pci'] as const;
/**
 * Class of data that not everybody may see: `pii` is personal data, `pci` data of payment cards.
 *
 * @see https://gdpr-info.eu/art-4-gdpr/ for personal data
 * @see https://www.pcisecuritystandards.org/glossary/#glossary-c for data of cards
 */
export type Classification = (typeof CLASSIFICATIONS)[number];

/** Fields of a message that are classified: path, for example `customer.email`, to class. */
export type ClassifiedFields = Readonly<Record<string, Classification>>;

/** Whether a text names a class of data. */
export function isClassification(text: unknown): text is Classification {
  return CLASSIFICATIONS.some((known) => known === text);
}
