/** Ends a `switch` over a union: a case that was forgotten does not compile. */
export function exhaustive(never: never): never {
  throw new TypeError(`unexpected case: ${JSON.stringify(never)}`);
}
