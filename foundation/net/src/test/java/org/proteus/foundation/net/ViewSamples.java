package org.proteus.foundation.net;

import static org.proteus.foundation.net.SampleParts.AT;
import static org.proteus.foundation.net.SampleParts.PNG;
import static org.proteus.foundation.net.SampleParts.PROBLEM;
import static org.proteus.foundation.net.SampleParts.TIFF;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.proteus.foundation.model.job.AttemptView;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobCost;
import org.proteus.foundation.model.job.JobState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Money;
import org.proteus.foundation.model.job.PartnerView;
import org.proteus.foundation.model.job.ProgramView;
import org.proteus.foundation.model.job.ScalingChart;
import org.proteus.foundation.model.job.ScalingPoint;
import org.proteus.foundation.model.job.WebhookState;
import org.proteus.foundation.model.job.WebhookView;
import org.proteus.foundation.model.job.WorkerView;
import org.proteus.foundation.model.program.ProgramOrigin;
import org.proteus.foundation.model.protocol.ProgramOffer;

/** What a user is shown of jobs, workers and programs. */
final class ViewSamples {

    private static final JobCost SPENT = new JobCost(84, Optional.of(new Money(0.012, "EUR")));

    private ViewSamples() {}

    static Stream<Object> all() {
        return Stream.of(
                job(),
                element(),
                decision(),
                chart(),
                new WorkerView("w", "local", "host", 2, false, true, AT, List.of("job/7/0")),
                programView());
    }

    private static JobView job() {
        return new JobView(
                "id",
                JobState.RUNNING,
                "ftp://h/",
                PNG,
                "file:///o",
                Map.of("a", "b"),
                RequestSamples.scaling(),
                7,
                Optional.of(AT),
                AT,
                Optional.of(AT),
                true,
                Map.of(ElementState.DONE, 3L),
                1,
                2,
                2,
                SPENT,
                "",
                Optional.of(
                        new WebhookView(
                                "https://h/",
                                WebhookState.DUE,
                                2,
                                Optional.of(AT),
                                Optional.of(PROBLEM))),
                Optional.of(PROBLEM));
    }

    private static ElementView element() {
        AttemptView attempt =
                new AttemptView(
                        1,
                        "w",
                        "done",
                        AT,
                        Optional.of(AT),
                        Optional.empty(),
                        TaskSamples.record());
        return new ElementView(
                "id/1",
                "n",
                "ftp://h/n",
                ElementState.DONE,
                Optional.of(TIFF),
                5,
                "aa",
                List.of(new PartnerView("m", "ftp://h/m", Optional.of(PNG), 4, "cc")),
                Optional.of(PlanSamples.plan()),
                "file:///o/n",
                6,
                "bb",
                false,
                Optional.empty(),
                List.of(attempt));
    }

    static Decision decision() {
        return new Decision(
                AT,
                "fixed",
                1,
                2,
                0.25,
                Optional.of(0.1),
                "objects",
                Optional.of(0.9),
                SPENT,
                "more work than workers");
    }

    private static ScalingChart chart() {
        ScalingPoint point =
                new ScalingPoint(
                        AT, Optional.of(0.25), Optional.of(0.1), "objects", 1, 1, 0, 2, 40, SPENT);
        return new ScalingChart("job", List.of(point), List.of(decision()));
    }

    private static ProgramView programView() {
        return new ProgramView(
                PlanSamples.program(),
                ProgramOrigin.PUBLISHED,
                false,
                ProgramOffer.State.RUNNABLE,
                "7.1",
                List.of("w"));
    }
}
