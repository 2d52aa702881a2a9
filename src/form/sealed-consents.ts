import { safeHref } from '../config/index.js';
import { consentsFor } from '../contract/consents.js';
import type { Clinic, Consent, SubmissionType } from '../contract/index.js';
import { row, wording, type AnyMessages, type ConsentDocument } from './consents.js';
import type { Draft } from './answers.js';

/** What was agreed to or not, in the very words that were shown. */
export const sealedConsents = (
  type: SubmissionType,
  clinic: Clinic | undefined,
  words: AnyMessages,
  documents: ConsentDocument[],
  draft: Draft,
): Consent[] =>
  consentsFor(type, clinic).flatMap((terms) => {
    const text = wording(terms, words);
    if (text === '') return [];
    const named = documents.length > 0 && terms.required;
    const list = row(documents, words)
      .map(({ value }) => value)
      .join('');
    return {
      id: terms.id,
      granted: draft.flag(`consent.${terms.id}`) === true,
      text: named ? `${text} ${words.say('consent.documents', { documents: list })}` : text,
      locale: words.locale,
      ...(named && {
        documents: documents.map(({ name, href, version }) => ({
          name,
          href: safeHref(href) ?? href,
          ...(version && { version }),
        })),
      }),
    };
  });
