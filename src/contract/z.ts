/**
 * The only import of zod. All schemas import `z` from here, so that this line runs before the first
 * schema is created: zod would otherwise compile checks with `new Function`, which a page with a
 * strict CSP reports as a violation.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });

export { z };
