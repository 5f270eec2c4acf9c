/** An import of a Protobuf file. */
export interface ProtoImport {
  /** Path as it is written. */
  readonly path: string;
  /** Where it stands in the text. */
  readonly position: number;
}

const TOKEN = /\/\/[^\n]*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\bimport\b|\S/g;

/** The imports of a Protobuf file, those in comments left out; it need not be correct otherwise. */
export function importsIn(text: string): readonly ProtoImport[] {
  const imports: ProtoImport[] = [];
  let position: number | undefined;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token.startsWith('//') || token.startsWith('/*')) continue;
    if (token === 'import') position = index;
    else if (position !== undefined && /^["']/.test(token)) {
      imports.push({ path: token.slice(1, -1), position });
      position = undefined;
    } else if (token === ';') position = undefined;
  }
  return imports;
}
