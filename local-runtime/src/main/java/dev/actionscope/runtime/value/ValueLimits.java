package dev.actionscope.runtime.value;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// What Convex allows one value and one document to be.
public final class ValueLimits {
    /// Bytes of one value.
    public static final long MAX_VALUE_SIZE = 1L << 25;

    /// Levels of one value.
    public static final int MAX_NESTING = 64;

    /// Elements of one array.
    public static final int MAX_ARRAY_LENGTH = 8192;

    /// Fields of one object.
    public static final int MAX_FIELDS = 1024;

    /// Bytes of one document.
    public static final long MAX_DOCUMENT_SIZE = 1L << 20;

    /// Levels of one document.
    public static final int MAX_DOCUMENT_NESTING = 16;

    private ValueLimits() {}

    static void checkArrayLength(int length) throws ValueException {
        if (length > MAX_ARRAY_LENGTH) {
            throw new ValueException(
                    "Array length is too long (" + length + " > maximum length " + MAX_ARRAY_LENGTH + ")");
        }
    }

    static void checkFieldCount(int count) throws ValueException {
        if (count > MAX_FIELDS) {
            throw new ValueException("Object has too many fields (" + count + " > maximum number " + MAX_FIELDS + ")");
        }
    }

    static void checkNesting(int nesting) throws ValueException {
        if (nesting > MAX_NESTING) {
            throw new ValueException(
                    "Value is too nested (nested " + nesting + " levels deep > maximum nesting " + MAX_NESTING + ")");
        }
    }

    /// @throws ValueException when a value of that size is too large to be one
    public static void checkSize(long size, long maximum) throws ValueException {
        if (size > maximum) {
            throw new ValueException("Value is too large (" + bytes(size) + " > maximum size " + bytes(maximum) + ")");
        }
    }

    /// A size for people: `16.21 MiB`, `512 B`.
    public static String bytes(long size) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
        double scaled = size;
        int unit = 0;
        while (scaled >= 1024 && unit < units.length - 1) {
            scaled /= 1024;
            unit++;
        }
        DecimalFormat format = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(scaled) + " " + units[unit];
    }
}
