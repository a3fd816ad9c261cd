package dev.actionscope.app.cli;

import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"actionscope " + text()};
    }

    /// As in the jar's manifest.
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "0.0.0-checkout" : version;
    }
}
