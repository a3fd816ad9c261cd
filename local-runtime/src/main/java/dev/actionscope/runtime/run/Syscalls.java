package dev.actionscope.runtime.run;

/// Names of syscalls.
final class Syscalls {
    private Syscalls() {}

    /// `1.0/actions/query` → `actions/query`: how error texts name it.
    static String withoutVersion(String syscall) {
        int slash = syscall.indexOf('/');
        return slash < 0 ? syscall : syscall.substring(slash + 1);
    }
}
