/** What the compiler must know about widgets and settings, and refuse. */
import type { NewsletterSignup } from '../../src/index.js';
import { endpointOf, resolve, type Settings } from '../../src/config/index.js';

const form = document.createElement('newsletter-signup');
form.format = 'form';
form.deliver = async ({ id }) => ({ reference: id, status: 'received' });
form.addEventListener('clinic-submit', ({ detail }) => detail.id.trim());

// @ts-expect-error not one of the formats
form.format = 'xml';
// @ts-expect-error not one of the themes
form.theme = 'pink';
// @ts-expect-error a receipt has a status
form.deliver = async () => ({ reference: '1' });
// @ts-expect-error the plain tag of another widget has other properties
void form.payers;
// @ts-expect-error an event we do not have
form.emit('clinic-closed', {});
// @ts-expect-error an event never carries what was typed
form.emit('clinic-submit', { id: '1', email: 'ana@example.org' });

const faq: HTMLElementTagNameMap['clinic-faq'] = document.createElement('clinic-faq');
void faq.oneOpen;
// @ts-expect-error the FAQ sends nothing
void faq.deliver;

const settings: Settings = { headingLevel: 3, sandbox: true };
resolve({ attributes: settings }).format.trim();
// @ts-expect-error a setting we do not have
resolve({ attributes: { colour: 'red' } });
// @ts-expect-error a layer we do not have
resolve({ cookie: settings });
// @ts-expect-error a type of submission that there is not
endpointOf({}, 'newsletter', undefined);

export type Known = NewsletterSignup['sandbox'];
