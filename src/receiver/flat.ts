import { dataSchemas, type SubmissionType } from '../contract/index.js';
import { Refusal } from './problems.js';

type Tree = { [key: string]: Tree | string[] };

/** The parts of a zod schema that are used here. */
interface Shape {
  _zod: {
    def: {
      type: string;
      innerType?: Shape;
      element?: Shape;
      shape?: Record<string, Shape>;
      valueType?: Shape;
    };
  };
}

const envelopeKeys = [
  ...['id', 'type', 'version', 'sentAt', 'locale'],
  ...['timeZone', 'origin', 'partner', 'replaces', 'utm'],
];

/** Without a prototype, so that a key named `__proto__` is a key like any other. */
const emptyTree = (): Tree => Object.create(null) as Tree;

/** Nests dotted paths; a repeated key becomes a list. */
function treeOf(fields: [string, string][]): Tree {
  const root = emptyTree();
  for (const [path, value] of fields) {
    const keys = path.split('.');
    const last = keys.pop()!;
    let node = root;
    for (const key of keys) {
      const inner = (node[key] ??= emptyTree());
      if (Array.isArray(inner)) throw new Refusal('not-json');
      node = inner;
    }
    const values = (node[last] ??= []);
    if (!Array.isArray(values)) throw new Refusal('not-json');
    values.push(value);
  }
  return root;
}

const parseBoolean = (text: string): unknown => ({ true: true, false: false })[text] ?? text;

/**
 * Converts text to the type in the contract: the schema says that `topics` is a list and `helpful`
 * a boolean.
 */
function valueOf(node: Tree | string[], schema: Shape | undefined): unknown {
  const { type, innerType, element, shape, valueType } = schema?._zod.def ?? { type: '' };
  if (innerType) return valueOf(node, innerType);
  if (Array.isArray(node)) {
    if (type === 'array') return node;
    if (node.length > 1) return node;
    const [text = ''] = node;
    return type === 'boolean' || type === 'literal' || type === 'union' ? parseBoolean(text) : text;
  }
  const entries = Object.entries(node);
  if (type === 'array') return entries.map(([, inner]) => valueOf(inner, element));
  const value = Object.create(null) as Record<string, unknown>;
  for (const [key, inner] of entries) {
    value[key] = valueOf(inner, shape && Object.hasOwn(shape, key) ? shape[key] : valueType);
  }
  return value;
}

/**
 * Reads a submission from a form body as sent with `format="form"` and `format="multipart"`: the
 * names of envelope and data side by side, dotted paths, lists as repeated keys,
 * `consent.<id>=true` and `consent.<id>.text`. Empty fields are left out.
 */
export function submissionFrom(fields: [string, string][]): unknown {
  const filled = fields.filter(([, value]) => value !== '');
  const consents = new Map<string, { id: string; granted: boolean; text?: string }>();
  for (const [name, value] of filled) {
    const [, id, text] = /^consent\.(.+?)(\.text)?$/.exec(name) ?? [];
    if (!id) continue;
    const consent = consents.get(id) ?? { id, granted: false };
    consents.set(
      id,
      text ? { ...consent, text: value } : { ...consent, granted: value === 'true' },
    );
  }

  const root = treeOf(filled.filter(([name]) => !name.startsWith('consent.')));
  const envelope: Record<string, unknown> = {};
  for (const key of envelopeKeys) {
    const node = root[key];
    if (node) envelope[key] = valueOf(node, undefined);
    delete root[key];
  }
  const type = envelope['type'] as SubmissionType;
  const schema = Object.hasOwn(dataSchemas, type) ? dataSchemas[type] : undefined;
  return {
    ...envelope,
    version: Number(envelope['version']),
    data: valueOf(root, schema),
    consents: [...consents.values()].map((consent) => ({ ...consent, locale: envelope['locale'] })),
  };
}

/** The fields of an `application/x-www-form-urlencoded` body. `URLSearchParams` would silently replace broken UTF-8. */
export function urlEncodedFields(text: string): [string, string][] {
  const decode = (part: string) => {
    try {
      return decodeURIComponent(part.replaceAll('+', ' '));
    } catch {
      throw new Refusal('not-json');
    }
  };
  return text
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [decode(name), decode(value.join('='))];
    });
}
