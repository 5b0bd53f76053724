package org.proteus.cli.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.Plan;
import org.proteus.library.Knowledge;
import org.proteus.programs.ScratchFolder;
import org.proteus.programs.StepRunner;

/** Runs plans really, and judges what they keep. Thread-safe. */
final class Trials implements AutoCloseable {

    private final Workshop workshop;
    private final Judge judge;
    private final Path folder;

    /**
     * How a trial ended.
     *
     * @param keeps how much of the sample the result keeps, 0 to 1; absent when it was not made or
     *     cannot be judged
     * @param reason why there is no share; empty when there is one
     */
    record Verdict(OptionalDouble keeps, String reason) {}

    /** Runs and judges in a folder. */
    Trials(Knowledge knowledge, StepRunner runner, Path folder) {
        this.workshop = new Workshop(knowledge, runner);
        this.judge = new Judge(workshop, folder);
        this.folder = folder;
    }

    /** Returns the best plan for a sample that keeps to what is pinned. */
    Optional<Plan> plan(Sample sample, ContentType target, int alternatives, String... pins)
            throws IOException {
        return workshop.plan(sample, target, alternatives, pins);
    }

    /** Runs a plan on a sample and judges the result. */
    Verdict run(Plan plan, Sample sample) throws IOException, InterruptedException {
        try (ScratchFolder at = ScratchFolder.create(folder, "trial")) {
            Workshop.Made made = workshop.run(plan, sample, at.path());
            if (made.result().isEmpty()) {
                return new Verdict(OptionalDouble.empty(), made.reason());
            }
            OptionalDouble keeps = judge.keeps(sample, made.result().get());
            return new Verdict(keeps, keeps.isPresent() ? "" : "cannot be compared");
        }
    }

    /** Returns the units of a plan as a name that pins it. */
    static String pin(List<?> units) {
        return "plan:" + String.join(",", units.stream().map(Object::toString).toList());
    }

    @Override
    public void close() {
        judge.close();
    }
}
