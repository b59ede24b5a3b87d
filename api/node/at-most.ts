/** Resolves when the work has ended, however it ends, and after `ms` at the latest. False: it has not ended well in time. */
export async function atMost(ms: number, work: Promise<unknown>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), ms);
  const done = work.then(
    () => true,
    () => false,
  );
  const isInTime = await Promise.race([done, late.promise]);
  clearTimeout(timer);
  return isInTime;
}
