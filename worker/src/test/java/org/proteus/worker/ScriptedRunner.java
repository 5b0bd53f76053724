package org.proteus.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.foundation.model.protocol.StepRecord;
import org.proteus.programs.Invocation;
import org.proteus.programs.ProgressListener;
import org.proteus.programs.StepRunner;

/** Runs steps by name: each writes what the test told it to. */
final class ScriptedRunner implements StepRunner {

    /** What a step does with its invocation; true if it succeeded. */
    interface Script {
        boolean run(Invocation invocation) throws IOException, InterruptedException;
    }

    final List<Invocation> invocations = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger most = new AtomicInteger();
    volatile boolean suspended;

    /** Milliseconds of media that a step tells it has to do; 0 for none. */
    volatile long media;

    final AtomicInteger interrupted = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();

    ScriptedRunner on(String unit, Script script) {
        scripts.put(unit, script);
        return this;
    }

    /** A step that writes its input in capitals. */
    static boolean capitals(Invocation invocation) throws IOException {
        String text = Files.readString(invocation.input().file());
        Files.writeString(invocation.output(), text.toUpperCase(java.util.Locale.ROOT));
        return true;
    }

    /** A step that writes its input with an exclamation mark behind it. */
    static boolean exclamation(Invocation invocation) throws IOException {
        Files.writeString(invocation.output(), Files.readString(invocation.input().file()) + "!");
        return true;
    }

    @Override
    public List<ProgramOffer> offers(List<TransformationProgram> published) {
        List<ProgramOffer> offers = new ArrayList<>();
        offers.add(new ProgramOffer("test", "1", "sum", ProgramOffer.State.RUNNABLE, "1"));
        published.forEach(program ->
                offers.add(
                        new ProgramOffer(
                                program.id(),
                                program.version(),
                                program.checksum(),
                                ProgramOffer.State.RUNNABLE,
                                "1")));
        return offers;
    }

    @Override
    public void suspend() {
        suspended = true;
    }

    @Override
    public void resume() {
        suspended = false;
    }

    @Override
    public StepRecord run(PlanStep step, Invocation invocation, ProgressListener progress)
            throws InterruptedException {
        invocations.add(invocation);
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            progress.progress(0, media, "ms");
            progress.progress(1, 2, "pages");
            boolean good = scripts.get(step.unit().unit()).run(invocation);
            return record(
                    step,
                    good
                            ? Optional.empty()
                            : Optional.of(Problem.of(ErrorCode.PROGRAM_FAILED, "it broke")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            interrupted.incrementAndGet();
            throw stopped;
        } finally {
            running.decrementAndGet();
        }
    }

    private static StepRecord record(PlanStep step, Optional<Problem> problem) {
        return new StepRecord(
                step.unit(),
                "1",
                "",
                step.source(),
                step.target(),
                List.of(),
                0,
                0,
                1,
                0,
                "",
                problem);
    }

    @Override
    public void close() {}
}
