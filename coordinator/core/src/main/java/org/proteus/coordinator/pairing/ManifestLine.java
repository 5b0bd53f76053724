package org.proteus.coordinator.pairing;

import java.util.List;
import java.util.Optional;

/**
 * One group of a manifest.
 *
 * @param number line in the file, from 1
 * @param inputs names of the objects, the main one first
 * @param output name for the result, if one is given
 */
record ManifestLine(int number, List<String> inputs, Optional<String> output) {}
