package dev.actionscope.runtime.database.syscalls;

import dev.actionscope.runtime.database.Document;
import dev.actionscope.runtime.database.Paging;
import dev.actionscope.runtime.database.Paging.Position;
import dev.actionscope.runtime.database.QueryStream;
import dev.actionscope.runtime.database.Transaction;
import dev.actionscope.runtime.database.TransactionLimits;
import dev.actionscope.runtime.database.query.Query;
import dev.actionscope.runtime.seam.SyscallException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads one page of a query (`1.0/queryPage`).
final class PageReader {
    private static final int SOFT_PAGE_LENGTH = 8192 * 3 / 4;

    private final Query query;
    private final SyscallArguments arguments;
    private final Transaction transaction;
    private final @Nullable Cursor endCursor;
    private final long pageSize;
    private final ArrayNode page = JsonNodeFactory.instance.arrayNode();

    /// @param journal the end cursor of the same function's earlier run, for when user code gives none
    PageReader(Query query, SyscallArguments arguments, Transaction transaction, @Nullable String journal)
            throws SyscallException {
        this.query = query;
        this.arguments = arguments;
        this.transaction = transaction;
        this.pageSize = arguments.number("pageSize");
        String end = arguments.optionalText("endCursor");
        String given = end == null ? journal : end;
        this.endCursor = given == null ? null : Cursor.decode(given);
        checkSizes();
    }

    private void checkSizes() throws SyscallException {
        if (pageSize == 0) {
            throw new SyscallException("Must request at least 1 document while paginating");
        }
        if (pageSize > TransactionLimits.CONVEX.documentsRead()) {
            throw new SyscallException("Requested too many items: " + pageSize);
        }
        Long rows = arguments.optionalNumber("maximumRowsRead");
        Long bytes = arguments.optionalNumber("maximumBytesRead");
        if ((rows != null && rows == 0) || (bytes != null && bytes == 0)) {
            throw new SyscallException("maximumRowsRead and maximumBytesRead must be greater than 0");
        }
    }

    ObjectNode read() throws SyscallException {
        String cursor = arguments.optionalText("cursor");
        Cursor start = cursor == null ? null : Cursor.decode(cursor);
        QueryStream stream = transaction.query(
                query,
                new Paging(
                        start == null ? null : start.position(),
                        endCursor == null ? null : endCursor.position(),
                        arguments.optionalNumber("maximumRowsRead"),
                        arguments.optionalNumber("maximumBytesRead")));
        byte[] fingerprint = Cursor.fingerprint(query, stream);
        if (start != null) {
            start.checkBelongsTo(fingerprint);
        }
        if (endCursor != null) {
            endCursor.checkBelongsTo(fingerprint);
        }
        boolean cut = collect(stream);
        Position position = endCursor != null ? endCursor.position() : stream.position();
        if (position == null) {
            throw new IllegalStateException("a page was read without moving");
        }
        Position split = stream.splitPosition();
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.set("page", page);
        result.put("isDone", position instanceof Paging.End);
        result.put("continueCursor", new Cursor(fingerprint, position).encode());
        result.put("splitCursor", split == null ? null : new Cursor(fingerprint, split).encode());
        result.put("pageStatus", status(stream, cut));
        return result;
    }

    /// Whether a limit cut the page short.
    private boolean collect(QueryStream stream) throws SyscallException {
        while (endCursor != null || page.size() < pageSize) {
            Document document;
            try {
                document = stream.next();
            } catch (SyscallException failure) {
                if (stream.isLimitReached() && stream.position() != null) {
                    return true;
                }
                throw failure;
            }
            if (document == null) {
                return false;
            }
            page.add(document.toJson());
        }
        return false;
    }

    private @Nullable String status(QueryStream stream, boolean cut) {
        if (cut) {
            return "SplitRequired";
        }
        return stream.isNearLimit() || page.size() > SOFT_PAGE_LENGTH ? "SplitRecommended" : null;
    }
}
