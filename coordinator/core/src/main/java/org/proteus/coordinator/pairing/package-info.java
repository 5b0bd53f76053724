/**
 * Puts the objects of a listing together that belong together, and says of every other one why it
 * stands alone. What a grouping keeps in memory is bounded; a bound that is hit ends the listing
 * with a clear word.
 */
package org.proteus.coordinator.pairing;
