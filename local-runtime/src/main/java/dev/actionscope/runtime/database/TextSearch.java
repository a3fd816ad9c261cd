package dev.actionscope.runtime.database;

import dev.actionscope.runtime.database.Paging.After;
import dev.actionscope.runtime.database.Paging.Position;
import dev.actionscope.runtime.database.query.Interval;
import dev.actionscope.runtime.database.query.Query.Search;
import dev.actionscope.runtime.database.query.Query.SearchFilter;
import dev.actionscope.runtime.schema.DatabaseSchema.SearchIndex;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.value.ConvexValue;
import dev.actionscope.runtime.value.FieldPath;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A full-text search: the documents that have any of the words, best first, the newer first among equals. The last
/// word may be the beginning of one. Reads the whole table, own writes included, and depends on all of it.
final class TextSearch implements DocumentSource {
    private static final int MOST_RESULTS = 1024;
    private static final int MOST_WORDS = 16;
    private static final int PAGE = 512;
    /// How much a word's repetition counts, and how much a text's length.
    private static final double SATURATION = 1.2;

    private static final double LENGTH_WEIGHT = 0.75;

    private final Transaction transaction;
    private final Table table;
    private final List<Document> ranked;
    private final Paging paging;
    private int next;
    private @Nullable Position position;

    private record Candidate(Document document, List<String> words, double score) {}

    private TextSearch(Transaction transaction, Table table, List<Document> ranked, Paging paging) {
        this.transaction = transaction;
        this.table = table;
        this.ranked = ranked;
        this.paging = paging;
        this.position = paging.after();
        this.next = offset(paging.after(), ranked.size());
    }

    private static int offset(@Nullable Position position, int end) {
        return switch (position) {
            case null -> 0;
            case After(byte[] key) ->
                key.length == Integer.BYTES ? ByteBuffer.wrap(key).getInt() : end;
            case Paging.End() -> end;
        };
    }

    static TextSearch start(
            Transaction transaction, Table table, Index byTime, Search search, SearchIndex index, Paging paging)
            throws SyscallException {
        String name = search.table() + "." + search.index();
        String text = null;
        List<SearchFilter> equal = new ArrayList<>();
        for (SearchFilter filter : search.filters()) {
            if (!filter.text()) {
                checkFilterField(name, index, filter.path());
                equal.add(filter);
            } else if (!filter.path().dotted().equals(index.searchField())) {
                throw new SyscallException("Search query against " + name + " contains a search filter against "
                        + filter.path() + ", which doesn't match the indexed `searchField` \"" + index.searchField()
                        + "\".");
            } else if (text != null) {
                throw new SyscallException("Search query against " + name + " contains multiple search filters against "
                        + filter.path() + ". Only one is allowed.");
            } else {
                text = filter.value() instanceof ConvexValue.Text(String words) ? words : "";
            }
        }
        if (text == null) {
            throw new SyscallException("Search query against " + name
                    + " does not contain any search filters. You must include a search filter like `q.search(\""
                    + index.searchField() + "\", searchText)`.");
        }
        transaction.usage().readInterval(byTime.id(), Interval.ALL);
        FieldPath field = new FieldPath(List.of(index.searchField().split("\\.", -1)));
        List<Candidate> all = candidates(transaction, byTime, field, equal);
        return new TextSearch(transaction, table, rank(all, SearchWords.of(text)), paging);
    }

    private static void checkFilterField(String name, SearchIndex index, FieldPath path) throws SyscallException {
        if (!index.filterFields().contains(path.dotted())) {
            throw new SyscallException("Search query against " + name + " contains an equality filter on " + path
                    + " but that field isn't indexed for filtering in `filterFields`.");
        }
    }

    private static List<Candidate> candidates(
            Transaction transaction, Index byTime, FieldPath field, List<SearchFilter> equal) {
        List<Candidate> found = new ArrayList<>();
        Interval unread = Interval.ALL;
        while (!unread.isEmpty()) {
            IndexScan.Page page = transaction.scan(byTime, unread, true, PAGE);
            for (SnapshotReader.Row row : page.rows()) {
                ConvexValue value = row.document().value();
                boolean fits = equal.stream()
                        .allMatch(filter -> value.at(filter.path()).equals(filter.value()));
                if (fits && value.at(field) instanceof ConvexValue.Text(String text)) {
                    found.add(new Candidate(row.document(), SearchWords.of(text), 0));
                }
            }
            unread = page.rest();
        }
        return found;
    }

    /// Okapi BM25 over the candidates, which come newest first.
    private static List<Document> rank(List<Candidate> all, List<String> words) {
        List<String> wanted = words.subList(0, Math.min(words.size(), MOST_WORDS));
        double length = all.stream()
                .mapToInt(candidate -> candidate.words().size())
                .average()
                .orElse(1);
        double[] scores = new double[all.size()];
        for (int w = 0; w < wanted.size(); w++) {
            boolean begins = w == wanted.size() - 1;
            String word = wanted.get(w);
            long[] times = all.stream()
                    .mapToLong(candidate -> candidate.words().stream()
                            .filter(each -> begins ? each.startsWith(word) : each.equals(word))
                            .count())
                    .toArray();
            long having =
                    java.util.Arrays.stream(times).filter(count -> count > 0).count();
            double rarity = Math.log(1 + (all.size() - having + 0.5) / (having + 0.5));
            for (int i = 0; i < times.length; i++) {
                double relative =
                        1 - LENGTH_WEIGHT + LENGTH_WEIGHT * all.get(i).words().size() / length;
                scores[i] += rarity * times[i] * (SATURATION + 1) / (times[i] + SATURATION * relative);
            }
        }
        List<Candidate> scored = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > 0) {
                scored.add(new Candidate(all.get(i).document(), List.of(), scores[i]));
            }
        }
        scored.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return scored.stream().map(Candidate::document).toList();
    }

    @Override
    public @Nullable Document next() throws SyscallException {
        if (next == MOST_RESULTS) {
            throw new SyscallException("Search query scanned too many documents (fetched " + MOST_RESULTS
                    + "). Consider using a smaller limit, paginating the query, or using a filter field to limit the"
                    + " number of documents pulled from the search index.");
        }
        int end = paging.upTo() == null ? ranked.size() : Math.min(ranked.size(), offset(paging.upTo(), ranked.size()));
        if (next >= end) {
            position = paging.upTo() != null ? paging.upTo() : new Paging.End();
            return null;
        }
        Document document = ranked.get(next);
        transaction.usage().readDocument(document, table);
        next++;
        position = new After(ByteBuffer.allocate(Integer.BYTES).putInt(next).array());
        return document;
    }

    @Override
    public @Nullable Position position() {
        return position;
    }

    @Override
    public @Nullable Position splitPosition() {
        return null;
    }

    @Override
    public boolean isNearLimit() {
        return next > MOST_RESULTS * 3 / 4;
    }

    @Override
    public boolean isLimitReached() {
        return false;
    }
}
