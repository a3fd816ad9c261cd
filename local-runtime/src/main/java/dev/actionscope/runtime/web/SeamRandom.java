package dev.actionscope.runtime.web;

import dev.actionscope.runtime.isolate.Realm;
import dev.actionscope.runtime.seam.SyscallException;
import java.security.SecureRandom;

/// Randomness that comes through the seam, so that a replay makes the same keys and signatures again. Where the seam
/// refuses it (queries may sign, but have no entropy), it comes from the function's own seeded `Math.random`.
final class SeamRandom extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final transient Realm realm;

    SeamRandom(Realm realm) {
        this.realm = realm;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        try {
            realm.seam().randomBytes(bytes);
        } catch (SyscallException refused) {
            for (int index = 0; index < bytes.length; index++) {
                bytes[index] = (byte) (realm.seam().random() * 256);
            }
        }
    }
}
