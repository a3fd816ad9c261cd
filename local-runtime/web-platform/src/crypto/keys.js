// Making, importing and exporting keys.
import { domException } from "../shared/classes.js";
import { algorithms, bytesOf, hashOf, hashes, integerOf, orFail } from "./algorithms.js";
import { checkUsages, materialOf, newKey } from "./key.js";

const blockBits = { "SHA-1": 512, "SHA-256": 512, "SHA-384": 1024, "SHA-512": 1024 };
const curveNames = ["P-256", "P-384", "P-521"];

export function generate(algorithm, extractable, usages) {
  const { family, usages: allowed } = algorithms[algorithm.name];
  if (allowed.secret) return generateSecret(algorithm, extractable, checkUsages(usages, allowed.secret));
  const asked = checkUsages(usages, [...allowed.private, ...allowed.public]);
  const description = descriptionOf(algorithm, family);
  const pair = orFail(
    platform.crypto.generate(family, hostNameOf(description), description.modulusLength ?? 0,
      description.publicExponent?.slice().buffer ?? null),
    "The key pair could not be made");
  const privateUsages = asked.filter((usage) => allowed.private.includes(usage));
  const publicUsages = asked.filter((usage) => allowed.public.includes(usage));
  return {
    publicKey: newKey("public", true, description, publicUsages, pair.publicKey),
    privateKey: newKey("private", extractable, { ...description }, privateUsages, pair.privateKey),
  };
}

function generateSecret(algorithm, extractable, usages) {
  const description = { name: algorithm.name };
  let bits;
  if (algorithm.name === "HMAC") {
    description.hash = { name: hashOf(algorithm) };
    bits = algorithm.length === undefined ? blockBits[description.hash.name] : integerOf(algorithm.length, "length", 1, 1 << 20);
  } else {
    bits = aesLength(Number(algorithm.length));
  }
  description.length = bits;
  const material = platform.crypto.randomBytes(Math.ceil(bits / 8));
  return newKey("secret", extractable, description, usages, material);
}

function aesLength(bits) {
  if (![128, 192, 256].includes(bits)) throw domException("Invalid key length", "OperationError");
  return bits;
}

/** What CryptoKey.algorithm says of a key pair. */
function descriptionOf(algorithm, family) {
  const { name } = algorithm;
  if (family === "OKP") return { name };
  if (family === "EC") return { name, namedCurve: curveOf(algorithm) };
  return {
    name,
    modulusLength: integerOf(algorithm.modulusLength, "modulusLength", 512, 16384),
    publicExponent: new Uint8Array(bytesOf(algorithm.publicExponent, "publicExponent")),
    hash: { name: hashOf(algorithm) },
  };
}

function curveOf({ namedCurve }) {
  const curve = String(namedCurve);
  if (!curveNames.includes(curve)) throw domException("Unrecognized namedCurve", "NotSupportedError");
  return curve;
}

function hostNameOf({ name, namedCurve }) {
  return namedCurve ?? name;
}

export function importKey(format, keyData, algorithm, extractable, usages) {
  const { family, formats } = algorithms[algorithm.name];
  if (!["raw", "pkcs8", "spki", "jwk"].includes(format)) {
    throw new TypeError(`The provided value '${format}' is not a valid KeyFormat.`);
  }
  if (!formats.includes(format)) {
    throw domException(`Unable to import ${algorithm.name} key with ${format} format`, "NotSupportedError");
  }
  if (format === "jwk" && (typeof keyData !== "object" || keyData === null || ArrayBuffer.isView(keyData))) {
    throw new TypeError("The key data is not a JsonWebKey.");
  }
  return ["RSA", "EC", "OKP"].includes(family)
    ? importAsymmetric(format, keyData, algorithm, extractable, usages)
    : importSecret(format, keyData, algorithm, extractable, usages);
}

function importSecret(format, keyData, algorithm, extractable, usages) {
  const asked = checkUsages(usages, algorithms[algorithm.name].usages.secret);
  if (format === "jwk") checkJwk(keyData, "oct", extractable, asked);
  const material = format === "jwk"
    ? orFail(platform.crypto.fromBase64Url(String(keyData.k)), "Invalid keyData", "DataError")
    : bytesOf(keyData, "The key data");
  const description = { name: algorithm.name };
  const bits = material.byteLength * 8;
  if (algorithms[algorithm.name].family === "secret") {
    if (extractable) throw domException(`${algorithm.name} keys are not extractable`, "SyntaxError");
  } else if (algorithm.name === "HMAC") {
    if (bits === 0) throw domException("Zero-length key is not supported", "DataError");
    description.hash = { name: hashOf(algorithm) };
    description.length = algorithm.length ?? bits;
    if (description.length > bits || description.length <= bits - 8) throw domException("Invalid key length", "DataError");
  } else {
    if (![128, 192, 256].includes(bits)) throw domException("Invalid key length", "DataError");
    description.length = bits;
  }
  if (format === "jwk" && keyData.alg !== undefined && keyData.alg !== jwkName(description)) {
    throw domException("JWK \"alg\" does not match the requested algorithm", "DataError");
  }
  return newKey("secret", extractable, description, asked, material);
}

