import { addressOf } from './address-of.js';
import { page } from './page.js';

/** Whether an address starts with an entry of `data-allow`, at a boundary: `https://a.example` does not allow `https://a.example.evil`. */
export const mayLead = (address: string): boolean => {
  const { href } = new URL(address, location.href);
  return page().allow.some((entry) => {
    const start = addressOf(entry, 'data-allow');
    if (!start) return false;
    return (
      href === start ||
      (href.startsWith(start) && (/[/?#]$/.test(start) || /^[/?#]/.test(href.slice(start.length))))
    );
  });
};
