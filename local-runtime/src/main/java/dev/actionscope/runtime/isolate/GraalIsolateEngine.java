package dev.actionscope.runtime.isolate;

import dev.actionscope.runtime.analysis.Analysis;
import dev.actionscope.runtime.bundle.Bundle;
import dev.actionscope.runtime.isolate.console.ConsoleExtension;
import dev.actionscope.runtime.isolate.ledger.LedgerInstrument;
import dev.actionscope.runtime.isolate.scripts.ScriptRegistry;
import dev.actionscope.runtime.isolate.scripts.StackFrames;
import dev.actionscope.runtime.seam.Seam;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Instrument;
import org.jspecify.annotations.Nullable;

/// Isolates made with GraalJS: one engine, which parses every script once, and a fresh context on a thread of its own
/// for each call. A few isolates are prepared ahead, so that a call need not wait for its realm.
public final class GraalIsolateEngine implements IsolateEngine {
    private static final int PREPARED = 2;

    private final EngineKind kind;
    private final IsolateServices services;
    private final BlockingQueue<Isolate> prepared = new ArrayBlockingQueue<>(PREPARED);
    private final AtomicLong count = new AtomicLong();
    private volatile boolean closed;

    private GraalIsolateEngine(EngineKind kind, IsolateServices services) {
        this.kind = kind;
        this.services = services;
    }

    /// Opens an engine; needs closing.
    ///
    /// @param extensions what user code finds besides the language, `Convex`, timers and `console`
    /// @throws EngineUnavailableException when this JVM cannot run that kind
    public static GraalIsolateEngine open(EngineKind kind, List<RealmExtension> extensions)
            throws EngineUnavailableException {
        Engine engine = engine(kind);
        ScriptRegistry scripts = new ScriptRegistry();
        ledger(engine).watch(scripts);
        Watchdog watchdog = new Watchdog();
        watchdog.open();
        List<RealmExtension> all = new ArrayList<>();
        all.add(new ConsoleExtension());
        all.addAll(extensions);
        IsolateServices services =
                new IsolateServices(engine, scripts, new StackFrames(scripts), new RuntimeScripts(), all, watchdog);
        GraalIsolateEngine opened = new GraalIsolateEngine(kind, services);
        opened.prepareAhead();
        return opened;
    }

    @Override
    public String name() {
        return kind.id();
    }

    @Override
    public Analysis analyze(Bundle bundle, Seam seam) {
        BundleAnalysis analysis = new BundleAnalysis(bundle, seam);
        while (!analysis.isComplete()) {
            take().use(analysis.next());
            analysis.awaitTask();
        }
        return analysis.result();
    }

    @Override
    public RunningCall call(Bundle bundle, FunctionCall call, Seam seam, IsolateLimits limits) {
        IsolateCall running = new IsolateCall(bundle, call, seam, limits);
        take().use(running);
        return running;
    }

    @Override
    public void close() {
        closed = true;
        for (Isolate each = prepared.poll(); each != null; each = prepared.poll()) {
            each.discard();
        }
        services.watchdog().close();
        Thread closer = new Thread(() -> services.engine().close(true), "isolate-engine-closer");
        closer.setDaemon(true);
        closer.start();
    }

    private Isolate take() {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        @Nullable Isolate ready = prepared.poll();
        Isolate taken = ready != null ? ready : prepare();
        prepareAhead();
        return taken;
    }

    private void prepareAhead() {
        while (prepared.remainingCapacity() > 0) {
            Isolate isolate = prepare();
            if (!prepared.offer(isolate)) {
                isolate.discard();
                return;
            }
        }
    }

    private Isolate prepare() {
        return Isolate.prepare(services, "isolate-" + count.incrementAndGet());
    }

    private static Engine engine(EngineKind kind) throws EngineUnavailableException {
        Engine engine = builder().build();
        boolean compiles = !engine.getImplementationName().equals("Interpreted");
        if (compiles == (kind == EngineKind.OPTIMISING)) {
            return engine;
        }
        engine.close();
        if (compiles) {
            return builder().option("engine.Compilation", "false").build();
        }
        throw new EngineUnavailableException("the optimising engine needs the Graal compiler in the JVM, which this"
                + " one was started without; use --engine interpreter, or start it through the launcher");
    }

    private static Engine.Builder builder() {
        return Engine.newBuilder("js").allowExperimentalOptions(true).option("engine.WarnInterpreterOnly", "false");
    }

    private static LedgerInstrument ledger(Engine engine) {
        Instrument instrument = engine.getInstruments().get(LedgerInstrument.ID);
        if (instrument == null) {
            throw new IllegalStateException("the promise ledger is not on the class path");
        }
        return instrument.lookup(LedgerInstrument.class);
    }
}
