import { expect } from '@open-wc/testing';
import {
  all,
  control,
  fakeEndpoint,
  fill,
  inside,
  mount,
  rootOf,
  settle,
  submit,
  until,
  wordsIn,
} from '../support/index.js';
import { phonePhoto, picture, place, placeIn, segmentsOf } from '../support/images.js';
import { photoOf, UnfitFile } from '../../src/photos/prepare.lazy/photo.js';
import '../../src/widgets/insurance-check/insurance-check.js';

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
const latin = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
const file = (content: BlobPart[], name: string, type: string) => new File(content, name, { type });
const unfit = async (given: File) => {
  try {
    await photoOf(given);
  } catch (error) {
    if (error instanceof UnfitFile) return error.code;
    throw error;
  }
  return undefined;
};

describe('a photo that goes along', () => {
  it('says nothing of where, when and with what it was taken', async () => {
    const taken = await phonePhoto(1200, 800);
    const before = await bytesOf(taken);
    // The control: what must be gone is there, and the test can read it.
    expect(placeIn(before)).to.deep.equal(place.latitude);
    expect(latin(before)).to.include(place.camera);
    expect(segmentsOf(before)).to.include('e1');

    const { blob } = await photoOf(file([taken], 'IMG_4711.JPG', 'image/jpeg'));
    const after = await bytesOf(blob);
    expect(placeIn(after)).to.equal(undefined);
    expect(latin(after)).to.not.include(place.camera).and.to.not.include('Exif');
    expect(segmentsOf(after)).to.not.include('e1').and.to.not.include('ed');
    expect(blob.type).to.equal('image/jpeg');
  });

  it('stands upright, however the phone was held', async () => {
    const taken = await phonePhoto(600, 400, 6);
    const { width, height, blob } = await photoOf(file([taken], 'a.jpg', 'image/jpeg'));
    expect([width, height]).to.deep.equal([400, 600]);
    const bitmap = await createImageBitmap(blob);
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d')!;
    canvas.width = 400;
    canvas.height = 600;
    context.drawImage(bitmap, 0, 0);
    // Turned by a quarter, the red corner is at the upper right.
    expect(context.getImageData(380, 20, 1, 1).data[0]).to.be.above(150);
    expect(context.getImageData(20, 20, 1, 1).data[2]).to.be.above(120);
  });

  it('is made smaller, and a small one is left as large as it is', async () => {
    const large = await photoOf(file([await picture(4000, 3000)], 'a.jpg', 'image/jpeg'));
    expect([large.width, large.height]).to.deep.equal([2000, 1500]);
    expect(large.blob.size).to.be.below(1_500_000);
    const small = await photoOf(file([await picture(640, 400)], 'a.jpg', 'image/jpeg'));
    expect([small.width, small.height]).to.deep.equal([640, 400]);
  });

  it('weighs little also where there is noise all over it', async () => {
    const noisy = await picture(2400, 1800, { noisy: true });
    const { blob, width } = await photoOf(file([noisy], 'a.jpg', 'image/jpeg'));
    expect(noisy.size).to.be.above(3_000_000);
    expect(blob.size).to.be.at.most(1_500_000);
    expect(width).to.be.at.least(1200);
  });

  it('may have 40 megapixels', async function () {
    this.timeout(30_000);
    const { blob, width } = await photoOf(file([await picture(7303, 5477)], 'a.jpg', 'image/jpeg'));
    expect(width).to.equal(2000);
    expect(blob.size).to.be.below(1_500_000);
  });

  it('may be a PNG, whose clear ground becomes white and not black', async () => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 20;
    const clear = await new Promise<Blob>((resolve) => canvas.toBlob((blob) => resolve(blob!)));
    const { blob } = await photoOf(file([clear], 'a.png', 'image/png'));
    const context = canvas.getContext('2d')!;
    context.drawImage(await createImageBitmap(blob), 0, 0);
    expect(context.getImageData(10, 10, 1, 1).data[0]).to.be.above(250);
    expect(blob.type).to.equal('image/jpeg');
  });
});

