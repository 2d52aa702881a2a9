import { reportConfigError } from '../../config/index.js';
import type { Submission } from '../../contract/index.js';

/** Names under which links of other forms carry a person. */
// eslint-disable-next-line clinic/no-field-names -- parameters of other sites' forms, not our fields
const personal = /^(e-?mail|phone|dob|birth.*|.*name)$/i;

/**
 * Which campaign has led here, from the address of the page. Nothing else is ever read from it: an address with a name or a birth date
 * would be in every log on the way.
 */
export function campaignOf(search: string): Submission['utm'] {
  const query = new URLSearchParams(search);
  const found = [...query.keys()].find((name) => personal.test(name));
  if (found)
    reportConfigError(
      `the page URL contains "${found}", which no form reads; leave it out of your links`,
    );
  const utm: Submission['utm'] = {};
  for (const name of ['source', 'medium', 'campaign'] as const) {
    // As long as the contract allows: a tag that is too long must not keep a visitor from sending.
    const text = [...(query.get(`utm_${name}`) ?? '').replaceAll('\0', '')].slice(0, 200).join('');
    if (text.trim()) utm[name] = text;
  }
  return Object.keys(utm).length > 0 ? utm : undefined;
}
