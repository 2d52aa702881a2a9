/**
 * The list of dictionaries with their widgets and key prefixes: what a clinic file can override
 * under `messages`, and what a new language needs. A test compares it with the sources.
 */
const forms = ['appointment-form', 'insurance-check', 'newsletter-signup'];
const appointment = 'widgets/appointment-form/';
const insurance = 'widgets/insurance-check/';
const faq = 'widgets/clinic-faq/';

/**
 * - `file`: path in src, without extension
 * - `spanish`: a separate file whose default export is the Spanish dictionary
 * - `en`, `es`: names of the exports, if different
 * - `prefix`: put before each key
 * @type {{ file: string, tags: string[], spanish?: string, en?: string, es?: string, prefix?:
 * string }[]}
 */
export const dictionaries = [
  ...[...forms, 'clinic-faq'].map((tag) => ({
    file: `widgets/${tag}/messages/en`,
    spanish: `widgets/${tag}/messages/es.lazy`,
    tags: [tag],
  })),
  { file: 'form/validation.lazy/messages', tags: forms },
  { file: 'form/dialog.lazy/messages', tags: forms },
  {
    file: 'form/steps/messages',
    spanish: 'form/messages/es',
    es: 'stepsEs',
    tags: ['appointment-form'],
  },
  { file: `${appointment}messages/after-start`, tags: ['appointment-form'] },
  { file: `${appointment}parts/crisis-signpost.lazy/messages`, tags: ['appointment-form'] },
  { file: `${appointment}parts/sent-panel.lazy/messages`, tags: ['appointment-form'] },
  { file: `${appointment}parts/waitlist.lazy/messages`, tags: ['appointment-form'] },
  { file: 'scheduling/slot-picker.lazy/messages', tags: ['appointment-form'], prefix: 'slots.' },
  {
    file: 'photos/prepare.lazy/messages',
    tags: ['appointment-form'],
    en: 'photoEn',
    es: 'photoEs',
  },
  { file: 'photos/prepare.lazy/messages', tags: ['insurance-check'] },
  { file: 'payers/combobox.lazy/messages', tags: ['insurance-check'] },
  { file: 'payers/programs.lazy', tags: ['insurance-check'] },
  { file: `${insurance}parts/coverage-card.lazy/messages`, tags: ['insurance-check'] },
  { file: `${insurance}parts/follow-up.lazy/messages`, tags: ['insurance-check'] },
  { file: `${insurance}parts/good-faith-estimate.lazy`, tags: ['insurance-check'] },
  { file: 'widgets/newsletter-signup/messages/errors.lazy', tags: ['newsletter-signup'] },
  { file: `${faq}parts/answer-footer.lazy/messages`, tags: ['clinic-faq'] },
  { file: `${faq}parts/contact-options/messages`, tags: ['clinic-faq'] },
  { file: `${faq}parts/review-line/messages`, tags: ['clinic-faq'] },
  { file: `${faq}parts/search.lazy/messages`, tags: ['clinic-faq'] },
];

/**
 * All texts of a language by `<tag>.<key>`, the names used in a clinic file.
 *
 * @param {(file: string) => Promise<Record<string, any>>} load loads a module by its path in src,
 * without extension
 * @param {'en' | 'es'} language
 * @returns {Promise<Record<string, string>>}
 */
export async function allMessages(load, language = 'en') {
  const all = {};
  for (const { file, tags, spanish, prefix = '', ...names } of dictionaries) {
    const own = language === 'es' && spanish;
    const words = (await load(own || file))[names[language] ?? (own ? 'default' : language)];
    for (const tag of tags)
      for (const [key, text] of Object.entries(words)) all[`${tag}.${prefix}${key}`] = text;
  }
  return all;
}
