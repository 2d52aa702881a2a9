/**
 * A page that records its visitors' sessions (rrweb, the heart of most products that do) sees that somebody is in the insurance check, and
 * nothing of what is typed there. Beside it stands a plain form, whose words the same recorder must find. And of the list of insurers no byte
 * is asked for before somebody comes to its field.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { visit, widget } from '../support/clinic.mjs';
import { browsers, serve } from '../support/pages.mjs';

const recorder = readFileSync('node_modules/rrweb/dist/rrweb.umd.min.cjs', 'utf8');
const insurers = [{ id: 'in', name: 'Example Health', network: 'in' }];

const page = (
  attributes,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Recorded</title>
<script src="/recorder.js"></script>
<script>window.recorded = []; rrweb.record({ emit: (event) => recorded.push(event) });</script>
<script type="module" src="/dist/insurance-check.js" ${attributes}></script></head>
<body><h1>Recorded</h1><form id="plain"><label>Plain <input id="control"></label></form>
<insurance-check endpoint="/sink" payers="/payers.json"></insurance-check></body></html>`;

for (const [name, launch] of Object.entries(browsers)) {
  describe(`a session recorder, in ${name}`, () => {
    let browser, site;
    before(async () => {
      site = await serve();
      site.pages.set('/recorder.js', recorder);
      site.pages.set('/payers.json', JSON.stringify(insurers));
      site.pages.set('/closed', page(''));
      site.pages.set('/open', page('data-inspect'));
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      site?.close();
    });

    // Open roots are for audits: there only the recorder's own mark keeps it out.
    for (const path of ['/closed', '/open'])
      it(`holds nothing of what is typed, with ${path.slice(1)} roots`, async () => {
        const { page: tab } = await visit(browser, site.origin + path, { widgets: 1 });
        const insurance = widget(tab, 'insurance-check');
        await insurance.until('[data-field="memberId"]');
        const early = site.requests.filter((url) => /payer/.test(url));
        assert.deepEqual(early, [], 'nothing of the list before somebody comes to its field');

        await tab.type('#control', 'CNRY-CONTROL');
        await insurance.type('payer', 'CNRY-PAYER');
        await insurance.type('memberId', 'CNRY-MEMBER');
        await insurance.type('givenName', 'CNRY-NAME');
        await insurance.type('birthDate.year', '19273');
        await insurance.tick('relationship', 'child');
        await insurance.submit();
        await insurance.until('[part~="summary"]');
        // What stands in a box is recorded a moment later.
        await new Promise((resolve) => setTimeout(resolve, 500));
        const recorded = await tab.evaluate(() => JSON.stringify(window.recorded));
        assert.match(recorded, /CNRY-CONTROL/, 'the recorder records');
        for (const typed of ['CNRY-PAYER', 'CNRY-MEMBER', 'CNRY-NAME', '19273', 'Example Health'])
          assert.ok(!recorded.includes(typed), `${typed} is in the recording`);
        assert.ok(site.requests.includes('/payers.json'), 'the list was asked for in the end');
        await tab.close();
        site.requests.length = 0;
      });
  });
}
