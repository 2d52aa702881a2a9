/** What is recorded: every widget in its variants, one story each. Names are those of the recordings. */
import { join } from 'node:path';
import { replies } from './server.mjs';
import * as site from './site.mjs';

const minute = 60_000;
/** Whether the last words of a page that is left are heard is chance. */
const leaving = { deaf: true };

const appointment = 'appointment-form';
const newsletter = 'newsletter-signup';
const insurance = 'insurance-check';
const faq = 'clinic-faq';

/** A clinic file with other keys, or with keys taken out. */
const clinicWith = (change) => {
  const clinic = structuredClone(site.clinic);
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) delete clinic[key];
    else clinic[key] = value;
  }
  return clinic;
};
const withSlots = clinicWith({ slots: '/slots', questions: [] });
const withPayers = clinicWith({ payers: '/payers' });

/** Without a clinic file. */
const bare = { script: '' };

/** In the picker, a button for one time; the first is the earliest, offered on top. */
const time = '[data-field="slot"] >>> [role="group"] button[aria-label][aria-pressed]';
const slotButton = '[data-field="slot"] >>> button';
/** Another time in the place of one that was taken */
const nearest = '[data-field="slot"] >>> [role="alert"] button';
/** What stands beside the time that is held. */
const holdButton = '[role="timer"] ^^^ button';

async function person(form, { email = 'ada@example.org' } = {}) {
  await form.type('givenName', 'Ada');
  await form.type('familyName', 'Quill');
  await form.type('email', email);
}

async function birth(form, [month, day, year] = ['4', '2', '1980'], name = 'birthDate') {
  await form.type(`${name}.month`, month);
  await form.type(`${name}.day`, day);
  await form.type(`${name}.year`, year);
}

/** Signs up for the newsletter, up to the button. */
async function signUp(form, email = 'ada@example.org') {
  await form.type('email', email);
  await form.check('consent.marketing-email');
}

/** Asks for an appointment on one page, up to the button. */
async function ask(form, { days = true } = {}) {
  await form.check('forWhom', 'self');
  await person(form);
  if (days) await form.set('preferences.0.day', '2027-03-08');
  await form.check('consent.privacy');
}

/** One page with free times, a service and a place chosen. */
const slotPage = {
  body: '<appointment-form layout="page" id="a"></appointment-form>',
  clinic: withSlots,
};
async function openTimes(visit) {
  const form = visit.widget(appointment);
  await visit.step('arrive');
  await visit.step('choose a service and a place', async () => {
    await form.check('service', 'tms');
    await form.check('location', 'main');
  });
  return form;
}
const takeTime = (visit, form, at = 1) =>
  visit.step(`choose time ${at}`, () => form.press(time, at));

