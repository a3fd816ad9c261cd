package dev.actionscope.runtime.fetch;

/// A request that got no response, or a response that broke off. The message is the one user code sees.
public final class FetchException extends Exception {
    private static final long serialVersionUID = 1;

    /// @param message what happened, with the URL
    public FetchException(String message) {
        super(message);
    }

    /// @param message what happened, with the URL
    public FetchException(String message, Throwable cause) {
        super(message, cause);
    }

    /// What happened, as Convex words it: the request and the chain of causes.
    static FetchException sending(String url, String chain) {
        return new FetchException(sendingText(url, chain));
    }

    /// What happened, as Convex words it, and the JDK's own account of it.
    static FetchException sending(String url, String chain, Throwable cause) {
        return new FetchException(sendingText(url, chain), cause);
    }

    private static String sendingText(String url, String chain) {
        return "error sending request for url (" + url + "): " + chain;
    }

    /// The message, which every instance has.
    public String text() {
        return String.valueOf(getMessage());
    }
}
