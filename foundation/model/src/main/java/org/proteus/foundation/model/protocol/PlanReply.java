package org.proteus.foundation.model.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.program.Plan;

/** The coordinator's answer to a {@link PlanRequest}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlanReply.Run.class, name = "run"),
    @JsonSubTypes.Type(value = PlanReply.Refuse.class, name = "refuse"),
    @JsonSubTypes.Type(value = PlanReply.GiveBack.class, name = "give-back"),
    @JsonSubTypes.Type(value = PlanReply.Fail.class, name = "fail"),
    @JsonSubTypes.Type(value = PlanReply.Stale.class, name = "stale")
})
public sealed interface PlanReply {

    /**
     * Run these steps; no steps means that the object is forwarded untouched.
     *
     * @param plan the steps
     */
    record Run(Plan plan) implements PlanReply {}

    /**
     * No plan can ever do it: release the task as {@code REFUSED} with this problem.
     *
     * @param problem why
     */
    record Refuse(Problem problem) implements PlanReply {}

    /**
     * There is a plan, but this worker cannot run it: release the task as {@code RETURNED}.
     *
     * @param problem which programs are missing where
     */
    record GiveBack(Problem problem) implements PlanReply {}

    /**
     * No other plan is left after the failures: release the task as {@code FAILED}.
     *
     * @param problem the failure to report
     */
    record Fail(Problem problem) implements PlanReply {}

    /** The lease is no longer valid: drop the task. */
    record Stale() implements PlanReply {}
}
