import '../src/widgets/insurance-check/insurance-check.js';
import { address, payers } from './support/clinic.js';
import * as on from './support/endpoints.js';
import { widget, type Meta, type Story } from './support/story.js';
import { arrive, fill, until } from './support/visitor.js';

const meta: Meta = {
  title: 'Card photos',
  component: 'insurance-check',
  args: {
    endpoint: on.endpoint,
    fetch: on.isSilent,
    phone: '+1 555 010 0123',
    payers: address(payers),
  },
  render: (args) => widget('insurance-check', args),
  play: async ({ canvasElement }) => void (await arrive(canvasElement)),
};
export default meta;

/** A card of nobody's. */
const card = async (): Promise<Blob> => {
  const canvas = document.createElement('canvas');
  canvas.width = 856;
  canvas.height = 540;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#e4ecf5';
  context.fillRect(0, 0, 856, 540);
  context.fillStyle = '#1f4e79';
  context.fillRect(0, 0, 856, 130);
  context.fillStyle = '#fff';
  context.font = '64px sans-serif';
  context.fillText('Blue Harbor Health', 40, 88);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), 'image/jpeg'));
};

/** A PNG whose few bytes promise more pixels than a phone has memory for. */
const huge = new Uint8Array([
  ...[0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
  ...[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60],
]);

type Picked = 'photo' | 'page' | 'empty' | 'png' | 'huge' | 'heic' | 'cut';
const files: Record<Picked, () => Promise<BlobPart[]>> = {
  photo: async () => [await card()],
  page: async () => ['<!doctype html>'],
  empty: async () => [],
  png: async () => [huge],
  huge: async () => [huge],
  heic: async () => ['\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
  cut: async () => [new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
};
/** What each says it is, where that is not a JPEG; a HEIC of nobody's camera has no type in most browsers. */
const types: Partial<Record<Picked, string>> = { huge: 'image/png', heic: '' };

/** Somebody picks files for the sides of a card. */
const picks = (sides: Partial<Record<'front' | 'back', Picked>>, shows: RegExp): Story => ({
  play: async ({ canvasElement }) => {
    const { root } = await arrive(canvasElement);
    for (const [side, picked] of Object.entries(sides)) {
      const input = root.querySelector<HTMLInputElement>(`[data-field="cards.${side}"]`)!;
      input.focus({ preventScroll: true });
      const transfer = new DataTransfer();
      transfer.items.add(
        new File(await files[picked](), 'a.jpg', { type: types[picked] ?? 'image/jpeg' }),
      );
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      const place = input.closest('.box')!;
      await until(
        `${side}: ${picked}`,
        () => /added|agregado/.test(place.textContent) || place.querySelector('.error'),
      );
    }
    await until(`words like ${shows}`, () => shows.test(root.textContent));
  },
});

export const Empty: Story = {};
export const Front: Story = picks({ front: 'photo' }, /Location and date removed/);
export const Both: Story = picks({ front: 'photo', back: 'photo' }, /Back of the card added/);
export const NotAPhoto: Story = picks({ front: 'page' }, /isn’t a photo/);
export const EmptyFile: Story = picks({ front: 'photo', back: 'empty' }, /empty/);
export const NotAsNamed: Story = picks({ front: 'png' }, /isn’t the type its name says/);
export const TooLarge: Story = picks({ front: 'huge' }, /too large/);
export const Heic: Story = picks({ front: 'heic' }, /can’t open this kind of photo/);
export const Unreadable: Story = picks({ front: 'cut' }, /can’t open this photo/);
/** In a browser that gives noise back for what was drawn, against fingerprints. */
export const ProtectedBrowser: Story = {
  play: async (context) => {
    const real = CanvasRenderingContext2D.prototype.getImageData;
    CanvasRenderingContext2D.prototype.getImageData = function (...asked) {
      const noise = real.apply(this, asked);
      noise.data.fill(7);
      return noise;
    };
    try {
      const story = picks({ front: 'photo' }, /keep us from preparing photos/);
      await story.play!(context);
    } finally {
      CanvasRenderingContext2D.prototype.getImageData = real;
    }
  },
};
export const Removed: Story = {
  play: async (context) => {
    await Front.play!(context);
    const { root } = await arrive(context.canvasElement);
    root.querySelector<HTMLElement>('.photo button')!.click();
    await until('the word for it', () => root.textContent.includes('card removed'));
  },
};
export const RefusedByTheEndpoint: Story = {
  args: { fetch: on.refuses({ cards: 'format' }) },
  play: async (context) => {
    await fill(context.canvasElement, {
      payer: 'Blue Harbor Health',
      givenName: 'Robin',
      familyName: 'Hale',
      'birthDate.month': '4',
      'birthDate.day': '9',
      'birthDate.year': '1988',
      phone: '555 010 0144',
      'consent.privacy': true,
    });
    await Front.play!(context);
    const { host, root } = await arrive(context.canvasElement);
    root.querySelector<HTMLElement>('[part="submit"]')!.click();
    await until('invalid', () => host.matches(':state(invalid)'));
  },
};

export const Spanish: Story = {
  ...picks({ front: 'photo', back: 'page' }, /Se quitaron el lugar y la fecha/),
  globals: { language: 'es' },
};
export const RightToLeft: Story = { ...Both, globals: { direction: 'rtl' } };
export const Dark: Story = { ...EmptyFile, globals: { theme: 'dark' } };
export const Narrow: Story = { ...Both, globals: { width: '320px' } };
