/** Counts the lines of a file while it arrives, in bytes; a line break in quotes is none of CSV. */
export function createLineCounter(quotes: boolean): (bytes: Uint8Array) => number {
  let lines = 0;
  let quoted = false;
  return (bytes) => {
    for (const byte of bytes) {
      if (byte === 0x22 && quotes) quoted = !quoted;
      else if (byte === 0x0a && !quoted) lines++;
    }
    return lines;
  };
}
