package dev.actionscope.runtime.web;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/// One of the NIST curves, and the arithmetic the JDK keeps to itself: a private key's public one.
record EllipticCurve(ECParameterSpec parameters) {

    /// @param name as Web Crypto writes it: `P-256`
    static EllipticCurve of(String name) {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(jdkName(name)));
            return new EllipticCurve(parameters.getParameterSpec(ECParameterSpec.class));
        } catch (GeneralSecurityException unknown) {
            throw new IllegalArgumentException("unknown curve " + name, unknown);
        }
    }

    static String jdkName(String name) {
        return "sec" + name.toLowerCase(java.util.Locale.ROOT).replace("-", "") + "r1";
    }

    boolean isCurveOf(ECKey key) {
        ECParameterSpec theirs = key.getParams();
        return theirs.getCurve().equals(parameters.getCurve())
                && theirs.getOrder().equals(parameters.getOrder());
    }

    /// How many bytes a coordinate takes.
    int length() {
        return (parameters.getCurve().getField().getFieldSize() + 7) / 8;
    }

    ECPublicKey publicKey(BigInteger x, BigInteger y) throws GeneralSecurityException {
        if (!contains(x, y)) {
            throw new InvalidKeyException("not a point of the curve");
        }
        ECPublicKeySpec key = new ECPublicKeySpec(new ECPoint(x, y), parameters);
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(key);
    }

    /// @param bytes 4, x, y
    ECPublicKey publicKey(byte[] bytes) throws GeneralSecurityException {
        if (bytes.length != 1 + 2 * length() || bytes[0] != 4) {
            throw new InvalidKeyException("not an uncompressed point");
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + length()));
        return publicKey(x, new BigInteger(1, Arrays.copyOfRange(bytes, 1 + length(), bytes.length)));
    }

    ECPublicKey publicKey(ECPrivateKey key) throws GeneralSecurityException {
        ECPoint point = multiply(parameters.getGenerator(), key.getS());
        return publicKey(point.getAffineX(), point.getAffineY());
    }

    /// 4, x, y.
    byte[] bytes(ECPoint point) {
        byte[] bytes = new byte[1 + 2 * length()];
        bytes[0] = 4;
        System.arraycopy(bytes(point.getAffineX()), 0, bytes, 1, length());
        System.arraycopy(bytes(point.getAffineY()), 0, bytes, 1 + length(), length());
        return bytes;
    }

    /// The number in as many bytes as a coordinate takes.
    byte[] bytes(BigInteger number) {
        byte[] shortest = JsonWebKeys.unsigned(number);
        byte[] bytes = new byte[length()];
        System.arraycopy(shortest, 0, bytes, bytes.length - shortest.length, shortest.length);
        return bytes;
    }

    private boolean contains(BigInteger x, BigInteger y) {
        BigInteger prime = prime();
        BigInteger right = x.pow(3)
                .add(parameters.getCurve().getA().multiply(x))
                .add(parameters.getCurve().getB());
        return x.compareTo(prime) < 0
                && y.compareTo(prime) < 0
                && y.pow(2).subtract(right).mod(prime).signum() == 0;
    }

    private BigInteger prime() {
        return ((ECFieldFp) parameters.getCurve().getField()).getP();
    }

    private ECPoint multiply(ECPoint point, BigInteger factor) {
        ECPoint sum = ECPoint.POINT_INFINITY;
        for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
            sum = add(sum, sum);
            if (factor.testBit(bit)) {
                sum = add(sum, point);
            }
        }
        return sum;
    }

    private ECPoint add(ECPoint left, ECPoint right) {
        if (left.equals(ECPoint.POINT_INFINITY)) {
            return right;
        }
        if (right.equals(ECPoint.POINT_INFINITY)) {
            return left;
        }
        BigInteger prime = prime();
        boolean same = left.getAffineX().equals(right.getAffineX());
        if (same && !left.getAffineY().equals(right.getAffineY())) {
            return ECPoint.POINT_INFINITY;
        }
        BigInteger rise = same
                ? left.getAffineX()
                        .pow(2)
                        .multiply(BigInteger.valueOf(3))
                        .add(parameters.getCurve().getA())
                : right.getAffineY().subtract(left.getAffineY());
        BigInteger run =
                same ? left.getAffineY().shiftLeft(1) : right.getAffineX().subtract(left.getAffineX());
        BigInteger slope = rise.multiply(run.modInverse(prime)).mod(prime);
        BigInteger x = slope.pow(2)
                .subtract(left.getAffineX())
                .subtract(right.getAffineX())
                .mod(prime);
        BigInteger y = slope.multiply(left.getAffineX().subtract(x))
                .subtract(left.getAffineY())
                .mod(prime);
        return new ECPoint(x, y);
    }
}
