package org.proteus.foundation.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.TaskKey;

/** Endpoints that do what a test of the server needs. */
@Path("/sample")
@Produces("application/json")
public final class SampleEndpoints {

    final CountDownLatch waiting = new CountDownLatch(1);
    final CountDownLatch interrupted = new CountDownLatch(1);
    final CountDownLatch gone = new CountDownLatch(1);
    final CountDownLatch serverStops = new CountDownLatch(1);

    @GET
    @Path("hello")
    @QueryPrefix("option.")
    public Map<String, String> hello(@QueryParam("name") String name) {
        return Map.of("hello", String.valueOf(name), "thread", kindOfThread());
    }

    private static String kindOfThread() {
        return Thread.currentThread().isVirtual() ? "virtual" : "platform";
    }

    @POST
    @Path("echo")
    @Consumes("application/json")
    public TaskKey echo(TaskKey key) {
        return key;
    }

    @PUT
    @Path("count")
    public Map<String, Long> count(InputStream body) throws IOException {
        return Map.of("bytes", body.transferTo(java.io.OutputStream.nullOutputStream()));
    }

    @GET
    @Path("defect")
    public Object defect() {
        return List.of("secret detail at org.example").get(1 + waitingCalls());
    }

    @GET
    @Path("refuse")
    public String refuse(@QueryParam("code") String code) {
        if (code != null) {
            throw new ProteusException(ErrorCode.valueOf(code), "it is so", "do this");
        }
        return "no code";
    }

    private int waitingCalls() {
        return (int) waiting.getCount();
    }

    @GET
    @Path("wait")
    public Map<String, Boolean> await(@Context HttpServletRequest request) {
        return WaitingClient.of(request).call(this::waitForEver);
    }

    @GET
    @Path("late-wait")
    public Map<String, Boolean> awaitLate(@Context HttpServletRequest request)
            throws InterruptedException {
        waiting.countDown();
        serverStops.await();
        return WaitingClient.of(request)
                .call(() -> {
                    new CountDownLatch(1).await();
                    return Map.of();
                });
    }

    private Map<String, Boolean> waitForEver() throws InterruptedException {
        waiting.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
        return Map.of();
    }

    @GET
    @Path("slices")
    public Map<String, Boolean> slices(@Context HttpServletRequest request) {
        WaitingClient client = WaitingClient.of(request);
        try {
            client.inSlices(Duration.ofSeconds(60), this::slice);
            return Map.of();
        } finally {
            if (client.isGone()) {
                gone.countDown();
            }
        }
    }

    private Optional<String> slice(Duration atMost) throws InterruptedException {
        waiting.countDown();
        try {
            // Nobody counts down: this is a wait that ends when its time is over.
            if (new CountDownLatch(1).await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody knows this latch");
            }
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
        return Optional.empty();
    }

    @GET
    @Path("short-wait")
    public Map<String, Boolean> shortWait(@Context HttpServletRequest request) {
        return WaitingClient.of(request).call(() -> Map.of("virtual", true));
    }
}
