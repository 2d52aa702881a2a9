import type { Receipt, Submission } from '../contract/index.js';
import type { FilePart } from '../transport/index.js';

/** The page's own way to send: gets the sealed submission and its files, answers with a receipt, or throws, with `issues` to refuse fields. */
export type Deliver = (submission: Submission, files?: FilePart[]) => Promise<Receipt>;
