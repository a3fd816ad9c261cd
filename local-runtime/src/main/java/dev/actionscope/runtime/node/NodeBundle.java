package dev.actionscope.runtime.node;

import dev.actionscope.runtime.bundle.Bundle;
import dev.actionscope.runtime.bundle.BundledModule;
import dev.actionscope.runtime.bundle.BundledModule.Environment;
import dev.actionscope.runtime.trace.CallSite;
import dev.actionscope.runtime.trace.Frame;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The Node modules of a bundle as files, and the way back from V8's stack texts to the sources.
///
/// @param root the folder that holds them
record NodeBundle(Path root, String hash, Bundle bundle) {
    /// `at fn (file:///…/mod.js:1:2)`, `at async file:///…/mod.js:1:2`
    private static final Pattern FRAME =
            Pattern.compile("^\\s*at (?:async )?(?:(.*?) \\()?(file://[^)]*?):(\\d+):(\\d+)\\)?$");

    static NodeBundle write(Path root, Bundle bundle) throws IOException {
        for (BundledModule module : bundle.modules().values()) {
            if (module.environment() == Environment.NODE) {
                Path file = root.resolve(module.path());
                Files.createDirectories(file.getParent());
                Files.writeString(file, module.source());
            }
        }
        Files.createDirectories(root);
        Files.writeString(root.resolve("package.json"), "{\"type\":\"module\"}");
        return new NodeBundle(root, bundle.hash(), bundle);
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.getLogger(NodeBundle.class.getName()).log(System.Logger.Level.DEBUG, "left behind: " + folder, e);
        }
    }

    /// The user's part of a stack text, innermost frame first.
    CallSite site(String stack) {
        return new CallSite(frames(stack).stream()
                .filter(frame -> {
                    SourcePosition at = frame.position();
                    return at != null && !at.file().contains("node_modules/convex/");
                })
                .toList());
    }

    List<Frame> frames(String stack) {
        List<Frame> frames = new ArrayList<>();
        for (String line : stack.split("\n")) {
            Matcher matcher = FRAME.matcher(line);
            if (matcher.matches()) {
                SourcePosition at = position(
                        matcher.group(2), Integer.parseInt(matcher.group(3)), Integer.parseInt(matcher.group(4)));
                if (at != null) {
                    String name = matcher.group(1);
                    frames.add(new Frame(name == null ? "" : name, at));
                }
            }
        }
        return frames;
    }

    private @Nullable SourcePosition position(String url, int line, int column) {
        String prefix = root.toUri().toString();
        if (!url.startsWith(prefix)) {
            return null;
        }
        BundledModule module = bundle.modules().get(url.substring(prefix.length()));
        return module == null ? null : module.sourceMap().original(line, column);
    }

    /// What a `threw` message tells, in Convex's words.
    RunError error(JsonNode threw) {
        String name = threw.path("name").asString("");
        String message = threw.path("message").asString("");
        String text = name.isEmpty() || message.isEmpty() ? name + message : name + ": " + message;
        JsonNode data = null;
        if (threw.path("data").isString()) {
            try {
                data = JsonMapper.shared().readTree(threw.path("data").stringValue());
            } catch (JacksonException _) {
                text = "ConvexError with invalid data: " + threw.path("data").stringValue();
            }
        }
        return new RunError("Uncaught " + text, data, frames(threw.path("stack").asString("")));
    }
}
