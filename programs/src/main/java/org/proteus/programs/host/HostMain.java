package org.proteus.programs.host;

import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.programs.HostedProgram;
import org.proteus.programs.Invocation;

/**
 * What a program host runs: one program, one run after the other, told through its standard input
 * and answered through its standard output. Ends when its input ends.
 */
public final class HostMain {

    /** A line of its own on the error stream: what a run had to say is said. */
    static final String END_OF_WORDS = "(the run has ended)";

    private static final int LONGEST_MESSAGE = 4096;

    private final HostedProgram program;
    private final InputStream requests;
    private final OutputStream replies;
    private final PrintStream words;

    /**
     * @param words where the program's words go
     */
    HostMain(HostedProgram program, InputStream requests, OutputStream replies, PrintStream words) {
        this.program = program;
        this.requests = requests;
        this.replies = replies;
        this.words = words;
    }

    /**
     * Starts the host.
     *
     * @param arguments name of the program's class
     */
    public static void main(String[] arguments) throws Exception {
        InputStream requests = System.in;
        OutputStream replies = new FileOutputStream(FileDescriptor.out);
        // What the program prints must not mix with the frames.
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        Object program = Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
        new HostMain((HostedProgram) program, requests, replies, System.err).serve();
        // Threads that the program left behind must not keep the host alive.
        Runtime.getRuntime().halt(0);
    }

    void serve() throws IOException {
        try {
            while (true) {
                Invocation invocation = InvocationFrame.read(HostFrames.read(requests));
                HostReply reply = run(invocation);
                words.print("\n" + END_OF_WORDS + "\n");
                words.flush();
                reply(reply);
            }
        } catch (EOFException e) {
            // The worker has no more work for this host.
        }
    }

    private HostReply run(Invocation invocation) {
        try {
            program.transform(invocation, new FrameProgress(this::reply));
            return new HostReply.Done();
        } catch (ProteusException e) {
            return new HostReply.Failed(e.problem());
        } catch (Throwable e) { // a program may fail in any way; the worker hears of each
            return new HostReply.Failed(Problem.of(ErrorCode.PROGRAM_FAILED, message(e)));
        }
    }

    private synchronized void reply(HostReply reply) throws IOException {
        HostFrames.write(replies, out -> ReplyFrame.write(out, reply));
    }

    private static String message(Throwable failure) {
        String kind = failure.getClass().getSimpleName();
        String message = failure.getMessage();
        String whole = message == null || message.isBlank() ? kind : kind + ": " + message;
        return whole.substring(0, Math.min(whole.length(), LONGEST_MESSAGE));
    }
}