describe('a file that is refused', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  for (const [what, code, given] of [
    ['an SVG', 'not-photo', () => file([svg], 'a.svg', 'image/svg+xml')],
    ['an SVG that says it is a JPEG', 'not-photo', () => file([svg], 'a.jpg', 'image/jpeg')],
    ['a web page', 'not-photo', () => file(['<!doctype html><p>'], 'a.html', 'text/html')],
    ['a web page that says it is a PNG', 'not-photo', () => file(['<p>'], 'a.png', 'image/png')],
    ['a PDF', 'not-photo', () => file(['%PDF-1.7\n'], 'a.pdf', 'application/pdf')],
    ['a program', 'not-photo', () => file(['MZ\x90\0'], 'a.jpg', 'image/jpeg')],
    ['an empty file', 'empty', () => file([], 'a.jpg', 'image/jpeg')],
    ['a GIF', 'not-photo', () => file(['GIF89a'], 'a.gif', 'image/gif')],
    [
      'a JPEG that ends after its first bytes',
      'unreadable',
      () => file([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])], 'a.jpg', 'image/jpeg'),
    ],
    [
      'a JPEG that goes on as a web page',
      'unreadable',
      () => file([new Uint8Array([0xff, 0xd8, 0xff]), '<script>'], 'a.jpg', 'image/jpeg'),
    ],
    [
      'a HEIC that nothing here can open',
      'heic',
      () => file(['\0\0\0\x18ftypheic\0\0\0\0mif1heic'], 'a.heic', ''),
    ],
  ] as [string, string, () => File][])
    it(`is ${what}`, async () => {
      expect(await unfit(given())).to.equal(code);
    });

  it('is a photo of another kind than it says', async () => {
    const png = await picture(20, 20, { type: 'image/png' });
    expect(await unfit(file([png], 'a.jpg', 'image/jpeg'))).to.equal('not-as-named');
    expect(await unfit(file([png], 'a.html', 'text/html'))).to.equal('not-as-named');
    expect(await unfit(file([png], 'a', ''))).to.equal(undefined);
    expect(await unfit(file([png], 'a.png', 'image/png'))).to.equal(undefined);
  });

  it('is one whose few bytes promise more pixels than a phone has memory for', async () => {
    const png = await bytesOf(await picture(20, 20, { type: 'image/png' }));
    const view = new DataView(png.buffer);
    view.setUint32(16, 60_000);
    view.setUint32(20, 60_000);
    expect(await unfit(file([png], 'a.png', 'image/png'))).to.equal('too-large');
    const jpeg = await bytesOf(await picture(20, 20));
    const frame = latin(jpeg).search(/\xff[\xc0\xc2]/);
    new DataView(jpeg.buffer).setUint32(frame + 5, 0xffff_ffff);
    expect(await unfit(file([jpeg], 'a.jpg', 'image/jpeg'))).to.equal('too-large');
  });

  it('is one that cannot be read any more', async () => {
    const gone = file(['x'], 'a.jpg', 'image/jpeg');
    Object.defineProperty(gone, 'slice', {
      value: () => ({
        arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')),
      }),
    });
    expect(await unfit(gone)).to.equal('unreadable');
  });
});

const person = {
  payer: 'Example Health',
  givenName: 'Ana',
  familyName: 'Ruiz',
  'birthDate.month': '2',
  'birthDate.day': '9',
  'birthDate.year': '1985',
  phone: '555 010 0123',
  'consent.privacy': true,
};

/** Picks a file as a visitor does: the browser puts it into the control and says `change`. */
const choose = (host: Element, side: 'front' | 'back', picked: File) => {
  const input = control(host, `cards.${side}`);
  input.focus();
  const transfer = new DataTransfer();
  transfer.items.add(picked);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};
const photo = async (name = 'Ana Ruiz card.jpg') =>
  file([await phonePhoto(900, 600)], name, 'image/jpeg');

