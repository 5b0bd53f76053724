package org.proteus.cli.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.proteus.cli.demo.Samples;
import org.proteus.cli.realfiles.RealFiles;

/**
 * Two stocks of samples that share no object: one to measure units by, one to try plans on. Real
 * files of one type go to them in turn; made ones are of different seeds.
 */
final class SampleStock {

    private static final Pattern UNFIT =
            Pattern.compile(
                    "(?i).*(protect|encrypt|password|broken|corrupt|bad|trunc|bomb|recurs|invalid|"
                            + "empty|mock|embedded|attach|macro).*");
    private static final long LARGEST = 600_000;

    /** Real files of one type in each stock. */
    private static final int MOST = 2;

    private final Path folder;

    SampleStock(Path folder) {
        this.folder = folder;
    }

    Path training() {
        return folder.resolve("training");
    }

    Path trial() {
        return folder.resolve("trial");
    }

    /** Fills both. */
    void fill() throws IOException, InterruptedException {
        RealFiles real = RealFiles.find();
        Path all = folder.resolve("all");
        real.unpack(
                real.names().stream().filter(name -> !UNFIT.matcher(name).matches()).toList(), all);
        Map<String, Integer> seen = new HashMap<>();
        for (Sample sample : Measurements.samples(all)) {
            int number = seen.merge(sample.type().mediaType(), 1, Integer::sum) - 1;
            if (number < 2 * MOST && Files.size(sample.file()) <= LARGEST) {
                Path into = number % 2 == 0 ? trial() : training();
                Files.createDirectories(into);
                Files.copy(sample.file(), into.resolve(number + "-" + sample.name()));
            }
        }
        new MadeSamples(training(), 1).make();
        new MadeSamples(trial(), 2).make();
        Samples.copyInto(training());
    }

    /** Returns the samples to try plans on, by type. */
    Map<String, List<Sample>> trialSamples() {
        Map<String, List<Sample>> byType = new TreeMap<>();
        for (Sample sample : Measurements.samples(trial())) {
            byType.computeIfAbsent(sample.type().mediaType(), _ -> new ArrayList<>()).add(sample);
        }
        return byType;
    }
}
