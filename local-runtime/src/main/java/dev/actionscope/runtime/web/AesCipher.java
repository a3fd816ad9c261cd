package dev.actionscope.runtime.web;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES in the modes of Web Crypto.
///
/// @param start the initialisation vector, or the first counter block
record AesCipher(boolean encrypting, byte[] key, byte[] start) {
    private static final int BLOCK = 16;

    byte[] blockChaining(byte[] data) throws GeneralSecurityException {
        return cipher("AES/CBC/PKCS5Padding", new IvParameterSpec(start)).doFinal(data);
    }

    /// @param tagBits the JDK knows 96 and more
    byte[] gcm(int tagBits, byte[] additionalData, byte[] data) throws GeneralSecurityException {
        Cipher cipher = cipher("AES/GCM/NoPadding", new GCMParameterSpec(tagBits, start));
        cipher.updateAAD(additionalData);
        return cipher.doFinal(data);
    }

    /// @param counterBits how many of the block's last bits count; they wrap around without touching the others
    byte[] counter(int counterBits, byte[] data) throws GeneralSecurityException {
        BigInteger range = BigInteger.ONE.shiftLeft(counterBits);
        BigInteger first = new BigInteger(1, start);
        BigInteger untilWrap = range.subtract(first.mod(range));
        BigInteger blocks = BigInteger.valueOf((data.length + BLOCK - 1L) / BLOCK);
        if (blocks.compareTo(range) > 0) {
            throw new GeneralSecurityException("the counter would repeat");
        }
        if (blocks.compareTo(untilWrap) <= 0) {
            return countFrom(start, data);
        }
        int split = untilWrap.intValueExact() * BLOCK;
        byte[] head = countFrom(start, Arrays.copyOfRange(data, 0, split));
        byte[] tail = countFrom(block(first.subtract(first.mod(range))), Arrays.copyOfRange(data, split, data.length));
        byte[] joined = Arrays.copyOf(head, data.length);
        System.arraycopy(tail, 0, joined, split, tail.length);
        return joined;
    }

    private byte[] countFrom(byte[] block, byte[] data) throws GeneralSecurityException {
        return cipher("AES/CTR/NoPadding", new IvParameterSpec(block)).doFinal(data);
    }

    private static byte[] block(BigInteger number) {
        byte[] bytes = JsonWebKeys.unsigned(number);
        byte[] block = new byte[BLOCK];
        System.arraycopy(bytes, 0, block, BLOCK - bytes.length, bytes.length);
        return block;
    }

    private Cipher cipher(String transformation, AlgorithmParameterSpec parameters) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(transformation);
        cipher.init(encrypting ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), parameters);
        return cipher;
    }
}
