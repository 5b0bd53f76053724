package org.proteus.programs.process;

import java.nio.file.Path;

/** Starts a child with a grandchild that leaves the family, and waits to be killed. */
final class ShortLivedWorker {

    private ShortLivedWorker() {}

    /** Takes a scratch folder and a word that marks the command lines. */
    public static void main(String[] arguments) throws Exception {
        String forever = "while :; do sleep 1; done; : " + arguments[1];
        String script = "(setsid sh -c '" + forever + "' &); " + forever;
        new ProcessRunner(new Launcher())
                .run(
                        Processes.shell(Path.of(arguments[0]), script, ProcessLimits.NONE),
                        line -> false);
    }
}
