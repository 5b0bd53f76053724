package org.proteus.cli.command;

import java.io.IOException;
import java.io.InputStream;

/** Notices the end of the process that started this one: its end of our standard input closes. */
final class SupervisedInput {

    private SupervisedInput() {}

    static void onEnd(Runnable action) {
        Thread.ofPlatform().daemon().name("supervised").start(() -> watch(System.in, action));
    }

    private static void watch(InputStream input, Runnable action) {
        try {
            input.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException closed) {
            Thread.onSpinWait();
        }
        action.run();
    }
}
