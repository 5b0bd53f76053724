package org.proteus.coordinator.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.data.SourceEntry;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.NamePattern;
import org.proteus.foundation.model.job.Pairing;

class GroupsTest {

    @Test
    void pairsByNameInEachFolder() {
        assertThat(byPattern("{n}.mp4,{n}.wav,{n}.srt", "a.mp4 a.srt a.wav d/a.mp4 d/a.wav x.txt"))
                .containsExactly(
                        "a.mp4+a.wav+a.srt",
                        "SKIPPED x.txt: its name fits no pattern of the pairing",
                        "REFUSED d/a.mp4+d/a.wav: the source holds no 'd/a.srt'");
    }

    @Test
    void namesEveryPartnerThatIsMissingAndEveryOrphan() {
        assertThat(byPattern("{n}.mp4,{n}.wav,{n}.srt", "a.mp4 b.wav"))
                .containsExactly(
                        "REFUSED a.mp4: the source holds no 'a.wav' and no 'a.srt'",
                        "REFUSED b.wav: the source holds no 'b.mp4'");
    }

    @Test
    void pairsAcrossFolders() {
        assertThat(byPattern("film/{n}.mp4,sound/{n}.wav", "film/a.mp4 film/b.mp4 sound/a.wav"))
                .containsExactly(
                        "film/a.mp4+sound/a.wav",
                        "REFUSED film/b.mp4: the source holds no 'sound/b.wav'");
    }

    @Test
    void aPartnerWithFewerPlaceholdersBelongsToMany() {
        assertThat(byPattern("{n}.pdf,letterhead.pdf", "a.pdf b.pdf letterhead.pdf m.pdf"))
                .containsExactly(
                        "a.pdf+letterhead.pdf", "b.pdf+letterhead.pdf", "m.pdf+letterhead.pdf");
        assertThat(byPattern("{b}-{p}.tif,{b}.xml", "x-1.tif x-2.tif x.xml y.xml"))
                .containsExactly(
                        "x-1.tif+x.xml",
                        "x-2.tif+x.xml",
                        "REFUSED y.xml: the source holds no object '{b}-{p}.tif' that it belongs to");
    }

    @Test
    void theStricterPatternCounts() {
        assertThat(byPattern("*.jpg,*-after.jpg", "a-after.jpg a.jpg"))
                .containsExactly("a.jpg+a-after.jpg");
        assertThat(byPattern("*-a.jpg,*.jpg", "x-a.jpg x.jpg")).containsExactly("x-a.jpg+x.jpg");
    }

