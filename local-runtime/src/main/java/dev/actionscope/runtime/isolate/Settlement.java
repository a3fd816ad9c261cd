package dev.actionscope.runtime.isolate;

import com.oracle.truffle.js.runtime.builtins.JSErrorObject;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.objects.PromiseCapabilityRecord;
import dev.actionscope.runtime.isolate.Realm.AnswerReader;
import dev.actionscope.runtime.isolate.ScriptOperation.Outcome;
import dev.actionscope.runtime.seam.SyscallException;
import dev.actionscope.runtime.trace.Frame;
import java.util.List;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// Settles the promise of an operation when its answer comes.
final class Settlement implements Outcome {
    private final ScriptRealm realm;
    private final PromiseCapabilityRecord capability;
    private final AnswerReader reader;
    private @Nullable ScriptOperation operation;

    Settlement(ScriptRealm realm, PromiseCapabilityRecord capability, AnswerReader reader) {
        this.realm = realm;
        this.capability = capability;
        this.reader = reader;
    }

    /// The operation this is for: an error made on this side has no stack, it gets the operation's.
    void failing(ScriptOperation of) {
        operation = of;
    }

    @Override
    public void succeeded(@Nullable Object answer) {
        Object value;
        try {
            value = reader.read(answer);
        } catch (PolyglotException e) {
            if (e.getGuestObject() == null || e.isCancelled()) {
                throw e;
            }
            reject(e.getGuestObject());
            return;
        }
        realm.context().asValue(capability.getResolve()).executeVoid(value);
    }

    @Override
    public void failed(SyscallException failure) {
        reject(realm.prelude().newError(failure));
    }

    private void reject(Value error) {
        if (GuestObjects.of(error) instanceof JSErrorObject raw
                && capability.getPromise() instanceof JSPromiseObject promise) {
            List<Frame> frames = realm.services().frames().awaiting(promise);
            ScriptOperation of = operation;
            if (frames.isEmpty() && of != null) {
                frames = of.site().frames();
            }
            realm.errors().remember(raw, frames);
        }
        realm.context().asValue(capability.getReject()).executeVoid(error);
    }
}
