package dev.actionscope.runtime.web;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;

/// Secrets from passwords, other secrets, and pairs of keys. The JDK's own PBKDF2 takes characters, not bytes, and its
/// HKDF knows fewer hashes.
final class Derivation {
    private Derivation() {}

    /// @param scheme `ECDH` or `X25519`
    static byte[] agree(String scheme, Key privateKey, Key publicKey) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance(scheme);
        agreement.init(privateKey);
        agreement.doPhase(publicKey, true);
        return agreement.generateSecret();
    }

    /// RFC 8018, section 5.2.
    static byte[] pbkdf2(String hash, byte[] password, byte[] salt, int iterations, int length)
            throws GeneralSecurityException {
        Mac mac = Signatures.mac(hash, password);
        byte[] derived = new byte[length];
        for (int offset = 0, block = 1; offset < length; offset += mac.getMacLength(), block++) {
            mac.update(salt);
            byte[] round = mac.doFinal(
                    new byte[] {(byte) (block >>> 24), (byte) (block >>> 16), (byte) (block >>> 8), (byte) block});
            byte[] sum = round.clone();
            for (int iteration = 1; iteration < iterations; iteration++) {
                round = mac.doFinal(round);
                for (int index = 0; index < sum.length; index++) {
                    sum[index] ^= round[index];
                }
            }
            System.arraycopy(sum, 0, derived, offset, Math.min(sum.length, length - offset));
        }
        return derived;
    }

    /// RFC 5869.
    static byte[] hkdf(String hash, byte[] secret, byte[] salt, byte[] info, int length)
            throws GeneralSecurityException {
        Mac extract = Signatures.mac(hash, salt);
        Mac expand = Signatures.mac(hash, extract.doFinal(secret));
        if (length > 255 * expand.getMacLength()) {
            throw new GeneralSecurityException("HKDF cannot give " + length + " bytes");
        }
        byte[] derived = new byte[length];
        byte[] block = new byte[0];
        for (int offset = 0, count = 1; offset < length; offset += block.length, count++) {
            expand.update(block);
            expand.update(info);
            block = expand.doFinal(new byte[] {(byte) count});
            System.arraycopy(block, 0, derived, offset, Math.min(block.length, length - offset));
        }
        return Arrays.copyOf(derived, length);
    }
}
