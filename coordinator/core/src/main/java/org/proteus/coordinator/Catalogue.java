package org.proteus.coordinator;

import java.util.List;
import java.util.Map;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.job.ProgramView;
import org.proteus.graph.PlanAnswer;

/** What can be transformed into what, and by whom. Thread-safe. */
public interface Catalogue {

    /** Answers how an object of a type would become another, with what live workers can run. */
    PlanAnswer plan(ContentType source, ContentType target, Map<String, String> options);

    /** Returns every type that can be reached from a type, nearest first. */
    List<ContentType> targets(ContentType source);

    /** Returns every program with who can run it. */
    List<ProgramView> programs();

    /**
     * Understands a target as people write it: a content type, an extension or a file name.
     *
     * @throws org.proteus.foundation.model.ProteusException with {@code UNKNOWN_TYPE}
     */
    ContentType resolveType(String text);
}
