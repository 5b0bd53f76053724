package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.CommitReply;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.LeaseRequest;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.PlanRequest;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.foundation.model.protocol.Registered;
import org.proteus.foundation.model.protocol.TaskKey;
import org.proteus.foundation.model.protocol.TaskRecord;
import org.proteus.foundation.model.protocol.WorkerRegistration;
import org.proteus.foundation.net.WireJson;

/** The smallest worker: pulls over HTTP, turns text into capital letters, commits. */
final class ShoutingWorker {

    private final URI server;
    private final String id;
    private final HttpClient client = HttpClient.newHttpClient();

    ShoutingWorker(URI server, String id) {
        this.server = server;
        this.id = id;
    }

    void register() throws Exception {
        ProgramOffer offer =
                new ProgramOffer("shout", "1.0", "00", ProgramOffer.State.RUNNABLE, "shout 1");
        WorkerRegistration registration =
                new WorkerRegistration(id, "local", "here", 1, "1", List.of(offer), List.of());
        assertThat(call("register", registration, new TypeReference<Registered>() {}).leaseMillis())
                .isPositive();
    }

    /** Works off the next task; waits for it if need be. */
    void workOnce() throws Exception {
        List<Lease> leases =
                call(
                        "leases",
                        new LeaseRequest(id, 1, 50_000),
                        new TypeReference<List<Lease>>() {});
        for (Lease lease : leases) {
            work(lease);
        }
    }

    private void work(Lease lease) throws Exception {
        Bytes object = content(lease);
        PlanRequest question =
                new PlanRequest(
                        id,
                        lease.key(),
                        ShoutProgram.TEXT,
                        List.of(),
                        0,
                        Map.of(),
                        List.of(),
                        List.of());
        PlanReply reply = call("plans", question, new TypeReference<PlanReply>() {});
        assertThat(reply).isInstanceOf(PlanReply.Run.class);
        Plan plan = ((PlanReply.Run) reply).plan();
        Bytes result = ShoutProgram.upper(object);
        TaskRecord record =
                new TaskRecord(
                        Optional.of(ShoutProgram.TEXT),
                        object.size(),
                        ShoutProgram.sha256(object),
                        List.of(),
                        Optional.of(plan),
                        List.of(),
                        1);
        Commit commit =
                new Commit(
                        lease.key(),
                        "",
                        result.size(),
                        ShoutProgram.sha256(result),
                        Optional.of(result),
                        record);
        assertThat(call("commits", List.of(commit), new TypeReference<List<CommitReply>>() {}))
                .containsExactly(new CommitReply(lease.key(), true));
    }

    private Bytes content(Lease lease) throws Exception {
        return switch (lease.content().orElseThrow()) {
            case Content.Carried carried -> carried.bytes();
            case Content.Held held -> Bytes.of(fetch(lease.key()));
            default -> throw new AssertionError("only objects of requests are expected here");
        };
    }

    private byte[] fetch(TaskKey key) throws Exception {
        String query = "?task=" + key.task() + "&token=" + key.token();
        HttpResponse<byte[]> answer =
                client.send(request("content" + query).GET().build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private <T> T call(String endpoint, Object body, TypeReference<T> reply) throws Exception {
        HttpRequest post =
                request(endpoint)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(WireJson.write(body)))
                        .build();
        HttpResponse<String> answer = client.send(post, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return WireJson.mapper().readValue(answer.body(), reply);
    }

    private HttpRequest.Builder request(String endpoint) {
        return HttpRequest.newBuilder(server.resolve("/work/v1/" + endpoint))
                .header("Authorization", "Bearer " + RunningServer.TOKEN);
    }
}
