/**
 * A photo as a phone takes it, with the place it was taken at, from the picker of the browser to what staff read: enough to finish a check,
 * and silent about the place. On the demo's own page, which is strict.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { click, heard, openClinic, visit, widget } from '../support/clinic.mjs';
import { browsers } from '../support/pages.mjs';

const camera = 'Canary Camera 9';

/** An EXIF block (little endian) that names the camera and holds a GPS directory: 40° 44' 54" north. */
function exif() {
  const bytes = Buffer.alloc(200);
  bytes.write('Exif\0\0II*\0', 0, 'latin1');
  const tiff = 6;
  bytes.writeUInt32LE(8, tiff + 4);
  const entry = (at, tag, type, count, value) => {
    bytes.writeUInt16LE(tag, tiff + at);
    bytes.writeUInt16LE(type, tiff + at + 2);
    bytes.writeUInt32LE(count, tiff + at + 4);
    bytes.writeUInt32LE(value, tiff + at + 8);
  };
  bytes.writeUInt16LE(2, tiff + 8);
  entry(10, 0x010f, 2, camera.length + 1, 100);
  entry(22, 0x8825, 4, 1, 60);
  bytes.writeUInt16LE(1, tiff + 60);
  entry(62, 2, 5, 3, 130);
  bytes.write(camera, tiff + 100, 'latin1');
  for (const [index, number] of [40, 44, 54].entries()) {
    bytes.writeUInt32LE(number, tiff + 130 + index * 8);
    bytes.writeUInt32LE(1, tiff + 134 + index * 8);
  }
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
}

/** A picture drawn by the browser, with what a phone would have written into it. */
async function takePhoto(page) {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 3200;
    canvas.height = 2000;
    const context = canvas.getContext('2d');
    context.fillStyle = '#c02040';
    context.fillRect(0, 0, 3200, 2000);
    return canvas.toDataURL('image/jpeg').split(',')[1];
  });
  const plain = Buffer.from(base64, 'base64');
  return Buffer.concat([plain.subarray(0, 2), exif(), plain.subarray(2)]);
}

for (const [name, launch] of Object.entries(browsers)) {
  describe(`photos of a card, in ${name}`, { timeout: 120_000 }, () => {
    let clinic, browser, folder;
    before(async () => {
      clinic = await openClinic();
      browser = await launch();
      folder = await mkdtemp(join(tmpdir(), 'card-'));
    });
    after(async () => {
      await browser?.close();
      await clinic?.close();
      if (folder) await rm(folder, { recursive: true });
    });

    it('are enough to finish, and say nothing of the place', async () => {
      const { page, problems } = await visit(browser, clinic.url);
      const photo = await takePhoto(page);
      assert.ok(photo.includes(camera), 'the control: it is in the photo');
      await writeFile(join(folder, 'Avery Quill.jpg'), photo);
      await writeFile(join(folder, 'page.jpg'), '<!doctype html><script>1</script>');

      const insurance = widget(page, 'insurance-check');
      await insurance.type('payer', 'aetna');
      await page.keyboard.press('Tab');
      await (
        await insurance.find('[data-field="cards.front"]')
      ).uploadFile(join(folder, 'page.jpg'));
      await insurance.until('[part="form"] .error[role="alert"]');
      assert.match(await insurance.text('.error[role="alert"]'), /isn’t a photo/);
      await (
        await insurance.find('[data-field="cards.front"]')
      ).uploadFile(join(folder, 'Avery Quill.jpg'));
      await insurance.until('canvas');
      await insurance.type('givenName', 'Avery');
      await insurance.type('familyName', 'Quill');
      await insurance.type('birthDate.month', '3');
      await insurance.type('birthDate.day', '27');
      await insurance.type('birthDate.year', '1985');
      await insurance.type('email', 'avery@example.org');
      await insurance.tick('consent.privacy');
      await click(await insurance.find('[part="submit"]'));
      const { reference } = await heard(page, 'clinic-submitted', 'insurance-check');
      assert.ok(reference);

      const [row] = await clinic.list();
      assert.deepEqual(row.submission.data.cards, [{ side: 'front', part: 'front.jpg' }]);
      assert.equal(row.submission.data.memberId, undefined);
      assert.equal(row.cards.length, 1);
      const stored = await clinic.photo(row.cards[0]);
      assert.deepEqual([...stored.subarray(0, 3)], [0xff, 0xd8, 0xff]);
      for (const trace of ['Exif', camera, 'Avery']) assert.ok(!stored.includes(trace), trace);
      assert.ok(stored.length < 1_500_000);
      assert.deepEqual(problems, []);
    });
  });
}
