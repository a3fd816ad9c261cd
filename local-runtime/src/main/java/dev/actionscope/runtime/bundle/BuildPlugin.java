package dev.actionscope.runtime.bundle;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An esbuild plugin whose work is done here: what it wants to be asked about, and the answers.
///
/// @param resolve asked where an import leads
/// @param load asked for a module's text
record BuildPlugin(String name, List<Hook> resolve, List<Hook> load) {
    BuildPlugin {
        resolve = List.copyOf(resolve);
        load = List.copyOf(load);
    }

    /// One thing to be asked about.
    ///
    /// @param filter of paths, in Go's regular expressions
    /// @param namespace empty for all
    record Hook(String filter, String namespace, Answer answer) {}

    /// Answers one question.
    interface Answer {
        /// The fields of esbuild's answer, or null to leave the question to the next plugin.
        @Nullable
        ObjectNode to(JsonNode request) throws IOException;
    }

    /// How esbuild is told of plugins: hooks are numbered in the order of [#hooks].
    static ArrayNode declare(List<BuildPlugin> plugins) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        int id = 0;
        for (BuildPlugin plugin : plugins) {
            ObjectNode node = all.addObject();
            node.put("name", plugin.name).put("onStart", false).put("onEnd", false);
            id = declare(plugin.resolve, node.putArray("onResolve"), id);
            id = declare(plugin.load, node.putArray("onLoad"), id);
        }
        return all;
    }

    /// All hooks; the place in the list is the number esbuild names them by.
    static List<Hook> hooks(List<BuildPlugin> plugins) {
        return plugins.stream()
                .flatMap(plugin -> java.util.stream.Stream.concat(plugin.resolve.stream(), plugin.load.stream()))
                .toList();
    }

    private static int declare(List<Hook> hooks, ArrayNode into, int firstId) {
        int id = firstId;
        for (Hook hook : hooks) {
            into.addObject().put("id", id++).put("filter", hook.filter).put("namespace", hook.namespace);
        }
        return id;
    }
}
