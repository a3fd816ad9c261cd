package dev.actionscope.editor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Texts that the tests of the editor open.
public final class Texts {
    private Texts() {}

    /// A realistic action.
    public static String orders() {
        try (InputStream stream = Objects.requireNonNull(Texts.class.getResourceAsStream("orders.ts"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
