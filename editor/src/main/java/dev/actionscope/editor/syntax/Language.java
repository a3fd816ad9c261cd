package dev.actionscope.editor.syntax;

import java.util.Locale;

/// The language of a file.
public enum Language {
    /// TypeScript without JSX.
    TYPESCRIPT("TypeScript", "//"),
    /// TypeScript with JSX, and JavaScript of every kind.
    TSX("TypeScript JSX", "//"),
    /// JavaScript.
    JAVASCRIPT("JavaScript", "//"),
    /// JSON, with the comments that configuration files have.
    JSON("JSON", "//"),
    /// Markdown.
    MARKDOWN("Markdown", ""),
    /// Anything else.
    PLAIN("Plain text", "");

    private final String title;
    private final String lineComment;

    Language(String title, String lineComment) {
        this.title = title;
        this.lineComment = lineComment;
    }

    /// The language of a file, by its name.
    public static Language forFile(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "ts", "mts", "cts" -> TYPESCRIPT;
            case "tsx" -> TSX;
            case "js", "mjs", "cjs", "jsx" -> JAVASCRIPT;
            case "json", "jsonc", "jsonl", "map" -> JSON;
            case "md", "mdx", "markdown" -> MARKDOWN;
            default -> PLAIN;
        };
    }

    /// What people call it.
    public String title() {
        return title;
    }

    /// What starts a comment that ends with the line; empty where there is none.
    public String lineComment() {
        return lineComment;
    }
}
