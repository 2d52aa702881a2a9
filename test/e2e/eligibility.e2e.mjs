/**
 * A benefits check from the first key to the staff list, with the demonstration's insurers behind the receiver: an answer, a refusal that is
 * mended, a refusal that the visitor insists on, and an insurer that is silent for as long as it may be.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { simulatedInsurers } from '../../stories/demo/server.mjs';
import { heard, openClinic, visit, widget } from '../support/clinic.mjs';
import { browsers } from '../support/pages.mjs';

for (const [name, launch] of Object.entries(browsers)) {
  describe(`asking insurers, in ${name}`, { timeout: 300_000 }, () => {
    let clinic, browser;
    before(async () => {
      clinic = await openClinic({ eligibility: simulatedInsurers });
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await clinic?.close();
    });

    /** A visitor who has filled in a check and pressed the button. */
    const check = async (memberId, { path = '/', service } = {}) => {
      const { page, problems } = await visit(browser, clinic.url + path, { width: 360 });
      const insurance = widget(page, 'insurance-check');
      await insurance.type('payer', 'AvMed');
      await page.keyboard.press('Tab');
      if (service) await insurance.tick('service', service);
      await insurance.type('memberId', memberId);
      await insurance.type('givenName', 'Ana');
      await insurance.type('familyName', 'Ruiz');
      await insurance.type('birthDate.month', '2');
      await insurance.type('birthDate.day', '9');
      await insurance.type('birthDate.year', '1985');
      await insurance.type('email', 'ana@example.org');
      await insurance.tick('consent.privacy');
      await insurance.submit();
      return { page, problems, insurance };
    };

    it('shows what the insurer said, for the chosen service, and says no more on the bus than its reference', async () => {
      const { page, problems, insurance } = await check('DEMO-ACTIVE', { service: 'tms' });
      await insurance.until('.coverage');
      const text = await insurance.text('.coverage');
      assert.match(text, /Your plan is active/);
      assert.match(text, /We’re in network/);
      assert.match(text, /20%/);
      assert.match(text, /\$640/);
      assert.match(text, /Prior authorization/);
      assert.match(text, /isn’t a promise/);
      assert.doesNotMatch(text, /\$0|AvMed|Demonstration|DEMO|Ana/);
      const coverage = await heard(page, 'clinic-submitted', 'insurance-check');
      assert.equal(coverage.status, 'received');
      assert.equal((await insurance.focus()).part, 'heading');
      const [row] = await clinic.list();
      assert.equal(row.status, 'received');
      assert.equal(row.coverage.benefits[0].service, 'tms');
      assert.deepEqual(problems, []);
      await page.close();
    });

    it('says the same in Spanish', async () => {
      const { page, insurance } = await check('DEMO-ACTIVE', { path: '/es' });
      await insurance.until('.coverage');
      const text = await insurance.text('.coverage');
      assert.match(text, /Su plan está activo/);
      assert.match(text, /\$30/);
      await page.close();
    });

    it('leads to the field that the insurer does not know, and takes the corrected check', async () => {
      const { page, insurance } = await check('DEMO-BAD-ID');
      await insurance.until('[data-field="memberId"][aria-invalid="true"]');
      assert.equal((await clinic.list())[0].status, 'pending');
      await insurance.type('memberId', 'DEMO-ACTIVE');
      await insurance.submit();
      await insurance.until('.coverage');
      const [mended, first] = await clinic.list();
      assert.deepEqual([mended.status, first.status], ['received', 'replaced']);
      assert.equal(mended.submission.replaces, first.id);
      await page.close();
    });

    it('takes a check as it is from somebody whose card says so', async () => {
      const { page, insurance } = await check('DEMO-NOT-FOUND');
      await insurance.until('[data-field="memberId"][aria-invalid="true"]');
      const before = (await clinic.list()).length;
      await insurance.submit();
      const { status, reference } = await heard(page, 'clinic-submitted', 'insurance-check');
      assert.equal(status, 'pending');
      const list = await clinic.list();
      assert.equal(list.length, before);
      assert.deepEqual([list[0].status, list[0].reference], ['pending', reference]);
      await page.close();
    });

    it('leaves the check to a person when the insurer is silent for eight seconds', async () => {
      const began = Date.now();
      const { page, problems, insurance } = await check('DEMO-SLOW');
      const { status } = await heard(page, 'clinic-submitted', 'insurance-check');
      assert.equal(status, 'pending');
      assert.ok(Date.now() - began > 8_000);
      assert.equal(await insurance.has('.coverage'), false);
      assert.equal((await clinic.list())[0].status, 'pending');
      assert.deepEqual(problems, []);
      await page.close();
    });
  });
}
