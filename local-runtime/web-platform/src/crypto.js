import { Crypto, crypto } from "./crypto/crypto.js";
import { CryptoKey } from "./crypto/key.js";
import { SubtleCrypto } from "./crypto/subtle.js";

export { Crypto, CryptoKey, SubtleCrypto, crypto };
