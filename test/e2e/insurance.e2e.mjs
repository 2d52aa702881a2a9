/**
 * From "am I covered?" to an appointment, on the demo page with its receiver: what is asked and told on the way, and that the bus hears of it
 * nothing but a word and a state.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { heard, openClinic, visit, widget } from '../support/clinic.mjs';
import { browsers } from '../support/pages.mjs';

/** Runs in the page before its scripts: whatever any widget says, whole. */
function spy() {
  window.spied = [];
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event.type.startsWith('clinic-')) window.spied.push([event.type, { ...event.detail }]);
    return dispatch.call(this, event);
  };
}

for (const [name, launch] of Object.entries(browsers)) {
  describe(name, () => {
    let browser;
    let clinic;
    before(async () => {
      clinic = await openClinic();
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await clinic?.close();
    });

    const open = async () => {
      const { page } = await visit(browser, `${clinic.url}/`, { watch: spy });
      return { page, insurance: widget(page, 'insurance-check') };
    };
    const person = async (insurance) => {
      await insurance.type('givenName', 'Avery');
      await insurance.type('familyName', 'Quill');
      await insurance.type('birthDate.month', '3');
      await insurance.type('birthDate.day', '27');
      await insurance.type('birthDate.year', '1985');
      await insurance.type('email', 'avery@example.org');
      await insurance.tick('consent.privacy');
    };

    it('leads from a check to the appointment by a word, and nothing else is on the bus', async () => {
      const { page, insurance } = await open();
      await insurance.type('payer', 'northlamp health');
      await page.keyboard.press('Tab');
      await insurance.until('.network');
      await insurance.tick('relationship', 'spouse');
      await insurance.until('[data-field="subscriber.givenName"]');
      await insurance.type('subscriber.givenName', 'Sasha');
      await insurance.type('subscriber.familyName', 'Quill');
      await insurance.type('memberId', 'W123 456');
      await person(insurance);
      await insurance.submit();
      const { reference } = await heard(page, 'clinic-submitted', 'insurance-check');
      await insurance.until('.reference');
      await insurance.press('button');
      const opened = await heard(page, 'clinic-open', 'insurance-check');
      const from = { widget: 'insurance-check', instance: opened.instance };
      assert.deepEqual(opened, { ...from, target: 'appointment-form', ref: reference });
      await page.waitForFunction(() => document.activeElement.localName === 'appointment-form');

      // Nothing is asked twice: what has been entered is there, and it says why.
      const form = widget(page, 'appointment-form');
      await form.until('.checked');
      assert.match(await form.text('.checked'), /sent your insurance check/);

      const spied = await page.evaluate(() => window.spied);
      const coverage = spied.filter(([type]) => type === 'clinic-coverage');
      assert.equal(coverage.length, 1);
      assert.deepEqual(coverage[0][1], { ...from, ref: reference, status: coverage[0][1].status });
      assert.match(coverage[0][1].status, /^(answered|pending)$/);
      assert.ok(spied.length >= 4, 'the spy has heard nothing');
      assert.doesNotMatch(JSON.stringify(spied), /avery|quill|sasha|w123|northlamp|1985|spouse/i);

      const [row] = (await clinic.rows()).slice(-1);
      assert.equal(row.reference, reference);
      assert.deepEqual(row.submission.data.subscriber, {
        givenName: 'Sasha',
        familyName: 'Quill',
      });
      await page.close();
    });

    it('tells somebody who pays alone of the estimate, and asks nothing about a plan', async () => {
      const { page, insurance } = await open();
      await insurance.tick('selfPay');
      await insurance.until('.estimate');
      assert.match(await insurance.text('.estimate'), /Good Faith Estimate.*\$400/);
      assert.equal(await insurance.has('[data-field="memberId"]'), false);
      await person(insurance);
      await insurance.submit();
      const { status } = await heard(page, 'clinic-submitted', 'insurance-check');
      assert.equal(status, 'pending');
      const [row] = (await clinic.rows()).slice(-1);
      const { payer, selfPay, memberId } = row.submission.data;
      assert.deepEqual([payer, selfPay, memberId], [{ name: 'none' }, true, undefined]);
      await page.close();
    });
  });
}
