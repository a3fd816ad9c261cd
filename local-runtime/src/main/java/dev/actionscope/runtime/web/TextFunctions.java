package dev.actionscope.runtime.web;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/// Text and bytes: `TextEncoder`, `TextDecoder`, `atob`, `btoa` and all that reads bodies.
final class TextFunctions {
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

    private final Buffers buffers;

    TextFunctions(Buffers buffers) {
        this.buffers = buffers;
    }

    void addTo(Map<String, Object> members) {
        members.put("utf8Encode", (ProxyExecutable) arguments -> buffers.buffer(utf8(arguments[0].asString())));
        members.put("utf8Decode", (ProxyExecutable) arguments -> utf8(view(arguments), arguments[3].asBoolean()));
        members.put("latin1", (ProxyExecutable)
                arguments -> new String(buffers.bytes(arguments[0]), StandardCharsets.ISO_8859_1));
        members.put("encodingOf", (ProxyExecutable) arguments ->
                Encoding.of(arguments[0].asString()).map(Encoding::name).orElse(null));
        members.put("decoder", (ProxyExecutable) this::decoder);
        members.put("btoa", (ProxyExecutable) arguments -> btoa(arguments[0].asString()));
        members.put("atob", (ProxyExecutable) arguments -> Optional.ofNullable(forgivingBase64(arguments[0].asString()))
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .orElse(null));
        members.put("base64Encode", (ProxyExecutable)
                arguments -> Base64.getEncoder().encodeToString(buffers.bytes(arguments[0])));
        members.put("base64Decode", (ProxyExecutable)
                arguments -> buffers.buffer(Base64.getDecoder().decode(arguments[0].asString())));
    }

    private byte[] view(Value[] arguments) {
        return buffers.bytes(arguments[0], arguments[1].asLong(), arguments[2].asInt());
    }

    private Object decoder(Value[] arguments) {
        StreamingDecoder decoder = new StreamingDecoder(
                Encoding.of(arguments[0].asString()).orElseThrow(), arguments[1].asBoolean(), arguments[2].asBoolean());
        return (ProxyExecutable) given -> decoder.decode(view(given), given[3].asBoolean());
    }

    /// As UTF-8, lone surrogates replaced.
    static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .replaceWith(REPLACEMENT)
                    .encode(CharBuffer.wrap(text));
            return Arrays.copyOfRange(encoded.array(), encoded.arrayOffset(), encoded.limit());
        } catch (CharacterCodingException impossible) {
            throw new IllegalStateException("an encoder that replaces cannot fail", impossible);
        }
    }

    /// From UTF-8, malformed input replaced.
    static String utf8(byte[] bytes, boolean keepByteOrderMark) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            StreamingDecoder decoder = new StreamingDecoder(Encoding.UTF_8, false, keepByteOrderMark);
            return Objects.requireNonNull(decoder.decode(bytes, false));
        }
        return !keepByteOrderMark && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static @Nullable String btoa(String data) {
        return data.chars().allMatch(character -> character <= 0xff)
                ? Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.ISO_8859_1))
                : null;
    }

    /// <https://infra.spec.whatwg.org/#forgiving-base64-decode>; null when that fails.
    private static byte @Nullable [] forgivingBase64(String data) {
        String text = data.replaceAll("[\\t\\n\\f\\r ]", "");
        if (text.length() % 4 == 0) {
            text = text.endsWith("==")
                    ? text.substring(0, text.length() - 2)
                    : text.endsWith("=") ? text.substring(0, text.length() - 1) : text;
        }
        boolean alphabet = text.chars()
                .allMatch(c -> c == '+'
                        || c == '/'
                        || (c >= '0' && c <= '9')
                        || (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z'));
        if (!alphabet || text.length() % 4 == 1) {
            return null;
        }
        return Base64.getDecoder().decode(withoutLooseBits(text));
    }

    /// The JDK minds bits that the last character has too many of; the web does not.
    private static String withoutLooseBits(String text) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        int loose = text.length() % 4 == 2 ? 0x0f : text.length() % 4 == 3 ? 0x03 : 0;
        if (loose == 0) {
            return text;
        }
        int last = alphabet.indexOf(text.charAt(text.length() - 1));
        return text.substring(0, text.length() - 1) + alphabet.charAt(last & ~loose);
    }
}
