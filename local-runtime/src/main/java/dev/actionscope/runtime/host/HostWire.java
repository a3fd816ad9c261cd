package dev.actionscope.runtime.host;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.jsonrpc.Launcher;

/// The JSON-RPC connection between the workbench and the runtime host: records, and JSON trees inside them.
final class HostWire {
    private HostWire() {}

    static <T> Launcher<T> connect(Object local, Class<T> remote, InputStream in, OutputStream out) {
        ExecutorService executor = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("runtime host pipe ", 0).factory());
        return new Launcher.Builder<T>()
                .setLocalService(local)
                .setRemoteInterface(remote)
                .setInput(in)
                .setOutput(out)
                .setExecutorService(executor)
                .configureGson(gson -> gson.registerTypeAdapterFactory(new JsonNodeAdapter()))
                .create();
    }
}
