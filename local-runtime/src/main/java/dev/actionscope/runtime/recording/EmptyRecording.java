package dev.actionscope.runtime.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The bytes of a recording that holds nothing yet: laid out once in a process, because laying out takes SQLite longer
/// than a short run takes.
final class EmptyRecording {
    private EmptyRecording() {}

    /// A copy, which the caller may keep.
    static byte[] bytes() throws IOException {
        byte[] bytes = Holder.LAID_OUT.bytes;
        if (bytes == null) {
            throw new IOException("no recording can be laid out in the temporary folder", Holder.LAID_OUT.failure);
        }
        return bytes.clone();
    }

    private record LaidOut(
            byte @Nullable [] bytes, @Nullable Exception failure) {}

    private static final class Holder {
        private static final LaidOut LAID_OUT = layOut();

        private static LaidOut layOut() {
            try {
                Path file = Files.createTempFile("actionscope-empty", ".ascope");
                try {
                    RecordingFile.layOut(file);
                    return new LaidOut(Files.readAllBytes(file), null);
                } finally {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | SQLException e) {
                return new LaidOut(null, e);
            }
        }
    }
}
