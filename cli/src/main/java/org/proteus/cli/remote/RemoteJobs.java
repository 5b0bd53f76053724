package org.proteus.cli.remote;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.proteus.coordinator.Jobs;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Page;
import org.proteus.foundation.model.job.ScalingChart;
import org.proteus.foundation.model.job.WorkerView;

/** The jobs of a server. Thread-safe. */
final class RemoteJobs implements Jobs {

    private static final TypeReference<JobView> JOB = new TypeReference<>() {};
    private static final TypeReference<Page<JobView>> JOB_PAGE = new TypeReference<>() {};
    private static final TypeReference<ElementView> ELEMENT = new TypeReference<>() {};
    private static final TypeReference<Page<ElementView>> ELEMENT_PAGE = new TypeReference<>() {};
    private static final TypeReference<List<Decision>> DECISIONS = new TypeReference<>() {};
    private static final TypeReference<ScalingChart> CHART = new TypeReference<>() {};
    private static final TypeReference<List<WorkerView>> WORKERS = new TypeReference<>() {};

    private final RestClient rest;

    RemoteJobs(RestClient rest) {
        this.rest = rest;
    }

    @Override
    public JobView submit(JobRequest request, Optional<String> key) {
        return rest.postOnce("jobs", request, orFresh(key), JOB);
    }

    @Override
    public JobView submitOrResume(JobRequest request, Optional<String> key) {
        return rest.postOnce("jobs?resume=true", request, orFresh(key), JOB);
    }

    private static String orFresh(Optional<String> key) {
        return key.orElseGet(() -> UUID.randomUUID().toString());
    }

    @Override
    public JobView show(String job) {
        return rest.get(RestClient.path("jobs", job), JOB);
    }

    @Override
    public Page<JobView> list(Optional<String> cursor, int limit) {
        return rest.get("jobs" + RestClient.query(paging(cursor, limit)), JOB_PAGE);
    }

    @Override
    public JobView cancel(String job) {
        return rest.post(RestClient.path("jobs", job, "cancel"), Map.of(), JOB);
    }

    @Override
    public JobView pause(String job) {
        return rest.post(RestClient.path("jobs", job, "pause"), Map.of(), JOB);
    }

    @Override
    public JobView resume(String job) {
        return rest.post(RestClient.path("jobs", job, "resume"), Map.of(), JOB);
    }

    @Override
    public void remove(String job) {
        rest.delete(RestClient.path("jobs", job));
    }

    @Override
    public JobView retry(String job) {
        return rest.post(RestClient.path("jobs", job, "retry"), Map.of(), JOB);
    }

    @Override
    public Page<ElementView> elements(
            String job, Optional<ElementState> state, Optional<String> cursor, int limit) {
        Map<String, String> query = paging(cursor, limit);
        state.ifPresent(value -> query.put("state", value.name()));
        return rest.get(
                RestClient.path("jobs", job, "elements") + RestClient.query(query), ELEMENT_PAGE);
    }

    @Override
    public ElementView element(String job, long seq) {
        return rest.get(RestClient.path("jobs", job, "elements", Long.toString(seq)), ELEMENT);
    }

    @Override
    public Bytes result(String job, long seq) {
        return Bytes.of(
                rest.bytes(
                        RestClient.path("jobs", job, "elements", Long.toString(seq), "content")));
    }

    @Override
    public List<Decision> decisions(String job, long after) {
        Map<String, String> query = Map.of("after", Long.toString(after));
        return rest.get(
                RestClient.path("jobs", job, "decisions") + RestClient.query(query), DECISIONS);
    }

    @Override
    public ScalingChart scaling(String job) {
        return rest.get(RestClient.path("jobs", job, "scaling"), CHART);
    }

    @Override
    public List<WorkerView> workers() {
        return rest.get("workers", WORKERS);
    }

    @Override
    public JobView await(String job, Duration atMost) {
        Map<String, String> query = Map.of("wait", atMost.toMillis() + "ms");
        return rest.get(RestClient.path("jobs", job) + RestClient.query(query), JOB);
    }

    private static Map<String, String> paging(Optional<String> cursor, int limit) {
        Map<String, String> query = new TreeMap<>();
        query.put("limit", Integer.toString(limit));
        cursor.ifPresent(value -> query.put("cursor", value));
        return query;
    }
}
