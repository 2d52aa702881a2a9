import type { Submission } from '../../contract/index.js';
import type { Sealed } from '../send.js';
import { flatten, pairs, type Mapping } from './flat.js';
import { multipart, type FilePart } from './multipart.js';

export type { FilePart };

/** How a submission is encoded for its endpoint. */
export type Format = 'json' | 'form' | 'multipart';

export interface EncodeOptions extends Mapping {
  format: Format;
  /**
   * Makes it multipart: the JSON in the part `submission`, or flat fields if `names` or `extra` are
   * set
   */
  files?: FilePart[];
}

/**
 * Seals a submission: its bytes are created here, once. JSON is the envelope as it is; with `names`
 * or `extra` it is one flat object, like `form` and `multipart`.
 */
export async function encode(submission: Submission, encoding: EncodeOptions): Promise<Sealed> {
  const { format, names, extra, files = [] } = encoding;
  const { id } = submission;
  const fields = flatten(submission, encoding);
  const mapped = Object.keys({ ...names, ...extra }).length > 0;

  if (files.length || format === 'multipart') {
    const boundary = `clinic-${id}`;
    const whole: [string, string][] = [['submission', stringify(submission)]];
    return {
      id,
      contentType: `multipart/form-data; boundary=${boundary}`,
      body: await multipart(boundary, files.length && !mapped ? whole : pairs(fields), files),
    };
  }
  return format === 'form'
    ? {
        id,
        contentType: 'application/x-www-form-urlencoded',
        body: new URLSearchParams(pairs(fields)).toString(),
      }
    : {
        id,
        contentType: 'application/json',
        body: stringify(mapped ? Object.fromEntries(fields) : submission),
      };
}

/**
 * `JSON.stringify` for plain data without calling `toJSON`: Prototype 1.6 adds one to every array,
 * which would turn a list into a string.
 */
export const stringify = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map((item) => stringify(item)).join()}]`
    : typeof value === 'object' && value
      ? `{${Object.entries(value)
          .filter(([, item]) => item !== undefined)
          .map(([key, item]) => `${JSON.stringify(key)}:${stringify(item)}`)
          .join()}}`
      : (JSON.stringify(value) ?? 'null');
