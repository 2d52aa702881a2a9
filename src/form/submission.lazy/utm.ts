import { reportConfigError } from '../../config/index.js';
import type { Submission } from '../../contract/index.js';

/** Query parameters of other forms that may contain personal data. */
// eslint-disable-next-line clinic/no-field-names -- parameters of other sites' forms, not our fields
const personal = /^(e-?mail|phone|dob|birth.*|.*name)$/i;

/**
 * The campaign (`utm_*` parameters) from the page's address. Nothing else is read from it, because
 * an address with a name or a birth date would end up in logs.
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
    // Cut to the length the contract allows: a long tag must not prevent a visitor from sending.
    const text = [...(query.get(`utm_${name}`) ?? '').replaceAll('\0', '')].slice(0, 200).join('');
    if (text.trim()) utm[name] = text;
  }
  return Object.keys(utm).length > 0 ? utm : undefined;
}
