import ts from 'typescript';
import type { Json } from '../stack-files';
import type { KubernetesSchemas } from './schema-folder';
import { compile } from './type-check';
import type { FindModel } from './type-models';

/** A kind, as objects name it. */
export interface KindName {
  /** Group and version. */
  readonly apiVersion: string;
  /** Kind. */
  readonly kind: string;
}

/**
 * Makes schemas of the TypeScript models of kinds: what they have, of which types, and what is required. Patterns, bounds
 * and formats are not among what types say.
 */
export function schemasOfModels(
  names: readonly KindName[],
  find: FindModel,
  root: string,
): KubernetesSchemas {
  const known = names.flatMap(({ apiVersion, kind }) => {
    const model = find(apiVersion, kind);
    return model === undefined ? [] : [{ name: `${apiVersion}/${kind}`, ...model }];
  });
  const text = known.map(
    ({ module, type }, index) => `export type { ${type} as Kind${index} } from '${module}';\n`,
  );
  const { program, file } = compile(text.join(''), root);
  const reader = new TypeReader(program.getTypeChecker());
  const checker = program.getTypeChecker();
  const symbol = checker.getSymbolAtLocation(file);
  const exported = new Map(
    (symbol === undefined ? [] : checker.getExportsOfModule(symbol)).map((one) => [one.name, one]),
  );
  const kinds = known.flatMap(({ name }, index) => {
    const one = exported.get(`Kind${index}`);
    if (one === undefined) return [];
    const target = one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one;
    return [[name, reader.define(checker.getDeclaredTypeOfSymbol(target))] as const];
  });
  const core = { version: 'models', definitions: reader.definitions, kinds: new Map(kinds) };
  return { core: [core], custom: new Map() };
}

/** So many types of a choice are looked at. */
const FEW = 8;

/** Turns types into schemas; each type with fields becomes one definition, because types refer to themselves. */
class TypeReader {
  public readonly definitions: Record<string, Json> = {};
  private readonly names = new Map<ts.Type, string>();

  public constructor(private readonly checker: ts.TypeChecker) {}

  /** Defines a type with fields, and gives the name of its definition. */
  public define(type: ts.Type): string {
    const known = this.names.get(type);
    if (known !== undefined) return known;
    const name = `type-${this.names.size}`;
    this.names.set(type, name);
    const properties = this.fieldsOf(type).map((property) => ({
      name: property.name,
      required: (property.flags & ts.SymbolFlags.Optional) === 0,
      schema: this.read(this.checker.getTypeOfSymbol(property)),
    }));
    this.definitions[name] = {
      type: 'object',
      properties: Object.fromEntries(properties.map(({ name: key, schema }) => [key, schema])),
      required: properties.filter(({ required }) => required).map(({ name: key }) => key),
    };
    return name;
  }

  /**
   * Models write a choice between fields as all fields with each choice of required ones: thousands of types, the first
   * of which has all fields, and those that every one of the first few requires are required.
   */
  private fieldsOf(type: ts.Type): readonly ts.Symbol[] {
    const [first, ...more] = type.isUnion() ? type.types.slice(0, FEW) : [type];
    if (first === undefined) return [];
    return this.checker.getPropertiesOfType(first).map((property) => {
      const others = more.map((one) => this.checker.getPropertyOfType(one, property.name));
      const optional = others.find(
        (one) => one !== undefined && (one.flags & ts.SymbolFlags.Optional) !== 0,
      );
      return optional ?? property;
    });
  }

  private read(whole: ts.Type): Json {
    const type = this.onlyList(this.checker.getNonNullableType(whole));
    return (
      this.readPrimitive(type) ??
      (type.isUnion() ? this.readUnion(type) : undefined) ??
      this.readCollection(type)
    );
  }

  /** A list of one thing that is a list of another as well is a list. */
  private onlyList(type: ts.Type): ts.Type {
    if (!type.isIntersection()) return type;
    return type.types.find((one) => this.checker.isArrayType(one)) ?? type;
  }

  private readPrimitive(type: ts.Type): Json | undefined {
    if (type.isStringLiteral()) return { type: 'string', enum: [type.value] };
    if (type.isNumberLiteral()) return { type: 'number', enum: [type.value] };
    const primitives = [
      [ts.TypeFlags.String, { type: 'string' }],
      [ts.TypeFlags.Number, { type: 'number' }],
      [ts.TypeFlags.BooleanLike, { type: 'boolean' }],
      [ts.TypeFlags.Any | ts.TypeFlags.Unknown, {}],
    ] as const;
    return primitives.find(([flags]) => (type.flags & flags) !== 0)?.[1];
  }

  private readUnion(union: ts.UnionType): Json {
    const { types } = union;
    const texts = types.flatMap((one) => (one.isStringLiteral() ? [one.value] : []));
    if (texts.length === types.length) return { type: 'string', enum: texts };
    if (types.every((one) => this.hasFields(one))) return this.reference(union);
    return { anyOf: types.slice(0, FEW).map((one) => this.read(one)) };
  }

  private readCollection(type: ts.Type): Json {
    if (this.checker.isArrayType(type)) {
      const [item] = this.checker.getTypeArguments(type as ts.TypeReference);
      return { type: 'array', items: item === undefined ? {} : this.read(item) };
    }
    const values = this.checker.getIndexInfoOfType(type, ts.IndexKind.String);
    if (values !== undefined)
      return { type: 'object', additionalProperties: this.read(values.type) };
    // An interface without fields stands for anything.
    return this.hasFields(type) ? this.reference(type) : {};
  }

  private hasFields(type: ts.Type): boolean {
    const isObject = (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
    return (
      isObject &&
      !this.checker.isArrayType(type) &&
      this.checker.getPropertiesOfType(type).length > 0
    );
  }

  private reference(type: ts.Type): Json {
    return { $ref: `#/definitions/${this.define(type)}` };
  }
}
