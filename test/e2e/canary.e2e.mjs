/**
 * What a visitor types leaves by one door only: the body of the one POST. A canary is typed into every field of every form, by real keys,
 * and then looked for everywhere else a page, its scripts or its servers could find it: any four letters of it in a row, and each of
 * its rare letters alone, so that a leak of one key at a time is seen too.
 */
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import {
  click,
  countHeard,
  heard,
  openClinic,
  pick,
  soon,
  visit,
  widget,
} from '../support/clinic.mjs';
import { browsersFor, serve } from '../support/pages.mjs';

/** Letters that no page of ours holds otherwise. Each field has its own, so that a leak names its field. */
const rare = [...'ЖѬꙮЮФЩЪЭЯѢѲѴЏЉЊЋ'];
const consonants = 'BCDFGHJKLMNPQRSTVWXZ';
const random = (length) =>
  Array.from({ length }, () => consonants[randomInt(consonants.length)]).join('');

/** What is typed where: a word that the field takes, made of the canary. */
function canaries() {
  const made = [];
  const make = (text, letters = []) => (made.push({ text, letters }), text);
  let next = 0;
  const word = () => {
    const letter = rare[next++ % rare.length];
    return make(`CNRY${random(8)}${letter}`, [letter]);
  };
  return {
    made,
    word,
    // Only ASCII may stand in an address, and digits only in a number.
    email: () => make(`cnry${random(8).toLowerCase()}@example.org`),
    phone: () => make(`321${randomInt(200, 999)}${randomInt(2000, 9999)}`),
  };
}

/** What must be found nowhere: every run of four letters and every rare letter. Four digits are also in clocks and ids: numbers count whole. */
const needles = (made) => [
  ...new Set(
    made.flatMap(({ text, letters }) => {
      const secret = text.replace(/@.*/, '');
      if (/^\d+$/.test(secret)) return [secret];
      const runs = Array.from({ length: secret.length - 3 }, (_, at) => secret.slice(at, at + 4));
      return [...runs, ...letters];
    }),
  ),
];

/** Runs in the page before its scripts: listens to everything a script of the page could. */
function spy() {
  const keys = (window.spied = { keys: [], errors: [], console: [], events: [] });
  const types =
    'keydown keypress keyup beforeinput input change textInput paste copy cut compositionstart compositionupdate compositionend'.split(
      ' ',
    );
  const note = (where) => (event) =>
    keys.keys.push(
      [
        where,
        event.type,
        event.key?.length === 1 ? event.key : '',
        event.data ?? '',
        event.clipboardData?.getData('text') ?? '',
        event.target?.value ?? '',
        event.composedPath?.()[0]?.value ?? '',
      ].join('|'),
    );
  // Not `window` in capture: a listener there that came before our script is the known residue of any inline form.
  addEventListener('DOMContentLoaded', () => {
    for (const type of types) {
      document.addEventListener(type, note('document capture'), { capture: true });
      document.addEventListener(type, note('document'));
      document.documentElement.addEventListener(type, note('html capture'), { capture: true });
      document.body.addEventListener(type, note('body'));
      window.addEventListener(type, note('window'));
    }
  });
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    let detail;
    try {
      detail = JSON.stringify(event.detail);
    } catch {
      detail = String(event.detail);
    }
    keys.events.push(`${event.type} ${detail}`);
    return dispatch.call(this, event);
  };
  addEventListener('error', (event) => keys.errors.push(`${event.message} ${event.error?.stack}`));
  addEventListener('unhandledrejection', (event) => keys.errors.push(String(event.reason?.stack)));
  window.dataLayer = [];
  for (const level of ['log', 'info', 'warn', 'error', 'debug'])
    console[level] = (...words) => keys.console.push(words.map(String).join(' '));
}

