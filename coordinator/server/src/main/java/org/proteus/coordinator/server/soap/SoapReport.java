package org.proteus.coordinator.server.soap;

import java.util.Optional;
import java.util.stream.Collectors;
import org.proteus.coordinator.Jobs;
import org.proteus.coordinator.server.soap.contract.JobState;
import org.proteus.coordinator.server.soap.contract.Outcome;
import org.proteus.coordinator.server.soap.contract.Problem;
import org.proteus.coordinator.server.soap.contract.ReportRecord;
import org.proteus.coordinator.server.soap.contract.TransformationResult;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Page;
import org.proteus.foundation.model.job.Place;
import org.proteus.foundation.server.soap.XmlText;

/** One answer about a job and its objects, in the words of the contract. Used once. */
final class SoapReport {

    private static final int MOST_RECORDS = 1000;
    private static final long MOST_CONTENT = 16L << 20;

    private final Jobs jobs;
    private long contentLeft = MOST_CONTENT;

    SoapReport(Jobs jobs) {
        this.jobs = jobs;
    }

    TransformationResult result(JobView job, boolean withReport) {
        TransformationResult result = new TransformationResult();
        result.setJobId(job.id());
        result.setTargetContentType(job.target().toString());
        result.setState(JobState.fromValue(job.state().name()));
        job.problem().map(SoapReport::problem).ifPresent(result::setProblem);
        if (withReport) {
            result.setReport(report(job));
        }
        return result;
    }

    static Problem problem(org.proteus.foundation.model.Problem problem) {
        Problem told = new Problem();
        told.setCode(problem.code().name());
        told.setMessage(XmlText.of(problem.message()));
        told.setAction(XmlText.of(problem.action()));
        return told;
    }

    private TransformationResult.Report report(JobView job) {
        Page<ElementView> page =
                jobs.elements(job.id(), Optional.empty(), Optional.empty(), MOST_RECORDS);
        TransformationResult.Report report = new TransformationResult.Report();
        report.setComplete(job.state().isFinal() && page.next().isEmpty());
        boolean inline = Place.INLINE.equals(job.into());
        page.items().forEach(element -> report.getRecord().add(record(job, element, inline)));
        return report;
    }

    private ReportRecord record(JobView job, ElementView element, boolean inline) {
        ReportRecord told = new ReportRecord();
        told.setName(XmlText.of(element.name()));
        element.typeFound().map(ContentType::toString).ifPresent(told::setContentTypeFound);
        element.partners().forEach(p -> told.getPartner().add(XmlText.of(p.name())));
        told.setMessage(XmlText.of(message(element)));
        if (element.state().isFinal()) {
            told.setOutcome(isSuccess(element) ? Outcome.SUCCESSFUL : Outcome.FAILED);
        }
        if (!element.sink().isEmpty()) {
            told.setOutput(XmlText.of(element.sink()));
        }
        if (inline && element.state() == ElementState.DONE) {
            content(job, element).map(Bytes::array).ifPresent(told::setContent);
        }
        return told;
    }

    private Optional<Bytes> content(JobView job, ElementView element) {
        if (element.resultSize() > contentLeft) {
            return Optional.empty();
        }
        long seq = Long.parseLong(element.id().substring(element.id().lastIndexOf('/') + 1));
        Bytes content = jobs.result(job.id(), seq);
        contentLeft -= content.size();
        return Optional.of(content);
    }

    private static boolean isSuccess(ElementView element) {
        return element.state() == ElementState.DONE || element.state() == ElementState.SKIPPED;
    }

    private static String message(ElementView element) {
        if (element.problem().isPresent()) {
            return element.problem().get().text();
        }
        return switch (element.state()) {
            case DONE ->
                    element.passedThrough() ? "already of that type, stored as it is" : by(element);
            case SKIPPED -> "passed over";
            case CANCELLED -> "the job was cancelled first";
            case REFUSED, QUARANTINED -> "could not be transformed";
            case LISTED, WAITING, RUNNING -> "not ended yet";
        };
    }

    private static String by(ElementView element) {
        return element.plan()
                .map(plan ->
                        plan.steps().stream()
                                .map(step -> step.unit().toString())
                                .collect(Collectors.joining(", ", "transformed by ", "")))
                .orElse("transformed");
    }
}
