package dev.actionscope.runtime.isolate;

/// What an isolate is used for, once.
interface IsolateTask {
    /// Does it, on the isolate's thread. Never throws.
    void run(ScriptRealm realm);

    /// There will be no isolate for it.
    void refuse(Throwable cause);
}
