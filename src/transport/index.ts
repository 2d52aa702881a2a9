/** All network access: `encode` seals, `send` posts submissions, `lookup` gets data. */
export type { FailureReason } from '../contract/index.js';
export { issuesFromBody, type Outcome } from './answer.js';
export { checkEndpoint } from './endpoint.js';
export { encode, type EncodeOptions, type FilePart, type Format } from './formats/index.js';
export { LookupError, lookup, type LookupOptions, type LookupReason } from './lookup.js';
export type { Clock } from './request.js';
export { send, type Sealed, type SendOptions } from './send.js';
