package dev.actionscope.runtime.fetch;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What a stub answers with.
sealed interface StubBody {
    byte[] bytes() throws IOException;

    /// The content type that goes without saying.
    Optional<String> contentType();

    /// Nothing.
    record Empty() implements StubBody {
        @Override
        public byte[] bytes() {
            return new byte[0];
        }

        @Override
        public Optional<String> contentType() {
            return Optional.empty();
        }
    }

    /// Text that stands in the stubs file.
    record Text(String text, String type) implements StubBody {
        @Override
        public byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Optional<String> contentType() {
            return Optional.of(type);
        }
    }

    /// A file's bytes, read anew for every answer.
    record FileBytes(Path path) implements StubBody {
        @Override
        public byte[] bytes() throws IOException {
            return Files.readAllBytes(path);
        }

        @Override
        public Optional<String> contentType() {
            String guess = URLConnection.guessContentTypeFromName(path.toString());
            return Optional.of(guess == null ? "application/octet-stream" : guess);
        }
    }
}
