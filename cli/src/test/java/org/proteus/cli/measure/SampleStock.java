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
import org.proteus.cli.realfiles.RealFiles;

/** Objects to try plans on: real files, a few of each type, and made ones. */
final class SampleStock {

    private static final Pattern UNFIT =
            Pattern.compile(
                    "(?i).*(protect|encrypt|password|broken|corrupt|bad|trunc|bomb|recurs|invalid|"
                            + "empty|mock|embedded|attach|macro).*");
    private static final long LARGEST = 600_000;

    /** Real files of one type. */
    private static final int MOST = 2;

    /** Fixed, so that the same objects are made every time. */
    private static final int SEED = 2;

    private final Path folder;

    SampleStock(Path folder) {
        this.folder = folder;
    }

    /** Brings them all into the folder. */
    void fill() throws IOException, InterruptedException {
        RealFiles real = RealFiles.find();
        Path all = folder.resolve("all");
        real.unpack(
                real.names().stream().filter(name -> !UNFIT.matcher(name).matches()).toList(), all);
        Map<String, Integer> seen = new HashMap<>();
        for (Sample sample : Measurements.samples(all)) {
            int number = seen.merge(sample.type().mediaType(), 1, Integer::sum) - 1;
            if (number < MOST && Files.size(sample.file()) <= LARGEST) {
                Files.createDirectories(stock());
                Files.copy(sample.file(), stock().resolve(number + "-" + sample.name()));
            }
        }
        new MadeSamples(stock(), SEED).make();
    }

    /** Returns them by type. */
    Map<String, List<Sample>> byType() {
        Map<String, List<Sample>> byType = new TreeMap<>();
        for (Sample sample : Measurements.samples(stock())) {
            byType.computeIfAbsent(sample.type().mediaType(), _ -> new ArrayList<>()).add(sample);
        }
        return byType;
    }

    private Path stock() {
        return folder.resolve("stock");
    }
}
