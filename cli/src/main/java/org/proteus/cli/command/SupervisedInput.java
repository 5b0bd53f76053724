package org.proteus.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices the end of the process that started this one: its end of our standard input closes. */
final class SupervisedInput {

    private static final Logger LOG = LoggerFactory.getLogger(SupervisedInput.class);

    private SupervisedInput() {}

    static void onEnd(Runnable action) {
        Thread.ofPlatform().daemon().name("supervised").start(() -> watch(System.in, action));
    }

    private static void watch(InputStream input, Runnable action) {
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException closed) {
            LOG.debug("standard input broke off", closed);
        }
        action.run();
    }
}
