package dev.actionscope.runtime.findings;

import dev.actionscope.runtime.trace.Finding;
import dev.actionscope.runtime.trace.Severity;
import dev.actionscope.runtime.trace.SourcePosition;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes findings as SARIF 2.1.0 (OASIS standard, March 2020), which code hosts and editors show at their lines.
///
/// @param version of Actionscope
/// @param project the folder that the findings' files are relative to
public record SarifWriter(String version, Path project) {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String ROOT = "PROJECTROOT";

    /// The whole log as indented JSON text.
    public String write(List<Finding> findings) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode log = mapper.createObjectNode();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        driver(run.putObject("tool").putObject("driver"));
        run.put("columnKind", "utf16CodeUnits");
        String uri = project.toAbsolutePath().normalize().toUri().toString();
        run.putObject("originalUriBaseIds").putObject(ROOT).put("uri", uri.endsWith("/") ? uri : uri + "/");
        ArrayNode results = run.putArray("results");
        findings.forEach(finding -> result(results.addObject(), finding));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(log);
    }

    private void driver(ObjectNode driver) {
        driver.put("name", "Actionscope").put("semanticVersion", version);
        ArrayNode rules = driver.putArray("rules");
        for (Rule rule : Rule.values()) {
            ObjectNode entry = rules.addObject();
            entry.put("id", rule.id()).put("name", rule.title());
            entry.putObject("shortDescription").put("text", rule.title());
            entry.putObject("fullDescription").put("text", rule.summary());
            entry.putObject("help").put("text", rule.help()).put("markdown", rule.page());
            entry.putObject("defaultConfiguration").put("level", level(rule.severity()));
        }
    }

    private static void result(ObjectNode result, Finding finding) {
        result.put("ruleId", finding.rule());
        Rule.of(finding.rule())
                .ifPresent(
                        rule -> result.put("ruleIndex", List.of(Rule.values()).indexOf(rule)));
        result.put("level", level(finding.severity()));
        result.putObject("message").put("text", finding.message());
        SourcePosition position = finding.position();
        if (position == null) {
            return;
        }
        ObjectNode location = result.putArray("locations").addObject();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation")
                .put("uri", encoded(position.file()))
                .put("uriBaseId", ROOT);
        physical.putObject("region").put("startLine", position.line()).put("startColumn", position.column());
        if (!finding.function().isEmpty()) {
            location.putArray("logicalLocations")
                    .addObject()
                    .put("fullyQualifiedName", finding.function())
                    .put("kind", "function");
        }
    }

    private static String encoded(String file) {
        try {
            return new URI("file", null, "/" + file, null).getRawPath().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no path of a file: " + file, e);
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
