package dev.actionscope.runtime.web;

import java.io.ByteArrayOutputStream;

/// Which characters each part of a URL has percent-encoded. <https://url.spec.whatwg.org/#percent-encoded-bytes>
enum PercentEncoding {
    CONTROL(""),
    FRAGMENT(" \"<>`"),
    QUERY(" \"#<>"),
    SPECIAL_QUERY(" \"#<>'"),
    PATH(" \"#<>?`{}"),
    USER_INFO(" \"#<>?`{}/:;=@[\\]^|"),
    FORM(" \"#<>?`{}/:;=@[\\]^|$%&+,!'()~");

    private static final String HEX = "0123456789ABCDEF";
    private final String characters;

    PercentEncoding(String characters) {
        this.characters = characters;
    }

    String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte each : TextFunctions.utf8(text)) {
            append(encoded, each & 0xff);
        }
        return encoded.toString();
    }

    String encode(int codePoint) {
        return encode(Character.toString(codePoint));
    }

    private void append(StringBuilder encoded, int value) {
        if (value <= 0x1f || value > 0x7e || characters.indexOf(value) >= 0) {
            encoded.append('%').append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 15));
        } else {
            encoded.append((char) value);
        }
    }

    /// The text with its percent-encoded bytes decoded, as UTF-8.
    static String decode(String text) {
        byte[] bytes = TextFunctions.utf8(text);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int index = 0; index < bytes.length; index++) {
            boolean encoded = bytes[index] == '%'
                    && index + 2 < bytes.length
                    && Character.digit(bytes[index + 1], 16) >= 0
                    && Character.digit(bytes[index + 2], 16) >= 0;
            if (encoded) {
                decoded.write(Character.digit(bytes[index + 1], 16) << 4 | Character.digit(bytes[index + 2], 16));
                index += 2;
            } else {
                decoded.write(bytes[index]);
            }
        }
        return TextFunctions.utf8(decoded.toByteArray(), true);
    }

    /// `application/x-www-form-urlencoded`: as [#FORM], with `+` for spaces.
    static String encodeForm(String text) {
        return FORM.encode(text).replace("%20", "+");
    }

    static String decodeForm(String text) {
        return decode(text.replace('+', ' '));
    }
}
