package dev.actionscope.runtime.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Hosts of URLs, parsed and written. <https://url.spec.whatwg.org/#host-parsing>
final class UrlHost {
    private static final String FORBIDDEN = "\0\t\n\r #/:<>?@[\\]^|";

    /// Names that are not plain ASCII, mapped to ASCII; null for those that cannot be.
    private final UnaryOperator<@Nullable String> toAscii;

    UrlHost(UnaryOperator<@Nullable String> toAscii) {
        this.toAscii = toAscii;
    }

    /// The host as a URL writes it; null when it is none.
    ///
    /// @param opaque for schemes that are not special
    @Nullable
    String parse(String input, boolean opaque) {
        if (input.startsWith("[")) {
            int[] pieces = input.endsWith("]") ? Ipv6.parse(input.substring(1, input.length() - 1)) : null;
            return pieces == null ? null : "[" + Ipv6.write(pieces) + "]";
        }
        if (opaque) {
            boolean forbidden = input.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0);
            return forbidden ? null : PercentEncoding.CONTROL.encode(input);
        }
        String domain = ascii(PercentEncoding.decode(input));
        if (domain == null || domain.isEmpty() || domain.chars().anyMatch(UrlHost::isForbiddenInDomain)) {
            return null;
        }
        return endsInNumber(domain) ? ipv4(domain) : domain;
    }

    private @Nullable String ascii(String domain) {
        boolean plain = domain.chars().allMatch(c -> c < 0x80);
        String lower = domain.toLowerCase(Locale.ROOT);
        return plain && !lower.startsWith("xn--") && !lower.contains(".xn--") ? lower : toAscii.apply(domain);
    }

    private static boolean isForbiddenInDomain(int character) {
        return character <= 0x1f || character == '%' || character == 0x7f || FORBIDDEN.indexOf(character) >= 0;
    }

    private static List<String> labels(String domain) {
        List<String> labels = new ArrayList<>(Arrays.asList(domain.split("\\.", -1)));
        if (labels.size() > 1 && labels.getLast().isEmpty()) {
            labels.removeLast();
        }
        return labels;
    }

    private static boolean endsInNumber(String domain) {
        String last = labels(domain).getLast();
        boolean digits = !last.isEmpty() && last.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits || number(last) != null;
    }

    /// Dotted, or any of the older notations; null when out of range.
    private static @Nullable String ipv4(String domain) {
        List<Long> numbers = new ArrayList<>();
        for (String label : labels(domain)) {
            Long number = number(label);
            if (number == null) {
                return null;
            }
            numbers.add(number);
        }
        int last = numbers.size() - 1;
        boolean outOfRange = last > 3 || numbers.get(last) >= 1L << (8 * (4 - Math.min(last, 3)));
        if (outOfRange || numbers.subList(0, last).stream().anyMatch(number -> number > 255)) {
            return null;
        }
        long address = numbers.get(last);
        for (int index = 0; index < last; index++) {
            address += numbers.get(index) << (8 * (3 - index));
        }
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    private static @Nullable Long number(String label) {
        String digits = label;
        int radix = 10;
        if (label.length() >= 2 && label.toLowerCase(Locale.ROOT).startsWith("0x")) {
            digits = label.substring(2);
            radix = 16;
        } else if (label.length() >= 2 && label.startsWith("0")) {
            digits = label.substring(1);
            radix = 8;
        }
        int base = radix;
        if (label.isEmpty() || !digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, base) >= 0)) {
            return null;
        }
        String shortest = digits.replaceFirst("^0+", "");
        if (shortest.length() > 15) {
            return Long.MAX_VALUE;
        }
        return shortest.isEmpty() ? 0L : Objects.requireNonNull(Long.valueOf(shortest, radix));
    }
}
