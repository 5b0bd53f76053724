/**
 * Policies that learn from measured rates: by the efficiency ratio, by the first step, and by the
 * whole history with fitted models of what limits the rate.
 */
package org.proteus.policies.scaling.adaptive;
