package org.proteus.cli.drawing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.programs.Tool;
import org.proteus.programs.process.Launcher;
import org.proteus.programs.process.ProcessLimits;
import org.proteus.programs.process.ProcessOutcome;
import org.proteus.programs.process.ProcessRequest;
import org.proteus.programs.process.ProcessRunner;

/** Lays graphs out by Graphviz. Thread-safe. */
public final class Graphviz {

    private static final ProcessLimits LIMITS =
            new ProcessLimits(
                    Duration.ofMinutes(2), Duration.ZERO, 256L << 20, 256L << 20, 2L << 30);

    private final Tool tool =
            new Tool(
                    "graphviz",
                    List.of("dot"),
                    List.of("-V"),
                    Pattern.compile("graphviz version [\\d.]+"));

    /**
     * Returns a picture as SVG.
     *
     * @param dot the graph in the language of Graphviz
     * @throws ProteusException with {@code NO_WORKER} if Graphviz is not installed, with {@code
     *     LIMIT_EXCEEDED} if the graph is too large for it, with {@code PROGRAM_FAILED} if it fails
     */
    public String svg(String dot) {
        Path executable = tool.executable();
        Optional<Path> scratch = Optional.empty();
        try (Launcher launcher = new Launcher()) {
            scratch = Optional.of(Files.createTempDirectory("proteus-drawing"));
            return run(executable, scratch.get(), dot, new ProcessRunner(launcher));
        } catch (IOException e) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.DISK_FULL,
                            "the picture cannot be drawn: " + e.getMessage(),
                            "make room in the folder for temporary files"),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProteusException(Problem.of(ErrorCode.CANCELLED, "interrupted"), e);
        } finally {
            scratch.ifPresent(Graphviz::delete);
        }
    }

    private static String run(Path executable, Path scratch, String dot, ProcessRunner runner)
            throws IOException, InterruptedException {
        Path input = Files.writeString(scratch.resolve("graph.dot"), dot);
        Path output = scratch.resolve("graph.svg");
        List<String> arguments =
                List.of(executable.toString(), "-Tsvg", "-o", output.toString(), input.toString());
        ProcessOutcome outcome =
                runner.run(
                        new ProcessRequest(arguments, Map.of(), scratch, List.of(), LIMITS),
                        _ -> false);
        if (outcome.hit().isPresent()) {
            throw new ProteusException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "the graph is too large to be drawn",
                    "draw a part of it with --from and --to, or take --dot and another layout");
        }
        if (!outcome.succeeded()) {
            throw new ProteusException(
                    ErrorCode.PROGRAM_FAILED, "Graphviz failed: " + outcome.lastWords(), "");
        }
        return Files.readString(output);
    }

    private static void delete(Path scratch) {
        try (Stream<Path> files = Files.list(scratch)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(scratch);
        } catch (IOException left) {
            scratch.toFile().deleteOnExit();
        }
    }
}
