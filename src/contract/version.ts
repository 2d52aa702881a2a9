/** The version of the wire format, in every submission. */
export const version = 1;
