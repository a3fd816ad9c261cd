package dev.actionscope.runtime.web;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Public and private keys as JSON: RFC 7517, RFC 7518 section 6, RFC 8037.
final class JsonWebKeys {
    private static final JsonMapper JSON = new JsonMapper();

    private JsonWebKeys() {}

    /// @param family `RSA`, `EC` or `OKP`
    static AsymmetricKey read(String family, String curve, String json) throws GeneralSecurityException {
        JsonNode key;
        try {
            key = JSON.readTree(json);
        } catch (JacksonException malformed) {
            throw new InvalidKeyException("not JSON", malformed);
        }
        if (!family.equals("RSA") && !curve.equals(key.path("crv").asString(""))) {
            throw new InvalidKeyException("the key is not of " + curve);
        }
        return switch (family) {
            case "RSA" -> readRsa(key);
            case "EC" -> readElliptic(curve, key);
            default -> readOkp(curve, key);
        };
    }

    private static AsymmetricKey readRsa(JsonNode key) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("RSA");
        BigInteger modulus = number(key, "n");
        BigInteger exponent = number(key, "e");
        if (!key.has("d")) {
            return new AsymmetricKey(factory.generatePublic(new RSAPublicKeySpec(modulus, exponent)));
        }
        RSAPrivateCrtKeySpec spec = new RSAPrivateCrtKeySpec(
                modulus,
                exponent,
                number(key, "d"),
                number(key, "p"),
                number(key, "q"),
                number(key, "dp"),
                number(key, "dq"),
                number(key, "qi"));
        return new AsymmetricKey(factory.generatePrivate(spec), null);
    }

    private static AsymmetricKey readElliptic(String name, JsonNode key) throws GeneralSecurityException {
        EllipticCurve curve = EllipticCurve.of(name);
        ECPublicKey publicKey = curve.publicKey(number(key, "x"), number(key, "y"));
        if (!key.has("d")) {
            return new AsymmetricKey(publicKey);
        }
        ECPrivateKeySpec spec = new ECPrivateKeySpec(number(key, "d"), curve.parameters());
        PrivateKey privateKey = KeyFactory.getInstance("EC").generatePrivate(spec);
        if (!curve.publicKey((ECPrivateKey) privateKey).getW().equals(publicKey.getW())) {
            throw new InvalidKeyException("the private and the public part do not belong together");
        }
        return new AsymmetricKey(privateKey, publicKey);
    }

    private static AsymmetricKey readOkp(String curve, JsonNode key) throws GeneralSecurityException {
        byte[] x = bytes(text(key, "x"));
        if (!key.has("d")) {
            return KeyPairs.read("OKP", curve, "raw", x);
        }
        AsymmetricKey privateKey = KeyPairs.readPrivateBytes(curve, bytes(text(key, "d")));
        if (!Arrays.equals(KeyPairs.lastBytes(Objects.requireNonNull(privateKey.publicKey())), x)) {
            throw new InvalidKeyException("the private and the public part do not belong together");
        }
        return privateKey;
    }

    /// The members that describe the key itself, as JSON text.
    static String write(String curve, AsymmetricKey key) {
        Map<String, String> members = new LinkedHashMap<>();
        switch (key.key()) {
            case RSAPublicKey rsa -> {
                members.put("kty", "RSA");
                put(members, "n", rsa.getModulus());
                put(members, "e", rsa.getPublicExponent());
            }
            case RSAPrivateCrtKey rsa -> putRsa(members, rsa);
            case ECPublicKey point -> putPoint(members, curve, point);
            case ECPrivateKey scalar -> {
                putPoint(members, curve, (ECPublicKey) Objects.requireNonNull(key.publicKey()));
                members.put("d", text(EllipticCurve.of(curve).bytes(scalar.getS())));
            }
            case PrivateKey okp -> {
                members.put("kty", "OKP");
                members.put("crv", curve);
                members.put("x", text(KeyPairs.lastBytes(Objects.requireNonNull(key.publicKey()))));
                members.put("d", text(KeyPairs.lastBytes(okp)));
            }
            default -> {
                members.put("kty", "OKP");
                members.put("crv", curve);
                members.put("x", text(KeyPairs.lastBytes(key.key())));
            }
        }
        return JSON.writeValueAsString(members);
    }

    private static void putRsa(Map<String, String> members, RSAPrivateCrtKey key) {
        members.put("kty", "RSA");
        put(members, "n", key.getModulus());
        put(members, "e", key.getPublicExponent());
        put(members, "d", key.getPrivateExponent());
        put(members, "p", key.getPrimeP());
        put(members, "q", key.getPrimeQ());
        put(members, "dp", key.getPrimeExponentP());
        put(members, "dq", key.getPrimeExponentQ());
        put(members, "qi", key.getCrtCoefficient());
    }

    private static void putPoint(Map<String, String> members, String name, ECPublicKey key) {
        EllipticCurve curve = EllipticCurve.of(name);
        members.put("kty", "EC");
        members.put("crv", name);
        members.put("x", text(curve.bytes(key.getW().getAffineX())));
        members.put("y", text(curve.bytes(key.getW().getAffineY())));
    }

    /// The public exponent of an RSA key of either kind.
    static BigInteger exponent(Key key) throws InvalidKeyException {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getPublicExponent();
            case RSAPrivateCrtKey rsa -> rsa.getPublicExponent();
            default -> throw new InvalidKeyException("no RSA key with a public exponent");
        };
    }

    /// The number's bytes without a sign.
    static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes.length > 1 && bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    /// From base64url.
    static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void put(Map<String, String> members, String name, BigInteger number) {
        members.put(name, text(unsigned(number)));
    }

    private static BigInteger number(JsonNode key, String name) throws InvalidKeyException {
        return new BigInteger(1, bytes(text(key, name)));
    }

    private static String text(JsonNode key, String name) throws InvalidKeyException {
        JsonNode member = key.get(name);
        if (member == null || !member.isString()) {
            throw new InvalidKeyException("the member " + name + " is missing");
        }
        return member.stringValue();
    }
}
