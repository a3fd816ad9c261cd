package dev.actionscope.runtime.bundle;

import java.util.Arrays;

/// Decodes the `mappings` of a source map: lines ended by `;`, in them mappings parted by `,`, in each of these one,
/// four or five numbers, base 64 and of variable length, each the difference to the one before it. Used once.
final class MappingsDecoder {
    private static final int[] NOTHING = {};
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < DIGITS.length(); i++) {
            VALUES[DIGITS.charAt(i)] = (byte) i;
        }
    }

    private final String text;
    private final int sourceCount;
    private int at;
    private boolean isBroken;

    private int line;
    private int column;
    private int source;
    private int sourceLine;
    private int sourceColumn;

    private int[] rows = new int[1024];
    private int used;

    /// @param sourceCount how many sources the mappings may name
    MappingsDecoder(String text, int sourceCount) {
        this.text = text;
        this.sourceCount = sourceCount;
    }

    /// The rows of a [FlatSourceMap]; none when anything in the text is wrong.
    int[] rows() {
        while (at < text.length() && !isBroken) {
            switch (text.charAt(at)) {
                case ';' -> {
                    line++;
                    column = 0;
                    at++;
                }
                case ',' -> at++;
                default -> mapping();
            }
        }
        return isBroken ? NOTHING : Arrays.copyOf(rows, used);
    }

    private void mapping() {
        int step = number();
        column += step;
        boolean isMapped = isAtNumber();
        if (isMapped) {
            source += number();
            sourceLine += number();
            sourceColumn += number();
            if (isAtNumber()) {
                number();
            }
        }
        isBroken |= !isPlace(column) || !isPlace(sourceLine) || !isPlace(sourceColumn);
        isBroken |= source < 0 || (isMapped && source >= sourceCount);
        isBroken |= isBehindTheLast();
        add(isMapped ? source : -1);
    }

    /// Counted from 1 it must still be a number.
    private static boolean isPlace(int number) {
        return number >= 0 && number < Integer.MAX_VALUE;
    }

    /// Rows are searched by halving, so they must stand in the order of the text.
    private boolean isBehindTheLast() {
        int last = used - FlatSourceMap.WIDTH;
        return last >= 0 && rows[last] == line && rows[last + 1] > column;
    }

    private void add(int rowSource) {
        if (used + FlatSourceMap.WIDTH > rows.length) {
            rows = Arrays.copyOf(rows, rows.length * 2);
        }
        rows[used] = line;
        rows[used + 1] = column;
        rows[used + 2] = rowSource;
        rows[used + 3] = sourceLine;
        rows[used + 4] = sourceColumn;
        used += FlatSourceMap.WIDTH;
    }

    private boolean isAtNumber() {
        return at < text.length() && text.charAt(at) != ',' && text.charAt(at) != ';';
    }

    private int number() {
        long value = 0;
        for (int shift = 0; shift < 35 && isAtNumber(); shift += 5) {
            char c = text.charAt(at++);
            int digit = c < VALUES.length ? VALUES[c] : -1;
            if (digit < 0) {
                break;
            }
            value |= (long) (digit & 31) << shift;
            if (digit < 32) {
                long magnitude = value >>> 1;
                isBroken |= magnitude > Integer.MAX_VALUE;
                return (int) ((value & 1) == 0 ? magnitude : -magnitude);
            }
        }
        isBroken = true;
        return 0;
    }
}
