package dev.actionscope.runtime.session;

import dev.actionscope.runtime.seam.Completion;
import dev.actionscope.runtime.seam.Operation;
import dev.actionscope.runtime.seam.Pending;
import dev.actionscope.runtime.seam.Seam;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.trace.CallSite;
import dev.actionscope.runtime.trace.LogLevel;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The boundary while modules are loaded: environment variables and the clock, and nothing else.
///
/// @param environment what `process.env` gives
record AnalysisSeam(Map<String, String> environment) implements Seam {
    @Override
    public JsonNode call(String syscall, JsonNode arguments, CallSite at) throws SyscallException {
        throw unsupported("Syscall " + syscall.substring(syscall.indexOf('/') + 1));
    }

    @Override
    public Pending begin(Operation operation, CallSite at, long allocatedBytes, Completion completion) {
        completion.fail(unsupported(
                switch (operation) {
                    case Operation.Syscall(String name, JsonNode _) ->
                        "Syscall " + name.substring(name.indexOf('/') + 1);
                    case Operation.Fetch _, Operation.ReadBody _ -> "fetch";
                    case Operation.Timer _ -> "setTimeout";
                    case Operation.StoreBlob _, Operation.GetBlob _ -> "storage";
                }));
        return new Pending() {
            @Override
            public long spanId() {
                return 0;
            }

            @Override
            public void delivered(long bytes) {
                // nothing is measured while modules are loaded
            }

            @Override
            public void cancel(boolean dangling) {
                // it has failed already
            }
        };
    }

    private static SyscallException unsupported(String what) {
        return new SyscallException(what + " unsupported at import time");
    }

    @Override
    public void log(LogLevel level, String text, CallSite at) {
        System.getLogger(AnalysisSeam.class.getName())
                .log(System.Logger.Level.DEBUG, "while loading modules: {0}", text);
    }

    @Override
    public double currentTimeMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public double performanceNow() {
        return 0;
    }

    @Override
    public double random() {
        return 0.5;
    }

    @Override
    public void randomBytes(byte[] target) throws SyscallException {
        throw unsupported("crypto");
    }

    @Override
    public @Nullable String environmentVariable(String name) {
        return environment.get(name);
    }
}
