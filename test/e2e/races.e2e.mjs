/**
 * Two visitors of the demo clinic want the same time, each in a browser page of their own, with the real widget, receiver and database:
 * one gets it, the other is told, loses nothing that was entered, and gets the next one.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { click, heard, inPicker, openClinic, visit, widget } from '../support/clinic.mjs';
import { browsers } from '../support/pages.mjs';

/** A page that lies behind another draws no frames: it is asked by the clock. */
const patience = { timeout: 20_000, polling: 100 };

/** Runs in the page before its scripts: what the widget tells about times. */
function listen() {
  window.times = [];
  document.addEventListener('clinic-slot', ({ detail }) => window.times.push(detail.state));
}

const told = (page, state) =>
  page.waitForFunction((wanted) => window.times.includes(wanted), patience, state);

for (const [name, launch] of Object.entries(browsers)) {
  describe(`two visitors who want one time, in ${name}`, { timeout: 180_000 }, () => {
    let clinic, browser;
    before(async () => {
      clinic = await openClinic();
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await clinic?.close();
    });

    /** The form on one page, with a service chosen and the times there. */
    const arrive = async () => {
      const { page } = await visit(browser, clinic.url, { watch: listen });
      await page.evaluate(() =>
        document.querySelector('appointment-form').setAttribute('layout', 'page'),
      );
      const form = widget(page, 'appointment-form');
      await form.until('[data-field="givenName"]');
      await form.tick('service', 'follow-up');
      await form.tick('visit', 'in-person');
      await form.tick('location', 'port-ansel');
      await inPicker(page, '.earliest');
      return { page, form };
    };
    const send = async ({ page, form }, givenName) => {
      await page.bringToFront();
      await form.tick('forWhom', 'self');
      await form.type('givenName', givenName);
      await form.type('familyName', 'Race');
      await form.type('email', `${givenName.toLowerCase()}@example.org`);
      await form.tick('consent.privacy');
      await form.submit();
      return heard(page, 'clinic-submitted', 'appointment-form');
    };

    it('both press it at once: one holds it, the other keeps every answer and gets another', async () => {
      const visitors = [];
      for (let count = 0; count < 2; count++) visitors.push(await arrive());
      for (const { page } of visitors) {
        await page.bringToFront();
        // The same time for both, whatever order the list of clinicians has.
        const clinician = await page.evaluateHandle(() =>
          window
            .rootOf(document.querySelector('appointment-form'))
            .querySelector('input[data-field="clinician"][value="okafor"]'),
        );
        if (clinician.asElement()) await click(clinician.asElement());
        await inPicker(page, '.earliest');
      }
      await visitors[1].form.type('reason', 'kept');
      const buttons = await Promise.all(visitors.map(({ page }) => inPicker(page, '.earliest')));
      await Promise.all(buttons.map((button) => button.evaluate((one) => one.click())));
      await Promise.all(
        visitors.map(({ page }) => page.waitForFunction(() => window.times.length > 0, patience)),
      );
      const states = await Promise.all(
        visitors.map(({ page }) => page.evaluate(() => window.times[0])),
      );
      assert.deepEqual([...states].sort(), ['held', 'taken']);
      const [second] = visitors.filter((_, index) => states[index] === 'taken');
      const kept = await visitors[1].form.value('reason');
      assert.equal(kept, 'kept');

      await (await inPicker(second.page, '.taken .way')).evaluate((one) => one.click());
      await told(second.page, 'held');
      const receipts = [await send(visitors[0], 'Ada'), await send(visitors[1], 'Ben')];
      for (const { status } of receipts) assert.equal(status, 'confirmed');
      const rows = (await clinic.rows()).filter(({ type }) => type === 'appointment');
      const starts = rows.map(({ submission }) => submission.data.slot);
      assert.equal(starts.length, 2);
      assert.notEqual(starts[0].id, starts[1].id);
      assert.equal(rows[1].submission.data.reason, 'kept');
    });
  });
}
