package org.proteus.coordinator.server.soap;

import jakarta.jws.WebService;
import org.proteus.coordinator.Jobs;
import org.proteus.coordinator.server.soap.contract.Cost;
import org.proteus.coordinator.server.soap.contract.Count;
import org.proteus.coordinator.server.soap.contract.Decision;
import org.proteus.coordinator.server.soap.contract.JobState;
import org.proteus.coordinator.server.soap.contract.JobStatus;
import org.proteus.coordinator.server.soap.contract.TransformationJob;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.JobCost;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.server.soap.XmlText;

/** One job, named by the reference parameter of its endpoint reference. Thread-safe. */
@WebService(
        endpointInterface = "org.proteus.coordinator.server.soap.contract.TransformationJob",
        targetNamespace = SoapEndpoints.NAMESPACE,
        serviceName = "TransformationJobService",
        portName = "TransformationJobPort",
        wsdlLocation = "classpath:org/proteus/coordinator/server/soap/job.wsdl")
public final class JobEndpoint implements TransformationJob {

    private final Jobs jobs;

    JobEndpoint(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public JobStatus getStatus() {
        return status(jobs.show(jobId()));
    }

    @Override
    public JobStatus pause() {
        return status(jobs.pause(jobId()));
    }

    @Override
    public JobStatus resume() {
        return status(jobs.resume(jobId()));
    }

    @Override
    public JobStatus cancel() {
        return status(jobs.cancel(jobId()));
    }

    private static String jobId() {
        return CurrentCall.jobId()
                .orElseThrow(() ->
                        new ProteusException(
                                ErrorCode.BAD_REQUEST,
                                "the SOAP header p:JobId is missing, so no job is named",
                                "Send the reference parameter of the endpoint reference"
                                        + " that createTransformation returned"));
    }

    private JobStatus status(JobView job) {
        JobStatus status = new JobStatus();
        status.setJobId(job.id());
        status.setState(JobState.fromValue(job.state().name()));
        status.setTargetContentType(job.target().toString());
        status.setListed(job.listed());
        status.setWorkers(job.workers());
        status.setCost(cost(job.cost()));
        if (!job.waitingFor().isEmpty()) {
            status.setWaitingFor(XmlText.of(job.waitingFor()));
        }
        job.problem().map(SoapReport::problem).ifPresent(status::setProblem);
        for (ElementState state : ElementState.values()) {
            status.getCount().add(count(state, job.count(state)));
        }
        jobs.decisions(job.id()).forEach(taken -> status.getDecision().add(decision(taken)));
        return status;
    }

    private static Cost cost(JobCost soFar) {
        Cost cost = new Cost();
        cost.setWorkerSeconds(soFar.workerSeconds());
        soFar.money()
                .ifPresent(money -> {
                    cost.setAmount(money.amount());
                    cost.setCurrency(XmlText.of(money.currency()));
                });
        return cost;
    }

    private static Count count(ElementState state, long number) {
        Count count = new Count();
        count.setState(state.name());
        count.setValue(number);
        return count;
    }

    private static Decision decision(org.proteus.foundation.model.job.Decision taken) {
        Decision told = new Decision();
        told.setAt(taken.at().toString());
        told.setPolicy(taken.policy());
        told.setWorkers(taken.workers());
        told.setWanted(taken.wanted());
        told.setRate(taken.rate());
        taken.error().ifPresent(told::setError);
        told.setMeasure(taken.measure());
        taken.ratio().ifPresent(told::setRatio);
        told.setReason(XmlText.of(taken.reason()));
        return told;
    }
}
