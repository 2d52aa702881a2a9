import { page } from './page.js';

/** Whether an address starts with an entry of `data-allow`, at a boundary: `https://a.example` does not allow `https://a.example.evil`. */
export const mayLead = (address: string): boolean => {
  const { href } = new URL(address, location.href);
  return page().allow.some((entry) => {
    if (!URL.canParse(entry, location.href)) return false;
    const start = new URL(entry, location.href).href;
    return (
      href === start ||
      (href.startsWith(start) && (/[/?#]$/.test(start) || /^[/?#]/.test(href.slice(start.length))))
    );
  });
};
