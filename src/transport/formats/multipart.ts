/** A file of a submission. */
export interface FilePart {
  /** The name of the part: `cards` */
  part: string;
  blob: Blob;
  filename: string;
}

const quoted = (name: string) => name.replace(/\r\n?|\n/g, '%0D%0A').replaceAll('"', '%22');

/**
 * `multipart/form-data` (RFC 7578, escaped as the HTML standard says), written here rather than by `FormData`, which pages
 * wrap and which draws a new boundary each time. Files are read now: a phone takes a picked file's permission back, or the
 * file changes, before *Try again*.
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