describe('the photos of a card', () => {
  it('alone are enough to finish', async () => {
    const endpoint = fakeEndpoint();
    const host = await mount(`<insurance-check endpoint="${endpoint.url}"></insurance-check>`);
    fill(host, person);
    choose(host, 'back', await photo());
    await until(() => all(host, 'canvas').length === 1, 'the first photo');
    choose(host, 'front', await photo('front of Ana.jpg'));
    await until(() => all(host, 'canvas').length === 2, 'both photos');
    await submit(host);
    expect(host.matches(':state(sent)'), wordsIn(host)).to.equal(true);
    const [request] = endpoint.requests;
    expect(request.type).to.match(/^multipart\/form-data/);
    const body = latin(await bytesOf(new Blob([request.init.body as ArrayBuffer])));
    const parts = body.match(/name="\w+"(; filename="[^"]*")?/g);
    expect(parts).to.deep.equal([
      'name="submission"',
      'name="cards"; filename="front.jpg"',
      'name="cards"; filename="back.jpg"',
    ]);
    expect(body).to.include(
      '"cards":[{"side":"front","part":"front.jpg"},{"side":"back","part":"back.jpg"}]',
    );
    expect(body, 'no place').to.not.include(place.camera).and.to.not.include('Exif');
    expect(body, 'no name of a file').to.not.include('Ana Ruiz card');
  });

  it('can be taken away and chosen anew, and the focus is not lost', async () => {
    const host = await mount('<insurance-check sandbox></insurance-check>');
    choose(host, 'front', await photo());
    await until(() => all(host, 'canvas').length === 1, 'the photo');
    await until(() => wordsIn(host).includes('Front of the card added.'), 'the word for it');
    const remove = inside<HTMLButtonElement>(host, '.photo button');
    remove.focus();
    remove.click();
    await host.updateComplete;
    expect(all(host, 'canvas')).to.have.length(0);
    expect(wordsIn(host)).to.include('Front of the card removed.');
    expect((rootOf(host).activeElement as HTMLElement).dataset['field']).to.equal('cards.front');
    choose(host, 'front', await photo());
    await until(() => all(host, 'canvas').length === 1, 'the photo again');
  });

  it('shows a photo without an address, and names no file', async () => {
    const host = await mount('<insurance-check sandbox></insurance-check>');
    choose(host, 'front', await photo());
    await until(() => all(host, 'canvas').length === 1, 'the photo');
    await settle();
    const drawn = inside<HTMLCanvasElement>(host, 'canvas');
    const [red] = drawn.getContext('2d')!.getImageData(5, 5, 1, 1).data;
    expect(red, 'the corner of the picture').to.be.above(150);
    expect(all(host, 'img, [src], [style]')).to.have.length(0);
    expect(rootOf(host).textContent).to.not.include('Ana Ruiz');
    expect(control(host, 'cards.front').value).to.equal('');
  });

  it('that do not fit are refused in words beside the control, and stop nothing else', async () => {
    const host = await mount('<insurance-check sandbox></insurance-check>');
    fill(host, { ...person, memberId: '0012' });
    choose(host, 'front', file(['<p>'], 'a.jpg', 'image/jpeg'));
    await until(() => wordsIn(host).includes('This isn’t a photo.'), 'the word for it');
    const input = control(host, 'cards.front');
    const described = rootOf(host).getElementById(input.getAttribute('aria-describedby')!);
    expect(described?.textContent).to.include('This isn’t a photo.');
    expect(all(host, 'canvas')).to.have.length(0);
    await submit(host);
    expect(host.matches(':state(sent)'), wordsIn(host)).to.equal(true);
  });

  it('of two picked at once the later one counts', async () => {
    const host = await mount('<insurance-check sandbox></insurance-check>');
    choose(host, 'front', file([await picture(3000, 2000)], 'a.jpg', 'image/jpeg'));
    choose(host, 'front', file([await picture(300, 200)], 'b.jpg', 'image/jpeg'));
    await until(() => all(host, 'canvas').length === 1, 'the photo');
    await settle();
    await settle();
    expect(inside<HTMLCanvasElement>(host, 'canvas').width).to.equal(300);
  });

  it('goes along when Send is pressed while it is still prepared', async () => {
    const endpoint = fakeEndpoint();
    const host = await mount(`<insurance-check endpoint="${endpoint.url}"></insurance-check>`);
    fill(host, person);
    choose(host, 'front', file([await picture(4000, 3000)], 'a.jpg', 'image/jpeg'));
    await submit(host);
    expect(host.matches(':state(sent)'), wordsIn(host)).to.equal(true);
    const body = latin(await bytesOf(new Blob([endpoint.requests[0].init.body as ArrayBuffer])));
    expect(body).to.include('"cards":[{"side":"front","part":"front.jpg"}]');
  });

  it('says that it is sent, which takes its time, and that the page should stay open', async () => {
    let arrive!: (answer: { body: unknown }) => void;
    const endpoint = fakeEndpoint(new Promise((resolve) => (arrive = resolve)));
    const host = await mount(`<insurance-check endpoint="${endpoint.url}"></insurance-check>`);
    fill(host, person);
    choose(host, 'front', await photo());
    await until(() => all(host, 'canvas').length === 1, 'the photo');
    inside(host, '[part="submit"]').click();
    const status = () => inside(host, '.actions [role="status"]').textContent;
    await until(() => status().includes('Sending your files.'), 'what is said of it');
    expect(status()).to.include('Please keep this page open');
    expect(all(host, '.actions .progress')).to.have.length(1);
    arrive({ body: { reference: 'C-7', status: 'pending' } });
    await until(() => host.matches(':state(sent)'), 'the end');
  });

  it('does not come back when the form was cleared while it was prepared', async () => {
    const host = await mount('<insurance-check sandbox></insurance-check>');
    fill(host, { ...person, memberId: '0012' });
    choose(host, 'back', await photo());
    await until(() => all(host, 'canvas').length === 1, 'that the part is there');
    choose(host, 'front', file([await picture(4000, 3000)], 'a.jpg', 'image/jpeg'));
    // As a page does that comes back from the browser's page cache.
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => all(host, 'canvas').length === 0, 'the end of the first photo');
    for (let turns = 0; turns < 40; turns++) await settle();
    expect(all(host, 'canvas')).to.have.length(0);
    expect(wordsIn(host)).to.not.include('is added');
  });

  it('that is taken away while another is prepared is not replaced by it', async () => {
    const host = await mount('<insurance-check sandbox></insurance-check>');
    choose(host, 'front', await photo());
    await until(() => all(host, 'canvas').length === 1, 'the photo');
    choose(host, 'front', file([await picture(4000, 3000)], 'a.jpg', 'image/jpeg'));
    inside(host, '.photo button').click();
    for (let turns = 0; turns < 40; turns++) await settle();
    expect(all(host, 'canvas')).to.have.length(0);
  });

  it('can come from the camera or from the pictures on a phone, and from files on a desk', async () => {
    const desk = await mount('<insurance-check sandbox></insurance-check>');
    expect(all(desk, '[data-field="cards.front"]')).to.have.length(1);
    expect(control(desk, 'cards.front').hasAttribute('capture')).to.equal(false);
    const { matchMedia } = window;
    window.matchMedia = (query) =>
      query.includes('coarse') ? ({ matches: true } as MediaQueryList) : matchMedia(query);
    try {
      const phone = await mount('<insurance-check sandbox></insurance-check>');
      // The form's own part is there, so that nothing but the photos' part can draw the form anew.
      control(phone, 'givenName').focus();
      for (let turns = 0; turns < 10; turns++) await settle();
      const ways = () => all<HTMLInputElement>(phone, '[data-field="cards.front"]');
      // Within the field: WebKit counts the legend of another one twice until it draws anew.
      const topOf = (element: Element) =>
        element.getBoundingClientRect().top -
        element.closest('fieldset')!.getBoundingClientRect().top;
      const before = topOf(ways()[0]);
      ways()[0].focus({ preventScroll: true });
      await until(() => ways().length === 2, 'the way to the camera');
      const [files, camera] = ways();
      expect(files.hasAttribute('capture')).to.equal(false);
      expect(camera.getAttribute('capture')).to.equal('environment');
      expect(rootOf(phone).activeElement, 'the focus stays').to.equal(files);
      expect(topOf(files), 'nothing moves under the finger').to.equal(before);
      expect(ways().every(({ accept }) => accept === 'image/*')).to.equal(true);
    } finally {
      window.matchMedia = matchMedia;
    }
  });
});
