package dev.actionscope.runtime.run;

import dev.actionscope.runtime.database.CommitResult;
import dev.actionscope.runtime.database.Database;
import dev.actionscope.runtime.database.DatabaseException;
import dev.actionscope.runtime.database.Document;
import dev.actionscope.runtime.database.Table;
import dev.actionscope.runtime.database.Transaction;
import dev.actionscope.runtime.seam.Operation;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.DocumentId;
import dev.actionscope.runtime.value.ValueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Stored files: their bytes in a folder, what is known of them in the `_storage` table. Thread-safe.
final class FileStorage {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Database database;
    private final Path folder;
    private final boolean isTemporary;
    private final String origin;

    /// @param folder made when the first file is stored
    /// @param isTemporary whether the folder is removed in the end
    /// @param origin what URLs begin with
    FileStorage(Database database, Path folder, boolean isTemporary, String origin) {
        this.database = database;
        this.folder = folder;
        this.isTemporary = isTemporary;
        this.origin = origin;
    }

    /// Stores a file in a transaction of its own; answers its id.
    JsonNode store(Operation.StoreBlob blob) throws SyscallException {
        byte[] digest = sha256(blob.bytes());
        String expected = blob.sha256();
        if (expected != null && !matches(digest, expected)) {
            throw new SyscallException("The sha256 of the file does not match the one that was given: " + expected);
        }
        Map<String, ConvexValue> fields = new HashMap<>();
        fields.put("sha256", new ConvexValue.Text(Base64.getEncoder().encodeToString(digest)));
        fields.put("size", new ConvexValue.Float64(blob.bytes().length));
        String contentType = blob.contentType();
        if (contentType != null && !contentType.isEmpty()) {
            fields.put("contentType", new ConvexValue.Text(contentType));
        }
        return alone(transaction -> {
            Document document = transaction.insertSystem(Table.STORAGE, new ConvexValue.Obj(fields));
            try {
                Files.createDirectories(folder);
                Files.write(folder.resolve(document.idText()), blob.bytes());
            } catch (IOException e) {
                throw new SyscallException("The file could not be stored in " + folder + ": " + e.getMessage());
            }
            return JSON.stringNode(document.idText());
        });
    }

    private static boolean matches(byte[] digest, String expected) {
        return expected.equalsIgnoreCase(HexFormat.of().formatHex(digest))
                || expected.equals(Base64.getEncoder().encodeToString(digest));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// A file, or null when there is none of that id.
    Operation.@Nullable BlobAnswer get(String id) throws SyscallException {
        try (Transaction transaction = database.begin()) {
            Document document = document(transaction, id);
            if (document == null) {
                return null;
            }
            ConvexValue contentType = document.value().get("contentType");
            return new Operation.BlobAnswer(
                    Files.readAllBytes(folder.resolve(document.idText())),
                    contentType instanceof ConvexValue.Text(String type) ? type : null);
        } catch (IOException e) {
            throw new SyscallException("The stored file " + id + " cannot be read: " + e.getMessage());
        }
    }

    /// Answers a storage syscall of an action.
    JsonNode answer(String syscall, JsonNode arguments) throws SyscallException {
        return alone(transaction -> answer(syscall, arguments, transaction));
    }

    /// Answers a storage syscall of a query or mutation, in its transaction.
    JsonNode answer(String syscall, JsonNode arguments, Transaction transaction) throws SyscallException {
        String id = arguments.path("storageId").asString("");
        return switch (syscall) {
            case "1.0/storageGenerateUploadUrl" ->
                JSON.stringNode(origin + "/api/storage/upload?token=" + UUID.randomUUID());
            case "1.0/storageGetUrl" -> {
                Document document = document(transaction, id);
                yield document == null ? JSON.nullNode() : JSON.stringNode(origin + "/api/storage/" + uuid(document));
            }
            case "1.0/storageGetMetadata" -> {
                Document document = document(transaction, id);
                yield document == null ? JSON.nullNode() : metadata(document);
            }
            case "1.0/storageDelete" -> {
                Document document = document(transaction, id);
                if (document == null) {
                    throw new SyscallException("storage id " + id + " not found");
                }
                transaction.delete(document.id());
                yield JSON.nullNode();
            }
            default -> throw new SyscallException("Unknown async operation " + Syscalls.withoutVersion(syscall));
        };
    }

    private static JsonNode metadata(Document document) {
        JsonNode json = document.toJson();
        byte[] digest = Base64.getDecoder().decode(json.path("sha256").asString());
        return JSON.objectNode()
                .put("storageId", document.idText())
                .put("sha256", HexFormat.of().formatHex(digest))
                .put("size", json.path("size").asLong())
                .put("contentType", json.path("contentType").stringValue(null));
    }

    private static String uuid(Document document) {
        return UUID.nameUUIDFromBytes(document.idText().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static @Nullable Document document(Transaction transaction, String id) throws SyscallException {
        try {
            DocumentId decoded = DocumentId.decode(id);
            return Table.STORAGE.equals(transaction.tableOf(decoded)) ? transaction.get(decoded) : null;
        } catch (ValueException _) {
            throw new SyscallException("Invalid storage ID: " + id);
        }
    }

    /// Removes the files that nobody can ask for any more.
    void close() {
        if (!isTemporary || !Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            System.getLogger(FileStorage.class.getName()).log(System.Logger.Level.DEBUG, "left behind: " + folder, e);
        }
    }

    @FunctionalInterface
    private interface Work {
        JsonNode in(Transaction transaction) throws SyscallException;
    }

    private JsonNode alone(Work work) throws SyscallException {
        try (Transaction transaction = database.begin()) {
            JsonNode answer = work.in(transaction);
            if (transaction.commit() instanceof CommitResult.Conflict conflict) {
                throw new SyscallException(conflict.message());
            }
            return answer;
        } catch (DatabaseException e) {
            throw new SyscallException(String.valueOf(e.getMessage()));
        }
    }
}
