import type { Photo } from './photo.js';

/** Copies the preview to the canvas on the page; the check of all answers may draw the same photo a second time. */
export const paint =
  ({ preview }: Photo) =>
  (canvas: Element | undefined) => {
    if (!(canvas instanceof HTMLCanvasElement)) return;
    canvas.width = preview.width;
    canvas.height = preview.height;
    canvas.getContext('2d')?.drawImage(preview, 0, 0);
  };
