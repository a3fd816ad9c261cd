import { domException, expose } from "../shared/classes.js";

const construct = Symbol("construct");

export class CryptoKey {
  #type;
  #extractable;
  #algorithm;
  #usages;
  /** What the host knows the key by: the bytes of a secret key, a handle for the others. */
  #material;

  constructor(token, { type, extractable, algorithm, usages, material }) {
    if (token !== construct) throw new TypeError("Illegal constructor");
    this.#type = type;
    this.#extractable = extractable;
    this.#algorithm = algorithm;
    this.#usages = usages;
    this.#material = material;
  }

  get type() { return this.#type; }
  get extractable() { return this.#extractable; }
  get algorithm() { return this.#algorithm; }
  get usages() { return this.#usages; }

  static materialOf(key) { return key.#material; }
}

export const materialOf = CryptoKey.materialOf;
delete CryptoKey.materialOf;
expose(CryptoKey);

const allUsages = ["encrypt", "decrypt", "sign", "verify", "deriveKey", "deriveBits", "wrapKey", "unwrapKey"];

export function newKey(type, extractable, algorithm, usages, material) {
  const inOrder = allUsages.filter((usage) => usages.includes(usage));
  if (inOrder.length === 0 && (type === "secret" || type === "private")) {
    throw domException("Usages cannot be empty when creating a key.", "SyntaxError");
  }
  return new CryptoKey(construct, {
    type, extractable: Boolean(extractable), algorithm: Object.freeze(algorithm), usages: Object.freeze(inOrder), material,
  });
}

/** The usages asked for, all of which the key's kind must allow. */
export function checkUsages(usages, allowed) {
  const asked = Array.from(usages, String);
  const unknown = asked.find((usage) => !allUsages.includes(usage));
  if (unknown !== undefined) throw new TypeError(`The provided value '${unknown}' is not a valid KeyUsage.`);
  if (asked.some((usage) => !allowed.includes(usage))) {
    throw domException("Unsupported key usage for this key.", "SyntaxError");
  }
  return asked;
}

/** Fails unless the key is of that algorithm and may be used so. */
export function needKey(key, algorithm, usage) {
  if (!(key instanceof CryptoKey)) throw new TypeError("The key is not a CryptoKey.");
  if (key.algorithm.name !== algorithm.name) throw domException("Key algorithm mismatch", "InvalidAccessError");
  if (!key.usages.includes(usage)) {
    throw domException(`The key's usages do not permit "${usage}".`, "InvalidAccessError");
  }
}
