package org.proteus.coordinator.jclouds;

import com.google.common.base.Throwables;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jclouds.compute.RunNodesException;
import org.jclouds.http.HttpResponseException;
import org.jclouds.rest.InsufficientResourcesException;
import org.proteus.coordinator.pool.machine.MachineException;
import org.proteus.coordinator.pool.machine.MachineException.Reason;
import org.proteus.foundation.model.ProteusException;

/** Understands why a provider did not do what it was asked for. */
final class ProviderFailures {

    /** What providers say when an account, or the provider itself, has no room. */
    private static final Pattern QUOTA =
            Pattern.compile(
                    "quota|(?<!Request)LimitExceeded|InsufficientInstanceCapacity|InsufficientCapacity"
                            + "|No valid host|Maximum number of",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern THROTTLED =
            Pattern.compile(
                    "RequestLimitExceeded|Throttling|TooManyRequests|SlowDown"
                            + "|rate limit|over.?limit",
                    Pattern.CASE_INSENSITIVE);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int LONGEST = 300;
    private static final String ANSWER = "failed with";

    private ProviderFailures() {}

    /**
     * Returns a failure as what a pool understands. The causes are left out: jclouds repeats the
     * whole request in them, user data with its one-time token included.
     */
    static MachineException of(Exception failure) {
        List<Throwable> causes = causes(failure).toList();
        return new MachineException(reason(causes), text(causes));
    }

    private static Reason reason(List<Throwable> causes) {
        String said = String.join("\n", causes.stream().map(ProviderFailures::said).toList());
        boolean tooMany =
                causes.stream()
                        .anyMatch(cause ->
                                cause instanceof HttpResponseException http
                                        && http.getResponse() != null
                                        && http.getResponse().getStatusCode() == TOO_MANY_REQUESTS);
        boolean noRoom = causes.stream().anyMatch(InsufficientResourcesException.class::isInstance);
        if (!tooMany && (noRoom || QUOTA.matcher(said).find())) {
            return Reason.QUOTA;
        }
        return tooMany || THROTTLED.matcher(said).find() ? Reason.THROTTLED : Reason.FAILED;
    }

    /** Of several machines that failed together the causes stand in maps beside the chain. */
    private static Stream<Throwable> causes(Throwable failure) {
        List<Throwable> all = new ArrayList<>(Throwables.getCausalChain(failure));
        if (failure instanceof RunNodesException several) {
            several.getExecutionErrors().values().forEach(e -> all.addAll(causes(e).toList()));
            several.getNodeErrors().values().forEach(e -> all.addAll(causes(e).toList()));
        }
        return all.stream();
    }

    /** The innermost one says most; the outermost of several machines is a page long. */
    private static String text(List<Throwable> causes) {
        String line = said(causes.getLast()).replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }

    /** Of an answer over HTTP what the provider has said; before it stands the whole request. */
    private static String said(Throwable cause) {
        if (cause instanceof ProteusException ours) {
            return ours.problem().text();
        }
        if (cause instanceof NullPointerException) {
            // So jclouds takes it when a machine that it waits for never runs.
            return "the machine did not run in time";
        }
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof HttpResponseException http) {
            String content = http.getContent() == null ? "" : ": " + http.getContent();
            return message.substring(Math.max(0, message.indexOf(ANSWER))) + content;
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : message;
    }
}
