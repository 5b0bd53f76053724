/**
 * Local files and folders, by {@code java.nio.file} alone so that a one-shot command starts fast.
 */
package org.proteus.data.local;
