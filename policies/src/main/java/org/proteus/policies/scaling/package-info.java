/**
 * How many workers a job wants. A policy is a pure function from settings and measured windows to a
 * verdict; further policies are found by {@link java.util.ServiceLoader}.
 */
package org.proteus.policies.scaling;
