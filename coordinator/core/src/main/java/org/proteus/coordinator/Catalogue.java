package org.proteus.coordinator;

import java.util.List;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.job.ProgramView;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;

/** What can be transformed into what, and by whom. Thread-safe. */
public interface Catalogue {

    /**
     * Answers how an object would become what is asked for, with what live workers can run.
     *
     * @param alternatives how many other ways to name at most
     */
    PlanAnswer plan(PlanObject object, PlanGoal goal, int alternatives);

    /** Returns every type that can be reached from a type, nearest first. */
    List<ContentType> targets(ContentType source);

    /** Returns every type named by some unit from which a type can be reached, nearest first. */
    List<ContentType> sources(ContentType target);

    /** Returns every program with who can run it. */
    List<ProgramView> programs();

    /**
     * Understands a target as people write it: a content type, an extension or a file name.
     *
     * @throws org.proteus.foundation.model.ProteusException with {@code UNKNOWN_TYPE}
     */
    ContentType resolveType(String text);
}
