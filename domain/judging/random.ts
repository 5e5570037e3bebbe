/**
 * Random numbers from a seed that is stored with a submission, so that a regrade draws the same inputs.
 *
 * xoshiro128** (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021), its four words filled by
 * splitmix32 from a 32-bit FNV-1a hash of the seed's text. Good for drawing inputs; not for secrets.
 */

export interface Random {
  /** uniform in [0, 1), with 32 bits */
  next(): number;
}

/** A number of 32 bits (unsigned) for any text. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** A stream of its own for every seed: equal seeds give equal streams. */
export function randomFrom(seed: string): Random {
  let mixed = hash(seed);
  const word = (): number => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let value = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    value = Math.imul(value ^ (value >>> 15), 0x735a2d97);
    return (value ^ (value >>> 15)) >>> 0;
  };
  let [a, b, c, d] = [word(), word(), word(), word()];
  const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
  return {
    next() {
      const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = rotated(d, 11);
      return result / 2 ** 32;
    },
  };
}
