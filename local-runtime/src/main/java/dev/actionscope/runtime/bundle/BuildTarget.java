package dev.actionscope.runtime.bundle;

import dev.actionscope.runtime.bundle.BundledModule.Environment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The builds that Convex makes of one project. The schema and the auth configuration are built alone, because
/// Convex evaluates them alone.
enum BuildTarget {
    SCHEMA(Environment.CONVEX, "_deps/[hash]", true),
    AUTH_CONFIG(Environment.CONVEX, "_deps/[hash]", false),
    CONVEX(Environment.CONVEX, "_deps/[hash]", true),
    NODE(Environment.NODE, "_deps/node/[hash]", true);

    private final Environment environment;
    private final String chunkNames;
    private final boolean isSplit;

    BuildTarget(Environment environment, String chunkNames, boolean isSplit) {
        this.environment = environment;
        this.chunkNames = chunkNames;
        this.isSplit = isSplit;
    }

    Environment environment() {
        return environment;
    }

    /// esbuild's flags: those of `innerEsbuild` in the `convex` package, as its JavaScript library would spell them.
    List<String> flags(Path functions, BundleProfile profile) {
        List<String> flags = new ArrayList<>(List.of(
                "--log-level=silent",
                "--log-limit=0",
                "--sources-content=false",
                "--target=esnext",
                "--format=esm",
                environment == Environment.NODE ? "--platform=node" : "--platform=browser",
                "--tree-shaking=true",
                "--jsx=automatic",
                "--define:process.env.NODE_ENV=\"production\"",
                "--keep-names",
                "--sourcemap",
                "--bundle",
                "--outdir=out",
                "--outbase=" + functions,
                "--chunk-names=" + chunkNames,
                "--conditions=convex,module"));
        if (isSplit) {
            flags.add("--splitting");
        }
        flags.addAll(profile.flags());
        return flags;
    }
}
