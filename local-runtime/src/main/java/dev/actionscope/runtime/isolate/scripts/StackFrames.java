package dev.actionscope.runtime.isolate.scripts;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.TruffleStackTraceElement;
import com.oracle.truffle.api.frame.FrameInstance;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.js.nodes.control.AbstractAwaitNode;
import com.oracle.truffle.js.nodes.function.FunctionRootNode;
import com.oracle.truffle.js.nodes.promise.AsyncRootNode;
import com.oracle.truffle.js.runtime.GraalJSException.JSStackTraceElement;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.builtins.JSErrorObject;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.objects.PromiseCapabilityRecord;
import dev.actionscope.runtime.trace.CallSite;
import dev.actionscope.runtime.trace.Frame;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.PolyglotException;
import org.jspecify.annotations.Nullable;

/// Reads JavaScript stacks as mapped frames. For the isolate's own thread, with its context entered.
public final class StackFrames {
    private static final int MOST = 24;
    private static final String CONVEX_PACKAGE = "node_modules/convex/";

    private final ScriptRegistry scripts;

    public StackFrames(ScriptRegistry scripts) {
        this.scripts = scripts;
    }

    /// Where user code is now: the frames on the stack, or, when only packages are on it, the function that awaits
    /// them.
    public CallSite callSite() {
        Walk walk = new Walk();
        Truffle.getRuntime().iterateFrames(frame -> walk.visit(frame) ? null : frame);
        if (walk.seesUserCode || walk.outermost == null) {
            return new CallSite(walk.frames);
        }
        List<Frame> frames = new ArrayList<>(walk.frames);
        frames.addAll(withoutConvex(awaiting(walk.outermost)));
        return new CallSite(frames);
    }

    /// The functions that wait for that promise, innermost first; package code included.
    public List<Frame> awaiting(JSPromiseObject promise) {
        List<Frame> frames = new ArrayList<>();
        for (TruffleStackTraceElement element : AbstractAwaitNode.findAsyncStackFramesFromPromise(promise)) {
            RootNode root = element.getTarget().getRootNode();
            Node location = element.getLocation();
            SourcePosition position = scripts.original(
                    location == null ? root.getSourceSection() : location.getEncapsulatingSourceSection());
            if (position != null) {
                frames.add(new Frame(FunctionNames.of(root), position));
            }
        }
        return frames;
    }

    /// The frames of an error, as user code would read them in its `stack`; package code included.
    public List<Frame> of(JSErrorObject error) {
        List<Frame> frames = new ArrayList<>();
        if (error.getException() == null) {
            return frames;
        }
        for (JSStackTraceElement element : error.getException().getJSStackTrace()) {
            if (element.getFileName() == null || element.isPromiseAll()) {
                continue;
            }
            SourcePosition position = scripts.original(
                    element.getFileName().toJavaStringUncached(), element.getLineNumber(), element.getColumnNumber());
            if (position != null) {
                String name = element.getFunctionName() == null
                        ? ""
                        : element.getFunctionName().toJavaStringUncached();
                frames.add(new Frame(name.startsWith(":") ? "" : name, position));
            }
        }
        return frames;
    }

    /// The frames of an exception that has none for user code: one thrown by the top level of a module, or by the
    /// parser.
    public List<Frame> of(PolyglotException exception) {
        List<Frame> frames = new ArrayList<>();
        for (PolyglotException.StackFrame frame : exception.getPolyglotStackTrace()) {
            SourcePosition position = frame.isGuestFrame() ? original(frame.getSourceLocation()) : null;
            if (position != null) {
                String name = frame.getRootName();
                frames.add(new Frame(name == null || name.startsWith(":") ? "" : name, position));
            }
        }
        SourcePosition position = frames.isEmpty() ? original(exception.getSourceLocation()) : null;
        return position == null ? frames : List.of(new Frame("", position));
    }

    private @Nullable SourcePosition original(org.graalvm.polyglot.@Nullable SourceSection section) {
        return section == null || !section.isAvailable()
                ? null
                : scripts.original(section.getSource().getPath(), section.getStartLine(), section.getStartColumn());
    }

    private static List<Frame> withoutConvex(List<Frame> frames) {
        return frames.stream()
                .filter(frame -> frame.position() != null && !isConvex(frame.position()))
                .toList();
    }

    private static boolean isConvex(SourcePosition position) {
        return position.file().contains(CONVEX_PACKAGE);
    }

    /// One walk over the frames of this thread.
    private final class Walk {
        private final List<Frame> frames = new ArrayList<>();
        private boolean seesUserCode;
        private @Nullable JSPromiseObject outermost;

        /// Whether to go on.
        boolean visit(FrameInstance instance) {
            if (!(instance.getCallTarget() instanceof RootCallTarget target)) {
                return true;
            }
            RootNode root = target.getRootNode();
            if (root instanceof AsyncRootNode) {
                rememberPromise(instance);
            } else if (isFirstHalfOfAsync(root)) {
                return true;
            }
            Node call = instance.getCallNode();
            SourcePosition position = call == null ? null : scripts.original(call.getEncapsulatingSourceSection());
            if (position != null && !isConvex(position)) {
                frames.add(new Frame(FunctionNames.of(root), position));
                seesUserCode |= position.isUserCode();
            }
            return frames.size() < MOST;
        }

        private void rememberPromise(FrameInstance instance) {
            Object[] arguments =
                    instance.getFrame(FrameInstance.FrameAccess.READ_ONLY).getArguments();
            if (JSArguments.getResumeGeneratorOrPromiseCapability(arguments) instanceof PromiseCapabilityRecord record
                    && record.getPromise() instanceof JSPromiseObject promise) {
                outermost = promise;
            }
        }

        /// An async function is on the stack twice until its first `await`.
        private static boolean isFirstHalfOfAsync(RootNode root) {
            return root instanceof FunctionRootNode function
                    && function.getFunctionData().isAsync()
                    && !function.getFunctionData().isGenerator();
        }
    }
}
