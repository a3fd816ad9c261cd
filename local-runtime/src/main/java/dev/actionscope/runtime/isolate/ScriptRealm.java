package dev.actionscope.runtime.isolate;

import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.js.nodes.promise.NewPromiseCapabilityNode;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.builtins.JSModuleNamespaceObject;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.objects.CyclicModuleRecord;
import com.oracle.truffle.js.runtime.objects.PromiseCapabilityRecord;
import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.isolate.ScriptOperation.Outcome;
import dev.actionscope.runtime.isolate.ledger.IsolateThread;
import dev.actionscope.runtime.isolate.ledger.PromiseLedger;
import dev.actionscope.runtime.isolate.scripts.LoadedBundle;
import dev.actionscope.runtime.isolate.scripts.LoadedModule;
import dev.actionscope.runtime.isolate.scripts.ModuleFileSystem;
import dev.actionscope.runtime.seam.Operation;
import dev.actionscope.runtime.seam.Seam;
import dev.actionscope.runtime.trace.CallSite;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/// The one realm of an isolate. Opened before its use is known, bound to one use later; its own thread only, [#post]
/// apart.
final class ScriptRealm implements Realm, AutoCloseable {
    private final IsolateServices services;
    private final IsolateThread thread;
    private final ModuleFileSystem files = new ModuleFileSystem();
    private final EventLoop loop = new EventLoop();
    private final ScriptClock clock = new ScriptClock();
    private final RejectionTracker rejections = new RejectionTracker();
    private final Map<String, ProxyExecutable> jsSyscalls = new HashMap<>();
    private final Context context;
    private final Prelude prelude;
    private final ErrorReader errors;
    private @Nullable ProxyExecutable httpFinisher;
    private @Nullable RealmUse use;

    private ScriptRealm(IsolateServices services, IsolateThread thread) {
        this.services = services;
        this.thread = thread;
        context = RealmContexts.open(services, files);
        context.initialize("js");
        context.enter();
        JSRealm realm = JavaScriptLanguage.getCurrentJSRealm();
        realm.getContext().setPromiseRejectionTracker(realm.getAgent(), rejections);
        prelude = new Prelude(context, services.runtimeScripts(), this::seam);
        errors = new ErrorReader(prelude, services.frames());
    }

    /// Opens a realm on this thread, with all its globals.
    static ScriptRealm open(IsolateServices services, IsolateThread thread) {
        ScriptRealm realm = new ScriptRealm(services, thread);
        try {
            new SyscallBridge(realm).install();
            new Timers(realm).install();
            for (RealmExtension extension : services.extensions()) {
                extension.install(realm);
            }
            return realm;
        } catch (RuntimeException e) {
            realm.close();
            throw e;
        }
    }

    /// Tells what the realm is for.
    void bind(RealmUse with, LoadedBundle bundle) {
        use = with;
        files.show(bundle);
    }

    RealmUse use() {
        RealmUse bound = use;
        if (bound == null) {
            throw new IllegalStateException("a realm may not ask for its call while it is installed");
        }
        return bound;
    }

    /// Evaluates a module and gives its namespace.
    Value load(LoadedModule module) {
        Value namespace = context.eval(module.source());
        if (GuestObjects.of(namespace) instanceof JSModuleNamespaceObject object
                && object.getModule() instanceof CyclicModuleRecord record
                && record.hasTLA()) {
            throw error("Error", "Top-level awaits in source files are unsupported");
        }
        return namespace;
    }

    /// Refuses modules that have not been loaded yet.
    void refuseImports(String reason) {
        files.refuse(reason);
    }

    EventLoop loop() {
        return loop;
    }

    ScriptClock clock() {
        return clock;
    }

    IsolateThread thread() {
        return thread;
    }

    RejectionTracker rejections() {
        return rejections;
    }

    ErrorReader errors() {
        return errors;
    }

    Prelude prelude() {
        return prelude;
    }

    @Nullable
    ProxyExecutable jsSyscall(String name) {
        return jsSyscalls.get(name);
    }

    @Nullable
    ProxyExecutable httpFinisher() {
        return httpFinisher;
    }

    @Override
    public Context context() {
        return context;
    }

    @Override
    public @Nullable FunctionKind kind() {
        return use().kind();
    }

