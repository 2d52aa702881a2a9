import { html } from 'lit/html.js';
import { safeHref } from '../element/index.js';
import { consentsFor } from '../contract/consents.js';
import type { Clinic, ConsentTerms, SubmissionType } from '../contract/index.js';
import type { AnyMessages } from '../i18n/index.js';

/** A document that a consent links to, as set by the page or the clinic file. */
export interface ConsentDocument {
  name: string;
  href: string;
  version?: string | undefined;
}

/** A part of a consent's text. With a document, it is that document's name. */
interface Piece {
  text: string;
  document?: ConsentDocument | undefined;
}

/**
 * A consent as it is asked. The text shown and the text sent are made from the same pieces, so they
 * cannot differ.
 */
export interface AskedConsent {
  terms: ConsentTerms;
  /** The name of its checkbox */
  control: string;
  pieces: Piece[];
  /** The documents that its text names */
  documents: ConsentDocument[];
}

/** The sentence that names the documents, with the list formatted for the language. */
function documentPieces(documents: ConsentDocument[], words: AnyMessages): Piece[] {
  const [before, after] = words.say('consent.documents', { documents: '\0' }).split('\0');
  const names = documents.map(({ name }) => words.say(`document.${name}`));
  let at = 0;
  const list = new Intl.ListFormat(words.tag, { type: 'conjunction' })
    .formatToParts(names)
    .map(({ type, value }) =>
      type === 'element' ? { text: value, document: documents[at++] } : { text: value },
    );
  return [{ text: ` ${before}` }, ...list, { text: after ?? '' }];
}

/** The consents that a form asks. A consent without text is not asked. */
export const consentsAsked = (
  type: SubmissionType,
  clinic: Clinic | undefined,
  words: AnyMessages,
  configured: ConsentDocument[],
): AskedConsent[] =>
  consentsFor(type, clinic).flatMap((terms) => {
    const text = words.local(terms.text) || (words.find(`consent.${terms.id}`) ?? '');
    if (text === '') return [];
    const documents = terms.required ? configured : [];
    const named = documents.length > 0 ? documentPieces(documents, words) : [];
    const control = `consent.${terms.id}`;
    return [{ terms, control, documents, pieces: [{ text }, ...named] }];
  });

/** The text of a consent as a template, with links to the documents. */
export const consentView = ({ pieces }: AskedConsent, words: AnyMessages): unknown =>
  pieces.map(({ text, document }) => {
    const href = safeHref(document?.href);
    return href
      ? html`<a href=${href} target="_blank" rel="noopener noreferrer"
          >${text}<span class="unseen">${` ${words.say('new-tab')}`}</span></a
        >`
      : text;
  });
