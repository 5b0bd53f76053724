package org.proteus.policies.scaling;

/**
 * What a policy wants.
 *
 * @param workers wanted number of workers
 * @param reason the numbers and the conclusion, for people
 */
public record Verdict(int workers, String reason) {}
