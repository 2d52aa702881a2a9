import { html } from 'lit/html.js';
import { safeHref } from '../config/index.js';
import { consentsFor } from '../contract/consents.js';
import type { Clinic, ConsentTerms, SubmissionType } from '../contract/index.js';
import type { Dictionary, Messages } from '../i18n/index.js';

/** A document a consent names, as the page or the clinic file configures it. */
export interface ConsentDocument {
  name: string;
  href: string;
  version?: string | undefined;
}

export type AnyMessages = Pick<Messages<Dictionary>, 'say' | 'find' | 'local' | 'locale' | 'tag'>;

export const wording = (terms: ConsentTerms, words: AnyMessages): string =>
  words.local(terms.text) || (words.find(`consent.${terms.id}`) ?? '');

/** The names of the documents in a row, as the language writes a row, each with its place in it. */
export const row = (documents: ConsentDocument[], words: AnyMessages) => {
  const names = documents.map(({ name }) => words.say(`document.${name}`));
  let at = 0;
  return new Intl.ListFormat(words.tag, { type: 'conjunction' })
    .formatToParts(names)
    .map(({ type, value }) =>
      type === 'element' ? { value, document: documents[at++] } : { value },
    );
};

const links = (documents: ConsentDocument[], words: AnyMessages): unknown => {
  const [before, after] = words.say('consent.documents', { documents: '\u0000' }).split('\u0000');
  const parts = row(documents, words).map(({ value, document }) => {
    const href = safeHref(document?.href);
    return href
      ? html`<a href=${href} target="_blank" rel="noopener noreferrer"
          >${value}<span class="unseen">${` ${words.say('new-tab')}`}</span></a
        >`
      : value;
  });
  return html`${' '}${before}${parts}${after}`;
};

/** The consents a form asks, with the words to show. One without words is not asked. */
export const askedConsents = (
  type: SubmissionType,
  clinic: Clinic | undefined,
  words: AnyMessages,
  documents: ConsentDocument[],
): { terms: ConsentTerms; words: unknown }[] =>
  consentsFor(type, clinic)
    .map((terms) => ({ terms, text: wording(terms, words) }))
    .filter(({ text }) => text !== '')
    .map(({ terms, text }) => ({
      terms,
      words:
        documents.length > 0 && terms.required ? html`${text}${links(documents, words)}` : text,
    }));
