/**
 * The parsed body of a response. `cut`: truncated JSON; `other`: a page, plain text, or more than
 * the size limit.
 */
export type Body = { is: 'json'; value: unknown } | { is: 'empty' | 'cut' | 'other' };

type Fields = Record<string, unknown>;

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && !!value && !Array.isArray(value);

export const getOwn = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** The value of a key in a JSON body. */
export const getField = (body: Body, key: string): unknown =>
  body.is === 'json' ? getOwn(body.value, key) : undefined;

/**
 * Parses a body by its content, not its content type: services send JSON as `text/html`, and
 * captive portals send pages as any type.
 */
export function parseBody(text: string | undefined): Body {
  const content = text?.trim();
  if (content === '') return { is: 'empty' };
  try {
    return { is: 'json', value: JSON.parse(content!) };
  } catch {
    return { is: /^[{[]/.test(content ?? '') ? 'cut' : 'other' };
  }
}