function importAsymmetric(format, keyData, algorithm, extractable, usages) {
  const { family, usages: allowed } = algorithms[algorithm.name];
  const type = format === "pkcs8" || (format === "jwk" && keyData.d !== undefined) ? "private" : "public";
  const asked = checkUsages(usages, allowed[type]);
  if (format === "jwk") checkJwk(keyData, family, extractable, asked);
  const curve = family === "EC" ? curveOf(algorithm) : algorithm.name;
  const data = format === "jwk" ? JSON.stringify(keyData) : bytesOf(keyData, "The key data");
  const imported = orFail(platform.crypto.importKey(family, curve, format, data), "Invalid keyData", "DataError");
  const description = { name: algorithm.name };
  if (family === "EC") description.namedCurve = curve;
  if (family === "RSA") {
    description.modulusLength = imported.modulusLength;
    description.publicExponent = new Uint8Array(imported.publicExponent);
    description.hash = { name: hashOf(algorithm) };
    if (format === "jwk" && keyData.alg !== undefined && keyData.alg !== jwkName(description)) {
      throw domException("JWK \"alg\" does not match the requested algorithm", "DataError");
    }
  }
  return newKey(type, extractable, description, asked, imported.key);
}

function checkJwk(jwk, kty, extractable, usages) {
  if (jwk.kty !== kty) throw domException("Invalid JWK \"kty\" Parameter", "DataError");
  if (jwk.ext === false && extractable) throw domException("JWK \"ext\" Parameter and extractable mismatch", "DataError");
  if (jwk.key_ops !== undefined && !usages.every((usage) => jwk.key_ops.includes(usage))) {
    throw domException("Key operations and usage mismatch", "DataError");
  }
}

export function exportKey(format, key) {
  const { name } = key.algorithm;
  const { family, formats } = algorithms[name];
  const type = { raw: ["secret", "public"], spki: ["public"], pkcs8: ["private"], jwk: ["secret", "public", "private"] };
  if (!(format in type)) throw new TypeError(`The provided value '${format}' is not a valid KeyFormat.`);
  if (!key.extractable) throw domException("key is not extractable", "InvalidAccessError");
  if (!formats.includes(format)) {
    throw domException(`Unable to export ${name} key using ${format} format`, "NotSupportedError");
  }
  if (!type[format].includes(key.type)) {
    throw domException(`Unable to export a ${key.type} key using ${format} format`, "InvalidAccessError");
  }
  if (key.type === "secret") {
    if (format === "raw") return materialOf(key).slice(0);
    return jwkOf(key, { kty: "oct", k: platform.crypto.toBase64Url(materialOf(key)) });
  }
  const curve = key.algorithm.namedCurve ?? name;
  const exported = orFail(platform.crypto.exportKey(family, curve, format, materialOf(key)), "The key could not be exported");
  return format === "jwk" ? jwkOf(key, JSON.parse(exported)) : exported;
}

function jwkOf(key, fields) {
  const alg = jwkName(key.algorithm);
  return { key_ops: [...key.usages], ext: key.extractable, ...fields, ...(alg === undefined ? {} : { alg }) };
}

/** The `alg` of a JsonWebKey: https://w3c.github.io/webcrypto/#jwk-mapping */
function jwkName({ name, hash, length }) {
  const bits = hash === undefined ? "" : String(hashes[hash.name] === 160 ? 1 : hashes[hash.name]);
  switch (name) {
    case "HMAC": return `HS${bits}`;
    case "AES-CBC": case "AES-CTR": case "AES-GCM": case "AES-KW": return `A${length}${name.slice(4)}`;
    case "RSASSA-PKCS1-v1_5": return `RS${bits}`;
    case "RSA-PSS": return `PS${bits}`;
    case "RSA-OAEP": return bits === "1" ? "RSA-OAEP" : `RSA-OAEP-${bits}`;
    default: return undefined;
  }
}
