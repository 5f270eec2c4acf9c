/** Words that are no names of constants, and the names that a handle has already. */
const RESERVED: ReadonlySet<string> = new Set([
  ...['break', 'case', 'catch', 'class', 'const', 'continue', 'debugger', 'default', 'delete'],
  ...['do', 'else', 'enum', 'export', 'extends', 'false', 'finally', 'for', 'function', 'if'],
  ...['implements', 'import', 'in', 'instanceof', 'interface', 'let', 'new', 'null', 'package'],
  ...['private', 'protected', 'public', 'return', 'static', 'super', 'switch', 'this', 'throw'],
  ...[
    'true',
    'try',
    'typeof',
    'var',
    'void',
    'while',
    'with',
    'yield',
    'await',
    'Api',
    'EventSchema',
    'arguments',
    'eval',
    'source',
    'undefined',
  ],
]);

/** `inventory-service` and `InventoryService` become `inventoryService`. */
export function camelCase(text: string): string {
  const [first = '', ...others] = wordsOf(text);
  return safe(first.charAt(0).toLowerCase() + first.slice(1) + others.map(capital).join(''));
}

/** `shop.order.OrderPlaced` becomes `OrderPlaced`. */
export function simpleName(fullName: string): string {
  return safe(capital(fullName.split('.').at(-1) ?? ''));
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A name that begins with a digit or is taken by the language gets a mark. */
function safe(name: string): string {
  return RESERVED.has(name) || !/^[A-Za-z_]/.test(name) ? `_${name}` : name;
}
