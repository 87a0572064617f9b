/**
 * Loads a package that only those hosts install who use it.
 *
 * @module
 */

/** @throws {TypeError} naming the package to install. */
export async function loadPeer<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
    throw new TypeError(`This database needs the package ${name}: npm install ${name}`, { cause });
  }
}

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
