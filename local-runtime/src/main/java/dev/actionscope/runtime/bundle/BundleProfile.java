package dev.actionscope.runtime.bundle;

import java.util.List;

/// How closely the built code keeps to the source.
public enum BundleProfile {
    /// Statements and names stay as written, so that breakpoints and variables are exact.
    DEBUG(List.of()),
    /// Byte for byte what Convex deploys: statements are merged, local names shortened.
    PARITY(List.of("--minify-syntax", "--minify-identifiers"));

    private final List<String> flags;

    BundleProfile(List<String> flags) {
        this.flags = flags;
    }

    List<String> flags() {
        return flags;
    }
}
