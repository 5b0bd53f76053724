package org.proteus.foundation.model.program;

/**
 * Something that must be installed before a program can run.
 *
 * @param id name of the package, for example {@code imagemagick}
 * @param location where it comes from, for example {@code apt:imagemagick}
 */
public record SoftwarePackage(String id, String location) {}
