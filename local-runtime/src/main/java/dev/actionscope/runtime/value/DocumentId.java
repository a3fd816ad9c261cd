package dev.actionscope.runtime.value;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// The id of a document: a table's number and sixteen bytes, written as 31 to 37 characters of Crockford's base32.
///
/// The text is the table's number (seven bits a byte, lowest first), the sixteen bytes, and their Fletcher-16 checksum.
/// Ids of one table sort as their bytes.
///
/// @param table a positive number
/// @param high the first eight bytes, big-endian
/// @param low the last eight bytes, big-endian
public record DocumentId(int table, long high, long low) {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int SHORTEST = 31;
    private static final int LONGEST = 37;
    private static final int BODY = 16;
    private static final int CHECKSUM = 2;

    /// A new id of a table.
    public static DocumentId random(int table, RandomGenerator random) {
        return new DocumentId(table, random.nextLong(), random.nextLong());
    }

    /// Reads the text of an id; the one text that [#encode()] gives, no other.
    ///
    /// @throws ValueException `Unable to decode ID: …`
    public static DocumentId decode(String text) throws ValueException {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            throw invalid("Invalid ID length " + text.length());
        }
        byte[] bytes = fromBase32(text);
        int at = 0;
        long table = 0;
        while (true) {
            if (at >= 5 || at >= bytes.length) {
                throw invalid("Invalid table number");
            }
            byte b = bytes[at];
            table |= (long) (b & 0x7F) << (7 * at);
            at++;
            if (b >= 0) {
                break;
            }
        }
        if (table == 0 || table > 0xFFFF_FFFFL) {
            throw invalid("Invalid table number");
        }
        if (bytes.length != at + BODY + CHECKSUM) {
            throw invalid("Invalid ID length " + text.length());
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, at, BODY);
        DocumentId id = new DocumentId((int) table, buffer.getLong(), buffer.getLong());
        int expected = fletcher(bytes, bytes.length - CHECKSUM);
        int found = (bytes[bytes.length - 2] & 0xFF) | ((bytes[bytes.length - 1] & 0xFF) << 8);
        if (found != expected) {
            throw invalid("Invalid ID version " + found + " (expected " + expected + ")");
        }
        if (!id.encode().equals(text)) {
            throw invalid("Invalid ID length " + text.length());
        }
        return id;
    }

    /// The sixteen bytes.
    public byte[] bytes() {
        return ByteBuffer.allocate(BODY).putLong(high).putLong(low).array();
    }

    /// The id of sixteen bytes in a table.
    public static DocumentId of(int table, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new DocumentId(table, buffer.getLong(), buffer.getLong());
    }

    /// The id as a string, as user code sees it.
    public String encode() {
        ByteBuffer buffer = ByteBuffer.allocate(5 + BODY + CHECKSUM);
        int rest = table;
        while ((rest & ~0x7F) != 0) {
            buffer.put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        buffer.put((byte) rest);
        buffer.putLong(high).putLong(low);
        int checksum = fletcher(buffer.array(), buffer.position());
        buffer.put((byte) checksum).put((byte) (checksum >> 8));
        return toBase32(Arrays.copyOf(buffer.array(), buffer.position()));
    }

    @Override
    public String toString() {
        return encode();
    }

    private static int fletcher(byte[] bytes, int length) {
        int first = 0;
        int second = 0;
        for (int i = 0; i < length; i++) {
            first = (first + bytes[i]) & 0xFF;
            second = (second + first) & 0xFF;
        }
        return (second << 8) | first;
    }

    private static String toBase32(byte[] bytes) {
        StringBuilder text = new StringBuilder(LONGEST);
        int bits = 0;
        int held = 0;
        for (byte b : bytes) {
            held = (held << 8) | (b & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt((held >> bits) & 31));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt((held << (5 - bits)) & 31));
        }
        return text.toString();
    }

    private static byte[] fromBase32(String text) throws ValueException {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                throw invalid("ID wasn't valid base32");
            }
            held = (held << 5) | digit;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }

    private static ValueException invalid(String reason) {
        return new ValueException("Unable to decode ID: " + reason);
    }
}