/** @type {Record<string, { run: (visit: Awaited<ReturnType<import('./visit.mjs').open>>) => Promise<void> } & Record<string, unknown>>} */
export const scenarios = {
  // — newsletter-signup —

  'newsletter-json': {
    ...bare,
    body: `<${newsletter} endpoint="/send" topics="news:News, events:Events" phone="+1 555 010 0199" partner="happy"><p>Fallback</p></${newsletter}>`,
    path: '/?utm_source=mail&utm_medium=link&utm_campaign=spring&email=x@example.org',
    posts: [replies.subscribed],
    async run({ key, widget, step }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('come into the email', () => form.focus('email'));
      await step('write', () => form.type('email', 'ada@example.org'));
      await step('leave by Tab', () => key('Tab'));
      await step('choose a topic', () => form.check('topics', 'events'));
      await step('agree', () => form.check('consent.marketing-email'));
      await step('send', () => form.submit());
    },
  },
  'newsletter-form': {
    ...bare,
    body: `<${newsletter} endpoint="/send" format="form" names="email:EMAIL" extra="form-name:contact, list:7"></${newsletter}>`,
    posts: [replies.checkInbox],
    async run({ widget, step }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('send', async () => {
        await signUp(form);
        await form.submit();
      });
    },
  },
  'newsletter-multipart': {
    ...bare,
    body: `<${newsletter} endpoint="/send" format="multipart"></${newsletter}>`,
    posts: [replies.subscribed],
    async run({ widget, step }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('send', async () => {
        await signUp(form);
        await form.submit();
      });
    },
  },
  'newsletter-names-json': {
    ...bare,
    body: `<${newsletter} endpoint="/send" names="email:EMAIL, givenName:FNAME" extra="tag:web" fields="email, givenName"></${newsletter}>`,
    posts: [replies.subscribed],
    async run({ widget, step }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('send', async () => {
        await signUp(form);
        await form.type('givenName', 'Ada');
        await form.submit();
      });
    },
  },
  'newsletter-refused-here': {
    body: `<${newsletter}></${newsletter}>`,
    posts: [replies.subscribed],
    async run({ widget, step }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('send nothing', () => form.submit());
      await step('write half an address', () => form.type('email', 'ada@'));
      await step('agree', () => form.check('consent.marketing-email'));
      await step('send it', () => form.submit());
      await step('write the rest', () => form.type('email', 'example.org'));
      await step('send that', () => form.submit());
    },
  },
  'newsletter-refused-there-and-replaced': {
    body: `<${newsletter}></${newsletter}>`,
    posts: [replies.invalid, replies.subscribed],
    async run({ widget, step }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('send', async () => {
        await signUp(form);
        await form.submit();
      });
      await step('correct', () => form.retype('email', 'grace@example.org'));
      await step('send again', () => form.submit());
    },
  },
  'newsletter-refused-by-an-unknown-shape': {
    body: `<${newsletter} phone="+1 555 010 0199"></${newsletter}>`,
    posts: [
      {
        status: 400,
        headers: { 'Content-Type': 'application/json' },
        body: '{"errors":[{"field":"email","message":"Not this one"}]}',
      },
      {
        status: 200,
        headers: { 'Content-Type': 'application/json' },
        body: '{"success":false,"message":"No"}',
      },
      replies.refused,
      replies.idReused,
      replies.subscribed,
    ],
    async run({ widget, step }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('send', async () => {
        await signUp(form);
        await form.submit();
      });
      for (const turn of ['second', 'third', 'fourth', 'fifth'])
        await step(`send a ${turn} time`, () => form.submit());
    },
  },
  'newsletter-busy-then-accepted': {
    body: `<${newsletter}></${newsletter}>`,
    posts: [replies.busy, replies.cut, replies.broken, replies.subscribed],
    async run({ widget, step, server, advance }) {
      const form = widget(newsletter);
      await step('arrive');
      server.hold('/send');
      await step('send', async () => {
        await signUp(form);
        await form.submit();
      });
      await step('press again while it is sent', () => form.submit());
      await step('the endpoint is busy, the line breaks, it breaks, it accepts', async () => {
        server.open('/send');
        await advance(20_000);
      });
    },
  },
  'newsletter-given-up-then-again': {
    body: `<${newsletter} phone="+1 555 010 0199"></${newsletter}>`,
    posts: [replies.busy],
    async run({ widget, step, advance, server }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('send, and it stays busy for two minutes', async () => {
        await signUp(form);
        await form.submit();
        await advance(2 * minute);
      });
      await step('try again, and it does not know how', async () => {
        server.answer([{ ...replies.broken, status: 501 }]);
        await form.submit();
        await advance(2 * minute);
      });
      await step('and again, the same', async () => {
        server.answer([replies.subscribed]);
        await form.submit();
      });
    },
  },
  'newsletter-no-answer': {
    body: `<${newsletter}></${newsletter}>`,
    posts: [replies.subscribed],
    async run({ widget, step, server, advance }) {
      const form = widget(newsletter);
      await step('arrive');
      server.hold('/send');
      await step('send', async () => {
        await signUp(form);
        await form.submit();
      });
      await step('two minutes without an answer', () => advance(2 * minute));
      await step('change the address and try again', async () => {
        server.open('/send');
        await form.retype('email', 'grace@example.org');
        await form.submit();
      });
    },
  },
  'newsletter-offline': {
    body: `<${newsletter}></${newsletter}>`,
    posts: [replies.subscribed],
    async run({ widget, step, page, advance }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('fill in', () => signUp(form));
      await page.setOfflineMode(true);
      await step('send offline', async () => {
        await form.submit();
        await advance(15_000);
      });
      await page.setOfflineMode(false);
      await step('try again online', () => form.submit());
    },
  },
  'newsletter-stopped-by-the-page': {
    body: `<${newsletter}></${newsletter}>`,
    before: () =>
      document.addEventListener('clinic-submit', (event) => event.preventDefault(), { once: true }),
    posts: [replies.subscribed],
    async run({ widget, step }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('send, and the page stops it', async () => {
        await signUp(form);
        await form.submit();
      });
      await step('send again', () => form.submit());
    },
  },
  'newsletter-sandbox': {
    ...bare,
    body: `<${newsletter} sandbox></${newsletter}>`,
    async run({ widget, step }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('send', async () => {
        await signUp(form);
        await form.submit();
      });
    },
  },
  'newsletter-deliver': {
    ...bare,
    body: `<${newsletter}></${newsletter}><script>
      let turn = 0;
      document.querySelector('${newsletter}').deliver = async (submission, files) => {
        window.pinned.add(['note', 'delivered', JSON.stringify(submission) + ' with ' + (files ?? []).length + ' files']);
        turn++;
        if (turn === 1) throw Object.assign(new Error('no'), { issues: [{ path: ['data', 'email'], code: 'format' }] });
        if (turn === 2) throw new Error('broken');
        return { reference: 'D-1', status: 'subscribed' };
      };</script>`,
    async run({ widget, step }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('send, refused', async () => {
        await signUp(form);
        await form.submit();
      });
      await step('send another, which fails', async () => {
        await form.retype('email', 'grace@example.org');
        await form.submit();
      });
      await step('try again', () => form.submit());
    },
  },
  'newsletter-fetch-of-the-page': {
    ...bare,
    body: `<${newsletter} endpoint="/send"></${newsletter}><script>
      document.querySelector('${newsletter}').fetch = async (url, init) => {
        window.pinned.add(['note', 'own fetch', [init.method, init.credentials, init.redirect, init.referrerPolicy, init.mode, init.cache].join(' ')]);
        return Response.json({ reference: 'F-1', status: 'subscribed' });
      };</script>`,
    async run({ widget, step }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('send', async () => {
        await signUp(form);
        await form.submit();
      });
    },
  },
  'newsletter-redirect': {
    ...bare,
    body: `<${newsletter} endpoint="/send" redirect="/elsewhere"></${newsletter}>`,
    posts: [replies.subscribed],
    async run({ widget, step }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('send', async () => {
        await signUp(form);
        await form.submit();
      });
    },
  },
  'newsletter-dialog': {
    body: `<${newsletter} display="dialog"><p>Fallback</p></${newsletter}>`,
    posts: [replies.subscribed],
    async run({ key, widget, step, page }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('open', () => form.press('[part~="open"]'));
      await step('write', () => form.type('email', 'ada@example.org'));
      await step('close by Escape', () => key('Escape'));
      await step('open by code', () =>
        page.evaluate(() => document.querySelector('newsletter-signup').open()),
      );
      await step('close by its button', () => form.press('[part~="close"]'));
      await step('open and send', async () => {
        await form.press('[part~="open"]');
        await form.check('consent.marketing-email');
        await form.submit();
      });
      await step('close and open after success', async () => {
        await form.press('[part~="close"]');
        await form.press('[part~="open"]');
      });
    },
  },
  'newsletter-floating': {
    body: `<${newsletter} display="floating"></${newsletter}>`,
    async run({ widget, step, page }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('open', () => form.press('[part~="open"]'));
      await step('close by code', () =>
        page.evaluate(() => document.querySelector('newsletter-signup').close()),
      );
    },
  },
  'newsletter-alias': {
    body: `<clinic-${newsletter} id="letter"></clinic-${newsletter}>`,
    posts: [replies.subscribed],
    async run({ widget, step }) {
      const form = widget(`clinic-${newsletter}`);
      await step('arrive');
      await step('send', async () => {
        await signUp(form);
        await form.submit();
      });
    },
  },
  'newsletter-taken-name': {
    body: `<${newsletter}></${newsletter}><div data-clinic-widget="${newsletter}"></div>`,
    before: () => customElements.define('newsletter-signup', class extends HTMLElement {}),
    async run({ step }) {
      await step('arrive');
    },
  },
  'newsletter-div': {
    body: `<div data-clinic-widget="${newsletter}" id="letter" class="mine" data-heading="News" data-heading-level="3" data-topics="news:News" data-unknown="x"><p id="fallback">Fallback</p></div>`,
    posts: [replies.subscribed],
    async run({ widget, step, page }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('send', async () => {
        await signUp(form);
        await form.submit();
      });
      await step('another div comes later', () =>
        page.evaluate(() => {
          const div = document.createElement('div');
          div.dataset.clinicWidget = 'newsletter-signup';
          document.body.append(div);
        }),
      );
    },
  },
  'newsletter-div-and-trust': {
    script: 'data-allow="/send/ok"',
    body: `<div data-clinic-widget="${newsletter}" id="allowed" data-endpoint="/send/ok/1"><p>Fallback</p></div>
      <div data-clinic-widget="${newsletter}" id="not-allowed" data-endpoint="/send/other"><p>Fallback</p></div>
      <div rel="ugc"><div data-clinic-widget="${newsletter}" id="comment"><p>Fallback</p></div></div>
      <${newsletter} id="foreign" endpoint="http://other.example/x"><p>Fallback</p></${newsletter}>
      <${newsletter} id="none"></${newsletter}>`,
    async run({ step }) {
      await step('arrive');
    },
  },
  'newsletter-link': {
    body: `<p><a id="go" href="#clinic-${newsletter}">Sign up</a></p><${newsletter}></${newsletter}>`,
    async run({ step, page }) {
      await step('arrive');
      await step('follow the link', () => page.click('#go'));
    },
  },
  'newsletter-es': {
    lang: 'es-MX',
    body: `<${newsletter}></${newsletter}>`,
    posts: [replies.subscribed],
    async run({ widget, step, page }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('send nothing', () => form.submit());
      await step('send', async () => {
        await signUp(form);
        await form.submit();
      });
      await step('the page turns to English', () =>
        page.evaluate(() => (document.documentElement.lang = 'en')),
      );
    },
  },
  'newsletter-es-never-comes': {
    lang: 'es',
    body: `<${newsletter}></${newsletter}>`,
    doctor: (code, path) =>
      path.includes('clinic-widgets.js') ? code : 'await new Promise(() => {})',
    async run({ step, advance }) {
      await step('arrive');
      await step('three seconds later', () => advance(3000));
    },
  },
  'newsletter-classic': {
    file: 'clinic-widgets.classic.js',
    body: `<${newsletter}></${newsletter}>`,
    lang: 'es',
    posts: [replies.subscribed],
    async run({ widget, step }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('send', async () => {
        await signUp(form);
        await form.submit();
      });
    },
  },
  'newsletter-alone': {
    file: 'newsletter-signup.js',
    body: `<${newsletter}></${newsletter}><${faq}><details><summary>Why?</summary>So.</details></${faq}>`,
    posts: [replies.subscribed],
    async run({ widget, step }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('send', async () => {
        await signUp(form);
        await form.submit();
      });
    },
  },
  'newsletter-config': {
    ...bare,
    head: '<meta name="clinic-widgets" data-heading-level="4" data-phone="+1 555 010 0100">',
    body: `<clinic-config endpoint="/send" partner="around"><${newsletter} heading=""></${newsletter}></clinic-config>`,
    before: () => (window.clinicWidgets = { privacy: '/p', terms: '/t' }),
    posts: [replies.subscribed],
    async run({ widget, step }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('send', async () => {
        await signUp(form);
        await form.submit();
      });
    },
  },
  'newsletter-two-scripts': {
    head: '<script type="module" src="/dist/clinic-widgets.js?ver=2"></script>',
    body: `<${newsletter}></${newsletter}>`,
    async run({ step }) {
      await step('arrive');
    },
  },
  'newsletter-idle': {
    body: `<${newsletter}></${newsletter}>`,
    async run({ widget, step, advance }) {
      const form = widget(newsletter);
      await step('arrive');
      await step('write', () => form.type('email', 'ada@example.org'));
      await step('twelve minutes', () => advance(12 * minute));
      await step('one more', () => advance(minute));
      await step('say that one is there', () => form.press('[role="alert"] button'));
      await step('fifteen minutes', () => advance(15 * minute));
      await step('write again', () => form.type('email', 'grace'));
    },
  },
  'newsletter-clinic-file-missing': {
    script: 'data-config="/none.json"',
    body: `<${newsletter} id="bare"><p>Fallback</p></${newsletter}><${newsletter} id="own" endpoint="/send"></${newsletter}>`,
    async run({ step, advance }) {
      await step('arrive');
      await step('eight seconds later', () => advance(8000));
    },
  },
  'newsletter-clinic-file-late': {
    body: `<${newsletter} id="bare"><p>Fallback</p></${newsletter}><${newsletter} id="own" endpoint="/send/own"></${newsletter}>`,
    posts: [replies.subscribed],
    prepare: (server) => server.hold('/clinic.json'),
    async run({ widget, step, server }) {
      await step('arrive');
      await step('send before it is there', async () => {
        await signUp(widget('#own'));
        await widget('#own').submit();
      });
      await step('it comes', () => server.open('/clinic.json'));
    },
  },
  'newsletter-closed-roots': {
    script: 'data-config="/clinic.json"',
    body: `<${newsletter} id="n"></${newsletter}><${appointment} id="a"></${appointment}><${insurance} id="i"></${insurance}><${faq} id="f"></${faq}>`,
    prepare: (_server, pages) => (pages['/'] = pages['/'].replace(' data-inspect', '')),
    async run({ step }) {
      await step('arrive');
    },
  },

  // — appointment-form, asked by days —

  'appointment-steps': {
    body: `<${appointment} phone="+1 555 010 0199"><p slot="before">Before</p><p slot="between">Between</p><p slot="after">After</p></${appointment}>`,
    async run({ key, widget, step }) {
      const form = widget(appointment);
      await step('arrive');
      await step('go on without an answer', () => form.submit());
      await step('answer for whom', () => form.check('forWhom', 'self'));
      await step('go on', () => form.submit());
      await step('choose a service', () => form.check('service', 'evaluation'));
      await step('choose visit and place', async () => {
        await form.check('visit', 'in-person');
        await form.check('location', 'east');
      });
      await step('go on to the days', () => form.submit());
      await step('go on without a day', () => form.submit());
      await step('choose a day', async () => {
        await form.set('preferences.0.day', '2027-03-08');
        await form.set('preferences.0.time', 'morning');
      });
      await step('go on to the person', () => form.submit());
      await step('write', () => person(form));
      await step('choose how to be reached', () => form.check('contactBy', 'email'));
      await step('go back', () => form.press('[part~="back"]'));
      await step('and on again', () => form.submit());
      await step('go on to the check', () => form.submit());
      await step('change an answer', () =>
        form.press('form button[type="button"]:not([part~="back"])', 0),
      );
      await step('and come back', () => form.submit());
      await step('send without agreeing', () => form.submit());
      await step('agree', () => form.check('consent.privacy'));
      await step('send by Enter', () => key('Enter'));
    },
  },
  'appointment-one-service': {
    body: `<${appointment}></${appointment}>`,
    clinic: clinicWith({ services: site.clinic.services.slice(0, 1), questions: [] }),
    async run({ widget, step }) {
      const form = widget(appointment);
      await step('arrive');
      await step('come into it', () => form.focus('forWhom'));
      await step('go on', async () => {
        await form.check('forWhom', 'self');
        await form.submit();
      });
    },
  },
  'appointment-page': {
    body: `<${appointment} layout="page"></${appointment}>`,
    async run({ widget, step }) {
      const form = widget(appointment);
      await step('arrive');
      await step('send nothing', () => form.submit());
      await step('fill in', () => ask(form));
      await step('choose what brings a question along', () => form.check('service', 'tms'));
      await step('write a birth date of a child', () => birth(form, ['5', '6', '2015']));
      await step('correct it, and answer', async () => {
        await form.retype('birthDate.year', '1980');
        await form.check('answers.ride', 'false');
      });
      await step('send', () => form.submit());
    },
  },
  'appointment-page-for-a-child': {
    body: `<${appointment} layout="page"></${appointment}>`,
    async run({ widget, step }) {
      const form = widget(appointment);
      await step('arrive');
      await step('for someone else, a minor', async () => {
        await ask(form);
        await form.check('forWhom', 'other');
        await form.check('service', 'tms');
        await birth(form, ['5', '6', '2015']);
        await form.check('answers.ride', 'true');
      });
      await step('send', () => form.submit());
      await step('write who asks', async () => {
        await form.type('guardian.givenName', 'Bo');
        await form.type('guardian.familyName', 'Quill');
        await form.type('guardian.phone', '555 010 0123');
        await form.type('guardian.relationship', 'parent');
      });
      await step('send again', () => form.submit());
    },
  },
  'appointment-page-all-answers': {
    body: `<${appointment} layout="page" service="evaluation" location="east" clinician="c2"></${appointment}>`,
    async run({ widget, step }) {
      const form = widget(appointment);
      await step('arrive');
      await step('fill in everything', async () => {
        await ask(form);
        await form.check('newPatient', 'true');
        await form.check('visit', 'telehealth');
        await form.type('phone', '(321) 555-0134');
        await form.check('contactBy', 'phone');
        await form.set('callTime', 'evening');
        await form.check('voicemailOk', 'false');
        await form.set('interpreter', 'es');
        await form.check('access.needs', 'hearing');
        await form.type('access.note', 'A note');
        await form.type('reason', 'Some words');
        await form.check('answers.heard', 'web');
        await form.check('consent.sms');
        await form.press('[data-field="preferences"] button');
      });
      await step('a second day', () => form.set('preferences.1.day', '2027-03-09'));
      await step('send', () => form.submit());
    },
  },
  'appointment-words-of-danger': {
    body: `<${appointment} layout="page"></${appointment}>`,
    async run({ widget, step }) {
      const form = widget(appointment);
      await step('arrive');
      await step('write', () => form.type('reason', 'I want to kill myself'));
      await step('take it back', () => form.retype('reason', 'I am tired'));
    },
  },
  'appointment-fields': {
    ...bare,
    body: `<${appointment} endpoint="/send" fields="legalSex, chosenName, email!, phone?, birthDate" region="GB" privacy="/p" notice="/n"></${appointment}>`,
    async run({ widget, step }) {
      const form = widget(appointment);
      await step('arrive');
      await step('come in', () => form.focus('forWhom'));
    },
  },
  'appointment-form-format': {
    body: `<${appointment} layout="page" format="form"></${appointment}>`,
    async run({ widget, step }) {
      const form = widget(appointment);
      await step('arrive');
      await step('send', async () => {
        await ask(form);
        await form.press('[data-field="preferences"] button');
        await form.set('preferences.1.day', '2027-03-09');
        await form.check('consent.sms');
        await form.submit();
      });
    },
  },
  'appointment-multipart': {
    body: `<${appointment} layout="page" format="multipart" names="givenName:first"></${appointment}>`,
    async run({ widget, step }) {
      const form = widget(appointment);
      await step('arrive');
      await step('send', async () => {
        await ask(form);
        await form.submit();
      });
    },
  },
  'appointment-sandbox': {
    ...bare,
    body: `<${appointment} sandbox layout="page" slots="/slots"></${appointment}>`,
    async run({ widget, step }) {
      const form = widget(appointment);
      await step('arrive');
      await step('choose a time', () => form.press(time, 1));
      await step('send', async () => {
        await ask(form, { days: false });
        await form.submit();
      });
    },
  },
  'appointment-deliver': {
    body: `<${appointment} layout="page"></${appointment}><script>
      document.querySelector('${appointment}').deliver = async (submission) => {
        window.pinned.add(['note', 'delivered', JSON.stringify(submission)]);
        return { reference: 'D-2', status: 'received' };
      };</script>`,
    clinic: clinicWith({ endpoints: undefined }),
    async run({ widget, step }) {
      const form = widget(appointment);
      await step('arrive');
      await step('send', async () => {
        await ask(form);
        await form.submit();
      });
    },
  },
  'appointment-dialog': {
    body: `<${appointment} display="dialog" heading="Book" heading-level="3"></${appointment}>`,
    async run({ key, widget, step }) {
      const form = widget(appointment);
      await step('arrive');
      await step('open', () => form.press('[part~="open"]'));
      await step('answer and go on', async () => {
        await form.check('forWhom', 'self');
        await form.submit();
      });
      await step('close by Escape', () => key('Escape'));
      await step('open again', () => form.press('[part~="open"]'));
    },
  },
  'appointment-alias': {
    body: `<clinic-${appointment} data-layout="page" heading-level="4"></clinic-${appointment}>`,
    async run({ widget, step }) {
      const form = widget(`clinic-${appointment}`);
      await step('arrive');
      await step('send', async () => {
        await ask(form);
        await form.submit();
      });
    },
  },
  'appointment-div': {
    body: `<div data-clinic-widget="${appointment}" data-layout="page" data-service="evaluation" id="book"><p>Fallback</p></div>`,
    async run({ step }) {
      await step('arrive');
    },
  },
  'appointment-link': {
    body: `<p><a id="go" href="#clinic-${appointment}" data-service="tms">Book TMS</a></p><${appointment}></${appointment}>`,
    async run({ widget, step, page }) {
      const form = widget(appointment);
      await step('arrive');
      await step('follow the link', () => page.click('#go'));
      await step('go on to the service', async () => {
        await form.check('forWhom', 'self');
        await form.submit();
      });
    },
  },
  'appointment-opened-at-its-address': {
    path: `/#clinic-${appointment}`,
    body: `<${appointment}></${appointment}>`,
    async run({ step }) {
      await step('arrive');
    },
  },
  'appointment-bus': {
    body: `<${appointment} layout="page" id="book"></${appointment}>`,
    async run({ step, page }) {
      await step('arrive');
      await step('ask it to open, by the bus', () =>
        page.evaluate(() => {
          const { bus } = window.clinicWidgets;
          const hear = (word) => (detail, event) =>
            window.pinned.add(['note', word, `${JSON.stringify(detail)} ${event.type}`]);
          bus.on('clinic-open', hear('on'));
          bus.once('clinic-open', hear('once'));
          bus.on('clinic-ready', hear('replay'), { replay: true });
          window.pinned.add(['note', 'last', JSON.stringify(bus.last('clinic-ready'))]);
          for (const target of ['book', 'appointment-form', 'nothing'])
            bus.emit('clinic-open', { widget: 'page', instance: 'p', target, service: 'tms' });
        }),
      );
    },
  },
  'appointment-keyboard': {
    body: `<${appointment}></${appointment}>`,
    async run({ key, step, page }) {
      await step('arrive');
      await page.evaluate(() => document.querySelector('#end').focus());
      for (let turn = 1; turn <= 3; turn++)
        await step(`Shift+Tab ${turn}`, async () => {
          await page.keyboard.down('Shift');
          await key('Tab');
          await page.keyboard.up('Shift');
        });
      await step('choose by the space bar', () => key(' '));
      await step('and by an arrow', () => key('ArrowUp'));
      await step('Enter', () => key('Enter'));
      for (let turn = 1; turn <= 4; turn++) await step(`Tab ${turn}`, () => key('Tab'));
    },
  },
  'appointment-exit': {
    body: `<${appointment} exit="/elsewhere"></${appointment}>`,
    clinic: withSlots,
    async run({ widget, step, page }) {
      const form = widget(appointment);
      await step('arrive');
      await step('go to the times', async () => {
        await form.check('forWhom', 'self');
        await form.submit();
        await form.check('service', 'tms');
        await form.check('location', 'main');
        await birth(form);
        await form.submit();
      });
      await step('hold one', () => form.press(time, 1));
      await step('leave at once', () => form.press('[part~="exit"]'), leaving);
      await step('go back', () => page.goBack({ timeout: 1500 }).catch(() => {}));
    },
  },
  'appointment-idle': {
    body: `<${appointment}></${appointment}>`,
    async run({ widget, step, advance }) {
      const form = widget(appointment);
      await step('arrive');
      await step('two steps', async () => {
        await form.check('forWhom', 'other');
        await form.submit();
        await form.check('service', 'tms');
      });
      await step('thirteen minutes', () => advance(13 * minute));
      await step('two more', () => advance(2 * minute));
    },
  },
  'appointment-es': {
    lang: 'es',
    body: `<${appointment}></${appointment}>`,
    async run({ widget, step }) {
      const form = widget(appointment);
      await step('arrive');
      await step('for whom', async () => {
        await form.check('forWhom', 'self');
        await form.submit();
      });
      await step('what and where', async () => {
        await form.check('service', 'tms');
        await form.check('location', 'main');
        await birth(form);
        await form.submit();
      });
      await step('when', async () => {
        await form.set('preferences.0.day', '2027-03-08');
        await form.submit();
      });
      await step('who', async () => {
        await person(form);
        await form.check('answers.ride', 'true');
        await form.submit();
      });
      await step('send', async () => {
        await form.check('consent.privacy');
        await form.submit();
      });
    },
  },
  'appointment-classic': {
    file: 'clinic-widgets.classic.js',
    body: `<${appointment} layout="page"></${appointment}>`,
    clinic: withSlots,
    async run({ widget, step }) {
      const form = widget(appointment);
      await step('arrive');
      await step('choose a time', async () => {
        await form.check('service', 'tms');
        await form.check('location', 'main');
        await birth(form);
        await form.press(time, 1);
      });
    },
  },
  'appointment-alone': {
    file: 'appointment-form.js',
    body: `<${appointment}></${appointment}>`,
    async run({ widget, step }) {
      const form = widget(appointment);
      await step('arrive');
      await step('go on', async () => {
        await form.check('forWhom', 'self');
        await form.submit();
      });
    },
  },
  'appointment-no-endpoint': {
    ...bare,
    body: `<${appointment} id="with"><p>Fallback</p></${appointment}><${appointment} id="without" phone="+1 555 010 0199"></${appointment}><${insurance} payers="/payers" phone="+1 555 010 0199"></${insurance}>`,
    async run({ key, widget, step }) {
      const check = widget(insurance);
      await step('arrive');
      await step('ask about an insurer', async () => {
        await check.type('payer', 'north');
        await key('ArrowDown');
        await key('Enter');
      });
    },
  },

  // — appointment-form, with times —

  'slot-held-and-booked': {
    ...slotPage,
    posts: [replies.confirmed],
    async run(visit) {
      const { step } = visit;
      const form = await openTimes(visit);
      await takeTime(visit, form);
      await step('another time', () => form.press(time, 2));
      await step('fill in', async () => {
        await ask(form, { days: false });
        await birth(form);
      });
      await step('send', () => form.submit());
      await step(
        'leave the page',
        () => visit.page.goto(`${visit.server.origin}/elsewhere`),
        leaving,
      );
    },
  },
  'slot-being-held': {
    ...slotPage,
    async run(visit) {
      const { step, server } = visit;
      const form = await openTimes(visit);
      server.hold('/slots/s01/hold');
      await takeTime(visit, form);
      await step('another one meanwhile', () => form.press(time, 2));
      await step('the first comes', () => server.open('/slots/s01/hold'));
    },
  },
  'slot-extended-and-expired': {
    ...slotPage,
    async run(visit) {
      const { step, advance } = visit;
      const form = await openTimes(visit);
      await takeTime(visit, form);
      await step('two minutes', () => advance(2 * minute));
      await step('extend', () => form.press(holdButton));
      await step('four minutes and ten seconds: one is left', () => advance(4 * minute + 10_000));
      await step('one more: it has expired', () => advance(minute));
      await step('hold it again', () => form.press(slotButton, -1));
    },
  },
  'slot-released-by-leaving': {
    ...slotPage,
    async run(visit) {
      const { step, page, server } = visit;
      const form = await openTimes(visit);
      await takeTime(visit, form);
      await step('leave the page', () => page.goto(`${server.origin}/elsewhere`), leaving);
    },
  },
  'slot-released-by-other-answers': {
    ...slotPage,
    async run(visit) {
      const { step } = visit;
      const form = await openTimes(visit);
      await takeTime(visit, form);
      await step('another place, without times', () => form.check('location', 'east'));
    },
  },
  'slot-released-by-the-page': {
    ...slotPage,
    async run(visit) {
      const { step, page } = visit;
      const form = await openTimes(visit);
      await takeTime(visit, form);
      await step('the widget is taken out', () =>
        page.evaluate(() => document.querySelector('appointment-form').remove()),
      );
    },
  },
  'slot-taken-on-hold': {
    ...slotPage,
    holds: [replies.slotTaken],
    async run(visit) {
      const { step } = visit;
      const form = await openTimes(visit);
      await takeTime(visit, form);
      await step('one of the nearest', () => form.press(nearest));
    },
  },
  'slot-taken-on-send': {
    ...slotPage,
    posts: [replies.slotTaken, replies.confirmed],
    async run(visit) {
      const { step } = visit;
      const form = await openTimes(visit);
      await takeTime(visit, form);
      await step('send', async () => {
        await ask(form, { days: false });
        await birth(form);
        await form.submit();
      });
      await step('one of the nearest', () => form.press(nearest));
      await step('send again', () => form.submit());
    },
  },
  'slot-not-held-here': {
    ...slotPage,
    holds: [{ status: 404, headers: {}, body: '' }],
    posts: [{ ...replies.refused }, replies.confirmed],
    async run(visit) {
      const { step } = visit;
      const form = await openTimes(visit);
      await takeTime(visit, form);
      await step('send, refused', async () => {
        await ask(form, { days: false });
        await birth(form);
        await form.submit();
      });
      await step('send again', () => form.submit());
    },
  },
  'slot-kept-while-sending-fails': {
    ...slotPage,
    posts: [replies.confirmed],
    async run(visit) {
      const { step, server, advance } = visit;
      const form = await openTimes(visit);
      await takeTime(visit, form);
      server.hold('/send');
      await step('send without an answer for six minutes', async () => {
        await ask(form, { days: false });
        await birth(form);
        await form.submit();
        await advance(6 * minute);
      });
      await step('try again', async () => {
        server.open('/send');
        await form.submit();
      });
    },
  },
  'slot-steps-and-back': {
    body: `<${appointment}></${appointment}>`,
    clinic: withSlots,
    posts: [replies.confirmed],
    async run({ widget, step }) {
      const form = widget(appointment);
      await step('arrive');
      await step('for whom', async () => {
        await form.check('forWhom', 'self');
        await form.submit();
      });
      await step('what and where', async () => {
        await form.check('service', 'tms');
        await form.check('location', 'main');
        await birth(form);
        await form.submit();
      });
      await step('go on without a time', () => form.submit());
      await step('hold one', () => form.press(time, 1));
      await step('go on', () => form.submit());
      await step('go back', () => form.press('[part~="back"]'));
      await step('and on again', () => form.submit());
      await step('who', async () => {
        await person(form);
        await form.submit();
      });
      await step('send', async () => {
        await form.check('consent.privacy');
        await form.submit();
      });
    },
  },
  'slot-days-instead': {
    ...slotPage,
    async run(visit) {
      const { step } = visit;
      const form = await openTimes(visit);
      await takeTime(visit, form);
      await step('rather by days', () => form.press('[data-field="slot"] >>> p > button'));
      await step('back to the times', () => form.press(slotButton, 0));
    },
  },
  'slot-days-and-clocks': {
    ...slotPage,
    clinic: clinicWith({ slots: '/slots', questions: [] }),
    zone: 'Asia/Tokyo',
    async run(visit) {
      const { step, key } = visit;
      const form = visit.widget(appointment);
      await step('arrive');
      await step('by video', async () => {
        await form.check('service', 'evaluation');
        await form.check('visit', 'telehealth');
      });
      await step('the other clock', () =>
        form.press('[data-field="slot"] >>> [role="group"] [aria-pressed="false"]'),
      );
      await step('another day by keys', async () => {
        await (
          await form.find('[data-field="slot"] >>> [role="grid"] button[tabindex="0"]')
        ).focus();
        await key('ArrowRight');
        await key('Enter');
      });
    },
  },
  'slot-narrow': {
    ...slotPage,
    width: 380,
    async run(visit) {
      const form = await openTimes(visit);
      await visit.step('the second day', () =>
        form.press('[data-field="slot"] >>> [role="group"] [aria-pressed="false"]'),
      );
    },
  },
  'slot-none-then-waitlist': {
    ...slotPage,
    slots: [],
    async run(visit) {
      const { step } = visit;
      const form = await openTimes(visit);
      await step('to the waitlist', () => form.press(slotButton, 0));
      await step('back', () => form.press('[part~="back"]'));
      await step('to it again, and send nothing', async () => {
        await form.press(slotButton, 0);
        await form.submit();
      });
      await step('send', async () => {
        await person(form);
        await form.set('preferences.0.day', '2027-03-08');
        await form.check('consent.privacy');
        await form.submit();
      });
    },
  },
  'slot-broken': {
    ...slotPage,
    body: '<appointment-form layout="page" phone="+1 555 010 0199"></appointment-form>',
    slots: { status: 500, headers: {}, body: '' },
    async run(visit) {
      await openTimes(visit);
      const form = visit.widget(appointment);
      await visit.step('try again', () => form.press(slotButton, 0));
    },
  },
  'slot-late': {
    ...slotPage,
    prepare: (server) => server.hold('/slots'),
    async run(visit) {
      const { step, server, advance } = visit;
      const form = visit.widget(appointment);
      await step('arrive');
      await step('come to the times', async () => {
        await form.check('service', 'tms');
        await form.check('location', 'main');
      });
      await step('four seconds', () => advance(4000));
      await step('they come', () => server.open('/slots'));
    },
  },
  'slot-fhir': {
    ...slotPage,
    clinic: clinicWith({ slots: '/slots', questions: [], services: [], locations: [] }),
    slots: {
      status: 200,
      headers: { 'Content-Type': 'application/fhir+json' },
      body: JSON.stringify({
        resourceType: 'Bundle',
        type: 'searchset',
        entry: [
          ['f1', '2027-03-02T09:00:00-05:00', '2027-03-02T09:20:00-05:00', 'free'],
          ['f2', '2027-03-02T10:00:00-05:00', '2027-03-02T10:20:00-05:00', 'busy'],
          ['f3', '2027-03-03T09:00:00-05:00', '2027-03-03T09:20:00-05:00', 'free'],
        ].map(([id, start, end, status]) => ({
          resource: {
            resourceType: 'Slot',
            id,
            start,
            end,
            status,
            serviceType: [{ text: 'Talk therapy' }],
            schedule: { reference: 'Schedule/1' },
          },
        })),
      }),
    },
    async run({ widget, step }) {
      const form = widget(appointment);
      await step('arrive');
      await step('choose', () => form.press(slotButton, 0));
      await step('send', async () => {
        await ask(form, { days: false });
        await form.submit();
      });
    },
  },
  'slot-es': {
    lang: 'es',
    ...slotPage,
    async run(visit) {
      const form = await openTimes(visit);
      await takeTime(visit, form);
    },
  },

  // — insurance-check —

  'insurance-list': {
    body: `<${insurance}></${insurance}>`,
    clinic: withPayers,
    posts: [replies.covered],
    async run({ key, widget, step, page }) {
      const form = widget(insurance);
      await step('arrive');
      await step('come into another field first', () => form.focus('memberId'));
      await step('come to the insurer', () => form.focus('payer'));
      await step('write', () => page.keyboard.type('nor'));
      await step('go down', () => key('ArrowDown'));
      await step('choose', () => key('Enter'));
      await step('fill in', async () => {
        await form.check('relationship', 'self');
        await form.type('memberId', 'W123 456');
        await person(form);
        await birth(form);
        await form.check('consent.privacy');
      });
      await step('send', () => form.submit());
    },
  },
  'insurance-other-payers': {
    body: `<${insurance}></${insurance}>`,
    clinic: withPayers,
    async run({ key, widget, step }) {
      const form = widget(insurance);
      await step('arrive');
      for (const name of ['south mutual', 'west plan', 'medicare', 'nobody at all']) {
        await step(`write ${name}`, async () => {
          await form.retype('payer', name);
          await key('Tab');
        });
      }
      await step('open by a click', () => form.press('[data-field="payer"]'));
      await step('close by Escape', () => key('Escape'));
      await step('one does not know', async () => {
        await form.retype('payer', 'x');
        await form.press('[role="option"]', -1);
      });
    },
  },
  'insurance-without-a-list': {
    body: `<${insurance}></${insurance}>`,
    posts: [replies.pending],
    async run({ widget, step }) {
      const form = widget(insurance);
      await step('arrive');
      await step('send nothing', () => form.submit());
      await step('fill in, for a child, with a second plan', async () => {
        await form.type('payer', 'Some Insurer');
        await form.check('relationship', 'child');
        await form.check('secondary');
      });
      await step('send what is missing much', async () => {
        await person(form);
        await birth(form);
        await form.type('memberId', 'M-1');
        await form.check('consent.privacy');
        await form.submit();
      });
      await step('fill in the rest and send', async () => {
        await form.type('subscriber.givenName', 'Bo');
        await form.type('subscriber.familyName', 'Quill');
        await form.type('secondary.payer', 'Other Insurer');
        await form.type('secondary.memberId', 'M-2');
        await form.submit();
      });
    },
  },
  'insurance-long-names': {
    body: `<${insurance}></${insurance}>`,
    posts: [replies.pending],
    async run({ widget, step }) {
      const form = widget(insurance);
      await step('arrive');
      for (const length of [120, 121, 200, 201])
        await step(`an insurer of ${length} letters`, async () => {
          await form.retype('payer', 'a'.repeat(length));
          await form.submit();
        });
    },
  },
  'insurance-self-pay': {
    body: `<${insurance}></${insurance}>`,
    clinic: withPayers,
    posts: [replies.pending],
    async run({ widget, step }) {
      const form = widget(insurance);
      await step('arrive');
      await step('pay alone', () => form.check('selfPay'));
      await step('send', async () => {
        await person(form);
        await birth(form);
        await form.check('consent.privacy');
        await form.submit();
      });
    },
  },
  'insurance-photos': {
    body: `<${insurance}></${insurance}>`,
    posts: [replies.busy, replies.pending],
    async run({ widget, step, settle, folder, page }) {
      const form = widget(insurance);
      const upload = async (side, name) =>
        (await form.find(`[data-field="cards.${side}"]`)).uploadFile(join(folder, name));
      const until = (selector) => form.find(selector);
      await step('arrive');
      await step('come to the photos', () => form.focus('cards.front'));
      await step('what is no photo', async () => {
        await upload('front', 'page.jpg');
        await until('[role="alert"]');
      });
      await step('a photo', async () => {
        await upload('front', 'photo.png');
        await until('[role="img"], canvas');
      });
      await step('another of the back', async () => {
        await upload('back', 'photo.png');
        await form.find('[role="img"], canvas', 1);
      });
      await step('send', async () => {
        await form.type('payer', 'Some Insurer');
        await person(form);
        await birth(form);
        await form.check('consent.privacy');
        await form.submit();
        await settle();
        await page.waitForFunction(() =>
          document.querySelector('insurance-check').matches(':state(sent)'),
        );
      });
    },
  },
  'insurance-hand-over': {
    body: `<${insurance}></${insurance}><${appointment} layout="page" id="book"></${appointment}>`,
    posts: [replies.pending, replies.received],
    async run({ widget, step }) {
      const check = widget(insurance);
      const form = widget('#book');
      await step('arrive');
      await step('send the check', async () => {
        await check.type('payer', 'Some Insurer');
        await check.type('memberId', 'M-1');
        await check.check('service', 'evaluation');
        await person(check);
        await birth(check);
        await check.check('consent.privacy');
        await check.submit();
      });
      await step('go on to the appointment', () => check.press('button', -1));
      await step('send that', async () => {
        await form.check('forWhom', 'self');
        await form.set('preferences.0.day', '2027-03-08');
        await form.check('consent.privacy');
        await form.submit();
      });
    },
  },
  'insurance-sandbox-deliver-and-more': {
    ...bare,
    body: `<${insurance} id="s" sandbox payers="/payers"></${insurance}><${insurance} id="d" fields="cards, legalSex?, memberId!"></${insurance}><script>
      document.querySelector('#d').deliver = async (submission) => {
        window.pinned.add(['note', 'delivered', JSON.stringify(submission)]);
        return { reference: 'D-3', status: 'pending' };
      };</script>`,
    async run({ widget, step }) {
      await step('arrive');
      for (const id of ['#s', '#d'])
        await step(`send ${id}`, async () => {
          const form = widget(id);
          await form.type('payer', 'Some Insurer');
          await form.type('memberId', 'M-1');
          await person(form);
          await birth(form);
          await form.check('consent.privacy');
          await form.submit();
        });
    },
  },
  'insurance-form-format': {
    body: `<${insurance} format="form"></${insurance}>`,
    posts: [replies.pending],
    async run({ widget, step }) {
      const form = widget(insurance);
      await step('arrive');
      await step('send', async () => {
        await form.type('payer', 'Some Insurer');
        await form.type('memberId', 'M-1');
        await person(form);
        await birth(form);
        await form.check('consent.privacy');
        await form.submit();
      });
    },
  },
  'insurance-dialog': {
    body: `<${insurance} display="dialog"></${insurance}><${insurance} display="floating" id="f"></${insurance}>`,
    async run({ widget, step }) {
      const form = widget(insurance);
      await step('arrive');
      await step('open', () => form.press('[part~="open"]'));
    },
  },
  'insurance-alias-div-link': {
    body: `<p><a id="go" href="#clinic-${insurance}" data-service="tms">Check</a></p><clinic-${insurance} id="c"></clinic-${insurance}><div id="d" data-clinic-widget="${insurance}"></div>`,
    async run({ step, page }) {
      await step('arrive');
      await step('follow the link', () => page.click('#go'));
    },
  },
  'insurance-idle': {
    body: `<${insurance}></${insurance}>`,
    clinic: withPayers,
    async run({ widget, step, advance }) {
      const form = widget(insurance);
      await step('arrive');
      await step('write', () => form.type('payer', 'south'));
      await step('thirteen minutes', () => advance(13 * minute));
      await step('two more', () => advance(2 * minute));
    },
  },
  'insurance-es': {
    lang: 'es',
    body: `<${insurance}></${insurance}>`,
    clinic: withPayers,
    posts: [replies.covered],
    async run({ key, widget, step }) {
      const form = widget(insurance);
      await step('arrive');
      await step('an insurer', async () => {
        await form.type('payer', 'north');
        await key('ArrowDown');
        await key('Enter');
      });
      await step('send', async () => {
        await form.type('memberId', 'W1');
        await person(form);
        await birth(form);
        await form.check('consent.privacy');
        await form.submit();
      });
    },
  },

  // — clinic-faq —

  'faq-file': {
    body: `<${faq} src="/faq.json"></${faq}><${appointment} layout="page"></${appointment}>`,
    posts: [replies.received],
    async run({ key, widget, step, page }) {
      const list = widget(faq);
      await step('arrive');
      await step('open an answer', () => list.press('summary', 1));
      await step('it was not helpful', () => list.press('[part~="feedback"] button', 1));
      await step('close it', () => list.press('summary', 1));
      await step('open all', () => list.press('[part~="toggle-all"]'));
      await step('close all', () => list.press('[part~="toggle-all"]'));
      await step('come to the search', () => list.press('[part~="search"]'));
      await step('look for something', () => page.keyboard.type('magnet'));
      await step('look for what is not there', async () => {
        await page.keyboard.type('xyz');
      });
      await step('clear by Escape', () => key('Escape'));
      await step('an action of an answer', async () => {
        await list.press('summary', 1);
        await list.press('details button, details a[href^="#clinic"]', 0);
      });
    },
  },
  'faq-details': {
    body: `<${faq} one-open remember heading="Questions">
      <details id="cost"><summary>What does it cost?</summary><p>It depends.</p></details>
      <details open data-keywords="car"><summary>Where can I park?</summary><p>Behind. <a href="#cost">Costs</a></p></details>
      <details data-reviewed-by="Dr. One" data-reviewed="2027-01-15"><summary>Is it safe?</summary><p>Yes.</p><button data-clinic-open="${newsletter}">News</button></details>
      </${faq}><${newsletter}></${newsletter}>`,
    async run({ widget, step, page }) {
      const list = widget(faq);
      await step('arrive');
      await step('open another', () => list.press('summary', 2));
      await step('open another widget', () => list.press('[data-clinic-open]'));
      await step('it was helpful', () => list.press('[part~="feedback"] button', 0));
      await step('reload', () => page.reload());
    },
  },
  'faq-address': {
    path: '/#parking',
    body: `<${faq} src="/faq.json" feedback="false"></${faq}>`,
    async run({ step, page }) {
      await step('arrive');
      await step('another address', () => page.evaluate(() => (location.hash = '#cost')));
    },
  },
  'faq-headings-and-dl': {
    body: `<${faq} id="h"><h2>About</h2><h3>One?</h3><p>First.</p><h3>Two?</h3><p>Second.</p></${faq}>
      <${faq} id="l"><dl><dt>Three?</dt><dd>Third.</dd><dt>Four?</dt><dd>Fourth.</dd></dl></${faq}>
      <div data-clinic-widget="${faq}" id="d"><details><summary>Five?</summary>Fifth.</details></div>
      <p><a id="go" href="#clinic-${faq}">Questions</a></p>`,
    ...bare,
    async run({ step, page }) {
      await step('arrive');
      await step('follow the link', () => page.click('#go'));
    },
  },
  'faq-vote-fails': {
    body: `<${faq} src="/faq.json"></${faq}>`,
    posts: [replies.refused],
    async run({ widget, step }) {
      const list = widget(faq);
      await step('arrive');
      await step('vote', async () => {
        await list.press('summary', 0);
        await list.press('[part~="feedback"] button', 0);
      });
    },
  },
  'faq-alone-and-es': {
    lang: 'es',
    file: 'clinic-faq.js',
    body: `<${faq} src="/faq.json" sandbox></${faq}>`,
    async run({ widget, step }) {
      const list = widget(faq);
      await step('arrive');
      await step('open and vote', async () => {
        await list.press('summary', 0);
        await list.press('[part~="feedback"] button', 0);
      });
    },
  },
  'faq-broken-file': {
    body: `<${faq} src="/none.json"><details><summary>Inside?</summary>Yes.</details></${faq}>`,
    async run({ step }) {
      await step('arrive');
    },
  },

  // — all together —

  'page-of-all-four': {
    body: `<${faq} src="/faq.json"></${faq}><${appointment}></${appointment}><${newsletter}></${newsletter}><${insurance}></${insurance}>`,
    clinic: clinicWith({ slots: '/slots', payers: '/payers' }),
    async run({ step, widget }) {
      await step('arrive');
      await step('come into the newsletter', () => widget(newsletter).focus('email'));
      await step('come into the insurance check', () => widget(insurance).focus('memberId'));
      await step('come to the insurer', () => widget(insurance).focus('payer'));
      await step('come into the appointment', () => widget(appointment).focus('forWhom'));
      await step('come to the search', () => widget(faq).press('[part~="search"]'));
    },
  },
};
