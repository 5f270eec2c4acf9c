import { TERRAFORM_FUNCTIONS } from './terraform-functions';

/** Something an expression refers to: `aws_vpc.main.id` is its parts. */
export type Traversal = readonly string[];

/** What came of a template. */
export type ParsedTemplate =
  | { readonly ok: true; readonly references: readonly Traversal[] }
  | { readonly ok: false; readonly problem: string };

/** A text that is no template. */
class BrokenTemplate extends Error {
  public override readonly name = 'BrokenTemplate';
}

const OPERATORS = ['==', '!=', '<=', '>=', '&&', '||', '+', '-', '*', '/', '%', '<', '>'] as const;
const WORDS: ReadonlySet<string> = new Set(['true', 'false', 'null']);
const NAME = /[A-Za-z_][\w-]*/y;
const NUMBER = /\d+(\.\d+)?([eE][+-]?\d+)?/y;

/**
 * Parses a template of Terraform's language, and gives what its expressions refer to.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings#string-templates
 */
export function parseTemplate(text: string): ParsedTemplate {
  const parser = new TemplateParser(text);
  try {
    parser.template(false);
    return { ok: true, references: parser.references };
  } catch (error) {
    if (!(error instanceof BrokenTemplate)) throw error;
    return { ok: false, problem: error.message };
  }
}

/** Reads from left to right, and stands at the first character that is not read yet. */
class TemplateParser {
  public readonly references: Traversal[] = [];
  private at = 0;

  public constructor(private readonly text: string) {}

  /** Text with expressions in it, to its end or, within quotes, to the closing one. */
  public template(quoted: boolean): void {
    while (this.at < this.text.length) {
      if (quoted && this.take('"')) return;
      this.piece(quoted);
    }
    if (quoted) this.fail('a quote is not closed');
  }

  private piece(quoted: boolean): void {
    if (this.take('$${') || this.take('%%{')) return;
    if (this.take('${')) this.interpolation();
    else if (this.take('%{')) this.fail('a directive stands where only expressions are used');
    else this.at += quoted && this.text[this.at] === '\\' ? 2 : 1;
  }

  private interpolation(): void {
    this.take('~');
    this.expression();
    this.space();
    this.take('~');
    this.expect('}');
  }

  private expression(): void {
    this.operand();
    while (this.operator()) this.operand();
    this.space();
    if (!this.take('?')) return;
    this.expression();
    this.expect(':');
    this.expression();
  }

  private operator(): boolean {
    this.space();
    return OPERATORS.some((operator) => this.take(operator));
  }

  private operand(): void {
    this.space();
    while (this.take('!') || this.take('-')) this.space();
    if (this.take('(')) {
      this.expression();
      this.expect(')');
    } else if (this.take('"')) this.template(true);
    else if (this.take('[')) this.list(']');
    else if (this.take('{')) this.object();
    else if (this.match(NUMBER) === undefined) this.name();
    this.steps([]);
  }

  /** A name is a word, a function or the beginning of a reference. */
  private name(): void {
    const name = this.match(NAME);
    if (name === undefined) this.fail(`an expression is missing at ${this.rest()}`);
    if (this.take('(')) {
      if (!TERRAFORM_FUNCTIONS.has(name)) this.fail(`there is no function '${name}'`);
      this.list(')');
    } else if (!WORDS.has(name)) {
      const parts = [name];
      this.steps(parts);
      this.references.push(parts);
    }
  }

  /** Attributes and items of what was read before. */
  private steps(parts: string[]): void {
    for (;;) {
      if (this.text.startsWith('...', this.at)) return;
      if (this.take('.')) {
        const part = this.take('*') ? '*' : (this.match(NAME) ?? this.match(NUMBER));
        if (part === undefined) this.fail(`a name is missing after a dot at ${this.rest()}`);
        parts.push(part);
      } else if (this.take('[')) {
        if (!this.take('*')) this.expression();
        this.expect(']');
        parts.push('*');
      } else return;
    }
  }

  private list(end: string): void {
    this.space();
    while (!this.take(end)) {
      this.expression();
      this.space();
      if (this.take('...')) this.space();
      if (!this.take(',') && this.text[this.at] !== end) this.fail(`'${end}' is missing`);
      this.space();
    }
  }

  private object(): void {
    this.space();
    while (!this.take('}')) {
      this.key();
      this.space();
      if (!this.take('=') && !this.take(':')) this.fail("'=' is missing");
      this.expression();
      this.space();
      this.take(',');
      this.space();
    }
  }

  /** A word before an equals sign is a name; anything else is an expression. */
  private key(): void {
    const start = this.at;
    if (this.match(NAME) !== undefined) {
      this.space();
      if (/[=:]/.test(this.text[this.at] ?? '')) return;
    }
    this.at = start;
    this.expression();
  }

  private space(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  private take(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  private expect(token: string): void {
    this.space();
    if (!this.take(token)) this.fail(`'${token}' is missing at ${this.rest()}`);
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    this.at += found?.length ?? 0;
    return found;
  }

  private rest(): string {
    const rest = this.text.slice(this.at, this.at + 20);
    return rest === '' ? 'the end' : `'${rest}'`;
  }

  private fail(problem: string): never {
    throw new BrokenTemplate(problem);
  }
}
