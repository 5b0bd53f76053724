package org.proteus.coordinator;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.NamePattern;
import org.proteus.foundation.model.job.Pairing;

/** Jobs of a suite whose objects belong together, and what became of them. */
final class PairedJobs {

    static final Pairing TEXTS_AND_NOTES =
            new Pairing.ByPattern(
                    Stream.of("{n}.txt", "{n}.note").map(NamePattern::parse).toList());

    private final CoordinatorSuite suite;

    PairedJobs(CoordinatorSuite suite) {
        this.suite = suite;
    }

    JobRequest request(Pairing pairing) {
        return suite.folders().withPairing(Optional.of(pairing));
    }

    /** Submits the job, or resumes it, after it wrote these objects. */
    JobView submit(Pairing pairing, String... names) throws IOException {
        for (String name : names) {
            suite.write(name);
        }
        return suite.coordinator.jobs().submitOrResume(request(pairing));
    }

    List<ElementView> elements(JobView job) {
        return suite.coordinator
                .jobs()
                .elements(job.id(), Optional.empty(), Optional.empty(), 1000)
                .items();
    }

    /** Returns name and state of each element, and what is wrong with it. */
    List<String> texts(JobView job) {
        return elements(job).stream()
                .map(e ->
                        e.name()
                                + " "
                                + e.state()
                                + e.problem().map(p -> " " + p.message()).orElse(""))
                .toList();
    }
}
