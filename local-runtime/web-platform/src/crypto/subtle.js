import { domException, expose } from "../shared/classes.js";
import { bytesOf, hashOf, integerOf, normalise, orFail } from "./algorithms.js";
import { CryptoKey, materialOf, needKey } from "./key.js";
import { exportKey, generate, importKey } from "./keys.js";

const construct = Symbol("construct");

export class SubtleCrypto {
  constructor(token) {
    if (token !== construct) throw new TypeError("Illegal constructor");
  }

  async digest(algorithm, data) {
    const { name } = normalise(algorithm, "digest");
    return platform.crypto.digest(name, bytesOf(data, "The data"));
  }

  async sign(algorithm, key, data) {
    const { name, ...parameters } = normalise(algorithm, "sign");
    const bytes = bytesOf(data, "The data");
    needKey(key, { name }, "sign");
    const [scheme, hash, saltLength] = signatureOf(name, parameters, key);
    const signature = platform.crypto.sign(scheme, hash, saltLength, materialOf(key), bytes);
    return orFail(signature, "The operation failed for an operation-specific reason");
  }

  async verify(algorithm, key, signature, data) {
    const { name, ...parameters } = normalise(algorithm, "verify");
    const signatureBytes = bytesOf(signature, "The signature");
    const bytes = bytesOf(data, "The data");
    needKey(key, { name }, "verify");
    const [scheme, hash, saltLength] = signatureOf(name, parameters, key);
    return platform.crypto.verify(scheme, hash, saltLength, materialOf(key), signatureBytes, bytes);
  }

  async encrypt(algorithm, key, data) { return cipher(true, algorithm, key, data); }

  async decrypt(algorithm, key, data) { return cipher(false, algorithm, key, data); }

  async generateKey(algorithm, extractable, usages) {
    const normalised = normalise(algorithm, "generateKey");
    platform.needAction("cryptographic randomness");
    return generate(normalised, extractable, usages);
  }

  async importKey(format, keyData, algorithm, extractable, usages) {
    return importKey(format, keyData, normalise(algorithm, "importKey"), Boolean(extractable), usages);
  }

  async exportKey(format, key) {
    if (!(key instanceof CryptoKey)) throw new TypeError("The key is not a CryptoKey.");
    normalise(key.algorithm, "exportKey");
    return exportKey(String(format), key);
  }

  async deriveBits(algorithm, baseKey, length) {
    const normalised = normalise(algorithm, "deriveBits");
    needKey(baseKey, normalised, "deriveBits");
    return deriveBits(normalised, baseKey, length ?? null);
  }

  async deriveKey(algorithm, baseKey, derivedKeyType, extractable, usages) {
    const normalised = normalise(algorithm, "deriveBits");
    const target = normalise(derivedKeyType, "importKey");
    needKey(baseKey, normalised, "deriveKey");
    const bits = deriveBits(normalised, baseKey, lengthOf(target));
    return importKey("raw", bits, target, Boolean(extractable), usages);
  }

  async wrapKey(_format, _key, _wrappingKey, algorithm) {
    return platform.notImplemented(`crypto.subtle.wrapKey for ${algorithm?.name ?? algorithm}`);
  }

  async unwrapKey(_format, _wrappedKey, _unwrappingKey, algorithm) {
    return platform.notImplemented(`crypto.subtle.unwrapKey for ${algorithm?.name ?? algorithm}`);
  }
}

expose(SubtleCrypto);

export function newSubtle() { return new SubtleCrypto(construct); }

/** The host's name of a signature scheme, its hash and the length of its salt. */
function signatureOf(name, parameters, key) {
  switch (name) {
    case "ECDSA": return [name, hashOf({ name, ...parameters }), 0];
    case "RSA-PSS": return [name, key.algorithm.hash.name, integerOf(parameters.saltLength, "saltLength", 0, 4096)];
    case "Ed25519": return [name, "", 0];
    default: return [name, key.algorithm.hash.name, 0];
  }
}

function cipher(encrypting, algorithm, key, data) {
  const usage = encrypting ? "encrypt" : "decrypt";
  const { name, ...parameters } = normalise(algorithm, usage);
  const bytes = bytesOf(data, "The data");
  needKey(key, { name }, usage);
  const failure = "The operation failed for an operation-specific reason";
  const material = materialOf(key);
  if (name === "RSA-OAEP") {
    const label = parameters.label === undefined ? new ArrayBuffer(0) : bytesOf(parameters.label, "label");
    return orFail(platform.crypto.oaep(encrypting, key.algorithm.hash.name, label, material, bytes), failure);
  }
  const isCounter = name === "AES-CTR";
  const start = bytesOf(isCounter ? parameters.counter : parameters.iv, isCounter ? "counter" : "iv");
  if (name !== "AES-GCM" && start.byteLength !== 16) {
    throw domException(`${name}: the ${isCounter ? "counter" : "iv"} must be 16 bytes long`, "OperationError");
  }
  let bits = 0;
  if (isCounter) bits = integerOf(parameters.length, "length", 1, 128);
  if (name === "AES-GCM") {
    bits = parameters.tagLength ?? 128;
    if (![32, 64, 96, 104, 112, 120, 128].includes(bits)) {
      throw domException(`${bits} is not a valid AES-GCM tag length`, "OperationError");
    }
  }
  const additional = parameters.additionalData === undefined
    ? new ArrayBuffer(0) : bytesOf(parameters.additionalData, "additionalData");
  return orFail(platform.crypto.aes(encrypting, name, material, start, bits, additional, bytes), failure);
}

function deriveBits(algorithm, baseKey, length) {
  const { name } = algorithm;
  if (name === "PBKDF2" || name === "HKDF") {
    if (length === null || length % 8 !== 0) {
      throw domException("length must be a multiple of 8 and not null", "OperationError");
    }
    const hash = hashOf(algorithm);
    const salt = bytesOf(algorithm.salt, "salt");
    const derived = name === "PBKDF2"
      ? platform.crypto.pbkdf2(hash, materialOf(baseKey), salt, integerOf(algorithm.iterations, "iterations", 1, 0x7fffffff), length)
      : platform.crypto.hkdf(hash, materialOf(baseKey), salt, bytesOf(algorithm.info, "info"), length);
    return orFail(derived, "The bits could not be derived");
  }
  const { public: other } = algorithm;
  if (!(other instanceof CryptoKey)) throw new TypeError("algorithm.public is not a CryptoKey.");
  if (other.type !== "public" || other.algorithm.name !== name
    || other.algorithm.namedCurve !== baseKey.algorithm.namedCurve) {
    throw domException("algorithm.public must be a public key of the same kind", "InvalidAccessError");
  }
  const secret = orFail(platform.crypto.agree(name, materialOf(baseKey), materialOf(other)), "The bits could not be derived");
  if (length === null) return secret;
  if (length > secret.byteLength * 8) throw domException("derived bit length is too small", "OperationError");
  const bits = new Uint8Array(secret.slice(0, Math.ceil(length / 8)));
  if (length % 8 !== 0) bits[bits.length - 1] &= 0xff << (8 - (length % 8));
  return bits.buffer;
}

/** How many bits a key of that algorithm takes. */
function lengthOf({ name, length, ...rest }) {
  if (name === "HMAC") return length ?? { "SHA-1": 512, "SHA-256": 512, "SHA-384": 1024, "SHA-512": 1024 }[hashOf({ name, ...rest })];
  if (name === "PBKDF2" || name === "HKDF") return null;
  if (![128, 192, 256].includes(length)) throw domException("Invalid key length", "OperationError");
  return length;
}
