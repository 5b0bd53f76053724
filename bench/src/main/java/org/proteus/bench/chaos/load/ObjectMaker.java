package org.proteus.bench.chaos.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proteus.bench.chaos.check.Checksums;
import org.proteus.bench.chaos.check.Expected;

/** Fills source folders with small objects, and says how each must end. Used by one thread. */
public final class ObjectMaker {

    private static final int ONE_OF = 25;
    private static final int MOST_LINES = 40;

    /** The smallest sound of all: a header, and two samples of silence. */
    private static final byte[] SOUND =
            HexFormat.of()
                    .parseHex(
                            "524946462600000057415645666d742010000000"
                                    + "01000100401f0000401f000001000800"
                                    + "64617461020000000000");

    private final SplittableRandom random;

    /** Makes one whose objects follow from a source of chance. */
    public ObjectMaker(SplittableRandom random) {
        this.random = random;
    }

    /** Makes texts that are only forwarded, and some sounds that cannot become texts. */
    public Map<String, Expected> texts(Path folder, int count) throws IOException {
        Map<String, Expected> objects = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            boolean sound = random.nextInt(ONE_OF * 2) == 0;
            String text = lines("line").collect(Collectors.joining("\n", "", "\n"));
            put(objects, folder, i, sound, text, Expected.done(Checksums.of(text)));
        }
        return objects;
    }

    /** Makes texts to be sorted, some on which the program fails, and some sounds. */
    public Map<String, Expected> unsorted(Path folder, int count) throws IOException {
        Map<String, Expected> objects = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            boolean sound = random.nextInt(ONE_OF) == 0;
            boolean fails = random.nextInt(ONE_OF) == 0;
            List<String> lines = lines("word").toList();
            String text = String.join("\n", lines) + "\n";
            String sorted = lines.stream().sorted().collect(Collectors.joining("\n", "", "\n"));
            put(
                    objects,
                    folder,
                    i,
                    sound,
                    fails ? LineSorter.FAILS + "\n" + text : text,
                    fails ? Expected.FAILS : Expected.done(Checksums.of(sorted)));
        }
        return objects;
    }

    private Stream<String> lines(String word) {
        return random
                .ints(1 + random.nextInt(MOST_LINES), 0, Integer.MAX_VALUE)
                .mapToObj(number -> word + " %010d".formatted(number))
                .toList()
                .stream();
    }

    private static void put(
            Map<String, Expected> objects,
            Path folder,
            int number,
            boolean sound,
            String text,
            Expected expected) {
        String name = "object-%06d.%s".formatted(number, sound ? "wav" : "txt");
        try {
            Files.write(folder.resolve(name), sound ? SOUND : text.getBytes(US_ASCII));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        objects.put(name, sound ? Expected.NO_PATH : expected);
    }
}
