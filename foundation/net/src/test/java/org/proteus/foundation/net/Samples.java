package org.proteus.foundation.net;

import static org.proteus.foundation.net.SampleParts.PROBLEM;

import java.util.stream.Stream;

/** One of every record that goes over the wire, with every part filled. */
final class Samples {

    private Samples() {}

    static Stream<Object> all() {
        return Stream.of(
                        WorkerSamples.all(),
                        TaskSamples.all(),
                        RequestSamples.all(),
                        ViewSamples.all(),
                        Stream.of(PROBLEM))
                .flatMap(each -> each);
    }
}
