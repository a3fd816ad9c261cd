package dev.actionscope.runtime.host;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.jsonrpc.Launcher;

/// The runtime host's process: everything of the project that is open runs here, never in the window's process. It
/// speaks JSON-RPC on its standard input and output and ends when the input ends.
public final class HostMain {
    private HostMain() {}

    /// @param arguments config folder, data folder, engine
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream pipe = System.out;
        System.setOut(System.err);
        HostFolders folders = new HostFolders(Path.of(arguments[0]), Path.of(arguments[1]));
        HostServer server = new HostServer(folders, arguments[2]);
        Launcher<RuntimeEvents> launcher = HostWire.connect(server, RuntimeEvents.class, System.in, pipe);
        server.connect(launcher.getRemoteProxy());
        try {
            launcher.startListening().get();
        } catch (ExecutionException e) {
            System.getLogger(HostMain.class.getName()).log(System.Logger.Level.DEBUG, "the pipe broke", e);
        } finally {
            server.close();
            Runtime.getRuntime().halt(0);
        }
    }
}
