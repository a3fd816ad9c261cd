package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.seam.Operation;
import dev.actionscope.runtime.seam.Seam;
import dev.actionscope.runtime.trace.CallSite;
import java.util.Collection;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/// The JavaScript realm of one function call, as a [RealmExtension] sees it. Only the isolate's own thread may touch
/// it, [#post] apart.
public interface Realm {
    /// The polyglot context; its language is `js`.
    Context context();

    /// What is being called; null while modules are only analysed.
    @Nullable
    FunctionKind kind();

    /// Whether user modules are being loaded: most of what they could ask for is unsupported then.
    boolean isImporting();

    /// The boundary of this call.
    Seam seam();

    /// Evaluates a script that ships with the runtime and gives its completion value. It is parsed once per engine,
    /// hidden from call sites and from debuggers.
    ///
    /// @param owner the class next to which the resource stands
    /// @param resource as for [Class#getResource]
    Value evaluate(Class<?> owner, String resource);

    /// Begins an operation, now (actions) or when the ones asked before it have ended (queries and mutations), on
    /// behalf of the user code that is on the stack.
    ///
    /// @param reader turns the answer into what the promise is fulfilled with
    BegunOperation begin(Operation operation, AnswerReader reader);

    /// Has the task run on the isolate's thread, soon; nothing happens when the call has ended by then. Any thread.
    void post(Runnable task);

    /// The user code that is on the stack.
    CallSite callSite();

    /// Defines a global as JavaScript's own are: writable, configurable, not enumerable.
    ///
    /// @param value a `Value` of this realm, a proxy, or a primitive
    void defineGlobal(String name, Object value);

    /// Defines globals whose making costs too much for calls that never use them.
    ///
    /// @param values asked once, when the first of them is read; gives an object that has all of them as members
    void defineLazyGlobals(Collection<String> names, Supplier<Value> values);

    /// Answers one of `Convex.jsSyscall`'s operations.
    ///
    /// @param handler gets the one argument; what it returns, a promise or a value, goes to user code
    void answerJsSyscall(String name, ProxyExecutable handler);

    /// Completes the result of HTTP actions, which `convexJsonFromResponse` has to give before the response's body is
    /// read: the isolate goes on until the finisher's answer is there.
    ///
    /// @param finisher gets the result text of the call; returns the text to report instead, or a promise of it
    void finishHttpResults(ProxyExecutable finisher);

    /// A JavaScript error to throw out of a proxy: user code sees a real `Error`.
    ///
    /// @param type a global constructor: `Error`, `TypeError`, …
    RuntimeException error(String type, String message);

    /// A new instance of a global error type, to reject a promise with.
    Value newError(String type, String message);

    /// Ends the whole call with that message; user code cannot catch it. To be thrown: `throw realm.terminate(…)`.
    RuntimeException terminate(String message);

    /// Turns an operation's answer into a JavaScript value, on the isolate's thread.
    @FunctionalInterface
    interface AnswerReader {
        /// @param answer as [Operation] documents it
        /// @return a `Value`, a proxy, a primitive or null
        @Nullable
        Object read(@Nullable Object answer);
    }

    /// An operation that user code waits for.
    interface BegunOperation {
        /// A `Promise` of this realm.
        Value promise();

        /// User code wants it no longer; its promise stays as it is. Idempotent.
        void cancel();
    }
}
