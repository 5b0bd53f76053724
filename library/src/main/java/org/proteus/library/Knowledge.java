package org.proteus.library;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.proteus.coordinator.TargetNames;
import org.proteus.foundation.model.Problem;
import org.proteus.graph.GraphPlanner;
import org.proteus.graph.LearnedStatistics;
import org.proteus.graph.Planner;
import org.proteus.graph.ProgramFolder;
import org.proteus.graph.ProgramRegistry;
import org.proteus.programs.step.InstalledPrograms;

/**
 * What is known of programs and types: the programs installed beside this software, the registry of
 * their documents and of the site's own, and the planner over it. Thread-safe.
 */
public final class Knowledge implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final InstalledPrograms installed;
    private final ProgramRegistry registry;
    private final LearnedStatistics statistics = new LearnedStatistics();
    private final Planner planner;
    private final TargetNames types;
    private final Optional<ProgramFolder> folder;

    private Knowledge(Optional<Path> site) {
        installed = InstalledPrograms.find(site);
        registry = new ProgramRegistry(installed.shipped());
        planner = new GraphPlanner(registry, statistics);
        types = new TargetNames(registry::programs);
        folder = site.map(path -> new ProgramFolder(path, registry, LOOK));
    }

    /**
     * Reads the documents of all programs.
     *
     * @param site folder with documents of the site's own, read again when it changes
     */
    public static Knowledge load(Optional<Path> site) {
        return new Knowledge(site);
    }

    /** Returns the programs that can run in this installation. */
    public InstalledPrograms installed() {
        return installed;
    }

    /** Returns the programs that can be planned with. */
    public ProgramRegistry registry() {
        return registry;
    }

    /** Returns what is known of units from running and measuring them. */
    public LearnedStatistics statistics() {
        return statistics;
    }

    /** Returns what finds the way from a type to another. */
    public Planner planner() {
        return planner;
    }

    /** Returns what understands the names of types. */
    public TargetNames types() {
        return types;
    }

    /** Returns what is wrong with documents of the site now; empty when nothing is. */
    public List<Problem> problems() {
        return folder.map(ProgramFolder::problems).orElse(List.of());
    }

    @Override
    public void close() {
        folder.ifPresent(ProgramFolder::close);
    }
}
