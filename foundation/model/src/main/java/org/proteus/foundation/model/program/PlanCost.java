package org.proteus.foundation.model.program;

/**
 * What a plan costs, in points: 1 is a step of about a second that hardly ever fails and loses
 * nothing.
 *
 * @param total the sum of the others; plans are compared by it
 * @param loss for what the steps lose of the object, declared or measured
 * @param time for the time they are expected to take
 * @param risk for how often they fail
 * @param fit for units that are made for more general types or parameters than the object's
 */
public record PlanCost(double total, double loss, double time, double risk, double fit) {

    /** What doing nothing costs. */
    public static final PlanCost NONE = new PlanCost(0, 0, 0, 0, 0);

    /** Returns the cost of these parts. */
    public static PlanCost of(double loss, double time, double risk, double fit) {
        return new PlanCost(loss + time + risk + fit, loss, time, risk, fit);
    }
}
