/** A finger or a mouse button that is down holds the page still: a press ends on what it began on, whatever is to be said meanwhile. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openClinic, still, visit, widget } from '../support/clinic.mjs';
import { browsers } from '../support/pages.mjs';

for (const [name, launch] of Object.entries(browsers)) {
  describe(`a press, in ${name}`, { timeout: 120_000 }, () => {
    let clinic, browser;

    before(async () => {
      clinic = await openClinic();
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await clinic?.close();
    });

    /** Types as a person does, who looks for the next box only when the page stands still: Firefox scrolls to the last letter a frame later. */
    const type = async (page, hands, field, text) => {
      await hands.type(field, text);
      await page.keyboard.press('Escape');
      await still(await hands.find(`[data-field="${field}"]`));
    };

    /** Presses on a box as slowly as a hand does that is not sure. */
    const pressSlowly = async (page, hands, selector, meanwhile) => {
      const box = await hands.find(selector);
      await box.scrollIntoView();
      await still(box);
      const { x, y, width, height } = await box.boundingBox();
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.down();
      meanwhile?.();
      await new Promise((done) => setTimeout(done, 400));
      await page.mouse.up();
    };

    for (const [what, tag, field, text, said, box] of [
      ['a mistake', 'newsletter-signup', 'email', 'avery@', '.error', 'input[type="checkbox"]'],
      [
        'an insurer that is not listed',
        'insurance-check',
        'payer',
        'Blue Unheard Mutual',
        '.payers-next:not(:empty)',
        '[data-field="relationship"][value="spouse"]',
      ],
    ])
      it(`ends where it began, though ${what} is to be told of`, async () => {
        const { page } = await visit(browser, `${clinic.url}/`, { width: 360 });
        const hands = widget(page, tag);
        await type(page, hands, field, text);
        await pressSlowly(page, hands, box);
        assert.ok(await hands.has(`${box}:checked`));
        await hands.until(said, 5_000);
        await page.close();
      });

    it('ends where it began, though the part that tells of a mistake comes during the press', async () => {
      const { page } = await visit(browser, `${clinic.url}/`, { width: 360 });
      const late = [];
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        if (/\/submission-/.test(request.url())) late.push(request);
        else void request.continue();
      });
      const hands = widget(page, 'newsletter-signup');
      await type(page, hands, 'email', 'avery@');
      assert.equal(late.length, 1, 'the part is asked for and not there yet');
      const box = 'input[type="checkbox"]';
      await pressSlowly(page, hands, box, () => void late[0].continue());
      assert.ok(await hands.has(`${box}:checked`));
      await hands.until('.error', 5_000);
      await page.close();
    });
  });
}
