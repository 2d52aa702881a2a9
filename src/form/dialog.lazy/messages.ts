/** Words of a widget that opens over the page. Other languages come whole. */
export const dialog = {
  close: 'Close',
};
