package dev.actionscope.runtime.fetch;

/// How requests fail, in the words of Convex's own HTTP client.
final class FaultText {
    static final String DNS =
            "client error (Connect): dns error: failed to lookup address information:" + " Name or service not known";
    static final String REFUSED = "client error (Connect): tcp connect error: Connection refused (os error 111)";
    static final String RESET = "client error (SendRequest): connection error: Connection reset by peer (os error 104)";
    static final String TIMEOUT = "operation timed out";

    private FaultText() {}
}
