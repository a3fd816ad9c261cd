package dev.actionscope.runtime.isolate;

import com.oracle.truffle.js.runtime.interop.InteropBoundFunction;
import java.lang.reflect.Field;
import org.graalvm.polyglot.Value;

/// Reaches the engine's own object behind a polyglot value, for what the public interface does not tell: the reactions
/// of a promise, the frames of an error.
final class GuestObjects {
    private static final Field RECEIVER = receiver();

    private GuestObjects() {}

    static Object of(Value value) {
        try {
            Object object = RECEIVER.get(value);
            return object instanceof InteropBoundFunction bound ? bound.getFunction() : object;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("polyglot values have changed", e);
        }
    }

    private static Field receiver() {
        try {
            Field field = Value.class.getSuperclass().getDeclaredField("receiver");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("polyglot values have changed", e);
        }
    }
}
