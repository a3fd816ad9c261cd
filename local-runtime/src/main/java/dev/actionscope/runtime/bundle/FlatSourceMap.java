package dev.actionscope.runtime.bundle;

import dev.actionscope.runtime.trace.SourcePosition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A source map as rows of five numbers in one array, in the order of the generated text: line, column, source (or
/// -1), source line, source column; all 0-based. Lookups are binary searches.
final class FlatSourceMap implements SourceMap {
    static final FlatSourceMap EMPTY = new FlatSourceMap(new int[0], List.of());
    /// How many numbers a row has.
    static final int WIDTH = 5;

    private final int[] rows;
    private final List<@Nullable String> names;
    private final List<String> files;
    private final Map<String, Integer> fileNumbers = new LinkedHashMap<>();
    private long @Nullable [][] reverse;

    /// @param names of the sources that rows name by number; null for one that is no file
    FlatSourceMap(int[] rows, List<@Nullable String> names) {
        this.rows = rows;
        this.names = names;
        for (String name : names) {
            if (name != null) {
                fileNumbers.putIfAbsent(name, fileNumbers.size());
            }
        }
        this.files = List.copyOf(fileNumbers.keySet());
    }

    @Override
    public @Nullable SourcePosition original(int line, int column) {
        int low = 0;
        int high = rows.length / WIDTH - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int rowLine = rows[middle * WIDTH] + 1;
            if (rowLine < line || (rowLine == line && rows[middle * WIDTH + 1] + 1 <= column)) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        int row = high * WIDTH;
        if (high < 0 || rows[row] + 1 != line || rows[row + 2] < 0) {
            return null;
        }
        String name = names.get(rows[row + 2]);
        return name == null ? null : new SourcePosition(name, rows[row + 3] + 1, rows[row + 4] + 1);
    }

    @Override
    public List<Generated> generated(String file, int line) {
        Integer number = fileNumbers.get(file);
        if (number == null) {
            return List.of();
        }
        long[] byLine = reverse()[number];
        int at = Arrays.binarySearch(byLine, (long) (line - 1) << 32);
        List<Generated> found = new ArrayList<>();
        for (int i = at < 0 ? -at - 1 : at; i < byLine.length && byLine[i] >>> 32 == line - 1; i++) {
            int row = (int) byLine[i] * WIDTH;
            found.add(new Generated(rows[row] + 1, rows[row + 1] + 1, rows[row + 4] + 1));
        }
        return found;
    }

    @Override
    public List<String> sources() {
        return files;
    }

    /// For each file its rows as `source line << 32 | row`, sorted.
    private synchronized long[][] reverse() {
        long[][] made = reverse;
        if (made == null) {
            int[] counts = new int[files.size()];
            for (int row = 0; row < rows.length; row += WIDTH) {
                int file = fileOf(row);
                if (file >= 0) {
                    counts[file]++;
                }
            }
            made = new long[files.size()][];
            for (int i = 0; i < counts.length; i++) {
                made[i] = new long[counts[i]];
            }
            for (int row = rows.length - WIDTH; row >= 0; row -= WIDTH) {
                int file = fileOf(row);
                if (file >= 0) {
                    made[file][--counts[file]] = (long) rows[row + 3] << 32 | row / WIDTH;
                }
            }
            for (long[] lines : made) {
                Arrays.sort(lines);
            }
            reverse = made;
        }
        return made;
    }

    private int fileOf(int row) {
        String name = rows[row + 2] < 0 ? null : names.get(rows[row + 2]);
        return name == null ? -1 : fileNumbers.getOrDefault(name, -1);
    }
}
