package org.proteus.coordinator.jobs;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.proteus.coordinator.store.Ids;
import org.proteus.data.Places;
import org.proteus.foundation.model.job.InlineObject;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.Place;
import org.proteus.foundation.model.job.Webhook;

/** Tells whether two requests are the same to the letter; secrets do not count. */
final class RequestPrint {

    private RequestPrint() {}

    /** Returns the same text for the same request, and another one for another. */
    static String of(JobRequest request, boolean resume) {
        Map<String, String> options = new TreeMap<>(request.options());
        StringJoiner text = new StringJoiner("\n");
        text.add(uri(request.from())).add(request.to()).add(uri(request.into()));
        text.add(Boolean.toString(resume)).add(options.toString());
        text.add(request.rules().toString()).add(request.scaling().toString());
        text.add(request.recursive().toString()).add(request.missingWorker().name());
        text.add(request.pairing().toString());
        text.add(request.priority().toString()).add(request.deadline().toString());
        text.add(request.webhook().map(Webhook::url).toString());
        for (InlineObject object : request.objects()) {
            text.add(object.name()).add(object.type().toString());
            text.add(Ids.sha256(object.content().array()));
        }
        return Ids.sha256(text.toString());
    }

    /** A folder is the same with and without a slash at its end. */
    private static String uri(Place place) {
        String uri = Places.apart(place).place().uri();
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }
}
