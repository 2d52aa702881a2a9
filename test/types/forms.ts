/** What the compiler must refuse of a form: house rules that no review need look for. */
import type { Data } from '../../src/contract/index.js';
import { choices, consent, text } from '../../src/fields/index.js';
import { defineForm, formEn, required, type Form, type FormWords } from '../../src/form/index.js';
import { Messages, type SameKeys } from '../../src/i18n/index.js';
import { newsletterForm } from '../../src/widgets/newsletter-signup/newsletter-signup.js';

const email = required(text({ type: 'email' }));
const givenName = text();
const topics = choices({ options: ['news'] });
const type = 'newsletter-signup';

defineForm({ type, fields: { email, givenName, topics }, consents: consent() });

// @ts-expect-error a contract key without a field
defineForm({ type, fields: { email, givenName }, consents: consent() });

defineForm({
  type,
  // @ts-expect-error a field that the contract does not know
  fields: { email, givenName, topics, shoeSize: text() },
  consents: consent(),
});

// @ts-expect-error a consent drawn as a text box
defineForm({ type, fields: { email, givenName, topics }, consents: text() });

// @ts-expect-error a consent drawn as boxes that may be ticked beforehand
defineForm({ type, fields: { email, givenName, topics }, consents: topics });

// @ts-expect-error a form that asks no consent
defineForm({ type, fields: { email, givenName, topics } });

// @ts-expect-error what the contract insists on is not marked as required
defineForm({ type, fields: { email: text(), givenName, topics }, consents: consent() });

defineForm({
  type,
  // @ts-expect-error what the contract leaves open is marked as required
  fields: { email, givenName: required(text()), topics },
  consents: consent(),
});

// @ts-expect-error a field that answers with text where the contract holds a list
defineForm({ type, fields: { email, givenName, topics: text() }, consents: consent() });

// @ts-expect-error a type of submission that there is not
defineForm({ type: 'newsletter', fields: { email, givenName, topics }, consents: consent() });

newsletterForm satisfies Form<'newsletter-signup'>;
// @ts-expect-error the fields of one type are not those of another
newsletterForm satisfies Form<'appointment'>;

const data: Data<'newsletter-signup'> = { email: 'ana@example.org' };
// @ts-expect-error a key of another type
void data.memberId;

// — words —

const en = {
  ...formEn,
  heading: 'News',
  submit: 'Sign up',
  'email.label': 'Email',
  'givenName.label': 'First name',
  'topics.label': 'Topics',
};
en satisfies FormWords<'newsletter-signup'>;

const { 'email.label': _label, ...unlabelled } = en;
// @ts-expect-error a dictionary that lacks a label
unlabelled satisfies FormWords<'newsletter-signup'>;

const { heading: _heading, ...nameless } = en;
// @ts-expect-error a dictionary without a heading
nameless satisfies FormWords<'newsletter-signup'>;

// @ts-expect-error the words of one form are not those of another
en satisfies FormWords<'appointment'>;

// @ts-expect-error a translation that lacks a word
unlabelled satisfies SameKeys<typeof en>;

// @ts-expect-error a translation with a word that English has not
({ ...en, 'email.lable': 'Correo' }) satisfies SameKeys<typeof en>;

declare const words: Messages<typeof en>;
words.t('email.label');
words.t('heading', { name: 'x', count: 1 });
// @ts-expect-error a key that is misspelt
words.t('email.lable');
// @ts-expect-error a value that cannot be shown
words.t('heading', { when: new Date() });
