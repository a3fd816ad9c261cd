package dev.actionscope.app.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the workbench remembers of one project.
///
/// @param openFiles the editor's tabs, relative to the project
/// @param activeFile the tab in front, null when none was open
/// @param function the selected function's path, null when none was
/// @param arguments by function path
/// @param options how runs are started
public record ProjectMemory(
        List<String> openFiles,
        @Nullable String activeFile,
        @Nullable String function,
        Map<String, JsonNode> arguments,
        Options options) {
    /// What a project has that was never open before.
    public static final ProjectMemory EMPTY = new ProjectMemory(List.of(), null, null, Map.of(), Options.DEFAULT);

    @SuppressWarnings("ConstantValue") // a file written by hand may lack any of them
    public ProjectMemory {
        openFiles = openFiles == null ? List.of() : List.copyOf(openFiles);
        arguments = arguments == null ? Map.of() : Map.copyOf(arguments);
        options = options == null ? Options.DEFAULT : options;
    }

    /// How runs of this project are started.
    ///
    /// @param identity claims as JSON text, empty for none
    /// @param environment lines of `NAME=value`
    /// @param stubsFile path, empty for none
    /// @param limits `cloud`, `self-hosted`, `seed`, `none`, or a file
    /// @param record whether runs are recorded
    public record Options(String identity, String environment, String stubsFile, String limits, boolean record) {
        /// No identity, no overrides, no stubs, the cloud's limits, recorded.
        public static final Options DEFAULT = new Options("", "", "", "cloud", true);

        @SuppressWarnings("ConstantValue") // a file written by hand may lack any of them
        public Options {
            identity = identity == null ? "" : identity;
            environment = environment == null ? "" : environment;
            stubsFile = stubsFile == null ? "" : stubsFile;
            limits = limits == null || limits.isBlank() ? "cloud" : limits;
        }
    }

    /// The same with other tabs.
    public ProjectMemory withFiles(List<String> open, @Nullable String active) {
        return new ProjectMemory(open, active, function, arguments, options);
    }

    /// The same with another function selected.
    public ProjectMemory withFunction(@Nullable String selected) {
        return new ProjectMemory(openFiles, activeFile, selected, arguments, options);
    }

    /// The same with other arguments for a function.
    public ProjectMemory withArguments(String path, JsonNode value) {
        Map<String, JsonNode> changed = new LinkedHashMap<>(arguments);
        changed.put(path, value);
        return new ProjectMemory(openFiles, activeFile, function, changed, options);
    }

    /// The same with other options.
    public ProjectMemory withOptions(Options changed) {
        return new ProjectMemory(openFiles, activeFile, function, arguments, changed);
    }
}
