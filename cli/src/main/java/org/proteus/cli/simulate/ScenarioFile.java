package org.proteus.cli.simulate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.TimeSpan;
import org.proteus.policies.scaling.ScalingSettings;
import org.proteus.policies.simulation.Capacity;
import org.proteus.policies.simulation.Change;
import org.proteus.policies.simulation.JobScenario;
import org.proteus.policies.simulation.Scenario;
import org.proteus.policies.simulation.Sizes;

/** A scenario file, checked key by key. */
public final class ScenarioFile {

    private static final long LARGEST = 1 << 20;
    private static final int MOST_WORKERS = 1000;
    private static final int MOST_JOBS = 10;
    private static final int MOST_CHANGES = 100;
    private static final int MOST_RANGES = 100;
    private static final int MOST_TASKS = 5_000_000;
    private static final double SHORTEST_TASK = 0.01;
    private static final double LONGEST_TASK = 1_000_000;
    private static final double WIDEST = 10;
    private static final TimeSpan NONE = TimeSpan.parse("0s");
    private static final TimeSpan SECOND = TimeSpan.parse("1s");
    private static final TimeSpan HOUR = TimeSpan.parse("1h");
    private static final TimeSpan WEEK = TimeSpan.parse("7d");

    private static final List<String> ALL =
            List.of(
                    "ratio",
                    "min",
                    "max",
                    "step",
                    "window",
                    "cooldown",
                    "boot",
                    "warm-up",
                    "heartbeat",
                    "host",
                    "jobs",
                    "changes");
    private static final List<String> HOST = List.of("capacity", "serial", "crosstalk", "memory");
    private static final List<String> JOB =
            List.of("starts", "length", "tasks", "task", "sizes", "source");
    private static final List<String> TASK = List.of("seconds", "spread", "memory", "progress");
    private static final List<String> SOURCE = List.of("capacity", "worker");
    private static final List<String> RANGE = List.of("share", "from", "to");
    private static final List<String> CHANGE = List.of("at", "job", "source", "seconds", "spread");

    private ScenarioFile() {}

    /**
     * Reads a scenario.
     *
     * @throws ProteusException with {@code BAD_REQUEST} that names the key and what is allowed
     */
    public static Scenario read(Path file) {
        String name = file.getFileName().toString();
        Keys keys = new Keys(name, "", tree(file), ALL);
        List<Keys> jobs = keys.maps("jobs", MOST_JOBS, JOB);
        if (jobs.isEmpty()) {
            throw keys.mustBe("jobs", "a list of 1 to " + MOST_JOBS + " jobs");
        }
        return new Scenario(
                name.replaceFirst("\\.ya?ml$", ""),
                settings(keys),
                time(keys, "boot", "30s"),
                time(keys, "warm-up", "5s"),
                keys.time("heartbeat", SECOND, HOUR).orElse(TimeSpan.parse("5s")).duration(),
                host(keys, jobs),
                jobs.stream().map(ScenarioFile::job).toList(),
                changes(keys, jobs.size()));
    }

    private static JsonNode tree(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException("it is larger than 1 MB");
            }
            return new YAMLMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            throw unreadable(file, line + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw unreadable(file, e.getMessage(), e);
        }
    }

    private static ProteusException unreadable(Path file, String why, IOException cause) {
        return new ProteusException(
                new Problem(
                        ErrorCode.BAD_REQUEST,
                        "scenario " + file + " cannot be read: " + why,
                        "it must be YAML with the keys of docs/scenarios.md"),
                cause);
    }

    private static ScalingSettings settings(Keys keys) {
        int max = keys.whole("max", 64, 1, MOST_WORKERS);
        return new ScalingSettings(
                Math.max(1, max / 2),
                keys.number("ratio", 0.5, SHORTEST_TASK, 1),
                keys.whole("min", 1, 1, max),
                max,
                keys.whole("step", 1, 1, max),
                keys.time("window", SECOND, HOUR).orElse(TimeSpan.parse("30s")).duration(),
                time(keys, "cooldown", "0s"));
    }

    private static Duration time(Keys keys, String key, String otherwise) {
        return keys.time(key, NONE, WEEK).orElse(TimeSpan.parse(otherwise)).duration();
    }

    private static Capacity host(Keys keys, List<Keys> jobs) {
        Keys host = keys.map("host", HOST);
        double task =
                jobs.stream()
                        .flatMap(job -> job.map("task", TASK).size("memory").stream())
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(1);
        double fits = host.size("memory").map(memory -> Math.floor(memory / task)).orElse(1e9);
        if (fits < 1) {
            throw host.mustBe("memory", "at least as much as the largest task.memory");
        }
        return new Capacity(
                host.numbers("capacity", SHORTEST_TASK, LONGEST_TASK),
                host.number("serial", 0, 0, 1),
                host.number("crosstalk", 0, 0, 1),
                (int) Math.min(fits, Integer.MAX_VALUE));
    }

    private static JobScenario job(Keys job) {
        Optional<TimeSpan> length = job.time("length", SECOND, WEEK);
        int tasks = job.whole("tasks", 0, 1, MOST_TASKS);
        if (length.isPresent() == tasks > 0) {
            throw job.mustBe("length", "given, or else tasks, not both");
        }
        Keys task = job.map("task", TASK);
        Keys source = job.map("source", SOURCE);
        return new JobScenario(
                time(job, "starts", "0s"),
                length.map(TimeSpan::duration),
                tasks,
                task.number("seconds", 10, SHORTEST_TASK, LONGEST_TASK),
                task.number("spread", 0.3, 0, WIDEST),
                sizes(job),
                source.size("capacity").orElse(Double.POSITIVE_INFINITY),
                source.size("worker").orElse(Double.POSITIVE_INFINITY),
                task.flag("progress", true));
    }

    private static Sizes sizes(Keys job) {
        if (!job.isList("sizes")) {
            return Sizes.all(job.size("sizes").orElse(10.0 * (1 << 20)));
        }
        List<Sizes.Range> ranges = new ArrayList<>();
        for (Keys range : job.maps("sizes", MOST_RANGES, RANGE)) {
            double from = range.size("from").orElseThrow(() -> range.mustBe("from", "given"));
            double to = range.size("to").orElseThrow(() -> range.mustBe("to", "given"));
            if (to < from) {
                throw range.mustBe("to", "at least as large as from");
            }
            double share = range.number("share", 0, SHORTEST_TASK, LONGEST_TASK);
            if (share == 0) {
                throw range.mustBe("share", "given");
            }
            ranges.add(new Sizes.Range(share, from, to));
        }
        if (ranges.isEmpty()) {
            throw job.mustBe("sizes", "a size or a list of ranges");
        }
        return new Sizes(ranges);
    }

    private static List<Change> changes(Keys keys, int jobs) {
        List<Change> changes = new ArrayList<>();
        for (Keys change : keys.maps("changes", MOST_CHANGES, CHANGE)) {
            double seconds = change.number("seconds", 0, SHORTEST_TASK, LONGEST_TASK);
            double spread = change.number("spread", -1, 0, WIDEST);
            changes.add(
                    new Change(
                            change.time("at", SECOND, WEEK)
                                    .orElseThrow(() -> change.mustBe("at", "given"))
                                    .duration(),
                            change.whole("job", 1, 1, jobs) - 1,
                            change.size("source"),
                            Optional.of(seconds).filter(value -> value > 0),
                            Optional.of(spread).filter(value -> value >= 0)));
        }
        return changes;
    }
}
