package dev.actionscope.runtime.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// IPv6 addresses as URLs write them. <https://url.spec.whatwg.org/#concept-ipv6-parser>
final class Ipv6 {
    private static final int PIECES = 8;

    private Ipv6() {}

    /// Its eight pieces; null when it is no address.
    static int @Nullable [] parse(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            List<Integer> all = pieces(text, true);
            return all == null || all.size() != PIECES ? null : join(all, List.of());
        }
        if (text.indexOf("::", gap + 1) >= 0) {
            return null;
        }
        List<Integer> head = gap == 0 ? List.of() : pieces(text.substring(0, gap), false);
        List<Integer> tail = gap + 2 == text.length() ? List.of() : pieces(text.substring(gap + 2), true);
        if (head == null || tail == null || head.size() + tail.size() >= PIECES) {
            return null;
        }
        return join(head, tail);
    }

    private static int[] join(List<Integer> head, List<Integer> tail) {
        int[] joined = new int[PIECES];
        for (int index = 0; index < head.size(); index++) {
            joined[index] = head.get(index);
        }
        for (int index = 0; index < tail.size(); index++) {
            joined[PIECES - tail.size() + index] = tail.get(index);
        }
        return joined;
    }

    private static @Nullable List<Integer> pieces(String text, boolean last) {
        List<Integer> pieces = new ArrayList<>();
        String[] parts = text.split(":", -1);
        for (int index = 0; index < parts.length; index++) {
            if (last && index == parts.length - 1 && parts[index].contains(".")) {
                return addDotted(parts[index], pieces) ? pieces : null;
            }
            if (!parts[index].matches("[0-9A-Fa-f]{1,4}")) {
                return null;
            }
            pieces.add(Integer.valueOf(parts[index], 16));
        }
        return pieces;
    }

    /// The last two pieces may be an IPv4 address.
    private static boolean addDotted(String text, List<Integer> pieces) {
        String[] parts = text.split("\\.", -1);
        int[] bytes = new int[4];
        if (parts.length != 4) {
            return false;
        }
        for (int index = 0; index < 4; index++) {
            if (!parts[index].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(parts[index]) > 255) {
                return false;
            }
            bytes[index] = Integer.parseInt(parts[index]);
        }
        pieces.add(bytes[0] << 8 | bytes[1]);
        pieces.add(bytes[2] << 8 | bytes[3]);
        return true;
    }

    /// The longest run of zeros, the first of equals, is left out.
    static String write(int[] pieces) {
        int start = -1;
        int length = 1;
        for (int index = 0; index < PIECES; index++) {
            int end = index;
            while (end < PIECES && pieces[end] == 0) {
                end++;
            }
            if (end - index > length) {
                start = index;
                length = end - index;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < PIECES; index++) {
            if (index == start) {
                text.append(index == 0 ? "::" : ":");
                index += length - 1;
            } else {
                text.append(Integer.toHexString(pieces[index]));
                text.append(index < PIECES - 1 ? ":" : "");
            }
        }
        return text.toString();
    }
}
