package dev.actionscope.runtime.isolate.ledger;

import com.oracle.truffle.api.instrumentation.EventContext;
import com.oracle.truffle.api.instrumentation.ExecutionEventNode;
import com.oracle.truffle.api.instrumentation.Instrumenter;
import com.oracle.truffle.api.instrumentation.SourceSectionFilter;
import com.oracle.truffle.api.instrumentation.StandardTags.CallTag;
import com.oracle.truffle.api.instrumentation.StandardTags.RootTag;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import dev.actionscope.runtime.isolate.scripts.CallText;
import dev.actionscope.runtime.isolate.scripts.FunctionNames;
import dev.actionscope.runtime.isolate.scripts.ScriptRegistry;
import dev.actionscope.runtime.trace.SourcePosition;
import org.jspecify.annotations.Nullable;

/// Watches the calls and functions of the modules that an engine runs. Code of packages costs next to nothing: only
/// the depth of its functions is counted.
public final class LedgerInstrument extends TruffleInstrument {
    /// The name it is found by in an engine.
    public static final String ID = "actionscope-ledger";

    private @Nullable Instrumenter instrumenter;

    @Override
    protected void onCreate(Env env) {
        instrumenter = env.getInstrumenter();
        env.registerService(this);
    }

    /// Begins to watch; before the engine parses its first module.
    public void watch(ScriptRegistry scripts) {
        Instrumenter into = instrumenter;
        if (into == null) {
            throw new IllegalStateException("the instrument has not been created by an engine");
        }
        into.attachExecutionEventFactory(
                SourceSectionFilter.newBuilder()
                        .tagIs(CallTag.class)
                        .sourceIs(scripts::isModule)
                        .build(),
                context -> atCall(context, scripts));
        into.attachExecutionEventFactory(
                SourceSectionFilter.newBuilder()
                        .tagIs(RootTag.class)
                        .sourceIs(scripts::isModule)
                        .build(),
                context -> atFunction(context, scripts));
    }

    private static @Nullable ExecutionEventNode atCall(EventContext context, ScriptRegistry scripts) {
        CallExpression expression = expression(context, scripts);
        return expression == null ? null : new CallEventNode(expression);
    }

    private static ExecutionEventNode atFunction(EventContext context, ScriptRegistry scripts) {
        return new FunctionEventNode(expression(context, scripts));
    }

    /// The place in user code; null in packages and in text that esbuild made up.
    private static @Nullable CallExpression expression(EventContext context, ScriptRegistry scripts) {
        SourcePosition position = scripts.original(context.getInstrumentedSourceSection());
        if (position == null || !position.isUserCode()) {
            return null;
        }
        CharSequence text = context.getInstrumentedSourceSection().getCharacters();
        String function = FunctionNames.of(context.getInstrumentedNode().getRootNode());
        return new CallExpression(position, CallText.of(text), function);
    }
}
