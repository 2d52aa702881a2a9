/**
 * Why a submission could not be confirmed; said in `clinic-failed`, chosen by the transport.
 *
 * `offline` the device has no network · `timeout` no answer in time · `refused` the endpoint said no, and not because of an answer
 * · `server` the endpoint broke · `blocked` the page itself forbids the request · `unconfirmed` it may have arrived, nobody knows.
 */
export type FailureReason =
  'offline' | 'timeout' | 'refused' | 'server' | 'blocked' | 'unconfirmed';
