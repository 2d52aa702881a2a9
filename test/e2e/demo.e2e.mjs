/**
 * The demo clinic as `npm start` serves it, used as a visitor uses it: what is typed into the four widgets is found in the database, once and
 * in the words that were shown; and what goes wrong on the way costs the visitor nothing.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import {
  click,
  countHeard,
  heard,
  inPicker,
  openClinic,
  ready,
  soon,
  visit,
  widget,
} from '../support/clinic.mjs';
import { browsers, sayLeftOut } from '../support/pages.mjs';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const languages = {
  en: { path: '/', prefix: '', insurer: 'We’re usually in network with this insurer.' },
  es: {
    path: '/es',
    prefix: '/es',
    insurer: 'Por lo general estamos dentro de la red de este seguro.',
  },
};

/** What each consent that names documents must have kept of them. */
const documents = (prefix, origin) => [
  { name: 'terms', href: `${origin}${prefix}/terms`, version: '2026-06-01' },
  { name: 'privacy', href: `${origin}${prefix}/privacy`, version: '2026-09-15' },
  { name: 'notice', href: `${origin}${prefix}/notice-of-privacy-practices`, version: '2026-02-16' },
];

/** Where the focus is, seen from the page. */
const focused = (page) => page.evaluate(() => document.activeElement.localName);

const fillNewsletter = async (letter, email = 'avery@example.org') => {
  await letter.type('email', email);
  await letter.tick('consent.marketing-email');
};

