/** What stood in an answer's body. `cut`: JSON that ends in the middle; `other`: a page, words, or more than an answer may hold. */
export type Body = { is: 'json'; value: unknown } | { is: 'empty' | 'cut' | 'other' };

type Fields = Record<string, unknown>;

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && !!value && !Array.isArray(value);

export const getOwn = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** A key of a JSON body. */
export const getField = (body: Body, key: string): unknown =>
  body.is === 'json' ? getOwn(body.value, key) : undefined;

/** Reads a body by what it says, not by its content type: services send JSON as `text/html`, and portals send pages as anything. */
export function parseBody(text: string | undefined): Body {
  const content = text?.trim();
  if (content === '') return { is: 'empty' };
  try {
    return { is: 'json', value: JSON.parse(content!) };
  } catch {
    return { is: /^[{[]/.test(content ?? '') ? 'cut' : 'other' };
  }
}
