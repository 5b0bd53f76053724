package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.proteus.foundation.model.job.AttemptView;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;

/** What holds at the end of a job, whoever was killed in between. */
final class JobInvariants {

    private JobInvariants() {}

    /**
     * Every element is done once, no attempt is without an end, and the sink holds each result
     * once, with the checksum that was committed, and nothing else.
     */
    static void holdExactlyOnce(List<ElementView> elements, int count, Path sink)
            throws IOException {
        assertThat(elements).hasSize(count);
        assertThat(elements).filteredOn(element -> !isDoneOnce(element)).isEmpty();
        Map<String, String> committed =
                elements.stream()
                        .collect(
                                Collectors.toMap(
                                        element -> name(sink, element),
                                        ElementView::resultChecksum));
        Set<String> found = Samples.names(sink);
        assertThat(found).isEqualTo(committed.keySet());
        assertThat(
                        found.stream()
                                .collect(
                                        Collectors.toMap(
                                                Function.identity(),
                                                name -> Samples.sha256(sink.resolve(name)))))
                .isEqualTo(committed);
    }

    /** One attempt did the work; another one may have published what that one had committed. */
    private static boolean isDoneOnce(ElementView element) {
        long working =
                element.attempts().stream()
                        .filter(attempt -> attempt.outcome().equals("done"))
                        .filter(attempt -> attempt.record().plan().isPresent())
                        .count();
        return element.state() == ElementState.DONE
                && working == 1
                && element.attempts().stream().allMatch(attempt -> attempt.ended().isPresent());
    }

    /** Returns the attempts that ended in a way. */
    static List<AttemptView> attempts(List<ElementView> elements, String outcome) {
        return elements.stream()
                .flatMap(element -> element.attempts().stream())
                .filter(attempt -> attempt.outcome().equals(outcome))
                .toList();
    }

    private static String name(Path sink, ElementView element) {
        return sink.relativize(Path.of(URI.create(element.sink()))).toString();
    }
}
