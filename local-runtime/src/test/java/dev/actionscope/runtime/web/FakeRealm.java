package dev.actionscope.runtime.web;

import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.isolate.Realm;
import dev.actionscope.runtime.isolate.RealmExtension;
import dev.actionscope.runtime.seam.Completion;
import dev.actionscope.runtime.seam.Operation;
import dev.actionscope.runtime.seam.Pending;
import dev.actionscope.runtime.seam.Seam;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.trace.CallSite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/// A realm with an event loop and nothing around it: no limits, no ledger, no modules.
final class FakeRealm implements Realm, AutoCloseable {
    private static final long SECONDS_TO_WAIT = 30;

    private final Context context;
    private final Seam seam;
    private final @Nullable FunctionKind kind;
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Map<String, ProxyExecutable> jsSyscalls = new HashMap<>();
    private final Map<String, Integer> evaluated = new HashMap<>();
    private @Nullable ProxyExecutable finisher;

    FakeRealm(Engine engine, RealmExtension extension, @Nullable FunctionKind kind, Seam seam) {
        Context.Builder builder = Context.newBuilder("js").engine(engine).allowExperimentalOptions(true);
        builder.options(extension.contextOptions());
        builder.option("js.stack-trace-api", "true");
        this.context = builder.build();
        this.kind = kind;
        this.seam = seam;
        extension.install(this);
    }

    static Engine newEngine() {
        return Engine.newBuilder("js")
                .option("engine.WarnInterpreterOnly", "false")
                .build();
    }

    /// Runs the body of an async function and gives JSON of what it returns, `throws Name: message` when it throws.
    String run(String body) {
        String[] result = new String[1];
        Value start = context.eval("js", """
                (report, text) => (async () => {
                  const run = (0, eval)('(async () => {' + text + '\\n})');
                  return JSON.stringify(await run()) ?? 'undefined';
                })().catch((error) => 'throws ' + (error?.name ?? typeof error) + ': ' + (error?.message ?? error)).then(report)
                """);
        ProxyExecutable report = arguments -> result[0] = arguments[0].asString();
        start.execute(report, body);
        while (result[0] == null) {
            runOneTask();
        }
        return result[0];
    }

    private void runOneTask() {
        try {
            Runnable task = tasks.poll(SECONDS_TO_WAIT, TimeUnit.SECONDS);
            if (task == null) {
                throw new AssertionError("nothing happened for " + SECONDS_TO_WAIT + " s");
            }
            task.run();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /// How often a script was evaluated.
    int evaluations(String resource) {
        return evaluated.getOrDefault(resource, 0);
    }

    Value jsSyscall(String name, Object argument) {
        return context.asValue(Objects.requireNonNull(jsSyscalls.get(name)).execute(context.asValue(argument)));
    }

    Value finish(String result) {
        return context.asValue(Objects.requireNonNull(finisher).execute(context.asValue(result)));
    }

    @Override
    public Context context() {
        return context;
    }

    @Override
    public @Nullable FunctionKind kind() {
        return kind;
    }

    @Override
    public boolean isImporting() {
        return kind == null;
    }

    @Override
    public Seam seam() {
        return seam;
    }

    @Override
    public Value evaluate(Class<?> owner, String resource) {
        evaluated.merge(resource, 1, Integer::sum);
        try (InputStream in = owner.getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
            return context.eval(Source.newBuilder("js", text, resource).buildLiteral());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public BegunOperation begin(Operation operation, AnswerReader reader) {
        Value parts = context.eval("js", "(() => { const p = Promise.withResolvers(); return p; })()");
        Completion completion = new Completion() {
            @Override
            public void succeed(@Nullable Object answer) {
                post(() -> parts.getMember("resolve").executeVoid(reader.read(answer)));
            }

            @Override
            public void fail(SyscallException failure) {
                post(() -> parts.getMember("reject").executeVoid(newError("Error", failure.text())));
            }
        };
        Pending pending = seam.begin(operation, callSite(), 0, completion);
        return new BegunOperation() {
            @Override
            public Value promise() {
                return parts.getMember("promise");
            }

            @Override
            public void cancel() {
                pending.cancel(false);
            }
        };
    }

    @Override
    public void post(Runnable task) {
        tasks.add(task);
    }

    @Override
    public CallSite callSite() {
        return new CallSite(List.of());
    }

    @Override
    public void defineGlobal(String name, Object value) {
        context.eval("js", """
                (name, value) => Object.defineProperty(globalThis, name,
                    { value, writable: true, configurable: true, enumerable: false })
                """).executeVoid(name, value);
    }

    @Override
    public void defineLazyGlobals(Collection<String> names, Supplier<Value> values) {
        ProxyExecutable make = arguments -> values.get();
        for (String name : names) {
            context.eval("js", """
                    (name, make) => {
                      const define = (value) => Object.defineProperty(globalThis, name,
                          { value, writable: true, configurable: true, enumerable: false });
                      Object.defineProperty(globalThis, name, {
                        get() { define(make()[name]); return globalThis[name]; },
                        set: define, configurable: true, enumerable: false });
                    }
                    """).executeVoid(name, make);
        }
    }

    @Override
    public void answerJsSyscall(String name, ProxyExecutable handler) {
        jsSyscalls.put(name, handler);
        context.getBindings("js").putMember("jsSyscall", (ProxyExecutable) arguments ->
                Objects.requireNonNull(jsSyscalls.get(arguments[0].asString())).execute(arguments[1]));
    }

    @Override
    public void finishHttpResults(ProxyExecutable finisher) {
        this.finisher = finisher;
        context.getBindings("js").putMember("finishHttpResult", finisher);
    }

    @Override
    public RuntimeException error(String type, String message) {
        try {
            context.eval("js", "(type, message) => { throw new globalThis[type](message); }")
                    .executeVoid(type, message);
            return new IllegalStateException("nothing was thrown");
        } catch (RuntimeException thrown) {
            return thrown;
        }
    }

    @Override
    public Value newError(String type, String message) {
        return context.eval("js", "(type, message) => new globalThis[type](message)")
                .execute(type, message);
    }

    /// Here it can be caught, so that tests can look at it.
    @Override
    public RuntimeException terminate(String message) {
        return error("Error", message);
    }

    @Override
    public void close() {
        context.close(true);
    }
}
