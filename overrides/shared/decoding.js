// @ts-check

/** What was escaped to stand in an address; as it stands where the address was cut within a letter. @param {string} text */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The id that is named behind the `#` of an address. @param {string} hash */
export function namedIn(hash) {
  return decoded(hash.slice(1));
}
