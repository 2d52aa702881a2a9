/** A file of a submission. */
export interface FilePart {
  /** Name of the part: `cards` */
  part: string;
  blob: Blob;
  filename: string;
}

const quoted = (name: string) => name.replace(/\r\n?|\n/g, '%0D%0A').replaceAll('"', '%22');

/**
 * Encodes `multipart/form-data` (RFC 7578, escaped by the HTML standard). Not with `FormData`,
 * which pages wrap and which uses a new boundary each time. Files are read now: a phone may revoke
 * access to a picked file, or the file may change, before *Try again*.
 */
export const multipart = (
  boundary: string,
  pairs: [name: string, value: string][],
  files: FilePart[] = [],
): Promise<ArrayBuffer> => {
  const head = (name: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"`;
  return new Blob([
    ...pairs.map(
      ([name, value]) => `${head(name)}\r\n\r\n${value.replace(/\r\n?|\n/g, '\r\n')}\r\n`,
    ),
    ...files.flatMap(({ part, blob, filename }) => [
      `${head(part)}; filename="${quoted(filename)}"\r\nContent-Type: ${blob.type || 'application/octet-stream'}\r\n\r\n`,
      blob,
      '\r\n',
    ]),
    `--${boundary}--\r\n`,
  ]).arrayBuffer();
};
