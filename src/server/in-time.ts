/**
 * Waits for somebody else's work, and not for ever.
 *
 * @module
 */

/**
 * What the work answers, if it does so in time. What it does after that is nobody's concern any more.
 *
 * @throws what the work throws; what `late` makes, when the time is over.
 */
export async function inTime<Answer>(
  seconds: number,
  work: () => Answer | PromiseLike<Answer>,
  late: () => Error,
): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), seconds * 1000);
  });
  try {
    return await Promise.race([work(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
