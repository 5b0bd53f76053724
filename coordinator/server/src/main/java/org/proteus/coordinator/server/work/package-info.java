/**
 * The wire protocol of workers under {@code /work/v1}: each method of {@link
 * org.proteus.foundation.model.protocol.WorkQueue} is one POST of a JSON document, behind a token.
 */
package org.proteus.coordinator.server.work;
