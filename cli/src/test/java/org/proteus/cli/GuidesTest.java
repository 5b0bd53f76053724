package org.proteus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.proteus.cli.config.SettingsFile;
import picocli.CommandLine;

/** What README and guides show is what the command line takes. */
class GuidesTest {

    private static final Path HOME = Path.of("..");
    private static final Pattern WORD = Pattern.compile("'[^']*'|\"[^\"]*\"|\\S+");

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandShownIsUnderstood(String command) {
        String[] arguments = words(command).toArray(String[]::new);
        assertThatCode(() -> Main.commandLine().parseArgs(arguments))
                .as(command)
                .doesNotThrowAnyException();
    }

    @Test
    void theFrontPageNamesEveryCommandOrItsGuideDoes() throws IOException {
        String guide = Files.readString(HOME.resolve("docs/command-line.md"));
        for (String command : Main.commandLine().getSubcommands().keySet()) {
            assertThat(guide).contains("| `" + command + "` |");
        }
    }

    @Test
    void theConfigurationShownIsLoaded() throws IOException {
        String guide = Files.readString(HOME.resolve("docs/configuration.md"));
        Matcher block = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(guide);
        assertThat(block.find()).isTrue();
        Path own = Files.createTempFile("shown", ".yaml");
        try {
            Files.writeString(own, block.group(1));
            SettingsFile settings = SettingsFile.read("coordinator", Optional.of(own), Map.of());
            assertThat(settings.number("port")).isEqualTo(9090);
            assertThat(settings.entries("roots")).containsEntry("scans", "/srv/scans");
        } finally {
            Files.delete(own);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        Matcher link =
                Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)").matcher(Files.readString(page));
        while (link.find()) {
            Path target = page.resolveSibling(link.group(1)).normalize();
            assertThat(target).as("%s links to it", page).exists();
        }
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> guides = Files.list(HOME.resolve("docs"))) {
            List<Path> pages = new ArrayList<>(guides.filter(GuidesTest::isPage).toList());
            pages.add(HOME.resolve("README.md"));
            pages.add(HOME.resolve("CONTRIBUTING.md"));
            return pages.stream();
        }
    }

    static Stream<String> commands() throws IOException {
        return pages().flatMap(GuidesTest::lines)
                .map(String::strip)
                .filter(line -> line.startsWith("./proteus "))
                .map(line -> line.substring("./proteus ".length()))
                .map(line -> line.replaceAll("\\s+#.*$", ""))
                .flatMap(GuidesTest::choices)
                .distinct();
    }

    /** {@code jobs list | show ID} stands for two commands. */
    private static Stream<String> choices(String command) {
        if (!command.contains(" | ")) {
            return Stream.of(command);
        }
        String group = command.substring(0, command.indexOf(' '));
        return Stream.of(command.split(" \\| "))
                .map(part -> part.startsWith(group) ? part : group + " " + part);
    }

    /** Lines of a page; one that ends with a backslash goes on. */
    private static Stream<String> lines(Path page) {
        try {
            return Files.readString(page).replaceAll("\\\\\n\\s*", "").lines();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group().replaceAll("^['\"]|['\"]$", ""))
                .toList();
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md");
    }

    @Test
    void everyOptionHasADescription() {
        for (CommandLine command : Main.commandLine().getSubcommands().values()) {
            assertThat(command.getCommandSpec().options())
                    .filteredOn(option -> !option.hidden())
                    .allSatisfy(option -> assertThat(option.description()).isNotEmpty());
        }
    }
}
