package dev.actionscope.runtime.web;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/// Signatures, message authentication and RSA encryption.
final class Signatures {
    private Signatures() {}

    /// @param name as Web Crypto writes it: `RSASSA-PKCS1-v1_5`, `ECDSA`, …
    /// @param hash empty for the schemes that fix their own
    /// @param saltLength in bytes, of RSA-PSS
    record Scheme(String name, String hash, int saltLength) {}

    static byte[] hmac(String hash, byte[] key, byte[] data) throws GeneralSecurityException {
        return mac(hash, key).doFinal(data);
    }

    /// @param key may be empty, which the JDK refuses and a block of zeros equals
    static Mac mac(String hash, byte[] key) throws GeneralSecurityException {
        String name = "Hmac" + hash.replace("-", "");
        Mac mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, name));
        return mac;
    }

    static byte[] sign(Scheme scheme, Key key, byte[] data, SecureRandom random) throws GeneralSecurityException {
        Signature signature = instance(scheme);
        signature.initSign((PrivateKey) key, random);
        signature.update(data);
        return signature.sign();
    }

    static boolean verify(Scheme scheme, Key key, byte[] signed, byte[] data) throws GeneralSecurityException {
        Signature signature = instance(scheme);
        signature.initVerify((PublicKey) key);
        signature.update(data);
        return signature.verify(signed);
    }

    private static Signature instance(Scheme scheme) throws GeneralSecurityException {
        String hash = scheme.hash().replace("-", "");
        return switch (scheme.name()) {
            case "Ed25519" -> Signature.getInstance("Ed25519");
            case "ECDSA" -> Signature.getInstance(hash + "withECDSAinP1363Format");
            case "RSA-PSS" -> {
                Signature signature = Signature.getInstance("RSASSA-PSS");
                signature.setParameter(new PSSParameterSpec(
                        scheme.hash(), "MGF1", new MGF1ParameterSpec(scheme.hash()), scheme.saltLength(), 1));
                yield signature;
            }
            default -> Signature.getInstance(hash + "withRSA");
        };
    }

    /// RSA-OAEP.
    static byte[] oaep(boolean encrypting, String hash, byte[] label, Key key, byte[] data, SecureRandom random)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        OAEPParameterSpec parameters =
                new OAEPParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), new PSource.PSpecified(label));
        cipher.init(encrypting ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, key, parameters, random);
        return cipher.doFinal(data);
    }
}
