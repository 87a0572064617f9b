/**
 * Listens on a connection of its own, and on another one when that breaks.
 *
 * @module
 */

/** What is used of a `pg.PoolClient`. */
export interface ListenerLike {
  query(sql: string): Promise<unknown>;
  on(event: 'notification' | 'error' | 'end', listener: (message: never) => void): unknown;
  removeAllListeners(event: 'notification'): unknown;
  release(destroy?: boolean): void;
}

interface Connects {
  connect(): Promise<ListenerLike>;
}

/** Milliseconds until a broken connection is replaced. */
const pause = 1000;

/**
 * @returns A function that stops, and gives the connection back.
 * @throws whatever the first connection does: later ones are tried until one holds.
 */
export async function listenOn(
  pool: Connects,
  channel: string,
  heard: (payload: string) => void,
): Promise<() => Promise<void>> {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: ListenerLike | null = null;

  async function open(): Promise<void> {
    const client = await pool.connect();
    const broke = () => {
      if (current !== client) return;
      current = null;
      client.release(true);
      tryLater();
    };
    client.on('error', broke);
    client.on('end', broke);
    client.on('notification', ({ payload = '' }: { payload?: string }) => heard(payload));
    current = client;
    await client.query(`listen ${channel}`).catch((error: unknown) => {
      if (current === client) {
        current = null;
        client.release(true);
      }
      throw error;
    });
    if (stopped) close();
  }

  function tryLater(): void {
    if (stopped) return;
    timer = setTimeout(() => void open().catch(tryLater), pause);
    timer.unref();
  }

  /** Destroyed rather than returned: who gets it next would hear, too. */
  function close(): void {
    current?.removeAllListeners('notification');
    current?.release(true);
    current = null;
  }

  await open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    close();
    return Promise.resolve();
  };
}
