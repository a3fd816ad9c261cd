// Plain JavaScript, so that Node.js can run it as it stands.

/** Counts the primes below a number with a sieve, and mixes them by arithmetic on integers. */
export function cpuBound(size) {
  const composite = new Uint8Array(size);
  let hash = 0;
  for (let i = 2; i < size; i++) {
    if (composite[i] === 0) {
      hash = (Math.imul(hash, 31) + i) | 0;
      for (let j = i * i; j < size; j += i) {
        composite[j] = 1;
      }
    }
  }
  return hash;
}

/** Builds records, writes them as JSON, reads them back and adds them up. */
export function jsonBound(size) {
  const records = Array.from({ length: size }, (_, i) => ({
    id: `record-${i}`,
    tags: ["a", "b", `t${i % 7}`],
    price: i / 4,
    nested: { flag: i % 2 === 0, text: "x".repeat(i % 20) },
  }));
  const copy = JSON.parse(JSON.stringify(records));
  let sum = 0;
  for (const record of copy) {
    sum += record.price + record.tags.length + record.nested.text.length;
  }
  return sum;
}
