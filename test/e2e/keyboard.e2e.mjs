/** Booking by keyboard alone: how many key presses it takes, and what a screen reader has to say at each of them. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { heard, inPicker, openClinic, visit, widget } from '../support/clinic.mjs';
import { browsers, serve } from '../support/pages.mjs';

/** From the focus on the widget to *sent*; what autofill enters counts as one press for each field. */
const most = 25;

const page = (attributes, config = '') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Keys</title>
<script type="module" src="/dist/clinic-widgets.js" ${config && `data-config="${config}"`}></script></head>
<body><main><h1>A clinic</h1><appointment-form ${attributes}></appointment-form></main></body></html>`;

/** Hands that only press keys, and ears for what stands in focus and what is said beside it. */
async function keys(tab, hears) {
  const session = hears && (await tab.createCDPSession());
  if (session) await session.send('Accessibility.enable');
  let presses = 0;
  let said = '';
  const nodes = async () => (await session.send('Accessibility.getFullAXTree')).nodes;
  const textOf = (node, all) =>
    node.name?.value ||
    (node.childIds ?? [])
      .map((id) => all.find(({ nodeId }) => nodeId === id))
      .filter((child) => child)
      .map((child) => textOf(child, all))
      .join(' ');
  const states = ({ properties = [] }) =>
    ['checked', 'required']
      .filter((name) => {
        const value = properties.find((property) => property.name === name)?.value.value;
        return value !== undefined && value !== false && value !== 'false';
      })
      .map((name) => `, ${name}`)
      .join('');

  return {
    transcript: [],
    get presses() {
      return presses;
    },
    async press(key) {
      presses++;
      await tab.keyboard.press(key);
    },
    /** What a person types or autofill enters into one field. */
    async enter(text) {
      presses++;
      await tab.keyboard.type(text);
    },
    /** Listens: the control in focus by role, name and states; then live regions that have changed. */
    async listen() {
      if (!hears) return;
      const all = await nodes();
      const focused = all
        .filter((node) =>
          node.properties?.some(({ name, value }) => name === 'focused' && value.value),
        )
        .at(-1);
      const line = focused
        ? `${focused.role.value} "${(focused.name?.value ?? '').replace(/\s+/g, ' ')}"${states(focused)}`
        : 'nothing';
      const live = all
        .filter((node) =>
          node.properties?.some(({ name, value }) => name === 'live' && value.value !== 'off'),
        )
        .map((node) => textOf(node, all).replace(/\s+/g, ' ').trim())
        .filter((text) => text)
        .join(' ');
      this.transcript.push(line);
      if (live && live !== said) this.transcript.push(`(${live})`);
      said = live;
    },
    /** Waits until the heading of a step has the focus. */
    async arrive(words) {
      await tab.waitForFunction(
        (words) => {
          const root = window.rootOf(document.querySelector('appointment-form'));
          const { activeElement } = root ?? {};
          return (
            /^H\d$/.test(activeElement?.nodeName ?? '') && activeElement.textContent.includes(words)
          );
        },
        { timeout: 20_000 },
        words,
      );
    },
  };
}

for (const [name, launch] of Object.entries(browsers)) {
  const hears = name === 'Chromium';
  if (!hears) console.log(`SKIPPED in ${name}: what a screen reader says; only Chromium tells.`);
  if (name === 'WebKit') console.log('SKIPPED in WebKit: a date typed by keys.');
  describe(`booking by keyboard, in ${name}`, { timeout: 200_000 }, () => {
    let browser, clinic, host;

    before(async () => {
      host = await serve();
      clinic = await openClinic({ origins: [host.origin] });
      browser = await launch();
      host.pages.set('/receipt.json', '{"reference":"KEY-1","status":"received"}');
      host.pages.set('/plain', page('endpoint="/receipt.json"'));
      host.pages.set('/clinic.json', JSON.stringify(clinic.file()));
      host.pages.set('/slots', page('service="tms" location="port-ansel"', '/clinic.json'));
    });
    after(async () => {
      await browser?.close();
      await clinic?.close();
      host?.close();
    });

    const begin = async (path) => {
      const { page: tab } = await visit(browser, `${host.origin}${path}`, { widgets: 1 });
      await widget(tab, 'appointment-form').until('form');
      await tab.evaluate(() => document.querySelector('appointment-form').open());
      const hand = await keys(tab, hears);
      const press = async (...names) => {
        for (const name of names) {
          await hand.press(name);
          await hand.listen();
        }
      };
      const enter = async (text) => {
        await hand.enter(text);
        await hand.listen();
      };
      return { tab, hand, press, enter };
    };

    it('asks for a visit, and every press is told', async () => {
      const { tab, hand, press, enter } = await begin('/plain');
      await hand.arrive('Who is this visit for?');
      await hand.listen();
      await press('Tab', ' ');
      await hand.press('Enter');
      await hand.arrive('When works for you?');
      await hand.listen();
      await press('Tab');
      // WebKitGTK takes no digits in a date that was reached by Tab.
      if (name === 'WebKit')
        await widget(tab, 'appointment-form').set('preferences.0.day', '2099-01-05');
      else await enter('01052099');
      await hand.press('Enter');
      await hand.arrive('About you');
      await hand.listen();
      await press('Tab');
      await enter('Robin');
      await press('Tab');
      await enter('Hale');
      await press('Tab');
      await enter('555 010 0123');
      await hand.press('Enter');
      await hand.arrive('Review your answers');
      await hand.listen();
      await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', ' ');
      await hand.press('Enter');
      const sent = await heard(tab, 'clinic-submitted', 'appointment-form');
      assert.equal(sent.reference, 'KEY-1');
      await hand.arrive('We got your request');
      await hand.listen();
      assert.ok(hand.presses <= most, `${hand.presses} presses`);
      if (!hears) return void (await tab.close());
      const consent = 'I agree that the clinic may use what I enter here to respond to my request.';
      assert.deepEqual(hand.transcript, [
        'heading "Step 1 of 4 Who is this visit for?"',
        'radio "For me"',
        'radio "For me", checked',
        'heading "Step 2 of 4 When works for you?"',
        'spinbutton "Month Month"',
        'spinbutton "Year Year"',
        'heading "Step 3 of 4 About you"',
        'textbox "First name", required',
        'textbox "First name", required',
        'textbox "Last name", required',
        'textbox "Last name", required',
        'textbox "Phone"',
        'textbox "Phone"',
        'heading "Step 4 of 4 Review your answers"',
        'button "Change This visit is"',
        'button "Change Days that work for you"',
        'button "Change First name"',
        'button "Change Last name"',
        'button "Change Phone"',
        `checkbox "${consent}"`,
        `checkbox "${consent}", checked`,
        'heading "We got your request"',
      ]);
      await tab.close();
    });

    it('books a time, by the first one that is free, and every press is told', async () => {
      const { tab, hand, press, enter } = await begin('/slots');
      await hand.arrive('Who is this visit for?');
      await press('Tab', ' ');
      await hand.press('Enter');
      await hand.arrive('About your visit');
      await press('Tab');
      await hand.press('Enter');
      await hand.arrive('When works for you?');
      await inPicker(tab, '.earliest');
      await press('Tab');
      await hand.press('Enter');
      await inPicker(tab, '[role="timer"]');
      await hand.listen();
      await hand.press('Enter');
      await hand.arrive('About you');
      for (const answer of ['Robin', 'Hale', '555 010 0123']) {
        await press('Tab');
        await enter(answer);
      }
      await hand.press('Enter');
      await hand.arrive('Review your answers');
      await widget(tab, 'appointment-form').until('[part~="answer"]');
      await press(...Array(8).fill('Tab'), ' ');
      await hand.press('Enter');
      const sent = await heard(tab, 'clinic-submitted', 'appointment-form');
      assert.equal(sent.status, 'confirmed');
      await hand.arrive('Your visit is booked');
      assert.ok(hand.presses <= most, `${hand.presses} presses`);
      const [{ submission }] = await clinic.list();
      assert.equal(submission.data.service, 'tms');
      assert.ok(submission.data.slot.id);
      if (!hears) return void (await tab.close());
      // Days and hours are those of the day this runs on.
      const told = hand.transcript.map((line) =>
        line.replace(
          /(First available:|Your local time|At the clinic|Your time).*?(?="|\)$)/,
          '$1 …',
        ),
      );
      const controls = told.filter((line) => !line.startsWith('('));
      const consent = controls.findIndex((line) => line.startsWith('checkbox "I agree'));
      assert.deepEqual(controls.slice(0, consent), [
        'radio "For me"',
        'radio "For me", checked',
        'radio "TMS therapy", checked',
        'button "First available: …"',
        'textbox "Your time …"',
        'textbox "First name", required',
        'textbox "First name", required',
        'textbox "Last name", required',
        'textbox "Last name", required',
        'textbox "Phone"',
        'textbox "Phone"',
        'button "Change This visit is"',
        'button "Change What kind of visit do you need?"',
        'button "Change Which location?"',
        'button "Change Time"',
        'button "Change First name"',
        'button "Change Last name"',
        'button "Change Phone"',
      ]);
      const live = told.filter((line) => line.startsWith('('));
      assert.match(live.join(), /Selected\. We’ll hold this time for 5 minutes/);
      await tab.close();
    });

    it('says what stands in the way, where it stands, and leads there', async () => {
      const { tab, hand, press } = await begin('/plain');
      await hand.arrive('Who is this visit for?');
      await hand.press('Tab');
      await hand.press('Enter');
      const { fields } = await heard(tab, 'clinic-invalid', 'appointment-form');
      assert.deepEqual(fields, ['forWhom']);
      await widget(tab, 'appointment-form').until('[part~="summary"]');
      await hand.listen();
      if (hears) assert.match(hand.transcript.join('\n'), /There is a problem/);
      await press('Tab', 'Enter');
      assert.equal((await widget(tab, 'appointment-form').focus()).field, 'forWhom');
      if (hears) assert.match(hand.transcript.at(-1), /^radio "For me"/);
      await tab.close();
    });
  });
}
