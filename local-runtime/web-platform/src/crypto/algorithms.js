// What each algorithm of SubtleCrypto can do here, and what its parameters are.
// https://w3c.github.io/webcrypto/#algorithms
import { copyOf } from "../shared/bytes.js";
import { domException } from "../shared/classes.js";

export const hashes = { "SHA-1": 160, "SHA-256": 256, "SHA-384": 384, "SHA-512": 512 };
const hashNames = Object.keys(hashes);
const signing = { private: ["sign"], public: ["verify"] };
const deriving = { private: ["deriveKey", "deriveBits"], public: [] };
const aes = {
  family: "AES",
  usages: { secret: ["encrypt", "decrypt", "wrapKey", "unwrapKey"] },
  formats: ["raw", "jwk"],
};

/** By canonical name: the family the host knows, which operations there are, usages by type of key. */
export const algorithms = {
  ...Object.fromEntries(hashNames.map((name) => [name, { operations: ["digest"] }])),
  "HMAC": {
    operations: ["sign", "verify", "generateKey", "importKey", "exportKey"],
    family: "HMAC", usages: { secret: ["sign", "verify"] }, formats: ["raw", "jwk"],
  },
  "AES-CBC": { ...aes, operations: ["encrypt", "decrypt", "generateKey", "importKey", "exportKey"] },
  "AES-CTR": { ...aes, operations: ["encrypt", "decrypt", "generateKey", "importKey", "exportKey"] },
  "AES-GCM": { ...aes, operations: ["encrypt", "decrypt", "generateKey", "importKey", "exportKey"] },
  "AES-KW": {
    ...aes, operations: ["generateKey", "importKey", "exportKey"], usages: { secret: ["wrapKey", "unwrapKey"] },
  },
  "RSASSA-PKCS1-v1_5": rsa(["sign", "verify"], signing),
  "RSA-PSS": rsa(["sign", "verify"], signing),
  "RSA-OAEP": rsa(["encrypt", "decrypt"], { private: ["decrypt", "unwrapKey"], public: ["encrypt", "wrapKey"] }),
  "ECDSA": curves("EC", ["sign", "verify"], signing),
  "ECDH": curves("EC", ["deriveBits"], deriving),
  "Ed25519": curves("OKP", ["sign", "verify"], signing),
  "X25519": curves("OKP", ["deriveBits"], deriving),
  "PBKDF2": secretOnly(),
  "HKDF": secretOnly(),
};

function rsa(operations, usages) {
  return {
    operations: [...operations, "generateKey", "importKey", "exportKey"],
    family: "RSA", usages, formats: ["pkcs8", "spki", "jwk"],
  };
}

function curves(family, operations, usages) {
  return {
    operations: [...operations, "generateKey", "importKey", "exportKey"],
    family, usages, formats: ["raw", "pkcs8", "spki", "jwk"],
  };
}

function secretOnly() {
  return {
    operations: ["deriveBits", "importKey"],
    family: "secret", usages: { secret: ["deriveKey", "deriveBits"] }, formats: ["raw"],
  };
}

/** The algorithm with its name as the specification writes it; one that can not do the operation ends the call. */
export function normalise(algorithm, operation) {
  const given = typeof algorithm === "string" ? { name: algorithm } : algorithm;
  if (typeof given !== "object" || given === null || given.name === undefined) {
    throw new TypeError("The algorithm has no name.");
  }
  const asked = String(given.name);
  const name = Object.keys(algorithms).find((one) => one.toLowerCase() === asked.toLowerCase());
  if (name === undefined || !algorithms[name].operations.includes(operation)) {
    platform.notImplemented(`crypto.subtle.${operation} for ${name ?? asked}`);
  }
  return { ...given, name };
}

export function hashOf(algorithm) {
  if (algorithm.hash === undefined) throw new TypeError(`${algorithm.name}: the hash is missing.`);
  return normalise(algorithm.hash, "digest").name;
}

export function bytesOf(value, name) {
  return copyOf(value, name).buffer;
}

export function integerOf(value, name, least, most) {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new TypeError(`${name} is not an integer from ${least} to ${most}.`);
  }
  return number;
}

/** What the host gave, unless it could not. */
export function orFail(result, message, name = "OperationError") {
  if (result === null) throw domException(message, name);
  return result;
}
