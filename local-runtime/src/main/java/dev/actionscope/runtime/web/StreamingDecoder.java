package dev.actionscope.runtime.web;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One `TextDecoder` at work: characters may lie across chunks.
final class StreamingDecoder {
    private final Encoding encoding;
    private final boolean fatal;
    private final boolean keepByteOrderMark;
    private final CharsetDecoder decoder;
    private byte[] rest = new byte[0];
    private boolean started;

    StreamingDecoder(Encoding encoding, boolean fatal, boolean keepByteOrderMark) {
        this.encoding = encoding;
        this.fatal = fatal;
        this.keepByteOrderMark = keepByteOrderMark;
        this.decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /// The characters that are complete by now; null when the bytes are not of the encoding and that is fatal.
    ///
    /// @param more whether further chunks follow
    @Nullable
    String decode(byte[] chunk, boolean more) {
        ByteBuffer in = ByteBuffer.allocate(rest.length + chunk.length)
                .put(rest)
                .put(chunk)
                .flip();
        CharBuffer out =
                CharBuffer.allocate((int) Math.ceil((in.remaining() + 1) * (double) decoder.maxCharsPerByte()) + 8);
        for (CoderResult result = decoder.decode(in, out, !more);
                result.isError();
                result = decoder.decode(in, out, !more)) {
            if (!replace(in, out, result.length())) {
                return null;
            }
        }
        rest = new byte[in.remaining()];
        in.get(rest);
        if (!more) {
            decoder.flush(out);
        }
        return withoutByteOrderMark(out.flip().toString());
    }

    private boolean replace(ByteBuffer in, CharBuffer out, int length) {
        int first = in.get(in.position()) & 0xff;
        in.position(in.position() + length);
        if (length == 1 && encoding.hasControlCharacters() && first >= 0x80 && first <= 0x9f) {
            out.put((char) first);
            return true;
        }
        // The JDK takes the three bytes of an encoded surrogate for one fault, the web for three.
        boolean surrogate = length == 3 && first == 0xed && encoding.charset().equals(StandardCharsets.UTF_8);
        out.put("\uFFFD".repeat(surrogate ? 3 : 1));
        return !fatal;
    }

    private String withoutByteOrderMark(String text) {
        if (started || text.isEmpty()) {
            return text;
        }
        started = true;
        return encoding.isUnicode() && !keepByteOrderMark && text.charAt(0) == '\uFEFF' ? text.substring(1) : text;
    }
}
