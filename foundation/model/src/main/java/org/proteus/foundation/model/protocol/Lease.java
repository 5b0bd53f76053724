package org.proteus.foundation.model.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.proteus.foundation.model.ContentType;

/**
 * A task handed to a worker.
 *
 * @param key task and token
 * @param work transform the object, or only publish what was committed before
 * @param name the object's own name, for detection and messages; never used as a path
 * @param typeHint type that the source states; a hint, detection decides
 * @param content where the object is; when only publishing {@link Content.Prepared}
 * @param partners objects that belong to it and go into the same step, in order; mostly none
 * @param destination where the result goes
 * @param target type asked for, with parameters
 * @param options options of the request that some step must honour
 * @param detectType whether the type is found on the bytes; otherwise {@code typeHint} is believed
 * @param alone whether the worker must run nothing else beside it
 */
public record Lease(
        TaskKey key,
        Work work,
        String name,
        Optional<ContentType> typeHint,
        Optional<Content> content,
        List<Partner> partners,
        Destination destination,
        ContentType target,
        Map<String, String> options,
        boolean detectType,
        boolean alone) {

    /** What is to be done. */
    public enum Work {
        /** Fetch, plan, run, prepare, commit, publish. */
        TRANSFORM,
        /** Publish the temporary object that an earlier lease committed. */
        PUBLISH
    }

    public Lease {
        partners = List.copyOf(partners);
        options = Map.copyOf(options);
    }
}
