package dev.actionscope.runtime.isolate.ledger;

import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.instrumentation.provider.TruffleInstrumentProvider;
import java.util.Collection;
import java.util.List;

/// How an engine finds the [LedgerInstrument].
@TruffleInstrument.Registration(
        id = LedgerInstrument.ID,
        name = "Promise ledger",
        version = "1",
        services = LedgerInstrument.class)
public final class LedgerInstrumentProvider extends TruffleInstrumentProvider {
    @Override
    protected String getInstrumentClassName() {
        return LedgerInstrument.class.getName();
    }

    @Override
    protected Object create() {
        return new LedgerInstrument();
    }

    @Override
    protected Collection<String> getServicesClassNames() {
        return List.of(LedgerInstrument.class.getName());
    }
}