/** Runs in the page: everything in it that a script may read, by name. */
async function sinks() {
  const text = (value) => {
    try {
      return JSON.stringify(value) ?? '';
    } catch {
      return String(value);
    }
  };
  const attributes = [];
  const reach = [];
  const seen = new Set();
  /** Own properties, symbols and private-looking ones too, as deep as a curious script goes. */
  const crawl = (value, path, depth) => {
    if (typeof value === 'string') reach.push(`${path}=${value}`);
    if (!value || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value))
      return;
    seen.add(value);
    if (value instanceof Map || value instanceof Set)
      for (const entry of value) crawl(entry, `${path}.entry`, depth);
    if (value instanceof Node) reach.push(`${path}=${value.textContent} ${value.value ?? ''}`);
    if (depth === 0) return;
    for (const key of Reflect.ownKeys(value)) {
      try {
        crawl(value[key], `${path}.${String(key)}`, depth - 1);
      } catch {
        // A getter that refuses to answer gives nothing away.
      }
    }
  };
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) attributes.push(`${name}=${value}`);
    if (!element.localName.includes('-')) continue;
    const more = ['shadowRoot', 'renderRoot', 'settings', 'layers', 'clinic', 'constructor'];
    for (const name of more) crawl(element[name], `${element.localName}.${name}`, 4);
    crawl(element, element.localName, 4);
    for (let proto = Object.getPrototypeOf(element); proto !== HTMLElement.prototype;) {
      for (const name of Object.getOwnPropertyNames(proto)) {
        try {
          crawl(element[name], `${element.localName}.${name}`, 4);
        } catch {
          // As above.
        }
      }
      proto = Object.getPrototypeOf(proto);
    }
    for (const node of element.shadowRoot?.querySelectorAll('*') ?? [])
      reach.push(`${element.localName} open root: ${node.value ?? ''}`);
  }
  crawl(window.clinicWidgets, 'clinicWidgets', 4);
  // Session recorders see into closed roots: all that is written there counts, what stands in a control does not.
  const written = [];
  const read = (node, path) => {
    if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.COMMENT_NODE)
      written.push(`${path}: ${node.data}`);
    for (const { name, value } of node.attributes ?? []) written.push(`${path} ${name}=${value}`);
    const root = node.localName?.includes('-') && window.rootOf?.(node);
    for (const child of [...node.childNodes, ...(root ? root.childNodes : [])])
      read(child, node.localName ?? path);
  };
  read(document.body, 'body');
  for (const symbol of Object.getOwnPropertySymbols(window))
    crawl(window[symbol], String(symbol), 4);

  return {
    location: location.href,
    history: text(history.state),
    title: document.title,
    cookies: document.cookie,
    localStorage: text({ ...localStorage }),
    sessionStorage: text({ ...sessionStorage }),
    indexedDB: text(await indexedDB.databases?.()),
    caches: text(await globalThis.caches?.keys()),
    windowName: window.name,
    referrer: document.referrer,
    console: text(window.spied.console),
    errors: text(window.spied.errors),
    keys: text(window.spied.keys),
    events: text(window.spied.events),
    bus: text(window.heard),
    busLast: text(
      Object.keys({ ...window.heard.map(([type]) => type) }).map((type) =>
        window.clinicWidgets?.bus?.last?.(type),
      ),
    ),
    performance: text(performance.getEntries().map(({ name }) => name)),
    dataLayer: text(window.dataLayer),
    html: document.documentElement.outerHTML,
    getHTML: document.documentElement.getHTML?.({ serializableShadowRoots: true }) ?? '',
    innerText: document.body.innerText,
    selection: String(getSelection()),
    attributes: attributes.join('\n'),
    reach: reach.join('\n'),
    written: written.join('\n'),
    keysHeard: window.spied.keys.length,
  };
}

/** Which sinks hold what. */
const leaks = (places, wanted) =>
  Object.entries(places).flatMap(([place, content]) =>
    wanted
      .filter((needle) => String(content).includes(needle))
      .map((needle) => `${place}: ${needle}`),
  );

