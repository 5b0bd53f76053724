package org.proteus.programs.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The kernel's Landlock: a thread gives up rights for good, for itself and all that it starts.
 * Needs no privilege. One ruleset is filled, then enforced; closing it without that changes
 * nothing.
 */
final class Landlock implements AutoCloseable {

    /** Execute, read files, list folders. */
    static final long READ = 1 | 1 << 2 | 1 << 3;

    /** Read and write a file that is there; the only rights that a rule for a file may hold. */
    static final long READ_AND_WRITE_FILE = 1 << 1 | 1 << 2;

    /** Make sockets and remove files. */
    static final long SOCKETS = 1 << 9 | 1 << 5;

    // The numbers are the same on every architecture.
    private static final long CREATE_RULESET = 444;
    private static final long ADD_RULE = 445;
    private static final long RESTRICT_SELF = 446;

    private static final long VERSION_FLAG = 1;
    private static final long PATH_BENEATH = 1;
    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final int O_PATH_CLOEXEC = 0x200000 | 0x80000;

    /** Binding and connecting of TCP sockets, known since version 4. */
    private static final long TCP = 3;

    private final Calls calls;
    private final long filesRights;
    private final int ruleset;

    private Landlock(Calls calls, long version) throws IOException {
        this.calls = calls;
        this.filesRights = filesRights(version);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = arena.allocate(JAVA_LONG, 2);
            attributes.setAtIndex(JAVA_LONG, 0, filesRights);
            attributes.setAtIndex(JAVA_LONG, 1, TCP);
            long size = version >= 4 ? 16 : 8;
            ruleset = (int) calls.system(CREATE_RULESET, attributes.address(), size, 0, 0);
        }
        requireDone(ruleset, "landlock_create_ruleset");
    }

    /**
     * Returns an empty ruleset, by which nothing is allowed.
     *
     * @throws IOException if the kernel has no Landlock or this JVM may not call it
     */
    static Landlock open() throws IOException {
        Calls calls = Calls.link();
        long version = calls.system(CREATE_RULESET, 0, 0, VERSION_FLAG, 0);
        requireDone(version, "the kernel has no Landlock: landlock_create_ruleset");
        return new Landlock(calls, version);
    }

    /** Allows everything below a folder. */
    void allowAll(Path folder) throws IOException {
        allow(folder, filesRights);
    }

    /**
     * Allows these rights for a file, or for a folder and all below it.
     *
     * @throws IOException if the path is not there
     */
    void allow(Path path, long rights) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            int file = calls.open(arena.allocateFrom(path.toString()), O_PATH_CLOEXEC);
            requireDone(file, "open " + path);
            try {
                MemorySegment rule = arena.allocate(16, 8);
                rule.set(JAVA_LONG, 0, rights & filesRights);
                rule.set(JAVA_INT, 8, file);
                requireDone(
                        calls.system(ADD_RULE, ruleset, PATH_BENEATH, rule.address(), 0),
                        "landlock_add_rule for " + path);
            } finally {
                calls.close(file);
            }
        }
    }

    /** Gives up everything else, for the calling thread and what it starts from now on. */
    void enforce() throws IOException {
        requireDone(calls.control(PR_SET_NO_NEW_PRIVS, 1), "prctl");
        requireDone(calls.system(RESTRICT_SELF, ruleset, 0, 0, 0), "landlock_restrict_self");
    }

    @Override
    public void close() throws IOException {
        calls.close(ruleset);
    }

    /** Thirteen rights at first; moving between folders, truncating and ioctl came later. */
    private static long filesRights(long version) {
        int known = version >= 5 ? 16 : version >= 3 ? 15 : version == 2 ? 14 : 13;
        return (1L << known) - 1;
    }

    private static void requireDone(long result, String what) throws IOException {
        if (result < 0) {
            throw new IOException(what + " failed");
        }
    }

    /** The C library's functions. */
    private record Calls(
            MethodHandle syscall, MethodHandle prctl, MethodHandle open, MethodHandle close) {

        static Calls link() throws IOException {
            try {
                return new Calls(
                        variadic("syscall", 1, longs(6)),
                        variadic(
                                "prctl",
                                1,
                                FunctionDescriptor.of(
                                        JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                                        JAVA_LONG)),
                        variadic("open", 2, FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT)),
                        variadic("close", 1, FunctionDescriptor.of(JAVA_INT, JAVA_INT)));
            } catch (RuntimeException notHere) {
                throw new IOException("system calls cannot be made: " + notHere, notHere);
            }
        }

        long system(long number, long a, long b, long c, long d) throws IOException {
            return ((Number) call(syscall, number, a, b, c, d, 0L)).longValue();
        }

        int control(int option, long value) throws IOException {
            return (int) call(prctl, option, value, 0L, 0L, 0L);
        }

        int open(MemorySegment path, int flags) throws IOException {
            return (int) call(open, path, flags);
        }

        void close(int file) throws IOException {
            call(close, file);
        }

        private static Object call(MethodHandle function, Object... arguments) throws IOException {
            try {
                return function.invokeWithArguments(arguments);
            } catch (Throwable failure) {
                throw new IOException("a system call cannot be made", failure);
            }
        }

        private static FunctionDescriptor longs(int count) {
            MemoryLayout[] arguments = new MemoryLayout[count];
            Arrays.fill(arguments, JAVA_LONG);
            return FunctionDescriptor.of(JAVA_LONG, arguments);
        }

        // The launcher enables native access; elsewhere the JVM says so once.
        @SuppressWarnings("restricted")
        private static MethodHandle variadic(String name, int fixed, FunctionDescriptor form) {
            Linker linker = Linker.nativeLinker();
            MemorySegment function = linker.defaultLookup().findOrThrow(name);
            return fixed < form.argumentLayouts().size()
                    ? linker.downcallHandle(function, form, Linker.Option.firstVariadicArg(fixed))
                    : linker.downcallHandle(function, form);
        }
    }
}
