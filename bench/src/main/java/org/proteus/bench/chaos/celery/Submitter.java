package org.proteus.bench.chaos.celery;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.proteus.bench.queues.CeleryPackages;

/** A user of Celery, in a process of its own. Used by one thread. */
final class Submitter implements AutoCloseable {

    private static final String END = ".";

    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;

    private Submitter(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts it.
     *
     * @param log file of what it complains of
     */
    static Submitter start(Path scripts, Map<String, String> environment, Path log)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        CeleryPackages.PYTHON, scripts.resolve("chaos_tasks.py").toString());
        builder.environment().putAll(environment);
        return new Submitter(builder.redirectError(log.toFile()).start());
    }

    /**
     * Submits the tasks of a file.
     *
     * @return for each the word {@code accepted}, or {@code refused}, and its id
     */
    List<String> submit(Path file) throws IOException {
        return ask("submit " + file);
    }

    /** Returns how many messages no worker has yet; -1 if nobody says. */
    int waiting() throws IOException {
        return Integer.parseInt(ask("waiting").getLast());
    }

    private List<String> ask(String command) throws IOException {
        in.write(command + "\n");
        in.flush();
        List<String> answer = new ArrayList<>();
        for (String line = out.readLine(); !END.equals(line); line = out.readLine()) {
            if (line == null) {
                throw new IOException("the submitter ended, see its log");
            }
            answer.add(line);
        }
        return answer;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