for (const [name, launch] of Object.entries(browsersFor('canary'))) {
  describe(`the canary, in ${name}`, { timeout: 300_000 }, () => {
    let clinic, browser, wild;

    before(async () => {
      clinic = await openClinic();
      wild = await serve();
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await clinic?.close();
      wild?.close();
    });

    /** A page that is watched from outside, too: all it asks for, except the body that may hold the answers. */
    async function watched(url, options = {}) {
      const requests = [];
      const sending = [];
      const onRequest = (request) => {
        const line = `${request.method()} ${decodeURIComponent(request.url())}`;
        if (request.method() !== 'GET') sending.push(line);
        requests.push(`${line} ${JSON.stringify(request.headers())}`);
      };
      const tab = await visit(browser, 'about:blank', { ...options, widgets: 0, watch: spy });
      tab.page.on('request', onRequest);
      await tab.page.goto(url);
      return { ...tab, requests, sending };
    }

    it('is found nowhere but in the body of the POST, in every state of every form', async () => {
      const { page, requests, sending, problems } = await watched(`${clinic.url}/`, { times: 20 });
      await page.waitForFunction(
        () => window.heard.filter(([type]) => type === 'clinic-ready').length >= 4,
      );
      const { made, word, email, phone } = canaries();
      let known = '';
      // What a page says anyway is no secret; `html` may be a run of four by chance.
      const wanted = () => needles(made).filter((needle) => !known.includes(needle));
      let looked = 0;
      const nowhere = async (when) => {
        const places = await page.evaluate(sinks);
        const all = {
          ...places,
          requests: requests.join('\n'),
          problems: problems.join('\n'),
          log: clinic.lines.map((line) => JSON.stringify(line)).join('\n'),
          url: page.url(),
        };
        assert.deepEqual(leaks(all, wanted()), [], when);
        looked += Object.keys(all).length;
        return places;
      };
      // A form of the page's own around the widgets must not collect what is in them.
      assert.ok(
        await page.evaluate(() =>
          ['insurance-check', 'appointment-form', 'newsletter-signup'].every(
            (tag) => !customElements.get(tag).formAssociated,
          ),
        ),
      );
      const clean = await page.evaluate(sinks);
      assert.ok(clean.reach.length > 1000, 'the crawl has seen nothing');
      known = Object.values(clean).join() + requests.join();

      const insurance = widget(page, 'insurance-check');
      const form = widget(page, 'appointment-form');
      const letter = widget(page, 'newsletter-signup');

      // Typing, one form after the other; nothing is complete yet.
      await insurance.type('payer', word());
      await insurance.type('memberId', word());
      await insurance.type('groupNumber', word());
      await insurance.type('givenName', word());
      await insurance.type('familyName', word());
      await insurance.type('birthDate.month', '3');
      await insurance.type('birthDate.day', '27');
      await insurance.type('birthDate.year', '1957');
      await insurance.type('phone', phone());
      await insurance.type('email', email());
      await insurance.tick('relationship', 'child');
      await insurance.until('[data-field="subscriber.givenName"]');
      await insurance.type('subscriber.givenName', word());
      await insurance.type('subscriber.familyName', word());
      await insurance.tick('secondary');
      await insurance.until('[data-field="secondary.payer"]');
      await insurance.type('secondary.payer', word());
      // The list of insurers lies over the next field until it is closed.
      await page.keyboard.press('Escape');
      await insurance.type('secondary.memberId', word());
      // Step by step; what is chosen has no canary of its own.
      await form.tick('forWhom', 'other');
      await form.submit();
      await form.until('[data-field="service"][value="tms"]');
      await form.tick('service', 'tms');
      await form.type('birthDate.month', '3');
      await form.type('birthDate.day', '27');
      await form.type('birthDate.year', '1957');
      await form.tick('location', 'port-ansel');
      await form.submit();
      await pick(page, 'days');
      await form.until('[data-field="preferences.0.day"]');
      await form.set('preferences.0.day', soon());
      await form.submit();
      await form.until('[data-field="givenName"]');
      await form.type('givenName', word());
      await form.type('familyName', word());
      await form.type('phone', phone());
      await form.type('email', email());
      await form.type('guardian.givenName', word());
      await form.type('guardian.familyName', word());
      await form.type('guardian.phone', phone());
      await form.type('guardian.relationship', word());
      await form.type('access.note', word());
      await form.type('reason', word());
      await letter.type('email', email());
      await page.keyboard.press('Tab');
      assert.ok(wanted().length > 100);
      const typing = await nowhere('while typing');
      assert.ok(typing.keysHeard > 0, 'not even Tab was heard: nobody has listened');

      // Copied, cut and pasted inside a form.
      const reason = await form.find('[data-field="reason"]');
      await click(reason, { count: 3 });
      for (const key of ['c', 'x', 'v']) {
        await page.keyboard.down('Control');
        await page.keyboard.press(key);
        await page.keyboard.up('Control');
      }
      await nowhere('after copy, cut and paste');

      // Everything once more on one page, to be checked: it stands in controls there, and nowhere else.
      await form.submit();
      await form.until('[readonly]');
      const told = await page.evaluate(() =>
        [
          ...window
            .rootOf(document.querySelector('appointment-form'))
            .querySelectorAll('[readonly]'),
        ].map(({ value }) => value),
      );
      const shown = made.filter(({ text }) => told.some((value) => value.includes(text)));
      assert.equal(shown.length, 10, 'the check page tells back all that was typed into the form');
      await nowhere('on the check page');

      // Refused: the consents are missing, and a word is too long.
      for (const [tag, widget] of Object.entries({
        'insurance-check': insurance,
        'appointment-form': form,
        'newsletter-signup': letter,
      })) {
        await widget.submit();
        await widget.until('[part~="summary"]');
        assert.equal(await countHeard(page, 'clinic-submit', tag), 0);
      }
      await nowhere('after an error');

      // Not confirmed: the receiver is away.
      await insurance.tick('consent.privacy');
      await form.tick('consent.privacy');
      await form.tick('consent.sms');
      await letter.tick('consent.marketing-email');
      await clinic.stop();
      await insurance.submit();
      await form.submit();
      await letter.submit();
      for (const tag of ['insurance-check', 'appointment-form', 'newsletter-signup'])
        await heard(page, 'clinic-failed', tag, 60_000);
      await nowhere('while not confirmed');

      // Sent.
      await clinic.startAgain();
      await insurance.submit();
      await heard(page, 'clinic-submitted', 'insurance-check');
      await form.submit();
      await heard(page, 'clinic-submitted', 'appointment-form');
      await letter.submit();
      await heard(page, 'clinic-submitted', 'newsletter-signup');
      await nowhere('after success');
      // The one door: the database holds all of it, and nothing else than the answers ever had a body.
      const rows = await clinic.rows();
      assert.equal(rows.length, 3);
      const stored = JSON.stringify(rows);
      for (const { text } of made) assert.ok(stored.includes(text), `${text} was never sent`);
      assert.deepEqual([...new Set(sending)], [`POST ${clinic.url}/api/submissions`]);

      // And back again.
      await page.goto(`${clinic.url}/privacy`);
      await page.evaluate(() => history.back());
      await page.waitForFunction((url) => location.href === url, {}, `${clinic.url}/`);
      await page.waitForFunction(
        () => window.heard?.filter(([type]) => type === 'clinic-ready').length >= 4,
      );
      await nowhere('after going back');
      assert.ok(looked > 150);
      await page.close();
    });

    it('is found nowhere when it is looked for in the FAQ, and is never sent', async () => {
      const { page, requests, sending, problems } = await watched(`${clinic.url}/`);
      await page.waitForFunction(
        () => window.heard.filter(([type]) => type === 'clinic-ready').length >= 4,
      );
      const clean = Object.values(await page.evaluate(sinks)).join() + requests.join();
      const { made, word } = canaries();
      const box = await widget(page, 'clinic-faq').find('[part~="search"]');
      const look = async (when) => {
        const places = await page.evaluate(sinks);
        const all = { ...places, requests: requests.join('\n'), problems: problems.join('\n') };
        const wanted = needles(made).filter((needle) => !clean.includes(needle));
        assert.ok(wanted.length > 5);
        assert.deepEqual(leaks(all, wanted), [], when);
      };
      await click(box);
      await page.keyboard.type(word());
      await page.waitForFunction(() =>
        window.spied.events.some((event) => event.startsWith('clinic-faq-search')),
      );
      await look('where nothing is found');
      await page.keyboard.press('Escape');
      await page.keyboard.type(`cost ${word()}`);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await look('after the box was left');
      assert.deepEqual(sending, []);
      await page.close();
    });

    it('control: a form that echoes and listens in the open is found out', async () => {
      wild.pages.set(
        '/leaky.js',
        `const root = document.querySelector('leaky-form').attachShadow({ mode: 'open' });
         const input = root.appendChild(document.createElement('input'));
         input.addEventListener('input', () => {
           localStorage.draft = input.value;
           history.replaceState(input.value, '', '?q=' + encodeURIComponent(input.value));
           document.title = 'Hello ' + input.value;
           fetch('/log?' + input.value).catch(() => {});
           console.log(input.value);
           document.dispatchEvent(new CustomEvent('leaky', { detail: { value: input.value } }));
         });`,
      );
      wild.pages.set(
        '/',
        '<!doctype html><title>Leaky</title><body><leaky-form></leaky-form><script src="/leaky.js" defer></script>',
      );
      const { page, requests } = await watched(`${wild.origin}/`);
      const { made, word } = canaries();
      const text = word();
      await page.waitForFunction(() => document.querySelector('leaky-form').shadowRoot);
      const input = await page.evaluateHandle(() =>
        document.querySelector('leaky-form').shadowRoot.querySelector('input'),
      );
      await input.click();
      await page.keyboard.type(text);
      const places = { ...(await page.evaluate(sinks)), requests: requests.join('\n') };
      const found = new Set(leaks(places, needles(made)).map((leak) => leak.replace(/:.*/, '')));
      for (const place of [
        'location',
        'history',
        'title',
        'localStorage',
        'console',
        'keys',
        'events',
        'performance',
        'requests',
        'html',
        'reach',
      ])
        assert.ok(found.has(place), `${place} leaks and was not seen; seen: ${[...found]}`);
      await page.close();
    });
  });
}
