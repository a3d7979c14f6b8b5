// @ts-check
/**
 * What is got once, while it comes and from then on; what failed is got anew by whoever asks next.
 * @template T @param {() => Promise<T>} get @returns {() => Promise<T>}
 */
export function once(get) {
  /** @type {Promise<T> | undefined} */
  let coming;
  return () => coming ??= get().catch((error) => {
    coming = undefined;
    throw error;
  });
}