for (const [name, launch] of Object.entries(browsers)) {
  describe(`the demo clinic, in ${name}`, { timeout: 300_000 }, () => {
    let clinic, browser;
    const opened = [];
    /** A page that is closed after the test: in WebKit each is a browser of its own. */
    const open = async (path, options) => {
      const tab = await visit(browser, clinic.url + path, options);
      opened.push(tab.page);
      return tab;
    };
    const rowsSince = async (count) => (await clinic.rows()).slice(count);

    before(async () => {
      clinic = await openClinic();
      browser = await launch();
    });
    afterEach(async () => {
      for (const page of opened.splice(0)) await page.close();
    });
    after(async () => {
      await browser?.close();
      await clinic?.close();
    });

    // Both ways through the form: one visitor chooses a free time, the other asks for days.
    for (const locale of Object.keys(languages))
      for (const [width, way] of [
        [360, 'asks for days'],
        [1280, 'books a time'],
      ])
        it(`takes what all four widgets are told, ${locale}, ${width} px, who ${way}`, async () => {
          const { path, prefix, insurer } = languages[locale];
          const { page, problems } = await open(path, { width });
          const before = (await clinic.rows()).length;

          // The FAQ: an answer opens by keyboard, and its link begins the benefits check with the service set.
          const summary = await page.$(
            '#cost > summary, clinic-faq details:nth-of-type(2) > summary',
          );
          await summary.focus();
          await page.keyboard.press('Enter');
          const link = await page.waitForSelector(
            'clinic-faq details[open] a[href="#clinic-insurance-check"]',
            { visible: true },
          );
          await click(link);
          const insurance = widget(page, 'insurance-check');
          await insurance.until('[data-field="service"][value="tms"]:checked');
          assert.equal(await focused(page), 'insurance-check');
          assert.match((await insurance.focus()).part, /heading/);

          // Level 0: an answer without a name.
          await insurance.type('payer', 'aetna');
          await page.keyboard.press('Tab');
          await insurance.until('.network');
          const answer = await insurance.text('.network strong');
          assert.equal(answer, insurer);
          assert.equal((await clinic.rows()).length, before, 'level 0 sends nothing');

          // The manual check.
          await insurance.type('memberId', 'W123 456');
          await insurance.type('groupNumber', '77-001');
          await insurance.type('givenName', 'Avery');
          await insurance.type('familyName', 'Quill');
          await insurance.type('birthDate.month', '3');
          await insurance.type('birthDate.day', '27');
          await insurance.type('birthDate.year', '1985');
          await insurance.type('email', 'avery@example.org');
          await insurance.tick('consent.privacy');
          const insuranceConsents = {
            privacy: await insurance.consent('privacy'),
            sms: await insurance.consent('sms'),
          };
          await insurance.submit();
          const checked = await heard(page, 'clinic-submitted', 'insurance-check');
          await insurance.until('.reference');
          assert.equal(await insurance.text('.reference'), checked.reference);
          assert.match((await insurance.focus()).part, /heading/);

          // The call to action leads to the appointment form and puts the focus in it.
          await page.evaluate(() => scrollTo(0, 0));
          await click(await page.$('.begin .button'));
          await page.waitForFunction(() => document.activeElement.localName === 'appointment-form');
          const form = widget(page, 'appointment-form');
          assert.match((await form.focus()).part, /heading/);
          await page.waitForFunction(() => {
            const { top } = document.activeElement.getBoundingClientRect();
            return top >= 0 && top < innerHeight / 2;
          });
          const books = way === 'books a time';
          /** Goes on to the next step, once what it asks is there. */
          const on = async (selector) => {
            await form.submit();
            await form.until(selector);
          };
          await form.tick('forWhom', 'self');
          await form.tick('newPatient', 'true');
          await on('[data-field="service"]');

          await form.tick('service', 'evaluation');
          await form.until('[data-field="visit"]');
          await form.type('birthDate.month', '3');
          await form.type('birthDate.day', '27');
          await form.type('birthDate.year', '1985');
          await form.tick('visit', 'in-person');
          await form.until('[data-field="location"]');
          await form.tick('location', 'westmere');
          await on('clinic-slot-picker');

          const free = (await (await fetch(`${clinic.url}/api/slots`)).json()).slots;
          if (books) {
            await click(await inPicker(page, '.earliest'));
            await inPicker(page, '.held');
          } else {
            await click(await inPicker(page, '.others button'));
            await form.until('[data-field="preferences.0.day"]');
            await form.set('preferences.0.day', soon(7));
            await form.set('preferences.0.time', 'morning');
            await form.press('[data-field="preferences"] button.quiet');
            await form.until('[data-field="preferences.1.day"]');
            await form.set('preferences.1.day', soon(9));
          }
          await on('[data-field="givenName"]');

          await form.type('givenName', 'Avery');
          await form.type('familyName', 'Quill');
          await form.type('phone', '(321) 555-0142');
          await form.tick('contactBy', 'phone');
          await form.until('[data-field="voicemailOk"]');
          await form.tick('voicemailOk', 'false');
          await form.set('callTime', 'evening');
          await form.type('reason', 'I sleep badly. Ñandú, 日本, 👩‍⚕️.');
          await on('[data-field="consent.privacy"]');

          // The page to check says what was entered, and nothing has left before it.
          await form.until('[part="answer"]');
          const told = await page.evaluate(() =>
            [
              ...window
                .rootOf(document.querySelector('appointment-form'))
                .querySelectorAll('[part="answer"] textarea'),
            ].map(({ value }) => value),
          );
          for (const entered of ['Avery', 'Quill', '(321) 555-0142', 'Westmere'])
            assert.ok(told.includes(entered), `${entered}: ${told.join(' | ')}`);
          assert.equal(await countHeard(page, 'clinic-submit', 'appointment-form'), 0);
          await form.tick('consent.privacy');
          await form.tick('consent.sms');
          const formConsents = {
            privacy: await form.consent('privacy'),
            sms: await form.consent('sms'),
          };
          await form.submit();
          const requested = await heard(page, 'clinic-submitted', 'appointment-form');
          await form.until('.reference');
          assert.equal(await form.text('.reference'), requested.reference);
          assert.equal(requested.status, books ? 'confirmed' : 'received');

          // The newsletter, by keyboard alone.
          const letter = widget(page, 'newsletter-signup');
          await (await letter.find('[data-field="email"]')).focus();
          await page.keyboard.type('avery@example.org');
          await page.keyboard.press('Tab');
          await page.keyboard.press(' ');
          const consentText = await letter.consent('marketing-email');
          for (let stop = 0; stop < 12; stop++) {
            if ((await letter.focus()).field === 'consent.marketing-email') break;
            await page.keyboard.press('Tab');
          }
          await page.keyboard.press(' ');
          for (let stop = 0; stop < 12; stop++) {
            if ((await letter.focus()).part === 'submit') break;
            await page.keyboard.press('Tab');
          }
          await page.keyboard.press('Enter');
          const signed = await heard(page, 'clinic-submitted', 'newsletter-signup');

          // The database: each once, whole, and in the words that were shown.
          const rows = await rowsSince(before);
          assert.deepEqual(
            rows.map(({ type }) => type),
            ['insurance-check', 'appointment', 'newsletter-signup'],
          );
          const [check, request, signup] = rows.map(({ submission }) => submission);
          assert.deepEqual(
            rows.map(({ id }) => id),
            [checked.id, requested.id, signed.id],
          );
          assert.deepEqual(
            rows.map(({ reference }) => reference),
            [checked.reference, requested.reference, signed.reference],
          );
          for (const { id, submission } of rows) {
            assert.match(id, uuid);
            assert.equal(submission.locale, locale);
            assert.equal(submission.version, 1);
            assert.equal(submission.origin, clinic.url);
            for (const consent of submission.consents) assert.equal(consent.locale, locale);
          }
          assert.deepEqual(check.data, {
            payer: { id: 'aetna', name: 'Aetna' },
            service: 'tms',
            memberId: 'W123 456',
            groupNumber: '77-001',
            givenName: 'Avery',
            familyName: 'Quill',
            birthDate: '1985-03-27',
            email: 'avery@example.org',
          });
          const { slot, ...asked } = request.data;
          if (books) {
            const { id, start, end } = slot;
            const offered = free.find((one) => one.id === id);
            assert.deepEqual(
              [start, end].map(Date.parse),
              [offered.start, offered.end].map(Date.parse),
            );
            const left = (await (await fetch(`${clinic.url}/api/slots`)).json()).slots;
            assert.equal(
              left.some((one) => one.id === id),
              false,
              'booked is not offered again',
            );
          } else assert.equal(slot, undefined);
          assert.deepEqual(
            rows.map(({ status }) => status),
            // By hand, as nobody asks insurers here; and without a mail to confirm the newsletter.
            ['pending', books ? 'confirmed' : 'received', 'subscribed'],
          );
          assert.equal(!!asked.clinician, books);
          assert.deepEqual(asked, {
            forWhom: 'self',
            givenName: 'Avery',
            familyName: 'Quill',
            newPatient: true,
            phone: '(321) 555-0142',
            contactBy: 'phone',
            callTime: 'evening',
            voicemailOk: false,
            service: 'evaluation',
            visit: 'in-person',
            location: 'westmere',
            birthDate: '1985-03-27',
            // What the visitor was not asked for or left open, the time says.
            ...(books && { clinician: asked.clinician }),
            ...(!books && {
              preferences: [
                { day: soon(7), time: 'morning' },
                { day: soon(9), time: 'any' },
              ],
            }),
            reason: 'I sleep badly. Ñandú, 日本, 👩‍⚕️.',
          });
          assert.deepEqual(signup.data, { email: 'avery@example.org', topics: ['news'] });

          const kept = documents(prefix, clinic.url);
          const expected = (id, granted, text, more = {}) => ({
            id,
            granted,
            text,
            locale,
            ...more,
          });
          assert.deepEqual(check.consents, [
            expected('privacy', true, insuranceConsents.privacy, { documents: kept }),
            expected('sms', false, insuranceConsents.sms),
          ]);
          assert.deepEqual(request.consents, [
            expected('privacy', true, formConsents.privacy, { documents: kept }),
            expected('sms', true, formConsents.sms),
          ]);
          assert.deepEqual(signup.consents, [
            expected('marketing-email', true, consentText, { documents: kept }),
          ]);
          for (const { href } of kept) assert.equal((await fetch(href)).status, 200, href);

          // The staff see the same.
          const list = await clinic.list();
          assert.deepEqual(
            list.slice(0, 3).map(({ id }) => id),
            [signed.id, requested.id, checked.id],
          );
          assert.deepEqual(list[1].submission.data, request.data);

          assert.deepEqual(problems, []);
        });

    // Names and roles as assistive technology finds them, through closed roots, on a page that no test has touched.
    if (name === 'Chromium')
      it('can be used by the names of its controls', async () => {
        const page = await browser.newPage();
        await page.goto(clinic.url);
        const before = (await clinic.rows()).length;
        const named = (text, role) =>
          page.waitForSelector(`::-p-aria([name="${text}"][role="${role}"])`);
        const inLetter = await page.$('newsletter-signup');
        await inLetter.scrollIntoView();
        const submit = await named('Sign me up', 'button');
        await click(submit);
        await named('There is a problem', 'heading');
        await click(await named('Enter your email address.', 'button'));
        await page.keyboard.type('named@example.org');
        const terms = await page.$$('::-p-aria([role="checkbox"])');
        await click(terms.at(-1));
        await click(submit);
        await named('Thank you', 'heading');
        const [row] = await rowsSince(before);
        assert.equal(row.submission.data.email, 'named@example.org');
        await page.close();
      });

    it('leads from an empty form to the first thing to correct', async () => {
      const { page, problems } = await open('/');
      const form = widget(page, 'appointment-form');
      // A step speaks of its own questions only.
      await form.submit();
      await form.until('[part="summary"]');
      assert.equal((await form.focus()).part, 'summary');
      assert.deepEqual((await heard(page, 'clinic-invalid', 'appointment-form')).fields, [
        'forWhom',
      ]);

      await page.evaluate(() =>
        document.querySelector('appointment-form').setAttribute('layout', 'page'),
      );
      await form.until('[data-field="consent.privacy"]');
      await form.submit();
      await page.waitForFunction(
        () => window.heard.filter(([type]) => type === 'clinic-invalid').length === 2,
      );
      assert.equal((await form.focus()).part, 'summary');
      const { fields } = await heard(page, 'clinic-invalid', 'appointment-form');
      assert.equal(fields[0], 'forWhom');
      assert.ok(fields.includes('consent.privacy'), String(fields));

      const lines = await (await form.find('[part="summary"] ul')).$$('button');
      assert.ok(lines.length >= 5);
      const line = 'Enter a last name.';
      for (const button of lines)
        if ((await button.evaluate((node) => node.textContent)) === line) await click(button);
      const at = await form.focus();
      assert.equal(at.field, 'familyName');
      assert.ok(await form.has('[data-field="familyName"][aria-invalid="true"]'));
      const label = await form.find('[part~="field"]:has([data-field="familyName"])');
      await page.waitForFunction(
        (node) => {
          const { top } = node.getBoundingClientRect();
          return top > -1 && top < 200; // under the page's own sticky header
        },
        {},
        label,
      );
      assert.equal(new URL(page.url()).hash, '');
      assert.equal(await countHeard(page, 'clinic-submit', 'appointment-form'), 0);
      assert.deepEqual(problems, []);
    });

    it('sends once, however often the button is pressed', async () => {
      const { page } = await open('/');
      const before = (await clinic.rows()).length;
      const letter = widget(page, 'newsletter-signup');
      await fillNewsletter(letter, 'twice@example.org');
      const button = await letter.find('[part="submit"]');
      await button.click({ count: 3 });
      await page.keyboard.press('Enter');
      await heard(page, 'clinic-submitted', 'newsletter-signup');
      await new Promise((done) => setTimeout(done, 500));
      assert.equal((await rowsSince(before)).length, 1);
      assert.equal(await countHeard(page, 'clinic-submit', 'newsletter-signup'), 1);
    });

    const goesBack = name !== 'WebKit';
    if (!goesBack) sayLeftOut('the demo, going back');
    it('gives an empty form to whoever goes back after sending', { skip: !goesBack }, async () => {
      const { page } = await open('/');
      const letter = widget(page, 'newsletter-signup');
      await fillNewsletter(letter, 'back@example.org');
      const insurance = widget(page, 'insurance-check');
      await insurance.type('memberId', 'LEFT-BEHIND');
      await letter.submit();
      await heard(page, 'clinic-submitted', 'newsletter-signup');
      const home = page.url();
      await page.goto(`${clinic.url}/privacy`);
      const back = () => page.evaluate(() => history.back());
      await back();
      await page.waitForFunction((url) => location.href === url, {}, home);
      await ready(page);
      await letter.until('[data-field="email"]');
      assert.equal(await letter.value('email'), '');
      assert.equal(await letter.has('[data-field="consent.marketing-email"]:checked'), false);
      await insurance.until('[data-field="memberId"]');
      assert.equal(await insurance.value('memberId'), '');
    });

    // Last: it stops the receiver, and the console then rightly speaks of lost connections.
    it('keeps the answers while the receiver is down, and then stores them once, under the same id', async () => {
      const { page } = await open('/', { width: 360, times: 20 });
      const before = (await clinic.rows()).length;
      const letter = widget(page, 'newsletter-signup');
      await fillNewsletter(letter, 'down@example.org');
      await clinic.stop();
      await letter.submit();
      const failed = await heard(page, 'clinic-failed', 'newsletter-signup', 75_000);
      await letter.until('.trouble', 5_000);
      assert.match(await letter.text('.trouble'), /\+1 321-555-0134/);
      assert.ok(await letter.has('.trouble a[href^="tel:"]'));
      assert.equal(await letter.value('email'), 'down@example.org');
      assert.ok(await letter.has('[data-field="consent.marketing-email"]:checked'));
      assert.equal(await letter.text('[part="submit"]'), 'Try again');

      await clinic.startAgain();
      await letter.submit();
      const submitted = await heard(page, 'clinic-submitted', 'newsletter-signup', 30_000);
      assert.equal(submitted.id, failed.id);
      const rows = await rowsSince(before);
      assert.deepEqual(
        rows.map(({ id }) => id),
        [failed.id],
      );
      assert.equal(rows[0].submission.data.email, 'down@example.org');
    });
  });
}
