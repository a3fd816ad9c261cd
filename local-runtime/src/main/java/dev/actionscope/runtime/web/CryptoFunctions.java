package dev.actionscope.runtime.web;

import dev.actionscope.runtime.isolate.Realm;
import dev.actionscope.runtime.seam.SyscallException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/// `crypto.subtle` on the JDK's JCA. What fails for the sake of the data (a wrong tag, a malformed key) gives null; the
/// scripts know which `DOMException` that is.
final class CryptoFunctions {
    private final Realm realm;
    private final Buffers buffers;
    private final SecureRandom random;

    CryptoFunctions(Realm realm, Buffers buffers) {
        this.realm = realm;
        this.buffers = buffers;
        this.random = new SeamRandom(realm);
    }

    ProxyObject members() {
        Map<String, Object> members = new HashMap<>();
        members.put("randomBytes", (ProxyExecutable) arguments -> randomBytes(arguments[0].asInt()));
        members.put(
                "digest",
                function(arguments ->
                        MessageDigest.getInstance(arguments[0].asString()).digest(bytes(arguments[1]))));
        members.put("sign", function(this::sign));
        members.put("verify", (ProxyExecutable) this::verify);
        members.put("aes", function(this::aes));
        members.put("oaep", function(this::oaep));
        members.put("generate", function(this::generate));
        members.put("importKey", function(this::importKey));
        members.put("exportKey", function(this::exportKey));
        members.put("toBase64Url", (ProxyExecutable)
                arguments -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(arguments[0])));
        members.put("fromBase64Url", function(arguments -> JsonWebKeys.bytes(arguments[0].asString())));
        addDerivation(members);
        return ProxyObject.fromMap(members);
    }

    private void addDerivation(Map<String, Object> members) {
        members.put(
                "agree",
                function(arguments -> Derivation.agree(
                        arguments[0].asString(),
                        key(arguments[1]).key(),
                        key(arguments[2]).key())));
        members.put(
                "pbkdf2",
                function(arguments -> Derivation.pbkdf2(
                        arguments[0].asString(),
                        bytes(arguments[1]),
                        bytes(arguments[2]),
                        arguments[3].asInt(),
                        arguments[4].asInt() / 8)));
        members.put(
                "hkdf",
                function(arguments -> Derivation.hkdf(
                        arguments[0].asString(),
                        bytes(arguments[1]),
                        bytes(arguments[2]),
                        bytes(arguments[3]),
                        arguments[4].asInt() / 8)));
    }

    /// Bytes for `crypto.getRandomValues`; fails with Convex's text where the function may not have any.
    private Value randomBytes(int length) {
        byte[] bytes = new byte[length];
        fill(bytes);
        return buffers.buffer(bytes);
    }

    private void fill(byte[] bytes) {
        RealmFunctions.needAction(realm, "cryptographic randomness");
        try {
            realm.seam().randomBytes(bytes);
        } catch (SyscallException failure) {
            throw realm.error("Error", failure.text());
        }
    }

    private byte[] sign(Value[] arguments) throws GeneralSecurityException {
        Signatures.Scheme scheme = scheme(arguments);
        return arguments[3].hasBufferElements()
                ? Signatures.hmac(scheme.hash(), bytes(arguments[3]), bytes(arguments[4]))
                : Signatures.sign(scheme, key(arguments[3]).key(), bytes(arguments[4]), random);
    }

    private boolean verify(Value[] arguments) {
        Signatures.Scheme scheme = scheme(arguments);
        byte[] signature = bytes(arguments[4]);
        byte[] data = bytes(arguments[5]);
        try {
            return arguments[3].hasBufferElements()
                    ? MessageDigest.isEqual(Signatures.hmac(scheme.hash(), bytes(arguments[3]), data), signature)
                    : Signatures.verify(scheme, key(arguments[3]).key(), signature, data);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static Signatures.Scheme scheme(Value[] arguments) {
        return new Signatures.Scheme(arguments[0].asString(), arguments[1].asString(), arguments[2].asInt());
    }

    private byte[] aes(Value[] arguments) throws GeneralSecurityException {
        AesCipher cipher = new AesCipher(arguments[0].asBoolean(), bytes(arguments[2]), bytes(arguments[3]));
        byte[] data = bytes(arguments[6]);
        int bits = arguments[4].asInt();
        return switch (arguments[1].asString()) {
            case "AES-GCM" -> cipher.gcm(bits, bytes(arguments[5]), data);
            case "AES-CTR" -> cipher.counter(bits, data);
            default -> cipher.blockChaining(data);
        };
    }

    private byte[] oaep(Value[] arguments) throws GeneralSecurityException {
        return Signatures.oaep(
                arguments[0].asBoolean(),
                arguments[1].asString(),
                bytes(arguments[2]),
                key(arguments[3]).key(),
                bytes(arguments[4]),
                random);
    }

    private Object generate(Value[] arguments) throws GeneralSecurityException {
        byte[] exponent = arguments[3].isNull() ? new byte[0] : bytes(arguments[3]);
        KeyPairs.Pair pair = KeyPairs.generate(
                arguments[0].asString(), arguments[1].asString(), arguments[2].asInt(), exponent, random);
        return ProxyObject.fromMap(Map.of("publicKey", pair.publicKey(), "privateKey", pair.privateKey()));
    }

    private Object importKey(Value[] arguments) throws GeneralSecurityException {
        String family = arguments[0].asString();
        String curve = arguments[1].asString();
        String format = arguments[2].asString();
        AsymmetricKey key = format.equals("jwk")
                ? JsonWebKeys.read(family, curve, arguments[3].asString())
                : KeyPairs.read(family, curve, format, bytes(arguments[3]));
        Map<String, Object> imported = new HashMap<>(Map.of("key", key));
        if (key.key() instanceof java.security.interfaces.RSAKey rsa) {
            imported.put("modulusLength", rsa.getModulus().bitLength());
            imported.put("publicExponent", buffers.buffer(JsonWebKeys.unsigned(JsonWebKeys.exponent(key.key()))));
        }
        return ProxyObject.fromMap(imported);
    }

    private Object exportKey(Value[] arguments) throws GeneralSecurityException {
        String curve = arguments[1].asString();
        String format = arguments[2].asString();
        AsymmetricKey key = key(arguments[3]);
        return format.equals("jwk") ? JsonWebKeys.write(curve, key) : KeyPairs.write(curve, format, key.key());
    }

    private byte[] bytes(Value buffer) {
        return buffers.bytes(buffer);
    }

    private static AsymmetricKey key(Value handle) {
        return handle.asProxyObject();
    }

    private ProxyExecutable function(Operation operation) {
        return arguments -> {
            try {
                Object result = operation.apply(arguments);
                return result instanceof byte[] bytes ? buffers.buffer(bytes) : result;
            } catch (GeneralSecurityException | IllegalArgumentException refused) {
                return null;
            }
        };
    }

    private interface Operation {
        @Nullable
        Object apply(Value[] arguments) throws GeneralSecurityException;
    }
}