    @Override
    public boolean isImporting() {
        return use().isImporting();
    }

    @Override
    public Seam seam() {
        return use().seam();
    }

    @Override
    public Value evaluate(Class<?> owner, String resource) {
        return context.eval(services.runtimeScripts().source(owner, resource));
    }

    @Override
    public BegunOperation begin(Operation operation, AnswerReader reader) {
        return begin(operation, reader, this::callSite);
    }

    BegunOperation begin(Operation operation, AnswerReader reader, Supplier<CallSite> site) {
        long prepared = thread.ledger().allocatedSinceLastCall();
        if (isImporting()) {
            throw error("Error", unsupportedAtImport(operation));
        }
        PromiseCapabilityRecord capability =
                NewPromiseCapabilityNode.createDefault(JavaScriptLanguage.getCurrentJSRealm());
        JSPromiseObject promise = (JSPromiseObject) capability.getPromise();
        Settlement settlement = new Settlement(this, capability, reader);
        ScriptOperation begun =
                new ScriptOperation(operation, site.get(), prepared, promise, settlement, this::deliver);
        settlement.failing(begun);
        use().operations().add(begun);
        return new BegunPromise(context.asValue(promise), () -> cancel(begun));
    }

    /// Begins an operation whose answer goes to a callback.
    ///
    /// @param callback of user code, to find the promise it settles
    ScriptOperation beginWithoutPromise(Operation operation, CallSite site, Value callback, Outcome outcome) {
        long prepared = thread.ledger().allocatedSinceLastCall();
        JSPromiseObject settled = PromiseLedger.promiseSettledBy(GuestObjects.of(callback));
        ScriptOperation begun = new ScriptOperation(operation, site, prepared, settled, outcome, this::deliver);
        if (settled == null) {
            thread.ledger().begin(begun);
        }
        use().operations().add(begun);
        return begun;
    }

    void cancel(ScriptOperation operation) {
        use().operations().cancel(operation);
    }

    private void deliver(ScriptOperation operation, Runnable answer) {
        loop.post(() -> use().operations().deliver(operation, answer));
    }

    /// Ends the call with that error as soon as JavaScript has come to rest; nobody can catch it.
    void fail(Value error) {
        use().fail(GuestObjects.of(error));
    }

    @Override
    public void post(Runnable task) {
        loop.post(task);
    }

    @Override
    public CallSite callSite() {
        return services.frames().callSite();
    }

    IsolateServices services() {
        return services;
    }

    @Override
    public void defineGlobal(String name, Object value) {
        prelude.define(name, value);
    }

    @Override
    public void defineLazyGlobals(Collection<String> names, Supplier<Value> values) {
        // loading the platform's own code is no user code's memory
        prelude.defineLazily(names, () -> thread.memory().uncounted(values));
    }

    @Override
    public void answerJsSyscall(String name, ProxyExecutable handler) {
        jsSyscalls.put(name, handler);
    }

    @Override
    public void finishHttpResults(ProxyExecutable finisher) {
        httpFinisher = finisher;
    }

    @Override
    public RuntimeException error(String type, String message) {
        return prelude.thrown(newError(type, message));
    }

    @Override
    public Value newError(String type, String message) {
        return prelude.newError(type, message);
    }

    @Override
    public RuntimeException terminate(String message) {
        throw use().terminate(message);
    }

    @Override
    public void close() {
        try {
            context.leave();
        } finally {
            context.close(true);
        }
    }

    private static String unsupportedAtImport(Operation operation) {
        return switch (operation) {
            case Operation.Syscall syscall -> "Syscall " + syscall.name() + " unsupported at import time";
            case Operation.Fetch fetch -> "fetch unsupported at import time";
            case Operation.Timer timer -> timer.name() + " unsupported at import time";
            case Operation.ReadBody body -> "ReadableStream unsupported at import time";
            case Operation.StoreBlob store -> "storage.store unsupported at import time";
            case Operation.GetBlob get -> "storage.get unsupported at import time";
        };
    }

    /// The promise of an operation, and how to give it up.
    private record BegunPromise(Value promise, Runnable canceller) implements BegunOperation {
        @Override
        public void cancel() {
            canceller.run();
        }
    }
}
