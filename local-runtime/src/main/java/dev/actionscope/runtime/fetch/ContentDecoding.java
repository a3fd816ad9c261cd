package dev.actionscope.runtime.fetch;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// Bodies without their `Content-Encoding`: gzip and deflate, as often as the header says; others stay as they are.
final class ContentDecoding {
    private ContentDecoding() {}

    static InputStream decoded(InputStream body, String contentEncoding) {
        InputStream decoded = body;
        String[] encodings = contentEncoding.toLowerCase(Locale.ROOT).split(",");
        for (int index = encodings.length - 1; index >= 0; index--) {
            decoded = switch (encodings[index].strip()) {
                case "gzip", "x-gzip" -> new Lazy(decoded, ContentDecoding::gunzip);
                case "deflate" -> new Lazy(decoded, ContentDecoding::inflate);
                default -> decoded;
            };
        }
        return decoded;
    }

    private static InputStream gunzip(BufferedInputStream in) throws IOException {
        return new GZIPInputStream(in);
    }

    /// With zlib's header or, as some servers do, without.
    private static InputStream inflate(BufferedInputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        boolean header = (first & 0x0f) == 8 && second >= 0 && ((first << 8) | second) % 31 == 0;
        return new InflaterInputStream(in, new Inflater(!header));
    }

    private interface Decoder {
        InputStream decode(BufferedInputStream in) throws IOException;
    }

    /// Decoders read a header when they are made: that has to wait until somebody reads.
    private static final class Lazy extends FilterInputStream {
        private final Decoder decoder;
        private @Nullable InputStream decoded;

        Lazy(InputStream in, Decoder decoder) {
            super(in);
            this.decoder = decoder;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (decoded == null) {
                BufferedInputStream buffered = new BufferedInputStream(in);
                buffered.mark(1);
                if (buffered.read() < 0) {
                    return -1;
                }
                buffered.reset();
                decoded = decoder.decode(buffered);
            }
            return decoded.read(target, offset, length);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int available() {
            return 0;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
