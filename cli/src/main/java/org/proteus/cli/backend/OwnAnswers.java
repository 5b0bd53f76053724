package org.proteus.cli.backend;

import java.nio.file.Path;
import org.proteus.coordinator.learning.FileFigures;
import org.proteus.graph.Catalogue;
import org.proteus.library.Knowledge;
import org.proteus.library.OwnCatalogue;
import org.proteus.programs.step.LocalStepRunner;

/** What this machine alone can do. */
public final class OwnAnswers implements Answers {

    private final Knowledge knowledge;
    private final LocalStepRunner runner;
    private final Catalogue catalogue;

    private OwnAnswers(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.runner =
                new LocalStepRunner(
                        knowledge.installed(),
                        LocalStepRunner.Settings.of(
                                Path.of(System.getProperty("java.io.tmpdir")), 1));
        this.catalogue = new OwnCatalogue(knowledge, runner);
    }

    /** Reads the documents of all programs. */
    public static OwnAnswers load() {
        Knowledge knowledge = Knowledge.load(StateFolders.programs());
        new FileFigures(StateFolders.figures()).read().into(knowledge.statistics());
        return new OwnAnswers(knowledge);
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public void close() {
        runner.close();
        knowledge.close();
    }
}
