package org.proteus.foundation.model.job;

import java.util.List;
import java.util.Optional;

/**
 * Part of a long list.
 *
 * @param items its rows
 * @param next cursor of the page after this one; empty on the last
 */
public record Page<T>(List<T> items, Optional<String> next) {}
