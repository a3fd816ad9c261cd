package dev.actionscope.runtime.web;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Public and private keys: made anew, and in the formats `raw`, `spki` and `pkcs8`.
final class KeyPairs {
    /// The DER that stands before the 32 bytes of a key of these curves.
    private static final Map<String, String> SPKI_HEADS =
            Map.of("Ed25519", "302a300506032b6570032100", "X25519", "302a300506032b656e032100");

    private static final Map<String, String> PKCS8_HEADS =
            Map.of("Ed25519", "302e020100300506032b657004220420", "X25519", "302e020100300506032b656e04220420");
    private static final int OKP_LENGTH = 32;

    private KeyPairs() {}

    /// Two keys that belong together.
    record Pair(AsymmetricKey publicKey, AsymmetricKey privateKey) {}

    /// @param family `RSA`, `EC` or `OKP`
    /// @param curve of the latter two
    /// @param modulusLength of RSA, in bits
    static Pair generate(String family, String curve, int modulusLength, byte[] exponent, SecureRandom random)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(family.equals("OKP") ? curve : family);
        switch (family) {
            case "RSA" ->
                generator.initialize(new RSAKeyGenParameterSpec(modulusLength, new BigInteger(1, exponent)), random);
            case "EC" -> generator.initialize(new ECGenParameterSpec(EllipticCurve.jdkName(curve)), random);
            default -> generator.initialize(new NamedParameterSpec(curve), random);
        }
        KeyPair pair = generator.generateKeyPair();
        return new Pair(new AsymmetricKey(pair.getPublic()), new AsymmetricKey(pair.getPrivate(), pair.getPublic()));
    }

    /// @param format `raw`, `spki` or `pkcs8`
    static AsymmetricKey read(String family, String curve, String format, byte[] bytes)
            throws GeneralSecurityException {
        KeyFactory factory = factory(family, curve);
        if (format.equals("pkcs8")) {
            PrivateKey key = factory.generatePrivate(new PKCS8EncodedKeySpec(bytes));
            checkCurve(curve, key);
            return new AsymmetricKey(key, publicKey(family, curve, key));
        }
        PublicKey key = format.equals("spki")
                ? factory.generatePublic(new X509EncodedKeySpec(bytes))
                : raw(family, curve, bytes, factory);
        checkCurve(curve, key);
        return new AsymmetricKey(key);
    }

    private static PublicKey raw(String family, String curve, byte[] bytes, KeyFactory factory)
            throws GeneralSecurityException {
        return family.equals("EC")
                ? EllipticCurve.of(curve).publicKey(bytes)
                : factory.generatePublic(new X509EncodedKeySpec(headed(SPKI_HEADS, curve, bytes)));
    }

    /// A private key of Ed25519 or X25519 from its 32 bytes.
    static AsymmetricKey readPrivateBytes(String curve, byte[] bytes) throws GeneralSecurityException {
        return read("OKP", curve, "pkcs8", headed(PKCS8_HEADS, curve, bytes));
    }

    private static byte[] headed(Map<String, String> heads, String curve, byte[] bytes) throws InvalidKeyException {
        String head = heads.get(curve);
        if (head == null || bytes.length != OKP_LENGTH) {
            throw new InvalidKeyException("not a key of " + curve);
        }
        byte[] start = HexFormat.of().parseHex(head);
        byte[] headed = Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, headed, start.length, bytes.length);
        return headed;
    }

    /// @param format `raw`, `spki` or `pkcs8`
    static byte[] write(String curve, String format, Key key) {
        if (!format.equals("raw")) {
            return key.getEncoded();
        }
        return key instanceof ECPublicKey point ? EllipticCurve.of(curve).bytes(point.getW()) : lastBytes(key);
    }

    /// What is the key of Ed25519 and X25519, in both its encodings.
    static byte[] lastBytes(Key key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - OKP_LENGTH, encoded.length);
    }

    static KeyFactory factory(String family, String curve) throws GeneralSecurityException {
        return KeyFactory.getInstance(family.equals("OKP") ? curve : family);
    }

    /// The public key that belongs to a private one; null for RSA, whose private keys tell it themselves.
    static @Nullable PublicKey publicKey(String family, String curve, PrivateKey key) throws GeneralSecurityException {
        return switch (family) {
            case "EC" -> EllipticCurve.of(curve).publicKey((java.security.interfaces.ECPrivateKey) key);
            case "OKP" -> fromSeed(curve, lastBytes(key));
            default -> null;
        };
    }

    /// These curves' generators take the private bytes themselves as their randomness.
    private static PublicKey fromSeed(String curve, byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(curve);
        generator.initialize(new NamedParameterSpec(curve), new FixedBytes(seed));
        return generator.generateKeyPair().getPublic();
    }

    private static void checkCurve(String curve, Key key) throws InvalidKeyException {
        if (key instanceof ECKey elliptic && !EllipticCurve.of(curve).isCurveOf(elliptic)) {
            throw new InvalidKeyException("the key is not of " + curve);
        }
    }

    private static final class FixedBytes extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte[] bytes;

        FixedBytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