    @Test
    void whatWaitsIsBounded() {
        Iterator<SourceEntry> many =
                IntStream.iterate(0, i -> i + 1).mapToObj(i -> entry(i + ".mp4")).iterator();
        Finding finding =
                new Finding(many, new PatternGroups(patterns("*.mp4,*.wav"), new Room(1000)));

        assertThatThrownBy(() -> all(finding))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.TOO_LARGE))
                .hasMessageContaining("more than 1000 objects of the source wait");
    }

    /** Names that sort together need no more memory than one group, however many there are. */
    @Test
    void namesThatStandTogetherWaitForNothing() {
        Iterator<SourceEntry> many =
                IntStream.range(0, 100_000)
                        .boxed()
                        .flatMap(i -> Stream.of(entry(i + ".mp4"), entry(i + ".wav")))
                        .iterator();
        Finding finding =
                new Finding(many, new PatternGroups(patterns("*.mp4,*.wav"), new Room(2)));

        assertThat(all(finding)).hasSize(100_000);
    }

    /** Whatever the order of a listing, every object is said exactly once. */
    @Test
    void everyObjectIsInExactlyOneElement() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            names.addAll(List.of(i + ".mp4", i + ".wav", i + ".srt", i + ".txt"));
        }
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            java.util.Collections.shuffle(names, random);
            List<String> some = names.subList(0, random.nextInt(names.size()));
            List<Found> found =
                    all(
                            new Finding(
                                    entries(some),
                                    new PatternGroups(
                                            patterns("*.mp4,*.wav,*.srt"), new Room(1000))));

            assertThat(found.stream().flatMap(f -> members(f).stream()))
                    .containsExactlyInAnyOrderElementsOf(some);
        }
    }

    @Test
    void pairsByOrderInEachFolder() {
        assertThat(
                        texts(
                                new Finding(
                                        entries(List.of("1", "2", "d/1", "d/2", "d/3", "3", "4")),
                                        new OrderGroups(2, new Room(100)))))
                .containsExactly(
                        "1+2",
                        "d/1+d/2",
                        "3+4",
                        "REFUSED d/3: the last group of its folder has 1 of 2 objects");
    }

    @Test
    void pairsByManifestAndKeepsBrokenLinesApart() throws IOException {
        String csv =
                """
                # films
                input,input,output
                a.mp4,"the ""best"", of all.wav",film one
                ./b.mp4,b.wav

                c.mp4
                "d.mp4,d.wav
                ../e.mp4,/etc/passwd
                http://h/f.mp4,f.wav
                g.mp4,missing.wav,
                a.mp4,b.wav,other
                """;

        assertThat(
                        byManifest(
                                "l.csv",
                                csv,
                                "a.mp4",
                                "b.mp4",
                                "b.wav",
                                "g.mp4",
                                "l.csv",
                                "x",
                                "the \"best\", of all.wav"))
                .containsExactly(
                        "b.mp4+b.wav",
                        "a.mp4+b.wav as other",
                        "SKIPPED x: the manifest 'l.csv' does not list it",
                        "a.mp4+the \"best\", of all.wav as film one",
                        "REFUSED l.csv line 6: line 6 of 'l.csv': it names 1 objects, a group has 2 to 16",
                        "REFUSED l.csv line 7: line 7 of 'l.csv': the quote of field 1 is not closed",
                        "REFUSED l.csv line 8: line 8 of 'l.csv': '../e.mp4' leads out of the source",
                        "REFUSED l.csv line 9: line 9 of 'l.csv': 'http://h/f.mp4' is an address; the"
                                + " names in a manifest are those below the source",
                        "REFUSED g.mp4: line 10 of 'l.csv': the source holds no 'missing.wav'");
    }

    @Test
    void linesWithTheSameMainObjectAreToldApart() throws IOException {
        List<Found> found = all(manifest("l.txt", "a x\na y\n", "a", "l.txt", "x", "y"));

        assertThat(found).extracting(Found::key).containsExactly("a", "a\n1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "l.txt|a.mp4 'b c.wav'",
                "l.tsv|a.mp4\tb c.wav",
                "l.csv|a.mp4 , b c.wav",
                "l.jsonl|{'inputs': ['a.mp4', 'b c.wav']}",
            })
    void everyFormatNamesTheSame(String file, String line) throws IOException {
        String text = "\uFEFF" + line.replace('\'', '"') + "\r\n";

        assertThat(byManifest(file, text, "a.mp4", "b c.wav", file))
                .containsExactly("a.mp4+b c.wav");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "l.csv|a,a|names 'a' twice",
                "l.csv|a,|a name is empty",
                "l.csv|'a' b,c|something follows the quote that closes field 1",
                "l.txt|'a'b c|something follows the quote that closes field 1",
                "l.jsonl|{'inputs': 'a'}|not the JSON that is expected",
                "l.jsonl|{'inputs': ['a', null]}|no list 'inputs'",
                "l.jsonl|{'files': ['a', 'b']}|unknown field 'files'",
                "l.jsonl|['a', 'b']|not the JSON that is expected",
                "l.jsonl|null|no list 'inputs'",
                "l.csv|a,b/../../c|leads out of the source",
            })
    void saysWhatIsWrongWithALine(String file, String line, String why) throws IOException {
        assertThat(byManifest(file, line.replace('\'', '"'), "a", "b", file))
                .filteredOn(text -> text.startsWith("REFUSED"))
                .singleElement()
                .asString()
                .contains("line 1 of '" + file + "'", why);
    }

    @Test
    void refusesWhatIsNoManifest() {
        byte[] garbage = new byte[100_000];
        new Random(3).nextBytes(garbage);

        assertThatThrownBy(() -> ManifestReader.read("l.csv", new ByteArrayInputStream(garbage)))
                .hasMessageContaining("is not UTF-8 text");
        assertThatThrownBy(() -> read("l.csv", "a,b\n" + "x".repeat(70_000)))
                .hasMessageContaining("line 2 of the manifest 'l.csv' is longer than 65536 bytes");
        assertThatThrownBy(() -> read("l.csv", "nothing\n".repeat(2000)))
                .hasMessageContaining("more than 1000 lines of the manifest 'l.csv' are broken")
                .hasMessageContaining("line 1:");
        assertThatThrownBy(() -> read("l.jsonl", "[".repeat(60_000) + "\n"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aMillionLinesAreTooManyAndSaidSo() {
        String lines =
                IntStream.range(0, 1_000_000)
                        .mapToObj(i -> i + ".mp4," + i + ".wav")
                        .collect(Collectors.joining("\n"));

        assertThatThrownBy(() -> read("l.csv", lines))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.TOO_LARGE))
                .hasMessageContaining("lists more than 200000 groups");
    }

    private static void read(String file, String text) throws IOException {
        Manifest manifest =
                ManifestReader.read(
                        file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        throw new AssertionError("read " + manifest.groups().size());
    }

    private static List<String> byPattern(String patterns, String names) {
        return texts(
                new Finding(
                        entries(List.of(names.split(" ", -1))),
                        new PatternGroups(patterns(patterns), new Room(100))));
    }

    private static Pairing.ByPattern patterns(String patterns) {
        return new Pairing.ByPattern(
                Stream.of(patterns.split(",", -1)).map(NamePattern::parse).toList());
    }

    private static List<String> byManifest(String file, String text, String... names)
            throws IOException {
        return texts(manifest(file, text, names));
    }

    private static Finding manifest(String file, String text, String... names) throws IOException {
        Manifest manifest =
                ManifestReader.read(
                        file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return new Finding(entries(List.of(names)), new ManifestGroups(entry(file), manifest));
    }

    private static List<Found> all(Finding finding) {
        List<Found> found = new ArrayList<>();
        while (finding.hasNext()) {
            finding.next().ifPresent(found::add);
        }
        return found;
    }

    private static List<String> texts(Finding finding) {
        return all(finding).stream().map(GroupsTest::text).toList();
    }

    private static String text(Found found) {
        String names = String.join("+", members(found));
        String as =
                found.resultName().equals(found.main().name()) ? "" : " as " + found.resultName();
        return found.ending()
                .map(end -> end.state() + " " + names + ": " + end.problem().message())
                .orElse(names + as);
    }

    private static List<String> members(Found found) {
        return Stream.concat(Stream.of(found.main()), found.partners().stream())
                .map(SourceEntry::name)
                .toList();
    }

    private static Iterator<SourceEntry> entries(List<String> names) {
        return names.stream().map(GroupsTest::entry).iterator();
    }

    private static SourceEntry entry(String name) {
        return new SourceEntry(name, name, 1, "", Optional.empty());
    }

    @Test
    void incompleteGroupsAreRefusedNotSkipped() {
        Found found =
                all(new Finding(
                                entries(List.of("a.mp4")),
                                new PatternGroups(patterns("*.mp4,*.wav"), new Room(9))))
                        .getFirst();

        assertThat(found.ending().orElseThrow().state()).isEqualTo(ElementState.REFUSED);
        assertThat(found.ending().orElseThrow().problem().code()).isEqualTo(ErrorCode.NO_PARTNER);
    }
}
