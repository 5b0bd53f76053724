package org.proteus.bench.chaos.check;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.proteus.bench.chaos.check.Violation.Kind;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;

/** Compares what a job promised with what REST, the database and the sink say. Used once. */
public final class Checker {

    private final Submitted job;
    private final List<Violation> violations = new ArrayList<>();

    private Checker(Submitted job) {
        this.job = job;
    }

    /**
     * Checks a job that has ended.
     *
     * @param elements its elements as REST shows them
     * @param tasks its tasks as the database has them
     * @param sink checksums of the files in its sink, by name
     * @return what is broken; empty when all is well
     */
    public static List<Violation> check(
            Submitted job,
            List<ElementView> elements,
            List<StoredTask> tasks,
            Map<String, String> sink) {
        Checker checker = new Checker(job);
        checker.everyObjectHasOneElement(elements);
        elements.forEach(checker::endsAsItMust);
        checker.sinkHoldsTheResults(elements, sink);
        checker.leasesWereFenced(elements, tasks);
        return List.copyOf(checker.violations);
    }

    private void everyObjectHasOneElement(List<ElementView> elements) {
        Map<String, Long> counts =
                elements.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ElementView::name, TreeMap::new, Collectors.counting()));
        counts.forEach((name, count) -> {
            if (!job.objects().containsKey(name)) {
                found(Kind.STRAY, name + " was never in the source");
            } else if (count > 1) {
                found(Kind.DOUBLED, name + " has " + count + " elements");
            }
        });
        job.objects().keySet().stream()
                .filter(name -> !counts.containsKey(name))
                .forEach(name -> found(Kind.LOST, name + " has no element"));
    }

    private void endsAsItMust(ElementView element) {
        if (!element.state().isFinal()) {
            found(Kind.LOST, element.id() + " is still " + element.state());
            return;
        }
        if (element.state() != ElementState.DONE && element.problem().isEmpty()) {
            found(Kind.UNEXPLAINED, element.id() + " is " + element.state() + " without a reason");
        }
        if (element.attempts().stream().anyMatch(attempt -> attempt.ended().isEmpty())) {
            found(Kind.LOST, element.id() + " has an attempt without an end");
        }
        Expected expected = job.objects().get(element.name());
        if (expected != null && element.state() != expected.end()) {
            Kind kind = expected.end() == ElementState.DONE ? Kind.LOST : Kind.WRONG;
            found(
                    kind,
                    "%s (%s) is %s, not %s: %s"
                            .formatted(
                                    element.id(),
                                    element.name(),
                                    element.state(),
                                    expected.end(),
                                    element.problem().map(p -> p.text()).orElse("no reason")));
        }
    }

    private void sinkHoldsTheResults(List<ElementView> elements, Map<String, String> sink) {
        Set<String> named = new HashSet<>();
        for (ElementView element : elements) {
            if (element.state() == ElementState.DONE) {
                String file = file(element);
                if (!named.add(file)) {
                    found(Kind.DOUBLED, file + " is the result of two elements");
                }
                compare(element, file, sink.get(file));
            }
        }
        sink.keySet().stream()
                .filter(file -> !named.contains(file))
                .forEach(file -> found(Kind.STRAY, file + " lies in the sink"));
    }

    private void compare(ElementView element, String file, String checksum) {
        Expected expected = job.objects().get(element.name());
        if (checksum == null) {
            found(Kind.LOST, element.id() + " is done, but " + file + " is not in the sink");
        } else if (!checksum.equals(element.resultChecksum())) {
            found(Kind.WRONG, file + " in the sink is not what " + element.id() + " committed");
        } else if (expected != null && !checksum.equals(expected.checksum())) {
            found(Kind.WRONG, file + " is not the right result of " + element.name());
        }
    }

    private String file(ElementView element) {
        return job.sink().relativize(Path.of(URI.create(element.sink()))).toString();
    }

    private void leasesWereFenced(List<ElementView> elements, List<StoredTask> tasks) {
        Map<Long, StoredTask> bySeq = new HashMap<>();
        for (StoredTask task : tasks) {
            if (bySeq.put(task.seq(), task) != null) {
                found(Kind.DOUBLED, "element " + task.seq() + " has two tasks");
            }
        }
        for (ElementView element : elements) {
            StoredTask task = bySeq.get(seq(element));
            if (task == null) {
                found(Kind.LOST, element.id() + " has no task");
            } else {
                fenced(element, task);
            }
        }
    }

    private void fenced(ElementView element, StoredTask task) {
        List<Long> committed =
                task.attempts().stream()
                        .filter(StoredTask.Attempt::committed)
                        .map(StoredTask.Attempt::token)
                        .toList();
        if (committed.size() > 1) {
            found(Kind.DOUBLED, element.id() + " has results of the leases " + committed);
        }
        if (element.state() != ElementState.DONE) {
            if (!committed.isEmpty()) {
                found(Kind.LOST, element.id() + " had a result and is " + element.state());
            }
            return;
        }
        if (!committed.contains(task.storedToken())) {
            found(
                    Kind.STALE,
                    "%s has the result of lease %d, accepted were %s"
                            .formatted(element.id(), task.storedToken(), committed));
        }
        if (!task.state().equals("DONE")) {
            found(Kind.LOST, element.id() + " is done, its task is " + task.state());
        }
        if (!task.checksum().equals(element.resultChecksum())) {
            found(Kind.WRONG, element.id() + " shows another checksum than was committed");
        }
    }

    private static long seq(ElementView element) {
        return Long.parseLong(element.id().substring(element.id().lastIndexOf('/') + 1));
    }

    private void found(Kind kind, String what) {
        violations.add(new Violation(kind, "job " + job.job() + ": " + what));
    }
}
